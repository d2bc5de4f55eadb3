"""The lines of a printed page become paragraphs in reading order.

Columns are told by cutting the page where no ink stands, first along the widest gap between columns, else between
rows (recursive XY-cut, Nagy and Seth 1984). Lines of a column join into paragraphs by their distance, their size, the
indent of a first line and the shortness of a last one. What stands at the edge of most pages is no part of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from claims.model import BlockRole
from factcheck.read.compose import Piece

_NUMBERED = re.compile(r"(?:[-–—|]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*[-–—|])?", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;…]['\"”’)\]]*$")
_BULLET = re.compile(r"[•‣▪●◦*–—-]\s+\S")
_EDGE = 3
"""Lines at the top and at the bottom of a page that may be repeated on others."""
_LARGE = 1.15
"""Line height, as a multiple of the text's, from which a line is a heading."""
_DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, or the part of one that stands in a column; the unit is the point, the origin at the bottom."""

    words: str
    """Its words."""
    left: float
    """Left edge."""
    right: float
    """Right edge."""
    bottom: float
    """The line its letters stand on."""
    top: float
    """Upper edge."""
    size: float
    """Size of its type."""


@dataclass(frozen=True, slots=True)
class _Usual:
    """What is usual in a document, by which the unusual is told."""

    size: float
    """Size of type, in points."""
    leading: float
    """Distance from one line to the next, in points."""
    ends: dict[int, float]
    """Where the lines that begin at a left edge, in tens of points, end at most."""


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Piece]:
    """The paragraphs of `pages`, each a list of lines in any order."""
    furniture = _furniture(pages)
    columns = [_ordered([line for line in page if not _is_furniture(line, page, furniture)]) for page in pages]
    usual = _usual([column for page in columns for column in page])
    made: list[Piece] = []
    for number, page in enumerate(columns, 1):
        for piece in _joined(page, number, usual):
            if made and _goes_on(made[-1], piece):
                made[-1] = _one(made[-1], piece)
            else:
                made.append(piece)
    return made


def _usual(columns: Sequence[Sequence[Line]]) -> _Usual:
    ends: dict[int, float] = {}
    for line in (line for column in columns for line in column):
        ends[_tens(line.left)] = max(ends.get(_tens(line.left), 0.0), line.right)
    steps = [step for column in columns for step in _steps(column)]
    sizes = [line.size for column in columns for line in column for _ in range(len(line.words) // 10 + 1)]
    return _Usual(median(sizes or [0.0]), median(steps or [0.0]), ends)


def _tens(left: float) -> int:
    return round(left / 10)


def _edge(page: Sequence[Line]) -> list[Line]:
    by_height = sorted(page, key=lambda line: -line.top)
    return [*by_height[:_EDGE], *by_height[-_EDGE:]]


def _plain(line: Line) -> str:
    return re.sub(r"\d+", "0", line.words).strip().casefold()


def _furniture(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines that stand at the edge of at least half of three or more pages."""
    seen = Counter(words for page in pages for words in {_plain(line) for line in _edge(page)})
    return frozenset(words for words, count in seen.items() if count >= max(3, len(pages) / 2))


def _is_furniture(line: Line, page: Sequence[Line], furniture: frozenset[str]) -> bool:
    if line not in _edge(page):
        return False
    return _plain(line) in furniture or bool(_NUMBERED.fullmatch(line.words.strip()))


def _ordered(lines: Sequence[Line], depth: int = 0) -> list[list[Line]]:
    """The columns of `lines`, each from top to bottom, in reading order."""
    if len(lines) > 1 and depth < _DEEPEST:
        for cut in (_between_columns, _between_rows):
            if parts := cut(lines):
                return [column for part in parts for column in _ordered(part, depth + 1)]
    return [sorted(lines, key=lambda line: (-line.top, line.left))] if lines else []


def _between_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The two sides of the widest upright strip without ink, where both hold several lines."""
    cut = _widest([(line.left, line.right) for line in lines], 0.8 * median(line.size for line in lines))
    if cut is None:
        return []
    sides = [[line for line in lines if line.right <= cut], [line for line in lines if line.right > cut]]
    return sides if min(map(len, sides)) >= 3 else []


def _between_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Above and below a line that spans the columns beside it, so that each part can be cut into columns."""
    rows = sorted(lines, key=lambda line: -line.top)
    for at in range(1, len(rows)):
        above, below = rows[:at], rows[at:]
        if min(line.bottom for line in above) + 1 < max(line.top for line in below):
            continue
        if _between_columns(below) or _between_columns(above):
            return [above, below]
    return []


def _widest(stretches: Iterable[tuple[float, float]], least: float) -> float | None:
    """The middle of the widest gap between `stretches` that is wider than `least`."""
    ordered = sorted(stretches)
    reach, best = ordered[0][1], (least, None)
    for start, end in ordered[1:]:
        if start - reach > best[0]:
            best = (start - reach, (start + reach) / 2)  # type: ignore[assignment]
        reach = max(reach, end)
    return best[1]


def _joined(columns: Iterable[Sequence[Line]], page: int, usual: _Usual) -> Iterator[Piece]:
    for column in columns:
        leading = min(median(_steps(column) or [usual.leading]), usual.leading) if usual.leading else 0.0
        left = min(line.left for line in column)
        right = usual.ends[_tens(left)]
        held: list[Line] = []
        for line in column:
            if held and _begins(held[-1], line, leading, left, right):
                yield _piece(held, page, usual.size)
                held = []
            held.append(line)
        yield _piece(held, page, usual.size)


def _steps(column: Sequence[Line]) -> list[float]:
    """The distances from each line to the next."""
    steps = (above.bottom - below.bottom for above, below in pairwise(column))
    return [step for step in steps if step > 1]


def _begins(above: Line, line: Line, leading: float, left: float, right: float) -> bool:
    """Whether a paragraph begins at `line`."""
    step = above.bottom - line.bottom
    if step < 0.2 * line.size:
        return False  # the same line of print
    if step > 1.3 * leading or abs(above.size - line.size) > 0.15 * max(above.size, line.size):
        return True
    if _BULLET.match(line.words) or line.left - left > 0.8 * line.size >= above.left - left:
        return True
    return bool(_ENDED.search(above.words)) and right - above.right > 0.25 * (right - left)


def _piece(lines: Sequence[Line], page: int, usual: float) -> Piece:
    words = lines[0].words
    for above, line in pairwise(lines):
        words += (" " if above.bottom - line.bottom < 0.2 * line.size else "\n") + line.words
    heading = lines[0].size > _LARGE * usual and len(words) < 300 and not words.rstrip().endswith(".")
    role = BlockRole.HEADLINE if heading else BlockRole.LIST if _BULLET.match(words) else BlockRole.BODY
    return Piece(words, role, page)


def _goes_on(above: Piece, piece: Piece) -> bool:
    """Whether a paragraph was broken between two columns or pages."""
    if above.role is not BlockRole.BODY or piece.role is not BlockRole.BODY:
        return False
    return (
        not _ENDED.search(above.words)
        and len(above.words) > 60
        and (piece.words[:1].islower() or above.words.endswith("-"))
    )


def _one(above: Piece, piece: Piece) -> Piece:
    last = above.turns[-1][1] if above.turns else above.page
    turn = () if piece.page == last else ((len(above.words) + 1, piece.page),)
    return replace(above, words=f"{above.words}\n{piece.words}", turns=(*above.turns, *turn))
