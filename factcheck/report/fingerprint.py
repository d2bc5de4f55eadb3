"""By what a finding is known again when articles have moved, grown or been renamed.

After the baselines of basedpyright and detect-secrets and SARIF's `partialFingerprints`: no line, no offset, no path.
A finding is its rule, its fact and what each source gives for it, so another value of one source is another finding,
which an editor has to look at again. What it gets wrong: two facts of one label and equal values from the same sources
(two fires with "12 hurt" and "15 hurt" each) count as one.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable

from factcheck.model import Article, Finding, Mention
from factcheck.report.value import bounds

_LENGTH = 16


def fact(finding: Finding) -> str:
    """What a finding is about, as it stands in a fingerprint."""
    return fact_called(finding.what)


def fact_called(words: str) -> str:
    """The words for a fact in lower case and single spaces."""
    return written(words.casefold())


def told(finding: Finding) -> tuple[tuple[str, str], ...]:
    """Who gives which value: source and value, each pair once, in order."""
    return tuple(sorted(set(map(given, finding.mentions))))


def given(mention: Mention) -> tuple[str, str]:
    """Source and value of a mention."""
    return known_as(mention.article), _value(mention)


def known_as(article: Article) -> str:
    """The name of the source of an article as it stands in a fingerprint."""
    return written(article.source)


def fingerprint(finding: Finding) -> str:
    """16 hexadecimal digits by which a finding is known again (the beginning of a SHA-256)."""
    key = [finding.rule, finding.kind, fact(finding), told(finding)]
    return hashlib.sha256(json.dumps(key).encode()).hexdigest()[:_LENGTH]


def apart(findings: Iterable[Finding]) -> list[tuple[Finding, str]]:
    """The findings with their fingerprints, equal ones told apart by a number, for formats that want each but once."""
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        key = fingerprint(finding)
        seen[key] += 1
        found.append((finding, key if seen[key] == 1 else f"{key}-{seen[key]}"))
    return found


def written(words: str) -> str:
    """Words in single spaces as they come back from a file, "?" for what no file in UTF-8 can hold."""
    return " ".join(words.split()).encode("utf-8", "replace").decode()


def _value(mention: Mention) -> str:
    """The value as a short text: its ends, its unit and its parts."""
    ends = bounds(mention.claim.value)
    parts = ends.get("parts", [ends])
    return " : ".join(map(_interval, parts)) + (f" {mention.claim.value.unit}" if mention.claim.value.unit else "")


def _interval(ends: dict[str, object]) -> str:
    low, high = ends["low"], ends["high"]
    if low == high and low is not None:
        return str(low)
    left = "(" if ends["low_open"] else "["
    return f"{left}{'' if low is None else low}, {'' if high is None else high}{')' if ends['high_open'] else ']'}"
