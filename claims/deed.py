"""What really happened where the verb says another thing: what time was spent on, loot, jobs that are lost."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Event, Reading
from claims.tree import Token, Tree

_DOING = frozenset({"xcomp", "advcl", "acl"})
_JOBS = frozenset({"job", "post", "position"})
_CUTTING = frozenset({"cut", "eliminate", "axe", "lose", "go", "slash", "scrap", "abolish", "shed"})
_LAID_OFF = frozenset({"lay-off"})
_LOOT = frozenset({"steal"})


def spent_on(tree: Tree, verb: Token) -> Token | None:
    """What time was spent doing: "weighing" in "spent 11 hours weighing the evidence"; a parser hangs it anywhere."""
    if verb.lemma != "spend":
        return None
    inside = tree.subtree(verb.i)
    doing = [token for token in inside if token.tag == "VBG" and token.dep.partition(":")[0] in _DOING]
    return min((token for token in doing if token.i > verb.i), key=lambda token: token.i, default=None)


def deed(event: Event, reading: Reading, role: str, head: Token) -> Event:
    """The event as a figure tells it: who escaped with $3,000 stole it, and jobs that are cut are laid off.

    `head` is the figure's token and `role` its part in the event. Who "escaped with £2" of her own is taken for a
    thief.
    """
    if reading.kind == "money" and role == "with" and "flee" in event.classes:
        return replace(event, classes=_LOOT)
    if reading.kind == "count" and event.lemma in _CUTTING and head.lemma in _JOBS:
        return replace(event, classes=_LAID_OFF)
    return event
