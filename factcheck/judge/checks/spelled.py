"""One person whose name two articles spell in different ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from claims.model import Claim
from claims.register import register
from claims.view import view_of
from claims.words.title import NAME_SUFFIXES, gender_of_name
from factcheck.judge.checks.check import Contradiction, StoryCheck
from factcheck.judge.checks.words import worded
from factcheck.model import Article, Verdict

_SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("v", "f"), ("w", "f"), ("z", "s"), ("y", "i"), ("h", ""))
_NEAR = 0.7
_SHORT = 3
"""Letters above which a short form of a name, two letters shorter, is taken for one ("Kate", "Katerina")."""


@dataclass(frozen=True, slots=True)
class _Person:
    """Somebody whom an article names in full."""

    given: str
    last: str
    claim: Claim
    sure: bool
    """Whether the article shows that it names a person; else it may be a thing."""


def _spelled(articles: Mapping[str, Article], _claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Two articles spell one person's name in different ways.

    The surname is the same and the given names sound alike, or the given name is the same and the surnames do. Where an
    article names both they are two people, brother and sister perhaps. What it gets wrong: relatives of like names of
    whom every article names one alone.

    Example: "Katharine Voll" and "Catherine Voll".
    """
    named = {at: list(_people(articles[at])) for at in sorted(articles)}
    forms: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    for people in named.values():
        for person in people:
            forms[person.given, person.last].append(person)
    texts = [article.text.lower() for article in articles.values()]
    for one, other in combinations(sorted(forms), 2):
        sure = any(person.sure for form in (one, other) for person in forms[form])
        if (
            not sure
            or not _alike(one, other)
            or any(" ".join(one) in text and " ".join(other) in text for text in texts)
        ):
            continue
        shown = tuple(sorted((p.claim for form in (one, other) for p in forms[form]), key=lambda c: c.at))
        names = " and ".join(" ".join(form).title() for form in (one, other))
        yield Contradiction(
            f"name: {' '.join(one).title()}", f"{names} look like one name spelled in two ways", shown, 0.7
        )


def _people(article: Article) -> Iterator[_Person]:
    """The people whom an article names in full, each way of spelling once, at its first place."""
    views = [view_of(article.text, block.span, block.markup) for block in article.blocks]
    names = register(views)
    seen = set()
    for name in names.names:
        parts = [part for part in re.findall(r"[^\W\d_][\w'’]+", name.words.lower()) if part not in NAME_SUFFIXES]
        known = names.known.get(name.key)
        if known is None or known.type not in ("person", "") or not 2 <= len(parts) <= 4:
            continue
        if (parts[0], parts[-1]) not in seen:
            seen.add((parts[0], parts[-1]))
            claim = worded("name", article.id, views[name.block], name.start, name.end)
            yield _Person(parts[0], parts[-1], claim, known.type == "person")


def _alike(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two names, given name and surname, can be one name spelled in two ways."""
    if a[1] == b[1]:
        genders = {gender_of_name(a[0]), gender_of_name(b[0])} - {""}
        return (
            len(genders) < 2
            and not _of_two_genders(a[0], b[0])
            and (_sounds_alike(a[0], b[0]) or _is_short(a[0], b[0]))
        )
    return a[0] == b[0] and min(len(a[1]), len(b[1])) > _SHORT + 1 and _sounds_alike(a[1], b[1])


def _of_two_genders(a: str, b: str) -> bool:
    """Whether an ending makes the name of a woman of that of a man ("Eric", "Erica"; "Mario", "Maria")."""
    ends = {name.removesuffix("h")[-1:] for name in (a, b)}
    return "a" in ends and bool(ends - {"a", "e"}) and not _is_short(a, b)


def _sounds_alike(a: str, b: str) -> bool:
    return _skeleton(a) == _skeleton(b) and SequenceMatcher(None, a, b).ratio() >= _NEAR


def _is_short(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return _SHORT < len(short) < len(long) - 1 and long.startswith(short)


def _skeleton(name: str) -> str:
    """A name by its consonants, those that sound alike as one; a vowel counts only where it begins the name.

    In the spirit of Soundex (Russell 1918) and Metaphone (Philips 1990), without their codes.
    """
    for written, said in _SOUNDS:
        name = name.replace(written, said)
    inner = re.sub(r"[aeiou'’-]", "", name[1:])
    return re.sub(r"(.)\1+", r"\1", name[:1] + inner)


SPELLED = StoryCheck(
    "FC502", "spelled", "One name in two spellings", Verdict.UNCLEAR,
    "Philips 1990, Metaphone; AP Stylebook, names: check the spelling", _spelled,
)  # fmt: skip
