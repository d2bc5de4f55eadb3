"""Under which licences the dependencies come, from what their packages say of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from importlib import metadata
from typing import cast

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "factcheck-compare"
_STRONG = re.compile(r"(?<![a-z])A?GPL|(?<!Lesser )General Public License|Affero", re.IGNORECASE)
_LONG = 200
"""Characters above which a licence's own text stands where its name belongs."""


@dataclass(frozen=True, slots=True)
class Licensed:
    """A package that is installed with ours."""

    name: str
    version: str
    offers: tuple[str, ...]
    """Its licences; more than one are a choice, unless an expression says AND."""

    @property
    def permitted(self) -> bool:
        """Whether one may be chosen that is neither GPL nor AGPL; a package that names none is not permitted."""
        choices = [one for each in self.offers for one in re.split(r"\s+OR\s+", each)]
        return any(not _STRONG.search(each) for each in choices)


def installed(*extras: str) -> list[Licensed]:
    """Every package that the project needs with these extras, itself left out, by name."""
    seen: dict[str, Licensed] = {}
    waiting = [(PROJECT, frozenset(extras))]
    done: set[tuple[str, frozenset[str]]] = set()
    while waiting:
        name, wanted = at = waiting.pop()
        if at in done:
            continue
        done.add(at)
        found = metadata.distribution(name)
        seen[name] = Licensed(name, found.version, tuple(_offers(cast("Message", found.metadata))))
        waiting += _needs(found, wanted)
    return [seen[name] for name in sorted(seen) if name != PROJECT]


def _needs(found: metadata.Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for each in map(Requirement, found.requires or ()):
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            yield canonicalize_name(each.name), frozenset(each.extras)


def _offers(says: Message) -> Iterator[str]:
    """The expression (PEP 639), else the classifiers, else the words of the field `License`."""
    if expression := says.get("License-Expression"):
        yield expression
        return
    kinds = [each for each in says.get_all("Classifier") or () if each.startswith("License :: ")]
    names = [each.rpartition(" :: ")[2] for each in kinds if not each.endswith(":: OSI Approved")]
    text = says.get("License") or ""
    yield from names or ([text] if text and len(text) < _LONG else [])
