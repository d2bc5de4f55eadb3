"""An archive as tables: they hold what the report holds, and a run that was cut short goes on."""

from __future__ import annotations

import json
import multiprocessing
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from factcheck.engine import batches, tables
from factcheck.engine.tables import tabulate
from factcheck.model import Intake, Options, Report
from factcheck.pipeline import apart, compare
from factcheck.read import read
from factcheck.report.value import mention
from factcheck.settings import Settings
from tests.speed.archive import write

parquet = pytest.importorskip("pyarrow.parquet", reason="tables need the extra parquet")


@pytest.fixture(scope="module")
def intake(tmp_path_factory: pytest.TempPathFactory) -> Intake:
    file = tmp_path_factory.mktemp("archive") / "archive.jsonl"
    write(60, file)
    return read([str(file)])


@pytest.fixture(scope="module")
def report(intake: Intake) -> Report:
    return compare(intake)


def _rows(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return found


def _run(intake: Intake, folder: Path, jobs: int = 1) -> Counter[str]:
    stories, skipped = apart(intake.articles, Options())
    return tabulate(stories, skipped, Options(jobs=jobs), Settings(), folder)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_tables_hold_what_the_report_holds(intake: Intake, report: Report, tmp_path: Path, jobs: int) -> None:
    counts = _run(intake, tmp_path, jobs)
    found = {row["id"]: row for row in _rows(tmp_path, "findings")}
    assert sorted(found) == sorted(finding.id for finding in report.findings)
    for finding in report.findings:
        row = found[finding.id]
        assert (row["rule"], row["reason"], row["verdict"]) == (finding.rule, finding.reason, finding.verdict)
        assert json.loads(row["mentions"]) == [mention(each) for each in finding.mentions]
    assert {(row["id"], row["story"]) for row in _rows(tmp_path, "articles")} == {
        (article.id, article.story) for article in report.articles
    }
    said = {(row["article"], row["start"], row["kind"]) for row in _rows(tmp_path, "claims")}
    assert said >= {
        (single.mention.article.id, single.mention.claim.span.start, single.mention.claim.kind)
        for single in report.single_source
    }
    assert {(row["article"], row["start"]) for row in _rows(tmp_path, "groups")} <= {each[:2] for each in said}
    assert counts["error"] == sum(finding.severity == "error" for finding in report.findings) > 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{name}.parquet" for name in ("articles", "claims", "findings", "groups", "skipped")
    ]
    assert not multiprocessing.active_children()


def test_half_a_surrogate_pair_ends_no_archive(tmp_path: Path) -> None:
    """JSON can write one, and Parquet cannot hold it."""
    said = {
        "id": "a\ud800",
        "title": "Ferry \ud800 sinks",
        "text": "12 people \ud800 were aboard the ferry Gull of Marsk.",
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(said), "utf-8")
    assert _run(read([str(tmp_path)]), tmp_path / "out")["articles"] == 1
    assert _rows(tmp_path / "out", "articles")[0]["title"] == "Ferry \ufffd sinks"


def test_a_run_that_was_cut_short_goes_on(intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(work: Any) -> Any:
        return batches.batches(work, 3000)

    monkeypatch.setattr(tables, "batches", small)
    stories, _ = apart(intake.articles, Options())
    steps: list[int] = []

    def cut(_stage: str, done: int, _total: int) -> None:
        steps.append(done)
        if len(steps) == 4:  # the first tells where it begins
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        tabulate(stories, (), Options(progress=cut), Settings(), tmp_path / "out")
    assert len(list((tmp_path / "out" / "parts").iterdir())) == 3
    again: list[int] = []
    tabulate(stories, (), Options(progress=lambda _s, done, _t: again.append(done)), Settings(), tmp_path / "out")
    assert again[0] == steps[-1] > steps[0] == 0
    _run(intake, tmp_path / "whole")
    for name in ("articles", "claims", "findings", "groups", "skipped"):
        assert _rows(tmp_path / "out", name) == _rows(tmp_path / "whole", name)
