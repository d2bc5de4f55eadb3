"""Archives of made-up articles of any size, for measuring: events with people, places and figures of their own.

Places are drawn from a pool that all events share, people and bodies are made of syllables, so that some names are
common in an archive and most are rare. The families of events stand in `events.toml`. Generated text is far more
even than real news: it says how cost grows, and of accuracy only what a method loses against another one.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_FAMILIES = [name for name in _TABLE if name not in ("names", "filler")]
_WORDS = {name: words.split() for name, words in _TABLE["names"].items()}
_FIRST = dt.date(2031, 1, 1)
_TOWNS = 400
_MOST = 8
"""Articles that an event has at most; one event in three has a single one."""


@dataclass(frozen=True, slots=True)
class Made:
    """A made-up article."""

    event: int
    """The number of its event."""
    published: dt.date
    """When it was published: on the day of the event or up to a week later."""
    text: str
    """What it says."""


def archive(size: int, seed: int = 1, days: int = 365) -> Iterator[Made]:
    """`size` articles in the order of their events, which are spread over `days` days."""
    chance = random.Random(seed)
    towns = [_word(chance) for _ in range(_TOWNS)]
    event = made = 0
    while made < size:
        family = _TABLE[chance.choice(_FAMILIES)]
        begun = _FIRST + dt.timedelta(chance.randrange(days))
        facts = _facts(chance, towns, begun)
        for _ in range(min(size - made, _MOST, int(chance.expovariate(0.4)) + 1)):
            day = begun + dt.timedelta(min(7, int(chance.expovariate(0.8))))
            yield Made(event, day, _text(chance, family, facts))
            made += 1
        event += 1


def written(size: int, folder: Path, seed: int = 1) -> None:
    """Write an archive of `size` articles as one JSON Lines file into `folder`."""
    with (folder / "archive.jsonl").open("w", encoding="utf-8") as file:
        for number, one in enumerate(archive(size, seed)):
            row = {"id": f"{number:06d}", "text": one.text, "published": one.published.isoformat()}
            file.write(json.dumps(row) + "\n")


def _facts(chance: random.Random, towns: list[str], day: dt.date) -> dict[str, object]:
    return {
        "town": chance.choice(towns), "near": chance.choice(towns), "thing": _word(chance),
        "who": _person(chance), "other": _person(chance), "chief": _person(chance),
        "firm": f"{_word(chance)} {chance.choice(_WORDS['firms'])}",
        "body": f"{_word(chance)} {chance.choice(_WORDS['bodies'])}",
        "n": chance.randint(2, 9), "m": chance.randint(11, 98), "k": chance.randint(3, 8),
        "sum": chance.randint(11, 97), "percent": chance.randint(13, 96), "day": f"{day:%A}",
    }  # fmt: skip


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_WORDS[part]) for part in ("starts", "middles", "ends"))


def _person(chance: random.Random) -> str:
    return f"{chance.choice(_WORDS['given'])} {_word(chance)}"


def _text(chance: random.Random, family: dict[str, list[str]], facts: dict[str, object]) -> str:
    told = chance.sample(family["body"], chance.randint(3, 5)) + chance.sample(_TABLE["filler"]["body"], 3)
    chance.shuffle(told)
    sentences = [chance.choice(family["lead"]), *told]
    half = 1 + len(sentences) // 2
    return "\n\n".join(" ".join(part).format(**facts) for part in (sentences[:half], sentences[half:]))
