"""Lines with styles become text: plain where there is no terminal, wrapped and coloured where there is one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from factcheck.model import Verdict
from factcheck.report.reporter import ReportOptions
from factcheck.report.safe import inert


class Style(StrEnum):
    """What a stretch of a line is; how that looks is decided here alone. Values are styles of rich."""

    TEXT = ""
    STRONG = "bold"
    FAINT = "dim"
    CONFLICT = "bold red"
    UNCLEAR = "yellow"
    FINE = "green"
    VALUE = "bold underline"


OF_VERDICT = {
    Verdict.CONFLICT: Style.CONFLICT,
    Verdict.UNCLEAR: Style.UNCLEAR,
    Verdict.AGREE: Style.FINE,
    Verdict.COMPATIBLE: Style.FINE,
    Verdict.EVOLVING: Style.FINE,
}
"""The style in which each verdict is named."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line before wrapping: stretches of safe text, each with its style."""

    pieces: tuple[tuple[str, Style], ...] = ()
    """The stretches in order; a value among them is marked by signs where there is no colour."""
    indent: int = 0
    """Columns left free before it, on every line it is wrapped to."""


def line(*pieces: str | tuple[str, Style], indent: int = 0) -> Line:
    """A line of stretches, plain or styled."""
    return Line(tuple((piece, Style.TEXT) if isinstance(piece, str) else piece for piece in pieces), indent)


def painted(lines: Sequence[Line], options: ReportOptions) -> str:
    """The text of `lines`, each with a line end."""
    signed = lines if options.colour else [_signed(each) for each in lines]
    if options.width is None:
        return inert("".join(f"{' ' * each.indent}{_words(each)}".rstrip() + "\n" for each in signed))
    return inert(_wrapped(signed, options))


def _signed(given: Line) -> Line:
    """The line with its values between signs, for eyes that see no colour."""
    pieces = ((f"»{words}«" if style is Style.VALUE else words, style) for words, style in given.pieces)
    return Line(tuple(pieces), given.indent)


def _words(given: Line) -> str:
    return "".join(words for words, _ in given.pieces)


def _wrapped(lines: Iterable[Line], options: ReportOptions) -> str:
    """The lines broken at the terminal's width by rich, which gets styled text and never markup."""
    from rich.console import Console
    from rich.padding import Padding
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out,
        width=options.width,
        force_terminal=options.colour,
        color_system="standard" if options.colour else None,
        no_color=not options.colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    for each in lines:
        if not each.pieces:
            out.write("\n")
            continue
        text = Text.assemble(*((words, str(style)) for words, style in each.pieces), overflow="fold")
        console.print(Padding(text, (0, 0, 0, each.indent), expand=False), soft_wrap=False)
    return "".join(f"{row.rstrip()}\n" for row in out.getvalue().splitlines())
