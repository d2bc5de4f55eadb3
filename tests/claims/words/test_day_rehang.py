"""Readings hung anew: another publication date, or the day of their event."""

from __future__ import annotations

import datetime as dt

from claims.kind import Passage
from claims.kinds.date import DATE
from claims.kinds.duration import DURATION
from claims.kinds.time import TIME
from claims.model import Clock, Days, Published, Reading
from claims.words.day_rehang import rehung


def readings(text: str) -> list[Reading]:
    passage = Passage(text, ((0, len(text)),))
    return [*DATE.find(passage), *TIME.find(passage), *DURATION.find(passage)]


def test_an_undated_article_gets_its_day_later() -> None:
    (friday,) = readings("He was charged Friday.")
    assert friday.timex
    assert friday.timex.value == "XXXX-WXX-5"
    day = dt.date(2021, 12, 20)
    hung = rehung(friday, Published(day, day))
    assert hung.value.stated == Days.day(dt.date(2021, 12, 17))
    assert hung.timex
    assert hung.timex.value == "2021-12-17"
    assert rehung(hung, None) == friday


def test_times_move_with_their_day() -> None:
    (night,) = readings("He was charged Friday night.")
    day = dt.date(2021, 12, 20)
    stated = rehung(night, Published(day, day)).value.stated
    assert isinstance(stated, Clock)
    assert stated.days == Days.day(dt.date(2021, 12, 17))


def test_an_event_gives_its_day() -> None:
    (after,) = readings("He was charged two days after the flood.")
    hung = rehung(after, None, Days.day(dt.date(2021, 12, 1)))
    assert hung.value.stated == Days.day(dt.date(2021, 12, 3))
    assert hung.timex == after.timex


def test_lengths_stay() -> None:
    (length,) = readings("It lasted three days.")
    assert rehung(length, None) is length
