"""Which articles are one and the same, saved twice.

Two are copies where their paragraphs read the same once line ends, markup, quotes and white space are made plain, or
where they have one address and differ in nothing but common words. Near-copies that differ in a number, a date or a
name are never copies: that difference is what we look for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from claims.model import BlockRole
from claims.view import view_of
from factcheck.model import Article

_TOLD = frozenset({BlockRole.BODY, BlockRole.LIST, BlockRole.NOTE, BlockRole.CAPTION})
_TELLING = re.compile(
    r"\d|^[^\W\d_]*[A-ZÀ-Þ]|^(?:no|not|never|none|half|dozens?|once|twice|"
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"millions?|billions?|first|second|third|\w+th|yesterday|today|tomorrow|last|next))(?:$|-)"
)
"""Tokens in which two copies may not differ: figures, number words, names, and what turns a statement round."""
_TOKEN = re.compile(r"(?<![\w.,'%$€£-])[\w.,'%$€£-]*\w[\w%]*")
_LONGEST = 20_000
"""Words, of two articles together, from which they are no longer compared word by word."""
_MOST_TWINS = 20
"""Articles of one address with which another is compared word by word."""
_MOST_DIFFERENT = 0.05
"""Share of words in which two copies at one address may differ."""


def marked(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Articles in the order of their identifiers, repeats marked with `duplicate_of`.

    Of several copies a dated one is the original, then the one with the smallest identifier. A copy with another date
    of publication is a copy all the same: a paper that prints a wire story a day later does not contradict it.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    original: dict[str, str] = {}
    same_words: dict[str, list[Article]] = defaultdict(list)
    same_address: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(ordered, key=lambda article: (article.published is None, article.id)):
        address = _page_address(article)
        keys = {told(article), words(article)}
        twins = [
            *(twin for key in keys for twin in same_words[key]),
            *(same_address[address][:_MOST_TWINS] if address else ()),
        ]
        first = next((twin for twin in twins if are_copies(twin, article)), None)
        original[article.id] = original[first.id] if first else article.id
        if first is None:
            for key in keys:
                same_words[key].append(article)
            if address:
                same_address[address].append(article)
    return tuple(
        _copy_of(article, "" if original[article.id] == article.id else original[article.id]) for article in ordered
    )


def _copy_of(article: Article, first: str) -> Article:
    return article if article.duplicate_of == first else replace(article, duplicate_of=first)


def _page_address(article: Article) -> str:
    """The plain address of an article's page; "" where it has none or gives that of a whole site."""
    address = plain_address(article.url)
    return address if "/" in address else ""


def told(article: Article) -> str:
    """The words of an article's paragraphs in one line; all its words where it has only headlines."""
    chosen = [block for block in article.blocks if block.role in _TOLD] or article.blocks
    return " ".join(view_of(article.text, block.span, block.markup).text for block in chosen)


def words(article: Article) -> str:
    """All words of an article in one line: two copies may differ in what looks like a headline."""
    return " ".join(view_of(article.text, block.span, block.markup).text for block in article.blocks)


def are_copies(a: Article, b: Article) -> bool:
    """Whether two articles are one text saved twice. A headline that one of them lacks makes no difference."""
    if words(a) == words(b):
        return True
    if not _titles_agree(a, b):
        return False
    if told(a) == told(b):
        return True
    same = bool(_page_address(a)) and _page_address(a) == _page_address(b)
    return same and _differ_little(told(a), told(b))


def plain_address(url: str) -> str:
    """An address without what changes nothing: scheme, "www.", query, fragment and the slash at its end."""
    return (
        re.sub(r"^[a-z]+://(?:www\.|m\.|amp\.)?|[?#].*$", "", url.strip(), flags=re.IGNORECASE).rstrip("/").casefold()
    )


def _titles_agree(a: Article, b: Article) -> bool:
    """Whether the headlines are one but for case and marks, or one article has none."""
    first, second = (re.sub(r"\W+", "", view_of(each.title).text).casefold() for each in (a, b))
    return not first or not second or first == second


def _differ_little(a: str, b: str) -> bool:
    """Whether few words differ, and none that tells anything."""
    first, second = _TOKEN.findall(a), _TOKEN.findall(b)
    if len(first) + len(second) > _LONGEST:
        return False
    different: list[str] = []
    for tag, i, j, m, n in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag != "equal":
            different += [*first[i:j], *second[m:n]]
    if any(_TELLING.search(token) for token in different):
        return False
    return len(different) <= _MOST_DIFFERENT * min(len(first), len(second))
