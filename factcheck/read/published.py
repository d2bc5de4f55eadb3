"""Dates of publication, as people and programs write them into front matter and manifests.

Read are ISO 8601 (a year, a month, a day, with or without a time and a zone), RFC 5322 (mail and feeds) and English
dates with the month in words. Anything else is refused with a sentence: a date of publication shifts every relative
date of its article, so none is guessed. All-numeric dates in other orders ("3/4/2021") are refused for that reason.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from claims.model import Published

_OLDEST, _NEWEST = 1605, 2199
"""The years a newspaper can carry: the first appeared in Strasbourg in 1605."""
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
"""Minutes east of UTC of the zone names of RFC 5322, section 4.3; all others are ambiguous between countries."""
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_TIME = (
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*(?P<zone>[a-z]{1,4}|[+-]\d{2}(?::?\d{2})?))?"
)
_COMPACT = re.compile(r"^(\d{8})T(\d{2})(\d{2})(\d{2})(?!\d)")
"""The basic format of ISO 8601, 20310305T093000Z."""
_FORMS = tuple(
    re.compile(rf"(?:{day})(?:(?:t|,?\s+at\s+|,\s*|\s+){_TIME})?", re.IGNORECASE | re.ASCII)
    for day in (
        r"(?P<year>\d{4})(?:-(?P<m>\d{1,2})(?:-(?P<day>\d{1,2}))?)?",
        r"(?P<year>\d{4})/(?P<m>\d{1,2})/(?P<day>\d{1,2})",
        r"(?P<year>\d{4})(?P<m>\d{2})(?P<day>\d{2})",
        rf"(?:[a-z]{{3,9}}\.?,?\s+)?(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"(?:[a-z]{{3,9}}\.?,?\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
    )
)


def published(words: str, origin: str) -> Published:
    """The date that `words` state, known from `origin`.

    Raises ValueError with a sentence where they state none, an impossible or an ambiguous one.
    """
    spaced = _COMPACT.sub(r"\1T\2:\3:\4", words.strip())
    for form in _FORMS:
        found = form.fullmatch(spaced)
        if found:
            try:
                return _published(found.groupdict(), origin)
            except ValueError as error:
                raise ValueError(f"“{words.strip()[:40]}” is no possible date ({error})") from error
    raise ValueError(f"“{words.strip()[:40]}” is no date that is understood; write it as 2021-12-31")


Stated = TypeVar("Stated")


def first_of(
    stated: Iterable[Stated], understood: Callable[[Stated], Published | None], what: str = "date of publication"
) -> tuple[Published | None, tuple[str, ...]]:
    """The date of publication, or another that `what` names: the first of several statements that is understood.

    `understood` raises ValueError, OverflowError or OSError for what is none. Where nothing of what is stated is
    understood, a remark says why the first was not.
    """
    remarks: tuple[str, ...] = ()
    for each in stated:
        try:
            found = understood(each)
        except (ValueError, OverflowError, OSError) as error:
            remarks = remarks or (f"its {what} is left out: {error}",)
            continue
        if found is not None:
            return found, ()
    return None, remarks


def _published(part: dict[str, str | None], origin: str) -> Published:
    year = int(part["year"] or 0)
    if not _OLDEST <= year <= _NEWEST:
        raise ValueError(f"the year must lie between {_OLDEST} and {_NEWEST}")
    words = (part.get("month") or "").lower()
    month = _MONTHS[words] if words else int(part.get("m") or 1)
    first = dt.date(year, month, int(part["day"] or 1))
    if part["day"]:
        return Published(first, first, origin, _time(part), _offset(part["zone"]))
    if part["hour"]:
        raise ValueError("a time of day needs a day")
    last = month if words or part.get("m") else 12
    return Published(first, dt.date(year, last, calendar.monthrange(year, last)[1]), origin)


def _time(part: dict[str, str | None]) -> dt.time | None:
    if part["hour"] is None:
        return None
    hour = int(part["hour"])
    if part["half"]:
        if not 1 <= hour <= 12:
            raise ValueError("hour must be in 1..12")
        hour = hour % 12 + (12 if part["half"].lower() == "p" else 0)
    return dt.time(hour, int(part["minute"] or 0), int(part["second"] or 0))


def _offset(zone: str | None) -> int | None:
    """Minutes east of UTC, or None where no zone is given; a zone name that is ambiguous is refused."""
    if zone is None:
        return None
    if zone[0] not in "+-":
        if zone.lower() not in _ZONES:
            raise ValueError(f"the zone {zone} is not known; write +01:00 or the like")
        return _ZONES[zone.lower()]
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:] or 0)
    if minutes > 14 * 60:
        raise ValueError("no zone lies so far from UTC")
    return -minutes if zone[0] == "-" else minutes
