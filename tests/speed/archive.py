"""Writes an archive of made-up short articles: `python -m tests.speed.archive N FILE [--seed S]`.

Each story is told by two to five papers of which some err in one figure or day. Names are made of syllables, so that
stories share as few of them as those of a real archive. The text of a seed and a size is always the same.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import random
from collections.abc import Iterator
from pathlib import Path

_HEADS = "Bar Cor Dal Fen Gar Hol Kes Lor Mar Nor Os Pel Quin Ros Sel Tor Ul Var Wes Yar".split()
_TAILS = "bridge dale field ford ham holm lund mere more ness ridge stead stow ton vale wick worth".split()
_FIRST = "Ada Bram Cleo Dario Elin Farid Greta Hugo Ines Jonas Karin Luca Mira Nils Olga Pavel".split()
_PAPERS = ("Courant", "Herald", "Ledger", "Observer", "Post", "Record", "Tribune", "Wire")
_EVENTS = (
    ("fire", "A fire in a {site} in {place} killed {a} people", "{b} others were taken to hospital"),
    ("crash", "A bus left the road near {place} and {a} people died", "{b} passengers were injured"),
    ("flood", "Floods in {place} left {a} people dead", "{b} homes were evacuated along the {site}"),
    ("trial", "A court in {place} convicted {who} of {a} counts of fraud", "The fraud cost savers ${b} million"),
    ("strike", "About {a}00 workers walked out at a {site} in {place}", "They ask for {b} percent more pay"),
)
_SITES = "warehouse shipyard cannery foundry quarry mill depot reservoir brewery sawmill".split()
_FILLER = (
    "{who}, {age}, who lives nearby, said the street had been closed since {weekday}.",
    "The mayor of {place}, {other}, called it the worst day in {years} years.",
    "An inquiry led by {other} is to report within {weeks} weeks.",
    "{paper} first reported the news on its site; the {site} belongs to {firm}.",
    "Shares of {firm} fell {share} percent, and the company said it would spend ${cost} million on repairs.",
    "Officials in {place} said that they expect the road to open again by the end of the week.",
)


def records(number: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """`number` articles as records of JSON Lines, story after story."""
    draw = random.Random(seed)
    written = story = 0
    while written < number:
        told = min(draw.choice((2, 3, 3, 4, 5)), number - written)
        yield from _story(draw, story, told)
        written, story = written + told, story + 1


def _story(draw: random.Random, story: int, told: int) -> Iterator[dict[str, str]]:
    name, lead, second = draw.choice(_EVENTS)
    day = dt.date(2031, 1, 1) + dt.timedelta(draw.randrange(700))
    words: dict[str, object] = {
        "place": _named(draw), "site": draw.choice(_SITES), "who": f"{draw.choice(_FIRST)} {_named(draw)}",
        "other": f"{draw.choice(_FIRST)} {_named(draw)}", "firm": f"{_named(draw)} Group",
        "age": draw.randrange(21, 80),
        "years": draw.randrange(5, 60), "weeks": draw.randrange(3, 20), "share": draw.randrange(2, 15),
        "cost": draw.randrange(2, 90), "weekday": f"{day - dt.timedelta(1):%A}",
        "a": draw.randrange(2, 40), "b": draw.randrange(41, 120),
    }  # fmt: skip
    for version, paper in enumerate(draw.sample(_PAPERS, told)):
        source = f"The {paper}"
        said = {**words, "paper": source}
        if draw.random() < 0.15:
            wrong = draw.choice(("a", "b", "age"))
            said[wrong] = int(str(words[wrong])) + draw.randrange(1, 9)
        filler = [each.format(**said) for each in draw.sample(_FILLER, 4)]
        published = day + dt.timedelta(draw.randrange(0, 2))
        opening = f"{lead.format(**said)} on {day:%A}, {day:%B} {day.day}, officials said. {second.format(**said)}."
        text = "\n\n".join((opening, " ".join(filler[:2]), " ".join(filler[2:])))
        yield {
            "id": f"{story:07}-{version}", "title": f"{name.title()} in {said['place']}", "source": source,
            "published": published.isoformat(), "text": text,
        }  # fmt: skip


def _named(draw: random.Random) -> str:
    return draw.choice(_HEADS) + draw.choice("aeiou") + draw.choice("dklmnrst") + draw.choice(_TAILS)


def write(number: int, file: Path, seed: int = 1) -> None:
    """Write `number` articles as JSON Lines."""
    with file.open("w", encoding="utf-8") as lines:
        lines.writelines(f"{json.dumps(each)}\n" for each in records(number, seed))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.speed.archive", description=__doc__)
    parser.add_argument("number", type=int, metavar="N")
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    write(given.number, given.file, given.seed)
