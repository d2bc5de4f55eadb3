"""The report as one page that needs no server and no network and works without JavaScript.

Findings worst first, articles side by side with their claims marked, a timeline and plots with the same as tables. The
style and the script stand in the page; its content security policy allows these two by their digests and nothing else.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from factcheck.model import Article, Report
from factcheck.report.as_json import tool
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.web.articles import articles
from factcheck.report.web.element import Html, element, join, section, table
from factcheck.report.web.findings import findings
from factcheck.report.web.found import WORDS, Found, marks, numbered
from factcheck.report.web.pictures import figures, timeline
from factcheck.report.wording import SOURCE_COLUMNS, dates, source_cells, sources, summary, taken_back

_KEYS = (("j", "next finding"), ("k", "finding before"), ("/", "search"), ("?", "these keys"), ("Esc", "back"))


def render(report: Report, options: ReportOptions) -> str:
    """A page with findings of every verdict; with `texts` the whole articles, else their sentences that matter."""
    found = numbered(report)
    listed = list(sources(report))
    numbers = {article.id: at for at, article in enumerate(listed, 1)}
    marked = marks(found)
    sections = {
        "Findings": findings(found, marked, numbers),
        "Articles": articles(listed, numbers, found, marked, options.texts),
        "Timeline": timeline(found),
        "Figures": figures(found),
        "Sources": _sources(report, listed),
    }
    said = f"factcheck {tool()['version']}: it does not know what is true; it knows where to look."
    body = element(
        "body", None,
        element("a", {"class": "skip", "href": "#findings"}, "To the findings"),
        _header(report, [name for name, part in sections.items() if part]), _filter(found),
        element("main", None, sections.values(), _passed_over(report)),
        element("footer", None, element("p", None, said)),
        _help(), element("script", None, Html(_asset("page.js"))),
    )  # fmt: skip
    page = element("html", {"lang": "en"}, _head(), body)
    return f"<!doctype html>\n{page}\n"


REPORTER = Reporter("html", "one page for a browser, which needs no network", render)


def _head() -> Html:
    policy = (
        f"default-src 'none'; style-src {_digest('page.css')}; script-src {_digest('page.js')}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return element(
        "head", None, element("meta", {"charset": "utf-8"}),
        element("meta", {"http-equiv": "Content-Security-Policy", "content": policy}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "color-scheme", "content": "light dark"}),
        element("meta", {"name": "referrer", "content": "no-referrer"}),
        element("title", None, "Discrepancy report"), element("style", None, Html(_asset("page.css"))),
    )  # fmt: skip


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    return files("factcheck.report.web").joinpath(name).read_text("utf-8")


def _digest(name: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()}'"


def _header(report: Report, names: list[str]) -> Html:
    told = [summary(report), taken_back(report, ReportOptions(all=True))]
    items = [element("li", None, element("a", {"href": f"#{name.lower()}"}, name)) for name in names]
    return element("header", {"class": "top"}, element("h1", None, "Discrepancy report"),
                   [element("p", None, words) for words in told if words],
                   element("nav", {"aria-label": "Sections"}, element("ul", None, items)))  # fmt: skip


def _filter(found: list[Found]) -> Html:
    """Choices for whoever has JavaScript; hidden until it runs."""
    kinds = sorted({each.finding.kind for each in found})
    told_by = sorted({mention.article.source for each in found for mention in each.finding.mentions})
    verdicts = [(str(verdict), words) for verdict, words in WORDS.items()]
    choices = [
        _choice("verdict", verdicts), _choice("kind", [(kind, kind) for kind in kinds]),
        _choice("source", [(name, name) for name in told_by]),
    ]  # fmt: skip
    search = element("label", None, "search ", element("input", {"type": "search", "id": "q", "autocomplete": "off"}))
    told = element("span", {"id": "shown", "role": "status"}, "")
    return element("div", {"id": "filter", "hidden": True, "role": "search", "aria-label": "Filter"}, choices, search,
                   " ", told)  # fmt: skip


def _choice(name: str, given: list[tuple[str, str]]) -> Html:
    options = [element("option", {"value": ""}, "all")]
    options += [element("option", {"value": value}, words) for value, words in given]
    return element("label", None, f"{name} ", element("select", {"id": f"by-{name}"}, options))


def _sources(report: Report, listed: list[Article]) -> Html:
    told = table("Table of sources", SOURCE_COLUMNS, map(source_cells, listed))
    said = [element("p", None, words) for words in dates(report, ReportOptions(all=True))]
    return section("sources", "Sources", told, said)


def _passed_over(report: Report) -> Html | str:
    if not report.skipped:
        return ""
    items = [element("li", None, element("code", None, each.what), f": {each.reason}") for each in report.skipped]
    return element("section", {"aria-labelledby": "h-skipped"}, element("h2", {"id": "h-skipped"}, "Passed over"),
                   element("ul", None, items))  # fmt: skip


def _help() -> Html:
    rows = [join([element("dt", None, element("kbd", None, key)), element("dd", None, says)]) for key, says in _KEYS]
    close = element("button", {"type": "button", "id": "close"}, "Close")
    return element("dialog", {"id": "help", "aria-labelledby": "h-help"}, element("h2", {"id": "h-help"}, "Keys"),
                   element("dl", None, rows), close)  # fmt: skip
