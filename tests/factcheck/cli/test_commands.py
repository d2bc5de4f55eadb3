"""What the commands pass on and write."""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claims.kinds import KINDS
from claims.model import Published
from factcheck.baseline import as_text, load
from factcheck.console import Bar
from factcheck.flags import CLAIM_FORMATS, FORMATS
from factcheck.judge import RULES
from factcheck.model import Options, StoryMode
from tests.factcheck.cli.conftest import Outcome, Pipeline
from tests.golden.draw import HERE

Run = Callable[..., Outcome]


def golden(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def test_every_flag_of_the_contract_is_accepted(factcheck: Run, pipeline: Pipeline) -> None:
    flags = [
        "--output-format", "json", "-o", "out.json", "--report", "markdown:out.md", "--report", "concise:out.txt",
        "--all", "--story", "folder", "--strict", "--published", "2031-03-05", "--fail-level", "never",
        "--min-confidence", "0.5", "--isolated", "--no-cache", "--jobs", "2", "--quiet", "--no-color",
    ]  # fmt: skip
    for command in (["compare", "in"], ["check", "in/a.txt", "--against", "in"]):
        outcome = factcheck(*command, *flags)
        assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
        assert pipeline.options == Options(StoryMode.FOLDER, True, 0.5, 2, False, "")
        assert json.loads(Path("out.json").read_text("utf-8"))["schema"] == "factcheck.report/1"
        assert Path("out.md").read_text("utf-8").startswith("# ")
        assert Path("out.txt").read_text("utf-8").count("\n") == 5
        dates = {article.published for intake in pipeline.intakes for article in intake.articles}
        assert dates == {Published(dt.date(2031, 3, 5), dt.date(2031, 3, 5), "option")}


@pytest.mark.parametrize(("args", "file"), [([], "concise.txt"), (["--all"], "concise-all.txt")])
def test_output_is_the_reporter_s(factcheck: Run, args: list[str], file: str) -> None:
    assert factcheck("compare", "in", "--output-format", "concise", *args).out == golden(file)


def test_piped_output_is_plain(factcheck: Run) -> None:
    assert "\x1b" not in factcheck("compare", "in").out


def test_standard_input(factcheck: Run, pipeline: Pipeline) -> None:
    assert factcheck("compare", "-", "in/a.txt", stdin=b"Nine boats searched.").status == 1
    assert [article.path for article in pipeline.intakes[0].articles] == ["-", "in/a.txt"]


def test_a_new_article_that_lies_among_the_others_is_compared_once(factcheck: Run, pipeline: Pipeline) -> None:
    factcheck("check", os.path.abspath("in/a.txt"), "--against", "in", "--against", "in/b.txt")
    new, against = pipeline.intakes
    assert [Path(article.path).name for article in new.articles] == ["a.txt"]
    assert [article.id for article in against.articles] == ["in/b.txt"]


@pytest.mark.parametrize("against", ["in", "./in/../in", "{folder}/in"])
def test_what_new_articles_and_others_share_is_passed_over_once(
    factcheck: Run, pipeline: Pipeline, against: str
) -> None:
    Path("in/empty.txt").write_text("")
    outcome = factcheck("check", "in", "--against", against.format(folder=os.getcwd()), "--against", "in/gone.txt")
    assert [each.what for intake in pipeline.intakes for each in intake.skipped] == ["in/empty.txt", "in/gone.txt"]
    assert [line.partition(":")[0] for line in outcome.err.splitlines()] == ["in/empty.txt", "in/gone.txt"]


@pytest.mark.parametrize(("against", "others"), [(["-"], []), (["in", "-"], ["in/a.txt", "in/b.txt"])])
def test_standard_input_that_is_new_is_compared_once(
    factcheck: Run, pipeline: Pipeline, against: list[str], others: list[str]
) -> None:
    args = [arg for path in against for arg in ("--against", path)]
    outcome = factcheck("check", "-", *args, stdin=b"Nine boats searched.")
    assert (outcome.status, outcome.err) == (1, "")
    assert [[article.id for article in intake.articles] for intake in pipeline.intakes] == [["-"], others]


def test_an_output_among_the_articles_is_none_of_them(factcheck: Run, pipeline: Pipeline) -> None:
    for _ in range(2):
        factcheck("compare", "in", "-o", "in/report.md", "--output-format", "markdown", "--report", "full:in/full.txt")
        assert [article.id for article in pipeline.intakes[0].articles] == ["in/a.txt", "in/b.txt"]


@pytest.mark.parametrize("name", [*FORMATS, "baseline"])
def test_an_output_among_the_articles_is_written_again_and_again(factcheck: Run, name: str) -> None:
    option = "--write-baseline=in/out.txt" if name == "baseline" else f"--report={name}:in/out.txt"
    for _ in range(2):
        assert factcheck("compare", "in", option).status in (0, 1)
    for _ in range(2):
        assert factcheck("compare", "in", "-o", "in/out.txt", "--output-format", "jsonl").status == 1


@pytest.mark.parametrize("name", CLAIM_FORMATS)
def test_a_listing_among_the_articles_is_written_again_and_again(factcheck: Run, name: str) -> None:
    for _ in range(2):
        assert factcheck("claims", "in", "-o", "in/out.txt", "--output-format", name).status == 0


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        (lambda text: text, False),
        (lambda text: "\ufeff" + text.replace("\n", "\r\n"), False),
        (lambda text: text.replace(",,,\n", ",ann,,\n", 1), True),
        (lambda text: text.replace(",,,\n", ",,,ask again\n", 1), True),
        (lambda text: text.replace(",,,\n", ',,,"""\n', 1), True),
        (lambda text: text.replace("note\n", "note,desk\n").replace(",,,\n", ",,,,news\n", 1), True),
        (
            lambda text: text.replace("note\n", "note;\n", 1).replace(",", ";").replace(";;;\n", ";;2031-03-05;\n", 1),
            True,
        ),
    ],
)
def test_a_sheet_that_was_filled_in_is_not_written_over(
    factcheck: Run, change: Callable[[str], str], kept: bool
) -> None:
    args = ["compare", "in", "--output-format", "csv", "-o", "sheet.csv"]
    assert factcheck(*args).status == 1
    sheet = change(Path("sheet.csv").read_text("utf-8")).encode()
    Path("sheet.csv").write_bytes(sheet)
    outcome = factcheck(*args)
    assert outcome.status == (2 if kept else 1)
    assert ("sheet.csv was filled in by hand and would be overwritten" in outcome.err) is kept
    assert (Path("sheet.csv").read_bytes() == sheet) is (kept or change("x") == "x")


