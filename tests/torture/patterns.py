"""Regular expressions: every pattern of both packages against texts made to let it backtrack or start over.

`python -m tests.torture patterns` collects the patterns that the packages compile while they are imported and while
the seeds of fuzzing are tried. For each repetition in a pattern it makes texts that lead up to it, repeat what it
repeats and break off, besides runs of some plain characters, and searches them in growing lengths. To search is the
hardest use: many patterns are only ever matched at one place, or against a word. So for each pattern the three texts
whose search takes longest, beyond their share, are then read as articles, in the ways in which the module of the
pattern takes part; a fault is where that takes more than its share too.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NoReturn

from claims.extract import read as readings_of
from factcheck.api import compare_texts
from factcheck.read import read

_SEARCHED = 4_000
"""Characters of the longest text that is searched."""
_READ = 40_000
"""Characters of the longest text that is read as an article."""
_NOTICED = 0.03
"""Seconds, some ticks of the clock, below which the longest text is too quick for its growth to be measured."""
_PATIENCE = 10.0
"""Seconds of processor time after which a search is given up."""
_GROWTH = 2.8
"""By how much the time may grow when the text is doubled: 2 is linear, 4 square; the rest is the clock's noise."""
_RUNS = (
    "a",
    "A",
    "1",
    " ",
    "-",
    ".",
    "\n",
    "\t",
    "a ",
    "1 ",
    "1,",
    "a.",
    "A. ",
    "a-",
    "(",
    "[",
    "<",
    "one ",
    "$1 ",
    "'",
)
_ENDS = ("", "\0", "!", " x", "\n")


@dataclass(frozen=True, slots=True)
class Used:
    """A pattern and the module that compiles it."""

    module: str
    pattern: re.Pattern[str]


Text = tuple[str, str, str]
"""What a text begins with, what it repeats, and what ends it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The modules whose patterns are tried."""
    parser.add_argument("--only", default="", metavar="MODULE", help="those of modules that begin so")


def run(given: argparse.Namespace) -> int:
    """Try them all, print those that are slow, and give the number of texts that are read slowly."""
    used = [each for each in collected() if each.module.startswith(given.only)]
    suspects, tried = _suspects(used)
    print(f"{len(used)} patterns, {tried:,} texts; {len(suspects)} patterns grow faster than their text when searched.")
    faults = 0
    for each, text in ((each, text) for each, texts in suspects for text in texts):
        for name, read_ in READERS.items():
            if _takes_part(each, name) and (found := grows(read_, text, _READ)):
                faults += 1
                print(f"{name}: {found.says} for {_told(text)}, suspected of {_name(each)}", flush=True)
    print(f"Their texts were read as articles; {faults} take more than their share.")
    return faults


def _suspects(used: Sequence[Used]) -> tuple[list[tuple[Used, list[Text]]], int]:
    """The patterns that grow faster than their text, each with texts that take longest, and the number of texts."""
    slow, tried = [], 0
    for each in used:
        texts = list(attacks(each.pattern))
        tried += len(texts)
        growths = [(found, text) for text in texts if (found := grows(each.pattern.search, text, _SEARCHED))]
        growths.sort(key=lambda pair: -pair[0].seconds)
        if growths:
            print(f"search: {growths[0][0].says} for {_told(growths[0][1])} by {_name(each)}", flush=True)
            slow.append((each, [text for _, text in growths[:3]]))
    return slow, tried


def _told(text: Text) -> str:
    before, body, end = text
    return f"{before[:30]!r}, {body[:30]!r} again and again, {end!r}"


def _name(used: Used) -> str:
    return f"{used.module}: {used.pattern.pattern[:100]!r}"


