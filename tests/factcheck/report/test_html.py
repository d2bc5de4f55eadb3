"""The page: it stands alone, its links lead somewhere, nothing an article says becomes markup."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from claims.model import Published
from factcheck.model import Aside, Report
from factcheck.report import REPORTERS, ReportOptions
from factcheck.report.web.element import Html, element
from tests.factcheck.report.test_hostile import HOSTILE, _report
from tests.golden.sample import report

RENDER = next(reporter.render for reporter in REPORTERS if reporter.name == "html")
PLAIN, TEXTS = ReportOptions(), ReportOptions(texts=True)


def _tree(given: Report, options: ReportOptions = PLAIN) -> Any:
    return html.document_fromstring(RENDER(given, options))


@pytest.mark.parametrize("options", [PLAIN, TEXTS], ids=["passages", "texts"])
def test_links_lead_to_elements_and_names_are_unique(options: ReportOptions) -> None:
    tree = _tree(report(), options)
    names = tree.xpath("//@id")
    assert len(names) == len(set(names))
    links = tree.xpath("//@href")
    assert links
    assert {link.removeprefix("#") for link in links} <= set(names)
    for name in tree.xpath("//@aria-labelledby"):
        assert name in names


def test_the_page_stands_alone() -> None:
    page = RENDER(report(), TEXTS)
    tree = html.document_fromstring(page)
    assert not tree.xpath("//@src | //link | //img | //iframe | //form | //@style | //@onclick")
    assert not re.search(r"url\(|@import", page)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for kind, name in (("style", "style-src"), ("script", "script-src")):
        (body,) = re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{name} 'sha256-{digest}'" in policy
        assert not re.search(rf"</{kind}", body)


@pytest.mark.parametrize("name", ["A|B", '"A", B', "A\\B", "two  blanks\nand a line", "\ufffe##[x]", "é&amp;"])
def test_every_source_can_be_chosen(name: str) -> None:
    base = report()
    first, *others = base.findings[0].mentions
    odd = replace(first, article=replace(first.article, source=name))
    found = replace(base.findings[0], mentions=(odd, *others))
    tree = _tree(Report(tuple(each.article for each in found.mentions), (found,)))
    (sources,) = tree.xpath("//article/@data-sources")
    choices = tree.xpath("//select[@id='by-source']/option/@value")
    assert {"", *json.loads(sources)} == set(choices)
    assert len(json.loads(sources)) == len({mention.article.source for mention in found.mentions})


def test_findings_stand_worst_first_and_are_named_in_words() -> None:
    tree = _tree(report())
    labels = [label.text_content() for label in tree.xpath("//article[contains(@class, 'finding')]/h3/span[1]")]
    assert labels == ["C1 conflict", "U1 unclear", "E1 evolves", "K1 compatible", "A1 agrees"]
    folded = tree.xpath("//details[@class='folded']//article/@data-verdict")
    assert folded == ["evolving", "compatible", "agree"]


def test_marks_stand_on_the_words_and_name_their_findings() -> None:
    tree = _tree(report(), TEXTS)
    anchors = set(tree.xpath("//article[contains(@class, 'finding')]/@id"))
    marks = tree.xpath("//mark[contains(@class, 'claim')]")
    assert len(marks) == sum(len(finding.mentions) for finding in report().findings)
    for mark in marks:
        assert set(mark.get("data-findings").split()) <= anchors
        assert mark.xpath(".//span[@class='unseen']")[0].text_content().strip(" ()")
    assert "Judges will hear the appeal of Milo Trent, 31" in " ".join(tree.text_content().split())
    assert "By Ines Vaud" not in _tree(report()).text_content()


def test_pictures_have_tables() -> None:
    base = report()
    days = {article.id: dt.date(2031, 5, number) for number, article in enumerate(base.articles, 3)}

    def dated(finding: Any) -> Any:
        mentions = tuple(
            replace(one, article=replace(one.article, published=Published(days[one.article.id], days[one.article.id])))
            for one in finding.mentions
        )
        return replace(finding, mentions=mentions)

    tree = _tree(replace(base, findings=tuple(map(dated, base.findings))))
    assert len(tree.xpath("//section[@id='timeline']//*[local-name()='circle' or local-name()='rect']")) == 2
    assert len(tree.xpath("//section[@id='figures']//figure")) == 3
    for name in ("timeline", "figures"):
        assert tree.xpath(f"//section[@id='{name}']//table//td")


def test_what_is_set_aside_is_folded() -> None:
    base = report()
    quiet = replace(base, findings=(replace(base.findings[0], aside=Aside("baseline", "later")), *base.findings[1:]))
    tree = _tree(quiet)
    assert tree.xpath("//details[@class='folded']//article[@data-verdict='conflict']")
    assert "Set aside: later (baseline)." in tree.text_content()


def test_an_empty_report_is_a_page() -> None:
    tree = _tree(Report((), ()))
    assert "Nothing asks for attention." in tree.text_content()
    assert {link.removeprefix("#") for link in tree.xpath("//@href")} <= set(tree.xpath("//@id"))


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_an_article_says_is_markup(words: str) -> None:
    for options in (PLAIN, TEXTS):
        assert _elements(RENDER(_report(words), options)) == _elements(RENDER(_report("plain words"), options))


def _elements(page: str) -> list[str]:
    return re.findall(r"<\w+(?= |>)", re.sub("<style>.*?</style>|<script>.*?</script>", "", page, flags=re.DOTALL))


def test_elements_escape_what_is_text() -> None:
    made = element("p", {"title": '"><b>', "hidden": True, "id": None}, "<i>&", Html("<br>"))
    assert made == '<p title="&quot;&gt;&lt;b&gt;" hidden>&lt;i&gt;&amp;<br></p>'
