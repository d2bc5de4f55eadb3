"""Markdown: prose in blocks, with offsets into the file.

The block rules of CommonMark 0.31 and GitHub's tables, as far as they tell prose from what is none. Left out are front
matter, code, tables, HTML comments, scripts and styles, link definitions and rules between sections. Read are headings,
paragraphs, list items, quotations and footnotes.

Unlike CommonMark, lines of one paragraph that are no hard-wrapped prose are paragraphs of their own (see
`claims.blocks.blocks`): articles saved as one paragraph a line are common, and sentences must not run together.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import BinaryIO

from claims.blocks import blocks as paragraphs
from claims.blocks import lines
from claims.model import Block, BlockRole, Span
from claims.view import view_of
from factcheck.read.decode import decode
from factcheck.read.document import Document, Facts, Format
from factcheck.read.formats.inline import markup
from factcheck.read.front import front
from factcheck.read.ignores import of_text as ignores_of
from factcheck.read.limits import whole
from factcheck.read.terms import DEFAULT, Terms

_HIDING = re.compile(
    r"(?<![^\r\n])[ \t]*+(?P<fence>`{3,}(?=[^`\r\n]*(?:[\r\n]|\Z))|~{3,})"
    r"|<(?P<comment>!--)|<(?P<element>script|style|table|pre|svg|iframe)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*+){3,}|(?:-[ \t]*+){3,}|(?:_[ \t]*+){3,})")
_DEFINITION = re.compile(r" {0,3}\[[^\]^][^\]]*\]:\s*\S+.*")
_CELLS = re.compile(r"[ \t]*+\|?(?:[ \t]*+:?-++:?[ \t]*+\|)*+(?:[ \t]*+:?-++:?[ \t]*+)?")
_INDENTED = re.compile(r" {4}| {0,3}\t")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s+|$)")
_CLOSING = re.compile(r"(?:^|[ \t])#++[ \t]*+$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_ITEM = re.compile(r"[ \t]*+(?:[-*+•]|(?P<number>\d{1,3})[.)])(?:[ \t]+|$)")
_NOTE = re.compile(r" {0,3}\[\^[^\]\s]+\]:[ \t]*")
_QUOTED = re.compile(r"(?: {0,3}> ?)+")
_TOP = 4
"""A byline stands among the first blocks."""
_LONGEST_HEADING = 160
"""A longer line above `---` is a paragraph above a rule; the case this gets wrong is a very long heading."""


def read(file: BinaryIO, terms: Terms = DEFAULT) -> Iterator[Document]:
    """The one article of a Markdown file; its title is the first heading where front matter has none."""
    text, remarks = decode(whole(file, terms.limits.article_length))
    above = front(text)
    prose = blocks(text, above.end)
    title = next(
        (view_of(text, block.span, block.markup).text for block in prose if block.role is BlockRole.HEADLINE), ""
    )
    ignores, odd = ignores_of(text, prose)
    facts = above.facts.over(Facts(title))
    yield Document(text, prose, facts, remarks=(*remarks, *above.remarks, *odd), ignores=ignores)


FORMAT = Format(
    "Markdown", (".md", ".markdown", ".mdown"), read,
    "headings, paragraphs, lists, quotations, footnotes; no code, tables, comments or link targets",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Page:
    """A file in lines; what no reader sees is blanked in `lines`, offset by offset."""

    text: str
    hidden: tuple[Span, ...]
    spans: tuple[Span, ...]
    lines: tuple[str, ...]

    def block(self, first: int, last: int, role: BlockRole, skip: int = 0, gone: Sequence[Span] = ()) -> Block:
        """The block from line `first`, its first `skip` characters left out, to line `last`."""
        start, end = self.spans[first].start + skip, self.spans[last].end
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        span = Span(start, max(start, end - (len(words) - len(words.rstrip()))))
        return self.marked(span, role, gone)

    def marked(self, span: Span, role: BlockRole, gone: Sequence[Span] = ()) -> Block:
        """The block at `span` with its inline markup and what is `gone` of it."""
        first = bisect_left(self.hidden, span.start, key=lambda each: each.end)
        last = bisect_left(self.hidden, span.end, key=lambda each: each.start)
        return Block(span, role, markup(self.text, span, sorted([*self.hidden[first:last], *gone])))


def blocks(text: str, start: int = 0) -> tuple[Block, ...]:
    """The prose of Markdown `text` from offset `start` on, in order."""
    page = _page(text, start)
    found: list[Block] = []
    at, listed = 0, False
    while at < len(page.lines):
        after = _past_no_prose(page, at, listed)
        if after == at:
            listed = bool(_ITEM.match(page.lines[at])) or (listed and page.lines[at][:1].isspace())
            after, made = _prose(page, at)
            found.extend(block for block in made if view_of(text, block.span, block.markup).text)
        at = after
    lower = (replace(each, role=BlockRole.BODY) if each.role is BlockRole.BYLINE else each for each in found[_TOP:])
    return (*found[:_TOP], *lower)


def _page(text: str, start: int) -> _Page:
    hidden = tuple(_hidden(text, start))
    shown, at = [], 0
    for each in hidden:
        shown += [text[at : each.start], " " * len(each)]
        at = each.end
    masked = "".join([*shown, text[at:]])
    spans = tuple(span for span in lines(text) if span.start >= start)
    return _Page(text, hidden, spans, tuple(span.of(masked) for span in spans))


def _hidden(text: str, start: int) -> Iterator[Span]:
    """Code between fences, comments and elements without prose; one that never ends hides nothing."""
    endless: set[str] = set()
    at = start
    while found := _HIDING.search(text, at):
        at = found.end()
        close = _close(found)
        if close.pattern in endless:
            continue
        if end := close.search(text, at):
            at = end.end()
            yield Span(found.start(), at)
        else:
            endless.add(close.pattern)


def _close(opened: re.Match[str]) -> re.Pattern[str]:
    if opened["comment"]:
        return re.compile("-->")
    if opened["fence"]:
        marks = opened["fence"]
        return re.compile(rf"(?<![^\r\n])[ \t]*+{marks[0]}{{{min(len(marks), 99)},}}[ \t]*+(?![^\r\n])")
    return re.compile(rf"</{opened['element']}\s*>", re.IGNORECASE)


def _past_no_prose(page: _Page, at: int, listed: bool) -> int:
    """The line after what is no prose at line `at`; `at` itself where prose stands."""
    line = page.lines[at]
    if not line.strip() or _RULE.fullmatch(line) or _DEFINITION.fullmatch(line):
        return at + 1
    if _is_table(page, at):
        return _next(page, at, lambda line: not line.strip())
    if not listed and _INDENTED.match(line) and (at == 0 or not page.lines[at - 1].strip()):
        return _next(page, at, lambda line: bool(line.strip()) and not _INDENTED.match(line))
    return at


def _is_table(page: _Page, at: int) -> bool:
    below = page.lines[at + 1] if at + 1 < len(page.lines) else ""
    return "|" in page.lines[at] and "|" in below and "-" in below and bool(_CELLS.fullmatch(below))


def _next(page: _Page, at: int, stop: Callable[[str], bool]) -> int:
    """The first line after line `at` at which `stop` holds, or the number of lines."""
    return next((number for number in range(at + 1, len(page.lines)) if stop(page.lines[number])), len(page.lines))


def _prose(page: _Page, at: int) -> tuple[int, list[Block]]:
    """The prose that begins at line `at`, and the line after it."""
    line = page.lines[at]
    if found := _HEADING.match(line):
        return at + 1, [_heading(page, at, found.end())]
    if _QUOTED.match(line):
        return _quotation(page, at)
    for opening, role in ((_ITEM, BlockRole.LIST), (_NOTE, BlockRole.NOTE)):
        if found := opening.match(line):
            after = _end_of_paragraph(page, at, listed=role is BlockRole.LIST)
            return after, [page.block(at, after - 1, role, found.end())]
    return _paragraph(page, at)


def _heading(page: _Page, at: int, skip: int) -> Block:
    block = page.block(at, at, BlockRole.HEADLINE, skip)
    closing = _CLOSING.search(block.span.of(page.text))
    if closing is None:
        return block
    words = block.span.of(page.text)[: closing.start()].rstrip()
    return page.marked(Span(block.span.start, block.span.start + len(words)), BlockRole.HEADLINE)


def _quotation(page: _Page, at: int) -> tuple[int, list[Block]]:
    """The paragraphs of a block quotation; its marks at the beginnings of lines are passed over."""
    after = _next(page, at, lambda line: not line.strip() or not (_QUOTED.match(line) or _goes_on(line)))
    found: list[Block] = []
    first = -1
    for number in range(at, after + 1):
        empty = number == after or not _QUOTED.sub("", page.lines[number], count=1).strip()
        if empty and first >= 0:
            found.append(_quoted(page, first, number - 1))
            first = -1
        elif not empty and first < 0:
            first = number
    return after, found


def _quoted(page: _Page, first: int, last: int) -> Block:
    marks = [_QUOTED.match(line) for line in page.lines[first : last + 1]]
    gone = [
        Span(mark.start(), mark.end()).moved(page.spans[number].start)
        for number, mark in enumerate(marks[1:], first + 1)
        if mark
    ]
    return page.block(first, last, BlockRole.BODY, marks[0].end() if marks[0] else 0, gone)


def _paragraph(page: _Page, at: int) -> tuple[int, list[Block]]:
    after = _end_of_paragraph(page, at)
    start, end = page.spans[at].start, page.spans[after - 1].end
    underlined = after < len(page.lines) and _UNDERLINE.fullmatch(page.lines[after])
    if underlined and after == at + 1 and end - start <= _LONGEST_HEADING:
        return after + 1, [page.block(at, at, BlockRole.HEADLINE)]
    top = not any(line.strip() for line in page.lines[:at])
    return after, [
        page.marked(piece.span.moved(start), _role(piece, top)) for piece in paragraphs(page.text[start:end])
    ]


def _role(piece: Block, top: bool) -> BlockRole:
    """The role of a piece of a paragraph: what only looks unfinished is a headline at the top alone."""
    if top or piece.role is not BlockRole.HEADLINE:
        return piece.role
    return BlockRole.BODY


def _end_of_paragraph(page: _Page, at: int, listed: bool = False) -> int:
    for number in range(at + 1, len(page.lines)):
        line = page.lines[number]
        if not _goes_on(line) or (listed and _ITEM.match(line)) or _is_table(page, number):
            return number
    return len(page.lines)


def _goes_on(line: str) -> bool:
    """Whether a line goes on with the paragraph above it: it opens nothing of its own.

    As in CommonMark, a number other than 1 opens no list there: a wrapped line may begin with "2019. The".
    """
    item = _ITEM.match(line)
    opens = item and (item["number"] in (None, "1")) and line[item.end() :].strip()
    return bool(
        line.strip()
        and not opens
        and not any(form.match(line) for form in (_HEADING, _QUOTED, _NOTE))
        and not any(form.fullmatch(line) for form in (_RULE, _UNDERLINE))
    )