def collected() -> tuple[Used, ...]:
    """Every pattern of text that the packages compile, each once."""
    command = [sys.executable, "-m", "tests.torture.compiled"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return tuple(Used(module, re.compile(pattern, flags)) for module, pattern, flags in json.loads(done.stdout))


def attacks(pattern: re.Pattern[str]) -> Iterator[Text]:
    """Texts as what comes first, what is repeated, and what ends them."""
    for run_ in _RUNS:
        yield "", run_, "\0"
    made = dict.fromkeys(
        text
        for before, body in _repeats(_parser.parse(pattern.pattern, pattern.flags), "")
        for text in (*((start, body, end) for end in _ENDS for start in (before, "")), ("", before + body, "\0"))
        if body
    )
    yield from made


@dataclass(frozen=True, slots=True)
class Growth:
    """A text that takes more than its share."""

    seconds: float
    says: str
    """How much longer twice the text takes."""


def grows(search: Callable[[str], object], text: Text, longest: int) -> Growth | None:
    """How much longer twice the text takes, where that is much more than twice."""
    before, body, end = text

    def spent(length: int) -> float:
        given = before + body * (length // len(body)) + end
        begun = time.process_time()
        with contextlib.suppress(TimeoutError), _patience():
            search(given)
        return time.process_time() - begun

    for length in (30, 300, longest // 4):  # what grows without measure shows itself here
        if (seconds := spent(length)) > _PATIENCE:
            return Growth(seconds, f"more than {_PATIENCE:g} seconds for {length:,} characters")
    whole = spent(longest)
    if whole < _NOTICED:
        return None
    half, whole = max(spent(longest // 2), 0.0001), min(whole, spent(longest))
    if whole <= _GROWTH * half:
        return None
    return Growth(whole, f"{whole / half:.1f} times when doubled to {longest:,} ({whole:.2f} s)")


@contextlib.contextmanager
def _patience() -> Iterator[None]:
    """Ends what takes too much processor time with a TimeoutError; expressions look for signals while they search."""

    def stop(*_: object) -> NoReturn:
        raise TimeoutError

    known = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, 1.1 * _PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, known)


def _reader(suffix: str) -> Callable[[str], object]:
    def read_(text: str) -> object:
        path = Path(tempfile.gettempdir()) / f"factcheck-pattern-{os.getpid()}{suffix}"
        path.write_text(text, "utf-8", "replace", newline="")
        try:
            return read([str(path)])
        finally:
            path.unlink()

    return read_


READERS: dict[str, Callable[[str], object]] = {
    "values": readings_of, ".txt": _reader(".txt"), ".md": _reader(".md"), ".html": _reader(".html"),
    "comparison": lambda text: compare_texts(text, "2 people died."),
}  # fmt: skip
"""Ways in which a text is read."""


def _takes_part(used: Used, reader: str) -> bool:
    """What finds values sees every text, a reader its own files, and all else what is compared."""
    if used.module.startswith("factcheck.read"):
        return reader.startswith(".")
    return reader == "comparison" or (reader == "values" and used.module.startswith("claims"))


# --------------------------------------------------------------------------- what a pattern is made of


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """For each long repetition in a parsed pattern what can stand before it and what it repeats."""
    for op, said in tree:
        for inner in _inner(op, said):
            yield from _repeats(inner, before)
        if op in _REPEATS and said[1] > 30:
            yield before, _sample([(op, (1, 1, said[2]))])
        before += _sample([(op, said)])


_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


def _inner(op: Any, said: Any) -> list[Any]:
    if op in _REPEATS:
        return [said[2]]
    if op is sre.SUBPATTERN:
        return [said[3]]
    if op is sre.ATOMIC_GROUP:
        return [said]
    if op is sre.BRANCH:
        return list(said[1])
    if op in (sre.ASSERT, sre.ASSERT_NOT):
        return [said[1]]
    return []


def _sample(tree: Any) -> str:
    """A short text that a parsed pattern matches, assertions aside."""
    made = ""
    for op, said in tree:
        if op is sre.LITERAL:
            made += chr(said)
        elif op is sre.NOT_LITERAL:
            made += "a" if said != ord("a") else "b"
        elif op is sre.ANY:
            made += "a"
        elif op is sre.IN:
            made += _member(said)
        elif op in _REPEATS:
            made += _sample(said[2]) * max(said[0], min(1, said[1]))
        elif op is sre.BRANCH:
            made += max((_sample(each) for each in said[1]), key=len)
        elif op is sre.SUBPATTERN:
            made += _sample(said[3])
        elif op is sre.ATOMIC_GROUP:
            made += _sample(said)
    return made


def _member(said: Any) -> str:
    """A character of a set: a plain one where it has one."""
    for char in "a1 A-,.\n'\"(<&@/\t":
        if _holds(said, ord(char)):
            return char
    return next((chr(code) for code in range(33, 0x3000) if _holds(said, code)), "a")


def _holds(said: Any, code: int) -> bool:
    negated, found = False, False
    for op, inner in said:
        if op is sre.NEGATE:
            negated = True
        elif op is sre.LITERAL:
            found |= inner == code
        elif op is sre.RANGE:
            found |= inner[0] <= code <= inner[1]
        elif op is sre.CATEGORY:
            found |= bool(_CATEGORIES[inner].match(chr(code)))
    return found != negated


_CATEGORIES = {
    sre.CATEGORY_DIGIT: re.compile(r"\d"), sre.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    sre.CATEGORY_SPACE: re.compile(r"\s"), sre.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    sre.CATEGORY_WORD: re.compile(r"\w"), sre.CATEGORY_NOT_WORD: re.compile(r"\W"),
}  # fmt: skip
