"""Article text is data: no report lets it steer a terminal or open a structure."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claims.model import Extraction, Span
from factcheck.model import Article, Report, Skipped, Step
from factcheck.report import CLAIM_REPORTERS, REPORTERS, Listing, ReportOptions
from factcheck.report.reporter import ListingReporter, Reporter
from factcheck.report.safe import block, code, harmless, inline, plain
from tests.golden.sample import mention, number, report

HOSTILE = [
    "[sic]", "[/b]", "[bold]x[/bold]", ":fire:", "\x1b[31mred\x1b[0m", "\x9b31m", "\x07\x08\x00", "\u202egnirts\u202c",
    "\u2066iso\u2069", "a\u200bb\ufeff", "| a | b |", "`tick` ``two``", "<script>alert(1)</script>", "<!-- x -->",
    "</details>", "&lt;b&gt;", "*star* _line_ ~~gone~~", "# head", "- item", "1. one", "> quote", "---", "===",
    "\n\nnew block", "\r\rx", "\u2028x\u2029y", "![p](https://x.example/p.png)", "[l](javascript:1)", "@mayor", "\\",
    "https://x.example", "www.x.example", "$5 and $6", "+ plus", "    code", "```", "\U000e0041tag", "\ud800",
]  # fmt: skip
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_ANNOTATIONS = ("::error file=", "::warning file=", "::notice file=")
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
@pytest.mark.parametrize(
    "options",
    [ReportOptions(all=True), ReportOptions(all=True, width=80), ReportOptions(all=True, explain=True)],
    ids=["piped", "wide", "explained"],
)
def test_nothing_steers_the_terminal(words: str, reporter: Reporter, options: ReportOptions) -> None:
    text = reporter.render(_report(words), options)
    assert not _STEERING.search(text)
    text.encode()


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("reporter", CLAIM_REPORTERS, ids=lambda reporter: reporter.name)
def test_no_listing_steers_the_terminal(words: str, reporter: ListingReporter) -> None:
    report = _report(words)
    claims = tuple(dict.fromkeys(each.claim for finding in report.findings for each in finding.mentions))
    found = Extraction(tuple(claim.reading for claim in claims), claims)
    text = reporter.render(Listing(((report.articles[0], found),)), ReportOptions())
    assert not _STEERING.search(text)
    text.encode()


@pytest.mark.parametrize(
    "words", ["::error file=app.py,line=1::pwned", " \n ::add-mask::a", "a ##[error]b", "###[group]"]
)
@pytest.mark.parametrize("reporter", [*REPORTERS, *CLAIM_REPORTERS], ids=lambda reporter: reporter.name)
def test_no_words_are_a_command_of_github(words: str, reporter: Reporter | ListingReporter) -> None:
    """Its runner hears `::command` at the beginning of a line, and `##[command]` in a line that begins with none."""
    report = _report(words)
    said = mention(replace(report.articles[0], text=f"{words} 5 boats"), "5 boats", "count", number(5))
    bare = replace(report.findings[0], mentions=(said, said))
    report = replace(report, findings=(bare, *report.findings), skipped=(Skipped(words, words),))
    listing = Listing(((report.articles[0], Extraction((said.claim.reading,), (said.claim,))),))
    for options in (ReportOptions(all=True, explain=True, texts=True), ReportOptions(all=True, width=30)):
        if isinstance(reporter, ListingReporter):
            text = reporter.render(listing, options)
        else:
            text = reporter.render(report, options)
        lines = [line for line in text.splitlines() if not line.startswith(_ANNOTATIONS)]
        assert len(lines) == len(text.splitlines()) or reporter.name == "github"
        assert not [line for line in lines if line.lstrip().startswith("::") or "##[" in line]


@given(st.text(max_size=60))
def test_a_harmless_text_keeps_its_offsets(words: str) -> None:
    shown = harmless(words)
    assert len(shown) == len(words)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert not re.search("\r(?!\n)", shown)


@pytest.mark.parametrize("words", [words for words in HOSTILE if plain(words).strip()])
def test_full_and_concise_show_the_words_as_they_are(words: str) -> None:
    shown = " ".join(plain(words).split())
    for reporter in REPORTERS[:2]:
        assert shown in " ".join(reporter.render(_report(words), ReportOptions(all=True)).split())


@pytest.mark.parametrize("words", HOSTILE)
def test_the_structure_of_the_page_stays(words: str) -> None:
    """Whatever an article says, the page has the elements that it has for a harmless article."""
    page = next(reporter for reporter in REPORTERS if reporter.name == "markdown")
    for options in (ReportOptions(all=True), ReportOptions(all=True, explain=True)):
        assert _elements(page.render(_report(words), options)) == _elements(
            page.render(_report("plain words"), options)
        )


@given(st.text(alphabet=st.sampled_from("ab1 `*_[]()<>|~&;#-+=.:@!\\$'\"\n\t/w"), max_size=40))
def test_markdown_renders_as_the_words_themselves(words: str) -> None:
    said = "".join(plain(words).split())
    for made, expected in (
        (f"x{inline(words)}", f"x{said}"),
        (block(f"{words}x"), f"{said}x"),
        (f"| x |\n| - |\n| {inline(words)} |", f"x{said}"),
    ):
        rendered = re.sub(r"</?(?:p|table|thead|tbody|tr|t[hd])>|<!-- -->", "", _MARKDOWN.render(made))
        assert "".join(html.unescape(rendered).split()) == expected


@given(st.text(alphabet="ab` \n|", max_size=20))
def test_code_spans_hold_what_they_are_given(words: str) -> None:
    rendered = _MARKDOWN.render(f"x {code(words)} y")
    found = re.fullmatch(r"<p>x <code>(.*)</code> y</p>\n", rendered, re.DOTALL)
    assert found
    assert html.unescape(found[1]).split() == words.split()


@given(st.text(max_size=40))
def test_plain_is_one_harmless_line(words: str) -> None:
    shown = plain(words)
    assert not _STEERING.search(shown)
    assert len(shown.splitlines()) <= 1
    assert plain(shown) == shown
    shown.encode()


def _report(words: str) -> Report:
    """A report in which the article, its source, title and path and every text of a finding say `words`."""
    base = report()
    text = f"It had 5 {words} on board, he said."
    article = Article(words, words, text, (), words, title=words)
    said = mention(article, "5", "count", number(5), "boat")
    wide = replace(said, claim=replace(said.claim, span=Span(text.index("5"), len(text)), sentence=Span(0, len(text))))
    findings = tuple(
        replace(
            each,
            what=words,
            reason=words,
            mentions=(said, wide),
            related=(said,),
            odd_one_out=words,
            slip=words if at else "",
            chain=(Step("read", words), Step("aligned", words), Step(words, words), Step("FC001", words)),
        )
        for at, each in enumerate(base.findings)
    )
    return replace(base, articles=(article,), findings=findings)


def _elements(page: str) -> list[str]:
    """The elements of the rendered page in order, code spans and texts aside."""
    return re.findall(r"<(?!!--)/?\w+", re.sub("<code>.*?</code>", "", _MARKDOWN.render(page), flags=re.DOTALL))