def test_a_file_that_is_no_article_may_be_written_over(factcheck: Run) -> None:
    Path("in/log.tmp").write_text("old\n")
    Path("elsewhere.txt").write_text("old\n")
    Path("factcheck.toml").write_text('exclude = ["notes.md"]\n')
    Path("in/notes.md").write_text("old\n")
    for name in ("in/log.tmp", "elsewhere.txt", "in/notes.md"):
        assert factcheck("compare", "in", "-o", name).status == 1
        assert Path(name).read_text("utf-8") != "old\n"


@pytest.mark.parametrize("settings", ["", 'baseline = "b.toml"\n'])
def test_a_baseline_is_written_for_the_first_time(factcheck: Run, settings: str) -> None:
    Path("factcheck.toml").write_text(settings)
    args = ["compare", "in", *([] if settings else ["--baseline", "in/../b.toml"])]
    assert factcheck(*args).status == 2
    assert factcheck(*args, "--write-baseline", "c.toml").status == 2
    for _ in range(2):
        assert factcheck(*args, "--write-baseline", "b.toml").status == 0
    assert factcheck(*args).status == 0


@pytest.mark.parametrize("settings", ["", 'baseline = "b.toml"\n'])
def test_another_baseline_keeps_its_decisions(factcheck: Run, settings: str) -> None:
    factcheck("compare", "in", "--write-baseline", "b.toml")
    first, second = load("b.toml")
    Path("b.toml").write_text(as_text([first, replace(second, note="both figures are estimates")]))
    other = replace(first, fact="another fact", note="the ministry errs")
    Path("c.toml").write_text(as_text([replace(first, status="error", note="asked the court"), second, other]))
    Path("factcheck.toml").write_text(settings)
    args = ["compare", "in", *([] if settings else ["--baseline", "b.toml"]), "--write-baseline"]
    assert factcheck(*args, "c.toml").status == 1
    assert sorted(each.note for each in load("c.toml")) == [
        "asked the court", "both figures are estimates", "the ministry errs",
    ]  # fmt: skip
    Path("notes.txt").write_text("Ask the court.\n")
    outcome = factcheck(*args, "notes.txt")
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert "the baseline notes.txt is no TOML" in outcome.err
    assert Path("notes.txt").read_text() == "Ask the court.\n"


