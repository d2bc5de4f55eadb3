"""Stories that hypothesis makes up: two or three short articles on one accident, which agree in some facts only."""

from __future__ import annotations

from hypothesis import strategies as st

from factcheck.api import article
from factcheck.read.copies import marked
from tests.laws.changes import Story

_NAMES = ("Nora Pell", "Ana Whitfield", "Colin Drever", "Omar Haddon")
_FACTS = (
    "{dead} people died when the ferry sank off Port Nerim.",
    "The ferry sank on {month} {day}, {year}.",
    "{name}, {age}, was sentenced to {years} years in prison.",
    "The ferry was going {speed} km/h when it struck the pier.",
    "Repairs of the pier will cost ${cost} million, the harbour office said.",
    "At least {hurt} others were injured.",
    "The ferry, built in {built}, carried {aboard} people.",
    "{name} told the court that the ferry had been {length} metres long.",
)
_NUMBERS = {
    "dead": (2, 40), "day": (1, 28), "year": (2029, 2033), "age": (19, 80), "years": (2, 30), "speed": (20, 90),
    "cost": (2, 90), "hurt": (2, 90), "built": (1991, 1999), "aboard": (41, 900), "length": (20, 140),
}  # fmt: skip
_MONTHS = ("January", "March", "August", "November")
_PUBLISHED = ("2033-12-05", "2033-12-06", "2033-12-09")


@st.composite
def stories(draw: st.DrawFn, least: int = 2) -> Story:
    """A story whose articles tell a few facts each, with values that mostly agree."""
    true = {name: draw(st.integers(*within)) for name, within in _NUMBERS.items()}
    month, name = draw(st.sampled_from(_MONTHS)), draw(st.sampled_from(_NAMES))
    made = []
    for at in range(draw(st.integers(least, 3))):
        facts = draw(st.lists(st.sampled_from(_FACTS), min_size=2, max_size=4, unique=True))
        slips = draw(st.sets(st.sampled_from(sorted(_NUMBERS)), max_size=3))
        values = {
            each: draw(st.integers(*_NUMBERS[each])) if each in slips else number for each, number in true.items()
        }
        text = "\n\n".join(fact.format(**values, month=month, name=name) for fact in facts)
        made.append(article(text, name=f"{at}", source=f"Paper {'ABC'[at]}", published=_PUBLISHED[at]))
    return marked(made)
