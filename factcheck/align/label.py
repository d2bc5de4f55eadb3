"""A fact in a few words, from the claims that tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.model import Claim, Entity


def label(claims: Sequence[Claim]) -> str:
    """What the claims are about: "age of Ana Whitfield", "people killed", "date of the crash"."""
    names = Counter(_one(claim) for claim in claims)
    return min(names, key=lambda words: (-names[words], len(words), words))


def _one(claim: Claim) -> str:
    who = _who(claim.subject)
    event = claim.event.words if claim.event else ""
    match claim.kind:
        case "age":
            return f"age of {who}" if who else "age"
        case "date" | "time":
            happening = f"{who} {event}" if who and who.lower() != event.lower() else event
            return f"{claim.kind}: {happening}".strip(": ")
        case "count" | "ordinal":
            counted = claim.noun.words if claim.noun else "count"
            return f"{counted}, {event}" if event and event.lower() not in counted.lower() else counted
    about = event or who
    return f"{claim.kind}: {about}" if about else claim.kind


def _who(entity: Entity | None) -> str:
    if entity is None:
        return ""
    return entity.key.title() if entity.named and entity.words.lower() in _PRONOUNS else entity.words


_PRONOUNS = frozenset(["he", "she", "him", "her", "his", "hers", "it", "they", "who"])
