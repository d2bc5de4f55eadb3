"""Pages in the markup styles of ten common news systems, with texts written for these tests.

Each style is one file of markup with `{{title}}` and `{{paragraphs}}` for a story of stories.toml; every page has what
real ones have around the article: menus, related links, cookie notices, newsletters, captions, comments.
"""

from __future__ import annotations

import html
import tomllib
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what must be read from it."""

    style: str
    """Whose markup it has."""
    source: str
    """The page."""
    title: str
    """The headline."""
    paragraphs: tuple[str, ...]
    """The article."""
    published: str
    """Date as the page states it: `first/last[Ttime][offset minutes]`, and the origin."""
    publisher: str
    """Who speaks."""
    author: str
    """Byline."""


def pages() -> list[Page]:
    """Every page."""
    said = tomllib.loads((_HERE / "stories.toml").read_text("utf-8"))
    return [_page(style, said["story"][style["story"]]) for style in said["style"]]


def _page(style: dict[str, str], story: dict[str, str]) -> Page:
    paragraphs = tuple(story["text"].strip().split("\n\n"))
    source = (_HERE / f"{style['name']}.html").read_text("utf-8")
    tag = style.get("paragraph", "<p>%s</p>")
    body = [tag.replace("%s", html.escape(each, quote=False)) for each in paragraphs]
    half = len(body) // 2
    filled = (
        source.replace("{{title}}", html.escape(story["title"]))
        .replace("{{first half}}", "\n".join(body[:half]))
        .replace("{{second half}}", "\n".join(body[half:]))
    )
    return Page(
        style["name"], filled, story["title"], paragraphs, style["published"], style["publisher"], style["author"]
    )
