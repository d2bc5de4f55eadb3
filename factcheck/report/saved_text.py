"""The text of an article as far as a saved report holds it: every passage where it stood, and blanks between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from claims.model import Span
from factcheck.model import Locator

Given = Mapping[str, Any]
_LONGEST = 50_000_000
"""Code points: an offset beyond is no offset of an article."""


def text_of(mentions: Sequence[Given]) -> str:
    """Blanks with the words of all mentions at their offsets, and as many line ends as their lines and columns ask for.

    Line ends whose place is not known stand anywhere between the lines that are. Raises ValueError where the numbers
    contradict each other.
    """
    pieces = [piece for each in mentions for piece in _pieces(each)]
    length = max((start + len(words) for start, words in pieces), default=0)
    if length > _LONGEST or any(start < 0 for start, _ in pieces):
        raise ValueError("an offset lies outside of every text")
    cells: list[str | None] = [None] * length
    for start, words in pieces:
        cells[start : start + len(words)] = words
    for each in mentions:
        begin = max(0, _line_start(each)[0])
        cells[begin : each["start"]] = [cell or " " for cell in cells[begin : each["start"]]]
    before = (0, 1)
    for start, line in sorted({_line_start(each) for each in mentions}):
        _broken(cells, before, (start, line))
        before = (start, line)
    return "".join(" " if cell is None else cell for cell in cells)


def locators(mentions: Sequence[Given]) -> tuple[Locator, ...]:
    """Where the paragraphs of the mentions stand in a file whose text was extracted; none for other files."""
    found: dict[tuple[int, int, str], Span] = {}
    for each in mentions:
        if "location" in each:
            where = each["location"]
            key = (int(where.get("page", 0)), int(where["paragraph"]), str(where.get("css", "")))
            said = each["selector"]
            span = Span(each["start"] - len(said["prefix"]), each["end"] + len(said["suffix"]))
            found[key] = found[key].join(span) if key in found else span
    by_place = sorted(found.items(), key=lambda item: item[1])
    return tuple(Locator(span, *key) for key, span in by_place)


def _pieces(mention: Given) -> Iterator[tuple[int, str]]:
    yield mention["passage"]["start"], mention["passage"]["text"]
    yield mention["start"], mention["quote"]
    if "selector" in mention:
        yield mention["start"] - len(mention["selector"]["prefix"]), mention["selector"]["prefix"]
        yield mention["end"], mention["selector"]["suffix"]


def _line_start(mention: Given) -> tuple[int, int]:
    return mention["start"] - mention["column"] + 1, mention["line"]


def _broken(cells: list[str | None], above: tuple[int, int], here: tuple[int, int]) -> None:
    """Put line ends between the start of one line and the start of a later one, so that their numbers are right."""
    (begin, first), (end, last) = above, here
    if end < begin or end > len(cells) or (end == begin and first != last):
        raise ValueError("lines and columns contradict each other")
    if end == begin:
        return
    closes = cells[end - 1] is None
    if closes:
        cells[end - 1] = "\n"
    missing = last - first - _ends_within(cells, begin, end)
    if closes and missing == 1 and end - begin > 1 and cells[end - 2] == "\r":
        cells[end - 1] = "\r"
        missing = last - first - _ends_within(cells, begin, end)
    for at in range(begin, end - 1):
        if missing <= 0:
            break
        after_return = at > 0 and cells[at - 1] == "\r"
        if closes and after_return and at == end - 2 and cells[end : end + 1] != ["\n"]:
            cells[end - 1] = "\r"
        if cells[at] is None and not (after_return and cells[at + 1] == "\n"):
            cells[at] = "\r" if after_return else "\n"
            missing -= 1
    if missing:
        raise ValueError("lines and columns contradict each other")


def _ends_within(cells: Sequence[str | None], begin: int, end: int) -> int:
    return _line_ends("".join(" " if cell is None else cell for cell in cells[begin:end]))


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")
