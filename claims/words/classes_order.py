"""The order in which events of one story follow one another, read from `classes_order.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from claims.words.classes_table import tables


@dataclass(frozen=True, slots=True)
class Order:
    """Two events of one story that follow one another, for the same person or thing."""

    before: str
    """Event class that comes first (or on the same day)."""
    after: str
    """Event class that comes second."""
    certain: bool
    """Whether it cannot be otherwise; else it is only usual."""


@lru_cache(maxsize=1)
def news_order() -> tuple[Order, ...]:
    """The order in which events of one story follow one another (`classes_order.toml`)."""
    raw = tomllib.loads(files("claims.words").joinpath("classes_order.toml").read_text("utf-8"))
    return tuple(
        Order(before, after, certain == "certain")
        for certain, pairs in raw.items()
        for before, afters in pairs.items()
        for after in (name.strip() for name in afters.split(","))
    )


@lru_cache(maxsize=4096)
def precedes(a: str, b: str, *, usual: bool = False) -> bool:
    """Whether event class `a` comes before `b` (or on the same day), through any chain of orders.

    Narrower classes take the order of wider ones (a derailment is a crash). With `usual`, orders that only mostly hold
    count too.
    """
    return not _behind(a, usual).isdisjoint((b, *tables().lineage.get(b, ())))


@cache
def _orders(usual: bool) -> dict[str, set[str]]:
    """For each event class those that come right behind it."""
    after: dict[str, set[str]] = {}
    for order in news_order():
        if order.certain or usual:
            after.setdefault(order.before, set()).add(order.after)
    return after


@lru_cache(maxsize=1024)
def _behind(a: str, usual: bool) -> frozenset[str]:
    """The event classes that come behind `a` through any chain of orders."""
    lineage, after = tables().lineage, _orders(usual)
    seen: set[str] = set()
    todo = [a]
    while todo:
        name = todo.pop()
        for above in (name, *lineage.get(name, ())):
            fresh = after.get(above, set()) - seen
            seen |= fresh
            todo.extend(fresh)
    return frozenset(seen)
