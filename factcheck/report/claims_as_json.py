"""Readings and claims as data, by the schema `factcheck.claims/1` (see claims.schema.json beside this file)."""

from __future__ import annotations

from claims.model import Claim, Entity, Phrase, Reading
from factcheck.model import Article, Mention
from factcheck.report.as_json import article, as_text, tool
from factcheck.report.reporter import Listing, ListingReporter, ReportOptions
from factcheck.report.value import Json, mention, spot, told, value

SCHEMA = "factcheck.claims/1"


def render(listing: Listing, _options: ReportOptions) -> str:
    """One JSON object: every reading, and the claims among them."""
    return as_text(
        {
            "schema": SCHEMA,
            "tool": tool(),
            "articles": [article(each) for each, _ in listing.pages],
            "readings": [as_reading(each, reading) for each, found in listing.pages for reading in found.readings],
            "claims": [as_claim(each, claim) for each, found in listing.pages for claim in found.claims],
            "skipped": [{"what": each.what, "reason": each.reason} for each in listing.skipped],
        }
    )


REPORTER = ListingReporter("json", "data with its own schema, for programs", render)


def as_reading(where: Article, given: Reading) -> Json:
    """A reading of the article `where`."""
    return {
        "kind": given.kind,
        **spot(where, given.span),
        "core": {"start": given.core.start, "end": given.core.end},
        "value": value(given),
        "modality": str(given.value.modality),
        **_noun(given.noun),
        **told({"trend": given.value.trend, "relation": given.relation, "as_of": given.as_of, "per": given.per}),
        "comparable": given.comparable,
    }


def as_claim(where: Article, given: Claim) -> Json:
    """A claim of the article `where`."""
    return {
        "kind": given.kind,
        **mention(Mention(given, where)),
        **({"subject": _entity(given.subject)} if given.subject else {}),
        **_event(given),
        **told({"role": given.role}),
        **_noun(given.noun),
        "noun_classes": sorted(given.noun_classes),
        "participants": [_entity(each) for each in given.participants],
        "scope": list(given.scope),
    }


def _event(given: Claim) -> Json:
    if given.event is None:
        return {}
    event = given.event
    return {"event": {"words": event.words, "lemma": event.lemma, "classes": sorted(event.classes)}}


def _entity(given: Entity) -> Json:
    return {"key": given.key, "words": given.words, **told({"type": given.type, "role": given.role})}


def _noun(given: Phrase | None) -> Json:
    return {"noun": {"words": given.words, "lemma": given.lemma}} if given else {}
