"""IPTC ninjs, the JSON of news agencies: one news item an object.

Sources: the ninjs schemas 1.0 to 3.1 of the IPTC. Versions 1 and 2 name `headline`, `body_text`, `body_html`,
`versioncreated`; version 3 has lists, `headlines` and `bodies`, each entry with `role`, `contentType` and `value`.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.read.compose import composed
from factcheck.read.document import Document, Facts, Refused
from factcheck.read.fields import broken, pieces_of, titled, when
from factcheck.read.published import first_of

_BODIES = ("body_text", "bodytext", "body_html", "bodyhtml", "body_xhtml", "bodyxhtml")
_DATES = ("firstCreated", "firstcreated", "versionCreated", "versioncreated", "contentCreated", "contentcreated")


def is_ninjs(record: Mapping[str, object]) -> bool:
    """Whether a JSON object is a news item of this standard."""
    shaped = any(name in record for name in (*_BODIES, "bodies", "headlines"))
    return "uri" in record and shaped and any(name in record for name in (*_DATES, "type", "profile", "standard"))


def document_of(record: Mapping[str, object], number: int, only: bool = False) -> Document | Refused:
    """The article in a news item, the `number`th of its file or the `only` one."""
    item = "" if only else str(record.get("uri") or number)
    text = next((str(record[name]) for name in _BODIES if record.get(name)), "") or _chosen(
        record.get("bodies"), "text/plain"
    )
    if not text.strip():
        return Refused(item, "no text is in this news item; only items of text are read")
    title = (
        _text(record.get("headline")) or _chosen(record.get("headlines"), "text/plain") or _text(record.get("title"))
    )
    facts = Facts(title, _source(record), _link(record), _text(record.get("byline") or record.get("by"))).known_from(
        "fields"
    )
    dates, odd = _dates(record)
    remarks = (*odd, *broken(text, title, facts.source, facts.author))
    return composed(titled(pieces_of(text), title), facts.over(dates), item, remarks)


def _dates(record: Mapping[str, object]) -> tuple[Facts, tuple[str, ...]]:
    """The first version is the publication, a later one a change; and what is not understood of them."""
    created = [record.get(name) for name in _DATES if record.get(name)]
    first, remarks = first_of(created[:1], when)
    changed, _ = first_of(created[1:2], when)
    return Facts(published=first, modified=changed), remarks


def _chosen(entries: object, kind: str) -> str:
    """The value of the main entry of a list, in plain text where there is one."""
    if not isinstance(entries, list):
        return ""
    listed = [each for each in entries if isinstance(each, Mapping) and isinstance(each.get("value"), str)]
    ranked = sorted(
        listed,
        key=lambda each: (
            each.get("contentType", each.get("contenttype", kind)) != kind,
            each.get("role") not in (None, "main"),
        ),
    )
    return str(ranked[0]["value"]) if ranked else ""


def _source(record: Mapping[str, object]) -> str:
    for name in ("provider", "infosources", "copyrightholder", "copyrightHolder"):
        value = record.get(name)
        entry = value[0] if isinstance(value, list) and value else value
        found = _text(entry.get("name")) if isinstance(entry, Mapping) else _text(entry)
        if found:
            return found
    return ""


def _link(record: Mapping[str, object]) -> str:
    uri = _text(record.get("uri"))
    return uri if uri.startswith("http") else ""


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""
