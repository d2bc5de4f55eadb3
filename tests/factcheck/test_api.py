"""The library's face: two texts or several articles in, a report out; and that the evaluation uses nothing else."""

from __future__ import annotations

import ast
import datetime as dt
import io
import tokenize
from pathlib import Path

import pytest

import factcheck
from factcheck import Options, article, compare, compare_texts
from factcheck.model import Report, StoryMode, Verdict

ADAPTERS = Path(__file__).parents[1] / "accuracy" / "adapters.py"
YESTERDAY = "The ferry sank off Port Havelin yesterday."


def verdicts(report: Report) -> list[Verdict]:
    """The verdicts of a report's findings."""
    return [finding.verdict for finding in report.findings]


def test_the_public_names_are_there() -> None:
    for name in factcheck.__all__:
        assert getattr(factcheck, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'compere'"):
        _ = factcheck.compere


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2031-05-06", Verdict.AGREE),
        (dt.date(2031, 5, 6), Verdict.AGREE),
        (dt.datetime(2031, 5, 6, 23, 30, tzinfo=dt.UTC), Verdict.AGREE),
        ("2031-05-06T23:30:00+02:00", Verdict.AGREE),
        (("2031-05-06", None), Verdict.AGREE),
        (("2031-05-06", "2031-09-01"), Verdict.AGREE),
        (("2031-05-09", "2031-05-06"), Verdict.CONFLICT),
        (None, Verdict.COMPATIBLE),
    ],
)
def test_dates_hang_on_the_days_of_publication(published: object, expected: Verdict) -> None:
    """One day for both texts, or one for each; an unknown day leaves every day open."""
    report = compare_texts(YESTERDAY, "The ferry sank off Port Havelin on May 5, 2031.", published=published)  # type: ignore[arg-type]
    assert verdicts(report) == [expected]


@pytest.mark.parametrize("day", ["yesterday", "2031-13-01", "06/05/2031", ""])
def test_a_date_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month"):
        compare_texts(YESTERDAY, YESTERDAY, published=day)


def test_two_texts_are_one_story_whatever_they_say() -> None:
    report = compare_texts("12 people drowned.", "Sundline employs 300 people.", options=Options(story=StoryMode.AUTO))
    assert {one.story for one in report.articles} == {"all"}
    assert [one.id for one in report.articles] == ["a", "b"]


@pytest.mark.parametrize(("strict", "option"), [(True, True), (True, False), (False, True), (False, False)])
def test_strict_may_be_said_in_either_way(strict: bool, option: bool) -> None:
    over, exact = "The march drew more than 250 people.", "The march drew 250 people."
    report = compare_texts(over, exact, strict=strict, options=Options(strict=option))
    assert verdicts(report) == [Verdict.CONFLICT if strict or option else Verdict.COMPATIBLE]


def test_an_article_is_plain_text_with_what_is_known_of_it() -> None:
    made = article(YESTERDAY, name="a.txt", title="Ferry sinks", url="https://wire.example/1", published="2031-05-06")
    assert (made.id, made.source, made.title, made.url) == ("a.txt", "a.txt", "Ferry sinks", "https://wire.example/1")
    assert made.published is not None
    assert made.published.first == made.published.last == dt.date(2031, 5, 6)
    assert article(YESTERDAY, source="Wire").source == "Wire"


def test_articles_of_one_name_are_told_apart() -> None:
    made = [article(f"The flood killed {number} people in Hollin.") for number in (12, 19)]
    for given in (made, made[::-1]):
        report = compare(given, Options(story=StoryMode.ALL))
        assert [(one.id, one.text) for one in report.articles] == [("text", made[0].text), ("text (2)", made[1].text)]
        assert len(report.findings) == 1


def test_articles_in_any_order_give_one_report() -> None:
    made = [
        article(f"The flood killed {number} people in Hollin.", name=name) for number, name in ((12, "a"), (19, "b"))
    ]
    options = Options(story=StoryMode.ALL)
    assert compare(made, options) == compare(reversed(made), options)


def test_offsets_count_the_text_as_it_was_given() -> None:
    text = "\n\n  The flood killed 12 people in Hollin.  \r\n"
    (single,) = compare([article(text)]).single_source
    assert single.mention.claim.span.of(text) == single.mention.quote == "12 people"


# The adapters of the evaluation map fields and decide nothing.


def test_the_adapters_are_sixty_lines_at_most() -> None:
    source = ADAPTERS.read_text("utf-8")
    told = _docstrings(ast.parse(source))
    silent = {
        tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER,
    }  # fmt: skip
    code = {
        line
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type not in silent
        for line in range(token.start[0], token.end[0] + 1)
    }
    assert len(code - told) <= 60


def _docstrings(tree: ast.Module) -> set[int]:
    nodes = [tree, *(node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef))]
    return {
        line
        for node in nodes
        if ast.get_docstring(node)
        for line in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)
    }


def test_the_adapters_use_the_public_face_alone() -> None:
    imported = {
        node.module
        for node in ast.walk(ast.parse(ADAPTERS.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    ours = {name for name in imported if name.split(".")[0] in ("claims", "factcheck", "tests")}
    assert ours <= {"factcheck", "factcheck.model", "claims.model", "claims.extract"}
