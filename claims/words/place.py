"""Names of places: states, countries, regions and the cities that stand alone in datelines, each under one key.

A place that the table (`place.toml`) does not know is still recognised by what follows its comma: "Harlow Falls, Colo."
Keys are lower case. Ambiguous names have one key: Georgia, Washington and New York may each be two places.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.words.classes_table import listed

_STATES_OF = "united states"
_MOST_HOPS = 6
_SHORT = 4


@dataclass(frozen=True, slots=True)
class _Table:
    keys: Mapping[str, str]
    """From any name to its key."""
    kinds: Mapping[str, str]
    """For each key `state`, `country`, `region` or `city`."""
    postal: Mapping[str, str]
    """From a two-letter code to the state."""
    people: Mapping[str, str]
    """From the name of a people to its place."""
    within: Mapping[str, str]
    """For each key the wider place."""
    short: frozenset[str]
    """Abbreviations that may be common words in lower case."""
    exact: Mapping[str, str]
    """From spellings that count only as written to their key."""
    first: frozenset[str]
    """Words that open a place's name: "Lake"."""
    last: frozenset[str]
    """Words that end a place's name: "County"."""


@lru_cache(maxsize=1)
def _table() -> _Table:
    raw = tomllib.loads(files("claims.words").joinpath("place.toml").read_text("utf-8"))
    keys: dict[str, str] = {}
    short: set[str] = set()
    kinds: dict[str, str] = {}
    for kind in ("state", "country", "region"):
        for name, others in raw[kind].items():
            kinds.setdefault(name, kind)
            keys |= dict.fromkeys((name, *listed(others)), keys.get(name, name))
            short |= {other for other in listed(others) if len(other) <= _SHORT}
    within = dict.fromkeys(raw["state"], _STATES_OF)
    for wider, names in raw["within"].items():
        within |= dict.fromkeys(listed(names), wider)
    for wider, names in raw["city"].items():
        for name in listed(names):
            kinds[name] = "city"
            keys[name] = name
            within[name] = wider
    for name, others in raw["alias"].items():
        keys |= dict.fromkeys(map(_bare, listed(others)), name)
    postal = {code: state for code, _, state in (item.partition(" ") for item in listed(raw["postal"]["codes"]))}
    people = {each: place for place, names in raw["people"].items() for each in listed(names)}
    feature = {side: frozenset(words.split()) for side, words in raw["feature"].items()}
    return _Table(
        keys, kinds, postal, people, within, frozenset(short), raw["exact"], feature["first"], feature["last"]
    )


def _bare(words: str) -> str:
    """Lower case, hyphens as spaces, no full stops and no article: "U.S." gives "us", "W. Va." gives "w va"."""
    plain = re.sub(r"\s+", " ", words.lower().replace("-", " ").replace("’", "'").strip(" ,"))
    plain = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", plain).replace(".", "")
    return plain if plain in ("the hague",) else plain.removeprefix("the ")


@lru_cache(maxsize=16384)
def place_key(words: str) -> str:
    """The key of a place: "Colo." gives "colorado", "Reno, Nev." "reno"; unknown names come back bare.

    A town that does not stand alone keeps what it lies in: "Harlow Falls, Colo." gives "harlow falls, colorado".
    """
    table = _table()
    if words in table.exact:
        return table.exact[words]
    bare = _bare(words)
    town, comma, rest = bare.partition(", ")
    if not comma or bare.replace(",", "") in table.keys:
        return table.keys.get(bare.replace(",", ""), bare)
    wider = table.keys.get(rest) or table.postal.get(rest) or rest
    key = table.keys.get(town, town)
    return key if table.within.get(key) == wider else f"{key}, {wider}"


@lru_cache(maxsize=16384)
def is_place(words: str) -> bool:
    """Whether `words` are a known place, or anything followed by the state or country it lies in."""
    table = _table()
    bare = _bare(words)
    if bare in table.keys or words in table.exact:
        return _is_written_as_place(words)
    town, comma, rest = bare.rpartition(", ")
    return bool(comma and town) and (rest in table.keys or rest in table.postal)


def _is_written_as_place(words: str) -> bool:
    """Short forms that are also words count only as news writes them: "US", "Miss.", "Ill.", "La.", not "us", "ill"."""
    return _bare(words) not in _table().short or "." in words or words.isupper()


def has_feature(words: str) -> bool:
    """Whether a name of several words is a place's by what it says it is: "Tamarack County", "Lake Ione"."""
    parts = _bare(words).split(" ")
    return len(parts) > 1 and (parts[-1] in _table().last or parts[0] in _table().first)


def place_kind(words: str) -> str:
    """`state`, `country`, `region` or `city` for a known place, else ""."""
    return _table().kinds.get(place_key(words), "") if is_place(words) else ""


def wider_place(words: str) -> str:
    """Key of what a known place lies in ("Denver": "colorado"), or ""."""
    key = place_key(words)
    return _table().within.get(key) or key.partition(", ")[2]


def lies_in(inner: str, outer: str) -> bool:
    """Whether place `inner` is known to be `outer` or to lie in it ("Denver" in "U.S.")."""
    goal = place_key(outer)
    key = place_key(inner)
    for _ in range(_MOST_HOPS):
        if key == goal:
            return True
        key = wider_place(key)
        if not key:
            return False
    return False


def place_of_people(words: str) -> str:
    """Key of the place a people or its adjective is called after ("Iranians": "iran"), or ""."""
    table = _table()
    bare = _bare(words)
    return table.people.get(bare) or table.people.get(bare.removesuffix("s")) or ""
