"""From articles to a report: what is left out, what stands alone, what `check` compares. The articles are made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck import Options, article
from factcheck.model import Article, Intake, Report, Skipped, StoryMode, Verdict
from factcheck.pipeline import check, compare
from factcheck.read import read

ALL = Options(story=StoryMode.ALL)
TOLD_27 = "A jury convicted Nora Pell of 27 counts of fraud. Pell was paid $3,512 by Sundline."
TOLD_72 = "Nora Pell was convicted of 72 counts of fraud."
TWICE = "Nora Pell was sentenced to 12 years in prison. All were silent. Nora Pell was sentenced to 21 years in prison."


def told(*texts: str, options: Options = ALL, **marks: str) -> Report:
    """The report on texts of articles named a, b, c ...; `marks` names the originals of copies."""
    made = [article(text, name=name) for name, text in zip("abcde", texts, strict=False)]
    return compare(Intake(tuple(_marked(one, marks) for one in made)), options)


def _marked(one: Article, marks: dict[str, str]) -> Article:
    return replace(one, duplicate_of=marks.get(one.id, ""))


def test_a_claim_that_no_finding_holds_stands_alone() -> None:
    report = told(TOLD_27, TOLD_72)
    assert [finding.verdict for finding in report.findings] == [Verdict.CONFLICT]
    assert [(one.mention.article.id, one.mention.quote) for one in report.single_source] == [("a", "$3,512")]


def test_every_claim_is_told_once() -> None:
    report = told(TOLD_27, TOLD_72, TOLD_27)
    places = [(m.article.id, m.claim.span) for finding in report.findings for m in finding.mentions]
    places += [(one.mention.article.id, one.mention.claim.span) for one in report.single_source]
    assert len(places) == len(set(places))


def test_findings_below_the_confidence_asked_for_are_left_out_and_their_claims_stand_alone() -> None:
    sure = told(TOLD_27, TOLD_72).findings[0].confidence
    report = told(TOLD_27, TOLD_72, options=Options(story=StoryMode.ALL, min_confidence=min(1.0, sure + 0.005)))
    assert sure < 1
    assert report.findings == ()
    assert {one.mention.quote for one in report.single_source} >= {"72 counts", "$3,512"}
    kept = told(TOLD_27, TOLD_72, options=Options(story=StoryMode.ALL, min_confidence=sure))
    assert len(kept.findings) == 1


def test_a_copy_is_listed_and_not_compared() -> None:
    report = told(TOLD_27, TOLD_72, TOLD_27, c="a")
    assert [one.id for one in report.articles] == ["a", "b", "c"]
    (finding,) = report.findings
    assert {mention.article.id for mention in finding.mentions} == {"a", "b"}
    assert finding.origins == 2


def test_an_article_alone_is_compared_with_itself() -> None:
    (finding,) = told(TWICE).findings
    assert finding.verdict is Verdict.CONFLICT
    assert {mention.article.id for mention in finding.mentions} == {"a"}


def test_a_copy_beside_it_does_not_end_that() -> None:
    assert [finding.rule for finding in told(TWICE, TWICE, b="a").findings] == [told(TWICE).findings[0].rule]


def test_nothing_in_nothing_out() -> None:
    report = compare(Intake((), (Skipped("a.bin", "no text"),)))
    assert (report.findings, report.articles, report.single_source) == ((), (), ())
    assert report.skipped == (Skipped("a.bin", "no text"),)


def test_a_text_without_claims_gives_no_finding() -> None:
    assert told("", "Nobody came.").findings == ()


def test_the_worst_comes_first() -> None:
    more = " The wind reached 120 mph at Port Havelin. Sundline employs 19,000 people."
    less = " The wind reached 193 km/h at Port Havelin. Sundline employs more than 18,900 people."
    order = [Verdict.CONFLICT, Verdict.UNCLEAR, Verdict.EVOLVING, Verdict.COMPATIBLE, Verdict.AGREE]
    ranks = [order.index(finding.verdict) for finding in told(TOLD_27 + more, TOLD_72 + less).findings]
    assert len(ranks) == 3
    assert ranks == sorted(ranks)


def test_stories_are_never_compared_with_each_other() -> None:
    folders = [article(text, name=f"{name}/x.txt") for name, text in (("one", TOLD_27), ("two", TOLD_72))]
    assert compare(Intake(tuple(folders)), Options(story=StoryMode.FOLDER)).findings == ()
    assert compare(Intake(tuple(folders)), ALL).findings


def test_the_settings_that_shaped_a_report_stand_in_it() -> None:
    settings = dict(told(TOLD_27, options=Options(story=StoryMode.ALL, strict=True, min_confidence=0.25)).settings)
    assert settings == {"story": "all", "strict": "true", "min_confidence": "0.25", "model": "bundled"}


def test_progress_is_told() -> None:
    steps: list[tuple[str, int, int]] = []
    told(TOLD_27, TOLD_72, options=Options(story=StoryMode.ALL, progress=lambda *step: steps.append(step)))
    assert steps == [("compare", 1, 2), ("compare", 2, 2)]


def test_progress_of_reading_and_of_grouping_is_told(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TOLD_27)
    steps: list[tuple[str, int, int]] = []
    given = read([str(tmp_path)], progress=lambda *step: steps.append(step))
    compare(given, Options(progress=lambda *step: steps.append(step)))
    assert [step for step in steps if step[0] != "compare"] == [
        ("read", 0, 2),
        ("read", 1, 2),
        ("group", 1, 2),
        ("group", 2, 2),
    ]


# New articles against known ones.


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("new", "old"):
        Path(folder).mkdir()
    Path("old/a.txt").write_text(TOLD_27 + " The wind reached 120 mph at Port Havelin.")
    Path("old/b.txt").write_text("The wind reached 193 km/h at Port Havelin.")
    Path("new/c.txt").write_text(TOLD_72)


@pytest.mark.usefixtures("files")
def test_check_tells_only_what_a_new_article_has_part_in() -> None:
    report = check(read(["new"]), read(["old"]), ALL)
    assert [one.id for one in report.articles] == ["new/c.txt", "old/a.txt", "old/b.txt"]
    (finding,) = report.findings
    assert {mention.article.id for mention in finding.mentions} == {"new/c.txt", "old/a.txt"}
    assert report.single_source == ()


@pytest.mark.usefixtures("files")
def test_check_compares_a_file_once_that_is_new_and_known() -> None:
    report = check(read(["old/a.txt"]), read(["old"]), ALL)
    assert [one.id for one in report.articles] == ["old/a.txt", "old/b.txt"]
    assert [finding.verdict for finding in report.findings] == [Verdict.AGREE]


@pytest.mark.usefixtures("files")
def test_check_finds_what_comparing_everything_finds() -> None:
    everything = compare(read(["new", "old"]), ALL)
    with_new = [one for one in everything.findings if any(m.article.id == "new/c.txt" for m in one.mentions)]
    assert list(check(read(["new"]), read(["old"]), ALL).findings) == with_new
