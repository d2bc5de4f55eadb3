"""`factcheck explain`, `rules`, `kinds` and `--explain`: why something is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.factcheck.cli.conftest import Outcome

Run = Callable[..., Outcome]


@pytest.fixture
def saved(factcheck: Run) -> str:
    factcheck("compare", "in", "--report", "json:report.json", "--output-format", "concise")
    return "report.json"


def test_a_finding_of_a_saved_report_is_explained(factcheck: Run, saved: str) -> None:
    outcome = factcheck("explain", "FC101-date", "--in", saved)
    assert outcome.status == 0
    for says in ("CONFLICT  day Milo Trent was convicted", "»March 3, 2029«", "articles/mail.txt:7:30",
                 "Aster Wire: “in November” (2030-11)", "+1.50 event (same: convict / convict)", "FC001 no: same value",
                 "FC101 holds: no day lies in both"):  # fmt: skip
        assert says in outcome.out
    assert factcheck("explain", "fc101-d", "--in", saved).out == outcome.out
    assert factcheck("explain", "fc101-date", "--in", "-", stdin=Path(saved).read_bytes()).out == outcome.out
    assert factcheck("explain", "percent", "--in", saved).out == factcheck("explain", "percent").out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["FC101-dat3", "--in", "report.json"], "did you mean fc101-date?"),
        (["0a1b2c3d4e"], "name its report too: --in report.json"),
        (["FC10"], "no rule or kind is called FC10"),
        (["FC101", "--in", "missing.json"], "missing.json cannot be read: No such file"),
        (["FC101", "--in", "in"], "in cannot be read: Is a directory"),
        (["FC101", "--in", "in/a.txt"], "it is no JSON; write one with `factcheck compare --report json:FILE`"),
        (["FC101", "--in", "claims.json"], "its schema is factcheck.claims/1, not factcheck.report/1"),
        (["FC101", "--in", "list.json"], "its schema is missing"),
        (["FC101", "--in", "empty.json"], "does not obey the schema"),
        (["FC101", "--in", "latin.json"], "it is not in UTF-8"),
    ],
)
def test_what_cannot_be_explained_is_said_in_one_line(factcheck: Run, saved: str, args: list[str], says: str) -> None:
    assert saved == "report.json"
    Path("claims.json").write_text('{"schema": "factcheck.claims/1"}')
    Path("list.json").write_text("[]")
    Path("empty.json").write_text('{"schema": "factcheck.report/1", "articles": [], "findings": [{}]}')
    Path("latin.json").write_bytes(b'{"schema": "\xe9"}')
    outcome = factcheck("explain", *args)
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert says in outcome.err


def test_each_finding_that_is_shown_tells_how_it_came_about(factcheck: Run) -> None:
    plain, told = factcheck("compare", "in").out, factcheck("compare", "in", "--explain").out
    assert "FC101 holds" not in plain
    assert told.count("FC101 holds: no day lies in both") == 1
    assert told.count("  Finding ") == 2
    assert factcheck("compare", "in", "--explain", "--all").out.count("  Finding ") == 5
    page = factcheck("compare", "in", "--explain", "--output-format", "markdown").out
    assert page.count("came about</summary>") == 2


def test_rules_and_kinds_as_json(factcheck: Run) -> None:
    for name in ("rules", "kinds"):
        outcome = factcheck(name, "--output-format", "json")
        assert outcome.status == 0
        assert json.loads(outcome.out)[name]
        assert factcheck(name, "--output-format", "csv").status == 2
