"""What really happened where the verb says another thing: what time was spent on, loot, jobs that are lost."""

from __future__ import annotations

from dataclasses import replace

from claims.model import Event, Reading
from claims.tree import Token, Tree

_DOING = frozenset({"xcomp", "advcl", "acl"})
_JOBS = frozenset({"job", "post", "position"})
_CUTTING = frozenset({"cut", "eliminate", "axe", "lose", "slash", "scrap", "abolish", "shed"})
_LAID_OFF = frozenset({"lay-off"})
_LOOT = frozenset({"steal"})
_SHUT_IN = frozenset({"prison", "jail", "custody", "detention", "hospital", "exile", "coma"})
"""Where time is spent whatever comes before or after it."""
_ROBBERY = frozenset(
    {"cash", "loot", "haul", "bank", "robber", "robbery", "rob", "thief", "raider", "burglar", "gunman"}
)


def spent_on(tree: Tree, verb: Token) -> Token | None:
    """What time was spent doing: "weighing" in "spent 11 hours weighing the evidence"; a parser hangs it anywhere."""
    if verb.lemma != "spend":
        return None
    inside = [token for token in tree.subtree(verb.i) if token.i > verb.i]
    if any(token.lemma in _SHUT_IN for token in inside):
        return None
    doing = [token for token in inside if token.tag == "VBG" and token.dep.partition(":")[0] in _DOING]
    return next((token for token in doing if not tree.children(token.i, "mark", "case")), None)


def deed(event: Event, reading: Reading, role: str, head: Token, tree: Tree) -> Event:
    """The event as a figure tells it: who escaped with $3,000 in cash stole it, and jobs that are cut are laid off.

    `head` is the figure's token and `role` its part in the event. Who "fled the bank with $300" of her own is taken for
    a thief.
    """
    if reading.kind == "money" and role == "with" and "flee" in event.classes:
        loot = any(token.lemma in _ROBBERY for token in tree.tokens)
        return replace(event, classes=_LOOT) if loot else event
    if reading.kind == "count" and event.lemma in _CUTTING and head.lemma in _JOBS:
        return replace(event, classes=_LAID_OFF)
    return event
