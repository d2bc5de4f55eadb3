"""Mentions of words, not of values: what checks of quotations and names compare."""

from __future__ import annotations

from claims.model import Claim, Interval, Modality, Reading, Span, Value
from claims.sentences import sentences
from claims.view import View

_ANY = Interval(None, None)


def worded(kind: str, article: str, view: View, start: int, end: int) -> Claim:
    """A claim of `kind` (`quote` or `name`) on the words at `start`..`end` of a view; its region says nothing."""
    words = view.text[start:end]
    value = Value(kind, _ANY, _ANY, "", "", (), Modality.EXACT, words)
    span = view.original(start, end)
    around = next(((a, b) for a, b in sentences(view.text) if a <= start < b), (start, end))
    sentence = view.original(min(around[0], start), max(around[1], end))
    return Claim(kind, Reading(kind, span, span, value), span, Span(sentence.start, sentence.end), article)