def test_a_baseline_is_renewed_in_its_place(factcheck: Run) -> None:
    assert factcheck("compare", "in", "--write-baseline", "b.toml").status in (0, 1)
    Path("b.toml").write_text(Path("b.toml").read_text("utf-8").partition("[[finding]]")[2].join(("[[finding]]", "")))
    for _ in range(2):
        assert factcheck("compare", "in", "--baseline", "b.toml", "--write-baseline", "b.toml").status == 0


KEPT = {
    "in/corpus.json": '[{"file": "a.txt"}]',
    "my.toml": "strict = true\n",
    "b.toml": "",
    "other/factcheck.toml": "strict = true\n",
    "tables/articles.parquet": "mine",
    "parts/parts/a.txt": "mine",
}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ("compare in -o in/b.txt", "in/b.txt is to be read as an article and would be overwritten"),
        ("compare . -o in/b.txt", "in/b.txt is to be read as an article"),
        ("compare in/corpus.json -o in/a.txt", "in/a.txt is to be read as an article"),
        ("compare in --report json:in/b.txt", "in/b.txt is to be read as an article"),
        ("compare in --baseline b.toml --write-baseline in/b.txt", "in/b.txt is to be read as an article"),
        ("check in/a.txt --against in -o in/b.txt", "in/b.txt is to be read as an article"),
        ("claims in -o in/b.txt", "in/b.txt is to be read as an article"),
        ("compare in -o in/corpus.json", "in/corpus.json is what a manifest or a settings file is called"),
        ("compare in/a.txt -o in/corpus.json", "in/corpus.json is what a manifest"),
        ("compare in/a.txt --report json:new/../corpus.json", "corpus.json is what a manifest"),
        ("compare in/a.txt --write-baseline corpus.toml", "corpus.toml is what a manifest"),
        ("compare in/a.txt -o pyproject.toml", "pyproject.toml is what a manifest"),
        ("compare in/a.txt -o link.json", "link.json is what a manifest"),
        ("claims in/a.txt -o corpus.csv", "corpus.csv is what a manifest"),
        ("review r.json --baseline .factcheck.toml", ".factcheck.toml is what a manifest"),
        ("compare in --baseline b.toml -o b.toml", "b.toml is to be read and would be overwritten"),
        ("compare in --baseline b.toml --report markdown:b.toml", "b.toml is to be read"),
        ("compare in --baseline in/../b.toml -o b.toml", "b.toml is to be read"),
        ("compare in --write-baseline out.txt -o out.txt", "out.txt is to hold two formats, baseline and full"),
        ("compare in --config my.toml -o my.toml", "my.toml is to be read"),
        ("claims in --config my.toml -o my.toml", "my.toml is to be read"),
        ("compare in -o other/factcheck.toml", "other/factcheck.toml is what a manifest"),
        ("compare tables/articles.parquet --tables tables", "tables/articles.parquet is no work of an earlier run"),
        ("compare in --tables tables", "tables/articles.parquet is no work of an earlier run and would be lost"),
        ("compare in --tables parts", "parts/parts/a.txt is no work of an earlier run"),
        ("compare in --tables=", "--tables names no folder"),
        ("compare in --tables t --watch", "--tables and --watch"),
    ],
)
def test_nothing_that_is_read_is_written_over(factcheck: Run, args: str, says: str) -> None:
    for name, text in KEPT.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text)
    Path("new").mkdir()
    Path("link.json").symlink_to("corpus.json")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    outcome = factcheck(*args.split())
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert says in outcome.err
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_an_output_file_is_the_old_one_or_the_new_one(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out.json").write_text("old")
    os.chmod("out.json", 0o640)

    def full(_source: str, _target: str) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", full)
        outcome = factcheck("compare", "in", "-o", "out.json")
    assert outcome.status == 2
    assert "No space left on device" in outcome.err
    assert Path("out.json").read_text() == "old"
    factcheck("compare", "in", "-o", "out.json")
    assert Path("out.json").read_text("utf-8") == golden("full.txt").replace(
        "\n1 thing passed over; --all says which and why.", ""
    )
    assert stat.S_IMODE(os.stat("out.json").st_mode) == 0o640
    assert sorted(path.name for path in Path().iterdir()) == ["in", "out.json"]


@pytest.mark.parametrize("name", ["ａ" * 82, "a" * 251, "é" * 125])
def test_any_name_that_a_file_can_have_is_written(factcheck: Run, name: str) -> None:
    assert factcheck("compare", "in", "-o", f"{name}.txt").status == 1
    assert Path(f"{name}.txt").stat().st_size


def test_a_link_stays_a_link(factcheck: Run) -> None:
    Path("real.txt").touch()
    os.symlink("real.txt", "link.txt")
    factcheck("compare", "in", "-o", "link.txt")
    assert os.path.islink("link.txt")
    assert Path("real.txt").stat().st_size


def test_rules_and_kinds_are_all_listed_and_explained(factcheck: Run) -> None:
    listed = factcheck("rules").out
    for rule in RULES:
        assert rule.id in listed
        assert rule.source in factcheck("explain", rule.id).out
    listed = factcheck("kinds").out
    for kind in KINDS:
        assert kind.name in listed
        assert kind.summary in factcheck("explain", kind.name).out


@pytest.mark.parametrize(
    ("spent", "says"),
    [(1.5, ""), (4, ", about 12 s left"), (60, ", about 3 min left"), (7200, ", about 6 h left")],
)
def test_the_bar_estimates_what_is_left(spent: float, says: str) -> None:
    from io import StringIO

    now = 0.0
    stream = StringIO()
    bar = Bar(stream, lambda: now)
    bar("group", 99, 100)
    bar("compare", 6, 10)
    now = spent
    bar("compare", 7, 10)
    assert stream.getvalue().endswith(f"] 7/10{says}\x1b[K")


def test_demo_runs_on_the_examples(factcheck: Run, pipeline: Pipeline) -> None:
    assert factcheck("demo").status == 1
    assert len(pipeline.intakes[0].articles) > 10


def test_the_bar_shows_itself_after_a_second_and_leaves_nothing() -> None:
    from io import StringIO

    now = 0.0
    stream = StringIO()
    bar = Bar(stream, lambda: now)
    bar("read", 1, 4)
    bar.clear()
    assert stream.getvalue() == ""
    now = 1.5
    bar("read", 2, 4)
    bar("judge", 0, 0)
    bar.clear()
    assert stream.getvalue() == f"\rread [{'#' * 12}{' ' * 12}] 2/4\x1b[K\r\x1b[K"
