"""Elements of HTML and SVG: what is not an element is text and is escaped, so nothing an article says opens one."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping

from factcheck.report.safe import markup, plain

_VOID = frozenset({"meta", "input"})


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def element(name: str, attributes: Mapping[str, object] | None = None, *children: str | Iterable[str]) -> Html:
    """`<name ...>children</name>`; children that are no `Html` are text, attributes None or False are left out.

    Attributes and text are made plain: one line, without what could steer or hide.
    """
    given = "".join(_attribute(key, value) for key, value in (attributes or {}).items() if value not in (None, False))
    if name in _VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}>{join(children)}</{name}>")


def join(children: Iterable[str | Iterable[str]]) -> Html:
    """Children one after the other."""
    return Html("".join(text(each) if isinstance(each, str) else join(each) for each in children))


def text(words: str) -> Html:
    """Words as text of the page."""
    if isinstance(words, Html):
        return words
    return Html(_escaped(words, quote=False))


def section(name: str, heading: str, *children: str | Iterable[str]) -> Html:
    """A section of the page under a heading that names it, with `name` as its address."""
    title = element("h2", {"id": f"h-{name}"}, heading)
    return element("section", {"id": name, "aria-labelledby": f"h-{name}"}, title, *children)


def table(title: str, heads: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "") -> Html:
    """A table that scrolls where it is too wide, and then by keyboard, too."""
    above = element("tr", None, (element("th", {"scope": "col"}, head) for head in heads))
    body = (element("tr", None, (element("td", None, cell) for cell in row)) for row in rows)
    whole = element("table", None, caption, element("thead", None, above), element("tbody", None, body))
    return element("div", {"class": "wide", "tabindex": "0", "role": "region", "aria-label": title}, whole)


def name_of(words: str) -> str:
    """Words as an identifier of an element, good in an address behind `#`."""
    return re.sub(r"[^A-Za-z0-9_-]+", "-", words)


def _attribute(name: str, value: object) -> str:
    if value is True:
        return f" {name}"
    return f' {name}="{_escaped(str(value))}"'


def _escaped(words: str, *, quote: bool = True) -> str:
    """Words as HTML, with no `##[`, which a runner of GitHub would hear as a command."""
    return html.escape(markup(plain(words)), quote).replace("##[", "#&#35;[")
