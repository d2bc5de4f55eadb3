"""Times of day: forms, zones, the day they fall on, and the stretch they cover. Sentences are our own."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.model import Clock, Days, Published
from claims.region import meets
from claims.sentences import sentences
from claims.when import ClockExpr
from claims.words.calendar import zone_offset
from claims.words.clock_resolve import resolve_clock
from claims.words.day_find import time_expressions

DAY = dt.date(2021, 12, 20)
MONDAY = Published(DAY, DAY)


def shown(text: str) -> list[str]:
    found = time_expressions(text, sentences(text), MONDAY, None)
    return [f"{text[one.start : one.end]} = {one.timex.value}" for one in found if one.timex.type == "TIME"]


def clocks(text: str) -> list[tuple[Clock, Clock]]:
    found = time_expressions(text, sentences(text), MONDAY, None)
    return [resolve_clock(one.when, MONDAY) for one in found if isinstance(one.when, ClockExpr)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It struck at 9:30 a.m. Friday.", ["9:30 a.m. Friday = 2021-12-17T09:30"]),
        ("It struck at 9.30am on Friday.", ["9.30am = 2021-12-17T09:30"]),
        ("It struck at 11 PM EST Nov. 9.", ["11 PM EST Nov. 9 = 2021-11-09T23:00"]),
        ("It struck at 0737 GMT.", ["0737 GMT = 2021-12-20T07:37Z"]),
        ("It struck at 16:15 UTC today.", ["16:15 UTC today = 2021-12-20T16:15Z"]),
        ("All men report at 1100 hours.", ["1100 hours = 2021-12-20T11:00"]),
        ("It struck at four o'clock in the afternoon.", ["four o'clock in the afternoon = 2021-12-20T16:00"]),
        ("It struck at ten past six.", ["ten past six = 2021-12-20T06:10"]),
        ("It struck at ten to six.", []),
        ("It struck at half past seven in the evening.", ["half past seven in the evening = 2021-12-20T19:30"]),
        ("It struck at 10 minutes to 11 on Friday.", ["10 minutes to 11 = 2021-12-17T10:50"]),
        ("They left at noon Saturday.", ["noon Saturday = 2021-12-18T12:00"]),
        ("They left at midnight Saturday.", ["midnight Saturday = 2021-12-18T24:00"]),
        ("On Friday at 10:35 a.m. it fell.", ["10:35 a.m. = 2021-12-17T10:35"]),
        ("At 10:35 (0735 GMT) Friday it fell.", ["10:35 = 2021-12-17T10:35", "0735 GMT = 2021-12-17T07:35Z"]),
        ("Two men fled Friday night.", ["Friday night = 2021-12-17TNI"]),
        ("Two men fled early Saturday morning.", ["early Saturday morning = 2021-12-18TMO"]),
        ("Two men fled in the early hours of Saturday.", ["the early hours of Saturday = 2021-12-18TMO"]),
        ("Two men fled overnight.", ["overnight = 2021-12-19TNI"]),
        ("Two men fled overnight on Saturday.", ["overnight on Saturday = 2021-12-18TNI"]),
        ("Two men fled Friday overnight.", ["Friday overnight = 2021-12-17TNI"]),
        ("Two men fled overnight Friday into Saturday.", ["overnight Friday into Saturday = 2021-12-17TNI"]),
        ("Two men fled last night.", ["last night = 2021-12-19TNI"]),
        ("Two men fled this morning.", ["this morning = 2021-12-20TMO"]),
        ("Two men fled on the night of March 3, 2020.", ["the night of March 3, 2020 = 2020-03-03TNI"]),
        ("On May 4, 2020 he fled. That night she wept.", ["That night = 2020-05-04TNI"]),
    ],
)  # fmt: skip
def test_times(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The score was 3:2 and the odds 10:1.",
        "I am 5 and it is a p.m. thing.",
        "He ran it in 2:03:15.",
        "With about 10:00 to play they led.",
        "A ratio of 16:09 is wide.",
        "It costs 9.30 a head.",
        "She left at 7:75 p.m. and at 13 p.m. again.",
        "They lost 3 to 4 of ten; ten to six voted.",
    ],
)
def test_figures_that_only_look_like_times(text: str) -> None:
    assert shown(text) == []


def test_a_shifted_zone_has_no_name() -> None:
    (told,) = [one.when for one in time_expressions("At 5 p.m. GMT+3 it fell.", ((0, 24),), MONDAY, None)]
    assert isinstance(told, ClockExpr)
    assert (told.offset, told.zone) == (180, "")


def test_a_range_is_one_stretch() -> None:
    ((stated, _),) = clocks("The shop opens from 9 to 11.30 a.m. Tuesday.")
    assert (stated.low, stated.high) == (540, 690)


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("It struck at 9 a.m. Eastern time on July 19, 2021.", -240),
        ("It struck at 9 a.m. Eastern on Jan. 19, 2021.", -300),
        ("It struck at 9 a.m. Pacific on March 14, 2021.", -420),
        ("It struck at 9 a.m. ET on March 13, 2021.", -300),
        ("It struck at 9 a.m. CT on Nov. 1, 2006.", -360),
        ("It struck at 9 a.m. Mountain Standard Time on July 19, 2021.", -420),
        ("It struck at 9 a.m. Central European Time on July 19, 2021.", 120),
        ("It struck at 9 a.m. Central European Time on Oct. 30, 2021.", 120),
        ("It struck at 9 a.m. Central European Time on Oct. 31, 2021.", 60),
        ("It struck at 9 a.m. Eastern.", None),
        ("It struck at 9 a.m. Eastern Harbour cranes stood still on July 19, 2021.", None),
        ("It struck at 9 a.m. local time on July 19, 2021.", None),
    ],
)
def test_zones_with_summer_time_take_it_from_the_day(text: str, offset: int | None) -> None:
    assert clocks(text)[0][0].offset == offset


def test_zones_make_one_instant() -> None:
    (local, _), (gmt, _) = clocks("At 10:35 a.m. EST (1535 GMT) Friday it fell.")
    assert local.offset == -300
    assert meets(local, gmt)


def test_a_spoken_hour_without_its_half_may_be_either() -> None:
    ((stated, tolerated),) = clocks("It struck at half past seven on Friday.")
    assert (stated.low, tolerated.low, tolerated.high, tolerated.either_half) == (450, 443, 457, True)


@pytest.mark.parametrize(
    ("text", "either"),
    [
        ("The bomb went off at 2:11 on Friday.", True),
        ("He rang at 10:40 p.m. and left at 2:11 on Friday.", True),
        ("The bomb went off at 12:20 on Friday.", True),
        ("The bomb went off at 02:11 on Friday.", False),
        ("The bomb went off at 14:11 on Friday.", False),
        ("The bomb went off at 9:11, the police came at 14:20.", False),
        ("The bomb went off at 2:11 GMT on Friday.", False),
        ("The bomb went off at 2:11 in the afternoon.", False),
        ("The bomb went off at 2:11 on Friday afternoon.", False),
        ("The bomb went off at 2:11 a.m. on Friday.", False),
    ],
)
def test_a_time_in_figures_may_leave_its_half_open(text: str, either: bool) -> None:
    assert clocks(text)[-1 if "rang" in text else 0][1].either_half is either


def test_an_open_half_meets_both_halves_and_no_other_time() -> None:
    ((_, open_half),) = clocks("It struck at 2:11 on Friday.")
    for told, agrees in (("2:11 a.m.", True), ("14:11", True), ("2:40 p.m.", False), ("8:11 a.m.", False)):
        ((_, other),) = clocks(f"It struck at {told} on Friday.")
        assert meets(open_half, other) is agrees, told


def test_a_part_of_the_day_behind_the_day_tells_the_half() -> None:
    assert shown("It struck at 2:11 on Friday afternoon.")[0] == "2:11 = 2021-12-17T14:11"


def test_a_night_runs_past_midnight() -> None:
    ((night, _),) = clocks("Two men fled Friday night.")
    ((small, _),) = clocks("Two men fled at 1 a.m. Saturday.")
    ((noon, _),) = clocks("Two men fled at noon Saturday.")
    assert meets(night, small)
    assert not meets(night, noon)


@pytest.mark.parametrize(
    ("text", "friday", "thursday"),
    [
        ("It struck at midnight on Friday.", True, True),
        ("It struck at noon on Friday.", True, False),
        ("It struck overnight Friday.", True, True),
        ("It struck overnight Friday into Saturday.", True, False),
    ],
)
def test_midnight_and_the_night_may_begin_their_day(text: str, friday: bool, thursday: bool) -> None:
    ((stated, tolerated),) = clocks(text)
    assert stated.days == Days.day(dt.date(2021, 12, 17))
    assert meets(tolerated.days, Days.day(dt.date(2021, 12, 17))) is friday
    assert meets(tolerated.days, Days.day(dt.date(2021, 12, 16))) is thursday


def test_a_guessed_day_may_be_any() -> None:
    ((stated, tolerated),) = clocks("The bell rang at 7 a.m.")
    assert stated.days == Days.day(DAY)
    assert tolerated.days == Days()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("It struck at 7:48 a.m. Friday.", 468, 468),
        ("It struck at 7:45 a.m. Friday.", 463, 467),
        ("It struck at 7 a.m. Friday.", 413, 427),
        ("It struck about 7 a.m. Friday.", 390, 450),
        ("It struck about 7:48 a.m. Friday.", 453, 483),
        ("It struck shortly after 7:48 a.m. Friday.", 468, 483),
        ("It struck just before 7:48 a.m. Friday.", 453, 468),
        ("It struck shortly after 7 a.m. Friday.", 413, 442),
        ("It struck after 7:48 a.m. Friday.", 468, 528),
        ("It struck before 7:48 a.m. Friday.", 408, 468),
        ("It struck by 7:48 a.m. Friday.", -252, 468),
        ("It struck by 8 p.m. Friday.", 8, 1207),
        ("It struck no later than 8 p.m. Friday.", 8, 1207),
    ],
)
def test_round_times_are_taken_loosely(text: str, low: int, high: int) -> None:
    ((_, tolerated),) = clocks(text)
    assert (tolerated.low, tolerated.high) == (low, high)


@pytest.mark.parametrize(
    ("day", "minutes"),
    [
        # the second Sunday of March to the first of November since 2007 (Energy Policy Act of 2005)
        ("2024-03-09", -300),
        ("2024-03-10", -240),
        ("2024-11-02", -240),
        ("2024-11-03", -300),
        # before, the first Sunday of April to the last of October (Uniform Time Act)
        ("2006-04-01", -300),
        ("2006-04-02", -240),
        ("2006-10-28", -240),
        ("2006-10-29", -300),
    ],
)
def test_summer_time_of_the_united_states_begins_and_ends_on_its_sundays(day: str, minutes: int) -> None:
    assert zone_offset("us:-300", dt.date.fromisoformat(day)) == minutes
