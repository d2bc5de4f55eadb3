"""A day in a newsroom's repository, from end to end: a new article, a conflict, a decision, green again."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.cli import app

NEW = (
    "A jury in Orsel convicted Milo Trent of 12 counts of negligence. Trent, 31, drove the crane that fell on a tram.\n"
)
ARCHIVE = {
    "wire": NEW.replace("12", "19"),
    "radio": "Milo Trent, whose crane fell on a tram in Orsel, was convicted by a jury of 19 counts of negligence.",
}
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def factcheck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    Path("archive").mkdir()
    Path("drafts").mkdir()
    for name, text in ARCHIVE.items():
        Path(f"archive/{name}.md").write_text(f"---\nsource: {name}\npublished: 2031-05-14\n---\n{text}\n")
    Path("drafts/ferry.md").write_text(f"---\nsource: Desk\npublished: 2031-05-15\n---\n{NEW}")
    Path("factcheck.toml").write_text('against = ["archive"]\nstory = "all"\n')

    def run(*args: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(app, list(args))
        return result.exit_code, result.stdout, result.stderr

    return run


def test_a_pull_request(factcheck: Run) -> None:
    # the new article contradicts the archive, and the pull request shows where
    status, out, _ = factcheck("check", "drafts/ferry.md", "--output-format", "github", "--report", "json:result.json")
    assert status == 1
    (line,) = [row for row in out.splitlines() if row.startswith("::error")]
    assert "file=drafts/ferry.md,line=5" in line
    assert "12 counts" in line
    # the desk looks at it on a page made from the saved run, and accepts it
    status, page, _ = factcheck("report", "result.json", "--output-format", "markdown", "--fail-level", "never")
    assert status == 0
    assert "## Conflicts" in page
    status, _, _ = factcheck("check", "drafts/ferry.md", "--write-baseline", "baseline.toml", "--quiet")
    assert status == 0
    noted = Path("baseline.toml").read_text("utf-8").replace('note = ""', 'note = "twelve were known at noon"')
    Path("baseline.toml").write_text(noted)
    # green again, and the decision is on record
    with open("factcheck.toml", "a", encoding="utf-8") as settings:
        settings.write('baseline = "baseline.toml"\n')
    status, out, err = factcheck("check", "drafts/ferry.md")
    assert (status, err) == (0, "")
    assert "1 finding set aside in baseline or comments" in out
    status, out, _ = factcheck("check", "drafts/ferry.md", "--output-format", "sarif")
    (result,) = json.loads(out)["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "twelve were known at noon"
    # a later draft gives another figure, and that is looked at anew
    Path("drafts/ferry.md").write_text(Path("drafts/ferry.md").read_text("utf-8").replace("12 counts", "41 counts"))
    assert factcheck("check", "drafts/ferry.md")[0] == 1
    # corrected, nothing is left but an entry that has had its day
    Path("drafts/ferry.md").write_text(Path("drafts/ferry.md").read_text("utf-8").replace("41 counts", "19 counts"))
    status, _, err = factcheck("compare", "archive", "drafts")
    assert status == 0
    assert "occurs no more; --write-baseline baseline.toml drops it" in err
    factcheck("compare", "archive", "drafts", "--write-baseline", "baseline.toml")
    assert "[[finding]]" not in Path("baseline.toml").read_text("utf-8")


@pytest.fixture
def noted(factcheck: Run) -> str:
    """A baseline of one finding of the archive and the draft, with a note, and what it holds."""
    factcheck("compare", "archive", "drafts", "--write-baseline", "b.toml")
    text = Path("b.toml").read_text("utf-8").replace('note = ""', 'note = "asked the court"')
    Path("b.toml").write_text(text)
    assert text.count("asked the court") == 1
    return text


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize(
    ("settings", "args"),
    [
        ("", "archive drafts --min-confidence 1"),
        ('ignore = ["FC"]', "archive drafts"),
        ('select = ["FC1"]', "archive drafts"),
        ('kinds = ["date"]', "archive drafts"),
        ("[thresholds]\ncount = 1", "archive drafts"),
        ("", "archive drafts --strict"),
        ("", "archive"),
        ("", "drafts archive/radio.md"),
        ("", "other"),
    ],
)
def test_no_decision_is_lost_by_looking_at_less(factcheck: Run, settings: str, args: str) -> None:
    Path("factcheck.toml").write_text(f'story = "all"\n{settings}\n')
    Path("other").mkdir()
    for name, number in (("wire", 8), ("radio", 8), ("Desk", 9)):
        Path(f"other/{name}.md").write_text(
            f"---\nsource: {name}\npublished: 2031-06-02\n---\n"
            f"Ana Low, who sold forged tickets in Havel, was convicted by a jury of {number} counts of fraud.\n"
        )
    run = ["compare", *args.split()]
    assert "occurs no more" not in factcheck(*run, "--baseline", "b.toml")[2]
    assert "occurs no more" not in factcheck(*run, "--write-baseline", "b.toml")[2]
    assert "asked the court" in Path("b.toml").read_text("utf-8")
    Path("factcheck.toml").write_text('story = "all"\n')
    assert factcheck("compare", "archive", "drafts", "--baseline", "b.toml")[0] == 0


def test_what_is_dropped_is_told_with_its_note(factcheck: Run, noted: str) -> None:
    Path("drafts/ferry.md").write_text(Path("drafts/ferry.md").read_text("utf-8").replace("12 counts", "19 counts"))
    _, _, err = factcheck("compare", "archive", "drafts", "--write-baseline", "b.toml", "--quiet")
    assert err == ""
    assert Path("b.toml").read_text("utf-8") == noted
    _, _, err = factcheck("compare", "archive", "drafts", "--write-baseline", "b.toml")
    assert "occurs no more and was dropped; it was accepted: asked the court\n" in err
    assert "asked the court" not in Path("b.toml").read_text("utf-8")


def test_an_entry_of_a_new_article_outlives_runs_without_it(factcheck: Run) -> None:
    Path("drafts/wire.md").write_text(
        f"---\nsource: wire\npublished: 2031-05-15\n---\n{NEW} The jury sat for nine days.\n"
    )
    factcheck("check", "drafts/wire.md", "--write-baseline", "b.toml")
    before = Path("b.toml").read_text("utf-8")
    assert "[[finding]]" in before
    assert "occurs no more" not in factcheck("compare", "archive", "--baseline", "b.toml")[2]
    factcheck("compare", "archive", "--write-baseline", "b.toml")
    assert Path("b.toml").read_text("utf-8") == before


def test_tables_hold_everything_whatever_the_settings_set_aside(factcheck: Run) -> None:
    pytest.importorskip("pyarrow")
    with open("factcheck.toml", "a", encoding="utf-8") as settings:
        settings.write('baseline = "b.toml"\n')
    factcheck("compare", "archive", "drafts", "--write-baseline", "b.toml")
    status, out, err = factcheck("compare", "archive", "drafts", "--tables", "tables")
    assert (status, err) == (1, "")
    assert "1 conflict," in out
