"""Dates of publication are read as written, or refused with a sentence."""

from __future__ import annotations

import datetime as dt

import pytest

from claims.model import Published
from factcheck.read.published import published

DAY = dt.date(2031, 3, 5)
HALF_PAST_NINE = dt.time(9, 30)


@pytest.mark.parametrize(
    ("words", "time", "offset"),
    [
        # ISO 8601
        ("2031-03-05", None, None),
        ("20310305", None, None),
        ("2031-3-5", None, None),
        ("2031/03/05", None, None),
        ("2031-03-05T09:30", HALF_PAST_NINE, None),
        ("2031-03-05T09:30:00Z", HALF_PAST_NINE, 0),
        ("2031-03-05 09:30:00.250+01:00", HALF_PAST_NINE, 60),
        ("2031-03-05T09:30-0530", HALF_PAST_NINE, -330),
        ("2031-03-05T09:30+02", HALF_PAST_NINE, 120),
        # RFC 5322, 3.3 and 4.3
        ("Wed, 05 Mar 2031 09:30:00 +0100", HALF_PAST_NINE, 60),
        ("5 Mar 2031 09:30 EST", HALF_PAST_NINE, -300),
        # As bylines put it
        ("March 5, 2031", None, None),
        ("5th March 2031", None, None),
        ("Mar. 5 2031", None, None),
        ("Wednesday, March 5, 2031 at 9:30 a.m. GMT", HALF_PAST_NINE, 0),
        ("5 march 2031, 09:30 UTC", HALF_PAST_NINE, 0),
    ],
)
def test_a_day(words: str, time: dt.time | None, offset: int | None) -> None:
    assert published(words, "manifest") == Published(DAY, DAY, "manifest", time, offset)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("February 2031", "2031-02-01", "2031-02-28"),
    ],
)
def test_part_of_a_date_stays_a_span_of_days(words: str, first: str, last: str) -> None:
    found = published(words, "option")
    assert (found.first.isoformat(), found.last.isoformat(), found.is_day) == (first, last, False)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "no date"),
        ("soon", "no date"),
        ("3/4/2031", "no date"),  # March or April?
        ("2031-02-29", "no possible date"),
        ("2031-13-01", "no possible date"),
        ("2031-00-05", "no possible date"),
        ("2031-03-00", "no possible date"),
        ("2031-00", "no possible date"),
        ("20310300", "no possible date"),
        ("0 March 2031", "no possible date"),
        ("0000-01-01", "the year must lie"),
        ("99999", "no date"),
        ("1204-01-01", "the year must lie"),
        ("2031-03-05T25:00", "no possible date"),
        ("2031-03-05 13:00 pm", "hour must be"),
        ("2031-03-05 09:30 IST", "the zone IST is not known"),  # India, Israel or Ireland
        ("2031-03-05 09:30 +19:00", "no zone"),
        ("2031-03 09:30", "needs a day"),
        ("٢٠٣١-٠٣-٠٥", "no date"),
        ("2031-03-05" * 1000, "no date"),
    ],
)
def test_what_is_refused(words: str, says: str) -> None:
    with pytest.raises(ValueError, match=says) as error:
        published(words, "option")
    assert len(str(error.value)) < 200
