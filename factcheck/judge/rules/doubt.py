"""The last rule: where no other holds, nothing can be said."""

from __future__ import annotations

from claims.model import Claim, Modality
from claims.words.classes import is_a
from factcheck.judge.case import Case
from factcheck.judge.rule import Rule
from factcheck.model import Verdict
from factcheck.rates import in_two_currencies


def _unknown(case: Case) -> str:
    """The two cannot be compared by any other rule.

    Their values are of different forms, so that neither agreement nor contradiction can be shown, or they are one score
    in either order and nothing tells whose side is meant.

    Example: a time of day without a day and a date without a time.
    """
    if case.is_turned_round:
        return "the two may be one score, told from either side"
    return "the two values cannot be compared"


def _vague(case: Case) -> str:
    """Two vague words that do not meet.

    "Dozens" and "hundreds" are both impressions; that they differ is worth a look and no contradiction.

    Example: "dozens of shots" and "hundreds of shots".
    """
    vague = all(mention.claim.value.modality is Modality.VAGUE for mention in (case.a, case.b))
    return "both are vague words" if vague else ""


def _partial_score(case: Case) -> str:
    """Two scores of which one may stand for part of a game.

    A game has one result and many scores; only results, or scores told of the same part, contradict each other.

    Example: "a 47-44 lead" and "won 65-53".
    """
    if case.kind != "score":
        return ""
    results = all(_is_result(mention.claim) for mention in (case.a, case.b))
    return "" if results else "one of the two may be a score within the game"


def _is_result(claim: Claim) -> bool:
    classes = claim.event.classes if claim.event else frozenset()
    return "votes" in claim.value.words or any(is_a(name, result) for name in classes for result in _RESULTS)


_RESULTS = ("win", "lose", "draw", "vote", "elect", "final-score", "legislate")


def _currencies(case: Case) -> str:
    """Two sums in two currencies.

    They may well be one sum, converted by one newsroom; only a rate of exchange can tell. Rates change by the day, so
    that settings supply them (`[[rates]]`).

    Example: "fined €4 million" and "a $9 million fine".
    """
    if not in_two_currencies(case.a.claim, case.b.claim):
        return ""
    return "the sums are in two currencies, and no rate of exchange is given for their day"


CURRENCIES = (
    Rule("FC905", "currencies", "Sums in two currencies", Verdict.UNCLEAR, "Own rule", _currencies),
)  # fmt: skip
"""Comes before all: nothing else may be asked of such a pair."""
VAGUE = (
    Rule(
        "FC904", "partial-score", "A score within the game", Verdict.UNCLEAR, "AP Stylebook, scores", _partial_score
    ),
    Rule("FC903", "vague", "Two vague words differ", Verdict.UNCLEAR, "Channell 1994, Vague Language", _vague),
)  # fmt: skip
"""Comes before the conflicts."""

DOUBT = (Rule("FC902", "incomparable", "Cannot be compared", Verdict.UNCLEAR, "Own rule", _unknown),)
"""The end of the ladder."""
