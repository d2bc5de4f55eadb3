"""The library's face: two texts or several articles in, a report out; and that the evaluation uses nothing else."""

from __future__ import annotations

import ast
import datetime as dt
import io
import tokenize
from collections.abc import Callable
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


@pytest.mark.parametrize("day", ["yesterday", "2031-13-01", "06/05/2031", "", "2031-03-05garbage", "2031-03-05 soon"])
def test_a_date_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(ValueError, match=r"isoformat|month"):
        compare_texts(YESTERDAY, YESTERDAY, published=day)


_TEXT = article(YESTERDAY)


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [
        (lambda: article(None), TypeError, "the text of an article is to be a str, not NoneType"),  # type: ignore[arg-type]
        (lambda: article(b"x"), TypeError, "the text of an article is to be a str, not bytes"),  # type: ignore[arg-type]
        (lambda: article("x", source=5), TypeError, "the source of an article is to be a str"),  # type: ignore[arg-type]
        (lambda: article("x", published=2031), TypeError, "in a str, not int"),  # type: ignore[arg-type]
        (lambda: compare("text"), TypeError, "several articles, not str"),  # type: ignore[arg-type]
        (lambda: compare(_TEXT), TypeError, "several articles, not Article"),  # type: ignore[arg-type]
        (lambda: compare(["text"]), TypeError, "made by article"),  # type: ignore[list-item]
        (lambda: compare([_TEXT], {"story": "all"}), TypeError, "to be Options, not dict"),  # type: ignore[arg-type]
        (lambda: compare([_TEXT], Options(min_confidence=float("nan"))), ValueError, "from 0 to 1, not nan"),
        (lambda: compare([_TEXT], Options(min_confidence=1.5)), ValueError, "from 0 to 1, not 1.5"),
        (lambda: compare([_TEXT], Options(jobs=0)), ValueError, "jobs is to be at least 1"),
        (lambda: compare([_TEXT], Options(story="none")), ValueError, "not a valid StoryMode"),  # type: ignore[arg-type]
        (lambda: compare_texts("a", "b", published=("2031-05-06",)), ValueError, "a pair of dates, not 1"),  # type: ignore[arg-type]
        (lambda: compare_texts("a", "b", published=(None, None, None)), ValueError, "not 3"),  # type: ignore[arg-type]
        (lambda: compare_texts("a", None), TypeError, "not NoneType"),  # type: ignore[arg-type]
    ],
)  # fmt: skip
def test_what_is_of_another_kind_is_told(call: Callable[[], object], error: type[Exception], says: str) -> None:
    with pytest.raises(error, match=says):
        call()


def test_what_is_not_in_english_is_told() -> None:
    german = (
        "Die Fähre sank am 5. Mai vor dem Hafen und es waren nach den Angaben der Polizei mehr als hundert Menschen"
        " an Bord, von denen die meisten noch in der Nacht gerettet wurden."
    )
    report = compare([article(german, name="de"), article(YESTERDAY, name="en")])
    assert [(one.what, one.reason) for one in report.skipped] == [("de", "it is in German; only English is read")]
    assert len(report.articles) == 2


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
