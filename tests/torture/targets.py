"""What is fuzzed: functions that take any bytes and raise where the tool breaks its word.

A file may be refused, in one sentence. Any other exception is a fault, and so are spans outside of a text, numbers that
are none, output that could steer a terminal and a report that is another one after being saved and read back.
"""

from __future__ import annotations

import atexit
import contextlib
import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from claims.extract import read as readings_of
from claims.model import Block, Reading
from factcheck import baseline
from factcheck.api import compare_texts
from factcheck.errors import FactcheckError, UnreadableError
from factcheck.read import read
from factcheck.read.formats import FORMATS, HEAD, chosen
from factcheck.read.manifest import NAMES, manifest
from factcheck.read.reference import reference
from factcheck.read.terms import DEFAULT
from factcheck.report import REPORTERS, ReportOptions
from factcheck.report.saved import read_saved
from factcheck.report.value import bounds
from factcheck.settings import load
from tests.torture import seeds

_RENDER = {reporter.name: reporter.render for reporter in REPORTERS}
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|\r(?!\n)")
_FOLDER = Path(tempfile.mkdtemp(prefix="factcheck-torture-"))
atexit.register(shutil.rmtree, _FOLDER, ignore_errors=True)


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that is fuzzed."""

    name: str
    """What the command line calls it."""
    run: Callable[[bytes], None]
    """Tries one input; raises where there is a fault."""
    seeds: tuple[bytes, ...]
    """Inputs that are understood, to begin with."""
    words: tuple[bytes, ...] = ()
    """Words of its language, to build inputs from."""


def _put(name: str, data: bytes) -> Path:
    path = _FOLDER / name
    path.write_bytes(data)
    return path


# ------------------------------------------------------------------------------------------- readers


def _reader(suffix: str) -> Callable[[bytes], None]:
    def run(given: bytes) -> None:
        data = seeds.packed(suffix, given)
        path = _put(f"a{suffix}", data)
        intake = read([str(path)])
        assert intake.articles or intake.skipped, "neither an article nor a word about it"
        for skipped in intake.skipped:
            assert "\n" not in skipped.reason, skipped.reason
            if "it cannot be read (" in skipped.reason:
                _again(path, data)
                raise AssertionError(skipped.reason)
        for article in intake.articles:
            _in_order(article.blocks, article.text)

    return run


def _again(path: Path, data: bytes) -> None:
    """The same once more, without the net that turns a slip into a sentence, to see where it is."""
    with contextlib.suppress(UnreadableError):
        list(chosen(str(path), data[:HEAD]).read(io.BytesIO(data), DEFAULT))


def _in_order(blocks: Sequence[Block], text: str) -> None:
    for block in blocks:
        assert 0 <= block.span.start <= block.span.end <= len(text), block
    for one, two in pairwise(blocks):
        assert one.span.end <= two.span.start, (one, two)


# -------------------------------------------------------------------------------------------- values


def values(data: bytes) -> None:
    """Reads the values of any text, lone surrogates included."""
    text = data.decode("utf-8", "surrogateescape")
    found = readings_of(text)
    assert list(found) == sorted(found, key=lambda reading: (reading.span, reading.kind))
    _sound(found, text)


def _sound(found: Iterable[Reading], text: str) -> None:
    for reading in found:
        assert 0 <= reading.span.start <= reading.core.start, reading
        assert reading.core.start < reading.core.end <= reading.span.end <= len(text), reading
        assert all(amount.is_finite() for amount in reading.value.amounts), reading
        bounds(reading.value)


def comparison(data: bytes) -> None:
    """Compares the two halves of any text (parted at the first U+0000) and writes and reads back what they say."""
    first, _, second = data.decode("utf-8", "surrogateescape").partition("\0")
    report = compare_texts(first, second or first, published="2031-03-05")
    saved = _RENDER["json"](report, ReportOptions())
    assert _RENDER["json"](read_saved(saved).report, ReportOptions()) == saved, "another report after reading it back"
    for name, render in _RENDER.items():
        text = render(report, ReportOptions(all=True, explain=True))
        text.encode()
        assert not _STEERING.search(text), f"{name} lets a control character pass"


# --------------------------------------------------------------------------------- files of the user


def _refuses(read_file: Callable[[str], object], *names: str) -> Callable[[bytes], None]:
    """The first byte chooses among names of files."""

    def run(data: bytes) -> None:
        name = names[data[0] % len(names)] if data else names[0]
        path = _put(name, data[1:] if len(names) > 1 else data)
        said = ""
        try:
            read_file(str(path))
        except FactcheckError as error:
            said = str(error)
        finally:
            path.unlink()
        assert "\n" not in said, said

    return run


def _manifest(path: str) -> object:
    return manifest(str(Path(path).parent))


def saved_report(data: bytes) -> None:
    """Reads a report; what is read is written and read once more."""
    try:
        report = read_saved(data.decode("utf-8", "replace")).report
    except ValueError:
        return
    for render in _RENDER.values():
        render(report, ReportOptions(all=True, explain=True)).encode()


TARGETS: tuple[Target, ...] = (
    Target("values", values, seeds.TEXTS, seeds.WORDS),
    Target("comparison", comparison, seeds.PAIRS, seeds.WORDS),
    *(
        Target(f"read-{form.suffixes[0][1:]}", _reader(form.suffixes[0]), seeds.FILES[form.suffixes[0]])
        for form in FORMATS
    ),
    Target("settings", _refuses(load, "factcheck.toml", "pyproject.toml"), seeds.SETTINGS, seeds.KEYS),
    Target("manifest", _refuses(_manifest, *NAMES), seeds.MANIFESTS, seeds.FIELDS),
    Target("facts", _refuses(reference, "facts.toml"), seeds.FACTS),
    Target("baseline", _refuses(baseline.load, "baseline.toml"), seeds.BASELINES),
    Target("report", saved_report, seeds.REPORTS),
)
"""Everything that is fuzzed."""
