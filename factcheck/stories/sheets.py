"""Which story each fact of a fact sheet speaks of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.model import Block
from factcheck.model import Article, Skipped
from factcheck.place import address, place
from factcheck.stories.terms import terms

_AHEAD = 1.5
"""How much liker the story of a fact must be to it than the next."""


def _said_of(sheet: Article) -> Counter[str]:
    """The terms of a fact without its figures: these are to be compared, and must not choose with what."""
    return Counter({term: count for term, count in terms(sheet).items() if not term.startswith("#")})


def placed(sheets: Sequence[Article], articles: Sequence[Article]) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Fact sheets parted by the stories of `articles` that their facts speak of, and the facts that fit none.

    With one story there is nothing to choose. Among several a fact belongs to the one whose names and uncommon words it
    shares most of. It must share a name, and that story must lead the next by half, because siblings such as two quakes
    of one region share most words. The case this gets wrong: a fact on a person whom two stories tell of is in neither.
    """
    if not sheets:
        return (), ()
    names = sorted({article.story for article in articles})
    told = [[terms(article) for article in articles if article.story == name] for name in names]
    held = Counter(term for terms in told for term in set().union(*terms))
    parts: list[Article] = []
    skipped: list[Skipped] = []
    for sheet in sheets:
        blocks: dict[str, list[Block]] = {}
        for block in sheet.blocks:
            home = _home(_said_of(replace(sheet, blocks=(block,))), names, told, held)
            blocks.setdefault(home, []).append(block)
        for block in blocks.pop("", []):
            where = address(sheet, place(sheet.text, block.span.start))
            skipped.append(
                Skipped(
                    where,
                    "which story the fact speaks of cannot be told; name people and places in it, or compare one story",
                )
            )
        for home, some in sorted(blocks.items()):
            number = 1 + sum(part.path == sheet.path for part in parts)
            name = sheet.id if number == 1 else f"{sheet.id.partition('#')[0]}#{number}"
            parts.append(replace(sheet, id=name, blocks=tuple(some), story=home))
    return tuple(parts), tuple(skipped)


def _home(
    fact: Counter[str], names: Sequence[str], told: Sequence[Sequence[Counter[str]]], held: Mapping[str, int]
) -> str:
    """The story whose articles, on average, hold most of what the fact is about, rare terms counting more; or ""."""
    if len(names) < 2:
        return names[0] if names else ""
    rarity = {term: math.log(1 + len(names) / held[term]) for term in fact if term in held}
    likeness = {
        name: sum(weight for term, weight in rarity.items() for terms in group if term in terms) / len(group)
        for name, group in zip(names, told, strict=True)
    }
    best, next_best = sorted(names, key=lambda name: -likeness[name])[:2]
    shared = {term for terms in told[names.index(best)] for term in terms if term in fact}
    is_named = any(term.startswith("@") for term in shared)
    return best if is_named and likeness[best] > _AHEAD * likeness[next_best] else ""
