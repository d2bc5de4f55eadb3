"""One saying that two articles quote in different words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from claims.model import Claim
from claims.view import View, view_of
from claims.words.spelling import american
from factcheck.judge.checks.check import Contradiction, StoryCheck
from factcheck.judge.checks.words import worded
from factcheck.model import Article, Verdict

_QUOTED = re.compile(r'"([^"]+)"')
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LEAST = 6
"""Words from which on a quotation can be told from a common turn of phrase."""
_ALIKE = 0.75
"""Share of words in common (in order) from which on two quotations are one saying."""
_SHOWN = 12
_LIGHT = frozenset(
    "a an the and that so well but just really very um uh er oh to of in on at for it's its it i we they he she you is "
    "was are were be been have has had will would this these those there then than as if or do does did".split()
)
"""Words that reporters drop and add where they tidy speech up; a difference in these alone is not told."""
_TURNS = frozenset({"not", "no", "never", "n't", "none", "nothing"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two quotation marks."""

    article: str
    view: View
    words: tuple[tuple[str, int, int], ...]
    """Each word as compared, with its start and end in the view."""

    @property
    def plain(self) -> list[str]:
        return [word for word, _, _ in self.words]


def _quotation(articles: Mapping[str, Article], _claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """The same saying stands in quotation marks in two articles, and not in the same words.

    Near-same words are taken for one saying, whoever is named for it. A shorter quotation is no other one, and neither
    are spelling, capitals, contractions, words in square brackets or little words that tidy speech up. What it gets
    wrong: somebody who said nearly the same twice.

    Example: "The law hands me a sum" and "The law gives me a sum", both said by one judge.
    """
    quoting: dict[tuple[str, ...], dict[str, _Piece]] = defaultdict(dict)
    for at in sorted(articles):
        for piece in _pieces(articles[at]):
            quoting[tuple(piece.plain)].setdefault(at, piece)
    told: set[tuple[str, str, tuple[tuple[str, str], ...]]] = set()
    for x, y in combinations(sorted(quoting), 2):
        a, b = (next(iter(quoting[plain].values())) for plain in (x, y))
        if len({*quoting[x], *quoting[y]}) == 1 or not _near(a, b):
            continue
        differ = _differences(a, b)
        parted = tuple((one, two) for one, two, _, _ in differ)
        if differ and (x[0], y[0], parted) not in told:
            told.add((x[0], y[0], parted))
            yield _told(quoting[x], quoting[y], differ)


def _told(one: Mapping[str, _Piece], two: Mapping[str, _Piece], differ: Sequence[_Difference]) -> Contradiction:
    """What the articles of two wordings are told to say, in the order of the articles."""
    _, _, i, j = differ[0]
    quoted = [*((each, i) for each in one.values()), *((each, j) for each in two.values())]
    shown = tuple(sorted((_shown(*each) for each in quoted), key=lambda claim: claim.at))
    order = 1 if min(one) <= min(two) else -1
    pairs = [(x, y)[::order] for x, y, _, _ in differ]
    says = "; ".join(f"“{x or '–'}” against “{y or '–'}”" for x, y in pairs)
    return Contradiction(f"quotation: {shown[0].value.words}", f"the wording differs: {says}", shown, 0.8)


def _pieces(article: Article) -> Iterator[_Piece]:
    """The quotations of an article; paragraphs with a mark that is never closed are passed over."""
    for block in article.blocks:
        view = view_of(article.text, block.span, block.markup)
        if view.text.count('"') % 2:
            continue
        for found in _QUOTED.finditer(view.text):
            words = tuple(
                (american(word.group().lower()), word.start(), word.end())
                for word in _WORD.finditer(view.text, found.start(1), found.end(1))
            )
            if len(words) >= _LEAST and not re.search(r"\.\.\.|…|\[", found[1]):
                yield _Piece(article.id, view, words)


def _near(a: _Piece, b: _Piece) -> bool:
    """Whether the shorter of two quotations is nearly the whole of what it would be of the longer one."""
    x, y = a.plain, b.plain
    shared = len(set(x) & set(y))
    if shared < _ALIKE * min(len(set(x)), len(set(y))) or x == y:
        return False
    blocks = SequenceMatcher(None, x, y, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _ALIKE * min(len(x), len(y)) and _core(a, b) >= _LEAST


def _core(a: _Piece, b: _Piece) -> int:
    """Words that the two have in common, in order."""
    return sum(block.size for block in SequenceMatcher(None, a.plain, b.plain, autojunk=False).get_matching_blocks())


_Difference = tuple[str, str, int, int]
"""The words of the one, those of the other, and where they stand among their words."""


def _differences(a: _Piece, b: _Piece) -> list[_Difference]:
    """Where the two part between words that they share; nothing where only little words differ."""
    codes = SequenceMatcher(None, a.plain, b.plain, autojunk=False).get_opcodes()
    inner = [at for at, code in enumerate(codes) if code[0] == "equal"]
    found = []
    for tag, i, j, m, n in codes[inner[0] : inner[-1] + 1] if inner else ():
        x, y = a.plain[i:j], b.plain[m:n]
        if tag != "equal" and _loose(x) != _loose(y):
            found.append((" ".join(x), " ".join(y), i, m))
    changed = [word for x, y, _, _ in found for word in (*x.split(), *y.split())]
    heavy = any(word not in _LIGHT or word in _TURNS for word in changed)
    return found if heavy and len(changed) <= max(4, len(a.plain) // 2) else []


def _loose(words: Sequence[str]) -> str:
    """Words without what spelling leaves open: hyphens, apostrophes, contractions."""
    long = " ".join(words).replace("'re", " are").replace("'ve", " have").replace("'ll", " will").replace("'m", " am")
    return long.replace("n't", " not").replace("it's", "it is").replace("that's", "that is").replace(" ", "")


def _shown(piece: _Piece, at: int) -> Claim:
    """At most twelve words of a quotation around one of them."""
    start = max(0, min(at - _SHOWN // 2, len(piece.words) - _SHOWN))
    some = piece.words[start : start + _SHOWN]
    return worded("quote", piece.article, piece.view, some[0][1], some[-1][2])


QUOTATION = StoryCheck(
    "FC501", "quotation", "One saying in different words", Verdict.UNCLEAR,
    "AP Stylebook, quotations in the news: never alter them", _quotation,
)  # fmt: skip
