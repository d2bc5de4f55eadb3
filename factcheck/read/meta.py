"""What a page says of itself to machines: JSON-LD (schema.org), OpenGraph, other meta elements, time elements.

Sources: schema.org NewsArticle; the Open Graph protocol (ogp.me), whose `article:published_time` is ISO 8601; the names
of further meta elements are those that news systems write.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from claims.model import Published
from factcheck.read.document import Facts
from factcheck.read.elements import Element, local, words_of
from factcheck.read.published import published

_ARTICLE = re.compile(r"Article$|^(?:BlogPosting|LiveBlogPosting|Report|PressRelease|WebPage)$")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "article.published", "pubdate", "publishdate", "publish-date", "publish_date", "published_date", "publication_date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "date",
    "cxenseparse:recs:publishtime", "rnews:datepublished", "originalpublicationdate", "article_date_original", "ptime",
)  # fmt: skip
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
_TITLE = ("og:title", "twitter:title", "headline", "dc.title", "sailthru.title", "parsely-title")
_SITE = ("og:site_name", "application-name", "dc.publisher", "publisher", "apple-mobile-web-app-title")
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "byl", "dc.creator", "twitter:creator")
_DEEPEST = 12
_SHORT = 20
"""Characters up to which a heading may be the name of a site or a section."""
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<url>https?://\S+?)\s", re.I
)
_MOST_STEPS = 80
"""Elements after the headline among which a time element is its date."""


def facts_of(root: Element, text: str = "") -> Facts:
    """What the page `root` says of itself; `text` is its source, where browsers leave a comment on saving."""
    metas = _metas(root)
    address = _canonical(root, metas) or _saved(text)
    linked = _linked(root, address, metas.get("og:title", ""))
    from_metas = Facts(
        title=_first(metas, _TITLE), source=_first(metas, _SITE), author=_name(_first(metas, _AUTHOR)),
        published=_dated(metas, _PUBLISHED), modified=_dated(metas, _MODIFIED),
    ).known_from("meta")  # fmt: skip
    said = linked.over(from_metas).over(Facts(url=address).known_from("meta"))
    return said.over(Facts(published=_time(root))).over(_heading(root, said.source))


def _metas(root: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or meta.get("http-equiv") or ""
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _canonical(root: Element, metas: dict[str, str]) -> str:
    links = (
        each.get("href") or "" for each in root.iter("link") if "canonical" in (each.get("rel") or "").lower().split()
    )
    address = next((link for link in links if link.startswith("http")), metas.get("og:url", ""))
    return address if address.startswith("http") else ""


def _saved(text: str) -> str:
    found = _SAVED.search(text[:4000])
    return found["url"] if found else ""


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _name(words: str) -> str:
    """A name, not the address of a profile."""
    return "" if words.startswith(("http", "@")) else words


def _dated(metas: dict[str, str], names: tuple[str, ...]) -> Published | None:
    return next((when for name in names if (when := _when(metas.get(name, ""), "meta")) is not None), None)


def _when(words: object, origin: str) -> Published | None:
    try:
        return published(words, origin) if isinstance(words, str) and words else None
    except ValueError:
        return None


def _linked(root: Element, address: str, title: str) -> Facts:
    """What the article among the page's JSON-LD objects says; "" and None where there is none."""
    objects = [each for each in _objects(root) if _is_article(each)]
    if not objects:
        return Facts()
    best = max(enumerate(objects), key=lambda each: (_fitness(each[1], address, title), -each[0]))[1]
    return Facts(
        _words(best.get("headline")), _words(best.get("publisher")), _address(best), _words(best.get("author")),
        _when(best.get("datePublished"), "json-ld"), _when(best.get("dateModified"), "json-ld"),
    ).known_from("json-ld")  # fmt: skip


def body_of(root: Element) -> str:
    """The text of the article in the page's JSON-LD, plain or HTML: all there is where a script draws the page.

    Nobody wraps lines there, so that each is a paragraph.
    """
    bodies = (each.get("articleBody") for each in _objects(root) if _is_article(each))
    body = next((html.unescape(body) for body in bodies if isinstance(body, str) and body.strip()), "")
    return "\n\n".join(line.strip() for line in body.splitlines() if line.strip())


