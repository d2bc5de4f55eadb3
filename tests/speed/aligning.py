"""Grouping the texts of claims in blocks, beside a join of DuckDB by the same similarity on the same blocks."""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Iterator

from factcheck.align.coarse import ALIKE, alike
from tests.speed.claims import Line, lines
from tests.speed.ratio import Ratio, spent

_SMALL, _MIDDLE = 10_000, 100_000
_JOIN = """
    SELECT count(*) FROM claims x JOIN claims y ON x.block = y.block AND x.id < y.id
    WHERE jaro_winkler_similarity(x.text, y.text) >= ?
"""


def ratios(large: int) -> Iterator[Ratio]:
    """Cost against DuckDB's at 100,000 claims, where it is installed, and growth from 10,000 to `large`.

    DuckDB counts the pairs and hands over nothing; ours hands over the groups.
    """
    _grouped(list(lines(100)))
    middle = list(lines(_MIDDLE))
    ours = spent(lambda: _grouped(middle), 3)
    if importlib.util.find_spec("duckdb"):
        theirs = _joined(middle)
        yield Ratio(
            f"aligning {_MIDDLE:,}: times DuckDB's join", ours / theirs, 0.5, True, f"{ours:.2f} s, {theirs:.2f} s"
        )
    low = spent(lambda: _grouped(middle[:_SMALL]), 5)
    many = list(lines(large))
    high = spent(lambda: _grouped(many))
    grown = math.log(high / low) / math.log(large / _SMALL)
    yield Ratio("aligning: growth exponent", grown, 1.2, True, f"{_SMALL:,}: {low:.3f} s, {large:,}: {high:.2f} s")


def _grouped(claims: list[Line]) -> int:
    return sum(1 for _ in alike([line.text for line in claims], [line.block for line in claims]))


def _joined(claims: list[Line]) -> float:
    import duckdb
    import pyarrow

    base = duckdb.connect()
    base.execute("SET threads = 1")
    rows = [{"id": number, "block": line.block, "text": line.text} for number, line in enumerate(claims)]
    base.register("given", pyarrow.Table.from_pylist(rows))
    base.execute("CREATE TABLE claims AS SELECT * FROM given")
    return spent(lambda: base.execute(_JOIN, [ALIKE]).fetchall(), 3)
