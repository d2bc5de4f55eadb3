"""The findings of the page, worst first; what asks for no attention is folded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from factcheck.model import Mention, Verdict
from factcheck.report.chain import in_words
from factcheck.report.place import where
from factcheck.report.quote import quote
from factcheck.report.safe import plain
from factcheck.report.web.element import Html, element, section
from factcheck.report.web.found import WORDS, Found, Marks, anchor_of
from factcheck.report.wording import counted, remarks

_FOLDED = {
    Verdict.CONFLICT: "Conflicts that are set aside or asked to be quiet",
    Verdict.UNCLEAR: "Unclear, set aside or asked to be quiet",
    Verdict.EVOLVING: "Figures that grow",
    Verdict.COMPATIBLE: "Compatible figures",
    Verdict.AGREE: "Agreements",
}


def findings(found: Sequence[Found], marks: Marks, numbers: Mapping[str, int]) -> Html:
    """A section a finding that asks for attention, the others folded by verdict."""
    loud = [each for each in found if each.loud]
    parts = [_finding(each, marks, numbers) for each in loud]
    if not loud:
        parts = [element("p", {"class": "none"}, "Nothing asks for attention.")]
    for verdict, heading in _FOLDED.items():
        quiet = [each for each in found if not each.loud and each.finding.verdict is verdict]
        if quiet:
            summary = element("summary", None, f"{heading}: {counted(len(quiet), 'fact')}")
            inner = [_finding(each, marks, numbers) for each in quiet]
            parts.append(element("details", {"class": "folded"}, summary, inner))
    return section("findings", "Findings", parts)


def label(found: Found) -> Html:
    """Number and verdict of a finding, in words and colour."""
    verdict = found.finding.verdict
    return element("span", {"class": f"label {verdict}"}, f"{found.label} {WORDS[verdict]}")


def _finding(found: Found, marks: Marks, numbers: Mapping[str, int]) -> Html:
    finding = found.finding
    sources = dict.fromkeys(plain(mention.article.source) for mention in finding.mentions)
    link = element("a", {"href": f"#{found.anchor}", "class": "here"}, finding.what)
    head = element("h3", None, label(found), " ", link, " ", element("span", {"class": "rule"}, finding.rule))
    mentions = element("ul", {"class": "mentions"}, [_mention(each, marks, numbers) for each in finding.mentions])
    more = [
        element("p", None, "See also:"),
        element("ul", {"class": "mentions"}, [_mention(each, marks, numbers) for each in finding.related]),
    ]
    said = " ".join([*remarks(finding), f"Confidence {finding.confidence:.0%}."])
    attributes: dict[str, object] = {
        "class": f"finding {finding.verdict}",
        "id": found.anchor,
        "tabindex": "-1",
        "data-verdict": finding.verdict,
        "data-kind": finding.kind,
        "data-sources": json.dumps([*sources], ensure_ascii=False),
    }
    return element(
        "article",
        attributes,
        head,
        element("p", {"class": "reason"}, finding.reason),
        mentions,
        more if finding.related else "",
        element("p", {"class": "remarks"}, said),
        _how(found),
    )


def _mention(mention: Mention, marks: Marks, numbers: Mapping[str, int]) -> Html:
    said = quote(mention)
    span = mention.claim.span
    words = element("mark", None, said.words)
    if span in marks.get(mention.article.id, {}):
        words = element("a", {"href": f"#{anchor_of(numbers[mention.article.id], span)}"}, words)
    at = element("code", None, where(mention))
    line = element("blockquote", None, said.before, words, said.after)
    return element("li", None, element("b", None, mention.article.source), " ", at, line)


def _how(found: Found) -> Html | str:
    steps = list(_steps(found))
    if not steps:
        return ""
    return element(
        "details", {"class": "how"}, element("summary", None, "How this came about"), element("ol", None, steps)
    )


def _steps(found: Found) -> Iterator[Html]:
    for says in in_words(found.finding.chain):
        yield element("li", None, says)