def _fitness(given: dict[str, Any], address: str, title: str) -> int:
    """How surely an object speaks of this page and not of one that it links to."""
    is_page = _words(given.get("@type")).endswith("WebPage")
    same = bool(address) and _address(given).rstrip("/") == address.rstrip("/")
    named = bool(title) and _words(given.get("headline")).casefold() == title.casefold()
    return 4 * (not is_page) + 2 * same + 2 * named + ("datePublished" in given)


def _objects(root: Element) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            text = "".join(script.itertext()).strip().removeprefix("<!--").removesuffix("-->").strip()
            try:
                said = json.loads(re.sub(r"[\x00-\x1f]", " ", text).rstrip(";"))
            except (ValueError, RecursionError):
                continue
            yield from _inside(said, 0)


def _inside(said: object, depth: int) -> Iterator[dict[str, Any]]:
    """Objects of a JSON-LD document at its top or in its graph; those inside lists of links are other pages."""
    if depth > _DEEPEST:
        return
    if isinstance(said, list):
        for each in said:
            yield from _inside(each, depth + 1)
    elif isinstance(said, dict):
        yield said
        for name in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _inside(said.get(name), depth + 1)


def _is_article(given: dict[str, Any]) -> bool:
    kinds = given.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _words(given: object) -> str:
    """A name from what JSON-LD allows: text, an object with a name, a list of either."""
    if isinstance(given, list):
        return ", ".join(filter(None, map(_words, given[:20])))
    if isinstance(given, dict):
        return _words(given.get("name"))
    return _name(" ".join(html.unescape(re.sub(r"<[^<>]*>", " ", given)).split())) if isinstance(given, str) else ""


def _address(given: dict[str, Any]) -> str:
    page = given.get("mainEntityOfPage")
    found = given.get("url") or (page.get("@id") if isinstance(page, dict) else page) or given.get("@id")
    return found if isinstance(found, str) and found.startswith("http") else ""


def _time(root: Element) -> Published | None:
    """The date in the first time element near the headline; those of menus and of other stories stand elsewhere."""
    marked = (each for each in root.iter("time", "meta") if "datepublished" in (each.get("itemprop") or "").lower())
    for each in marked:
        if when := _when(each.get("datetime") or each.get("content") or words_of(each), "time element"):
            return when
    heading = _headline(root)
    if heading is None:
        return None
    return next(filter(None, (_when(each.get("datetime"), "time element") for each in _near(heading))), None)


def _near(heading: Element) -> Iterator[Element]:
    """Time elements shortly after a headline, then shortly before it."""
    for step in (
        heading.xpath(f"following::*[position()<={_MOST_STEPS}]"),
        heading.xpath("preceding::*[position()<=8]"),
    ):
        for each in (found for found in step if local(found) == "time"):
            changed = " ".join(
                (each.get("class") or "", each.get("itemprop") or "", words_of(each.getparent())[:80])
            ).lower()
            if not re.search("updated|modified", changed) and not _aside(each):
                yield each


def _aside(element: Element) -> bool:
    return any(local(each) in ("aside", "nav", "footer", "li") for each in element.iterancestors())


def _headline(root: Element) -> Element | None:
    """The heading that the title of the window repeats, else the first: pages may be headed by their site's name."""
    title = words_of(next(root.iter("title"), None)).casefold()
    headings = [each for each in root.iter("h1", "h2") if local(each) == "h1" or words_of(each)]
    repeated = [each for each in headings if len(words_of(each)) > _SHORT and words_of(each).casefold() in title]
    first = next((each for each in headings if local(each) == "h1"), None)
    return max(repeated, key=lambda each: len(words_of(each)), default=first)


def _heading(root: Element, site: str) -> Facts:
    """The headline as the page shows it; the title of its window without the name of the site at its end."""
    shown = words_of(_headline(root))
    if shown:
        return Facts(title=shown).known_from("heading")
    title = words_of(next(root.iter("title"), None))
    parts = re.split(r"\s+[|–—-]\s+", title)
    short = (
        title[: title.rfind(parts[-1])].rstrip(" |–—-") if len(parts) > 1 and (not site or parts[-1] == site) else title
    )
    return Facts(title=short).known_from("heading")
