"""When an article was published: which of the places that say so is believed.

The order is how directly someone states it: the user, the folder's manifest, the article's own fields, what its page
tells machines, what it tells readers, its address, and the dates that programs stamp on mail and feeds. Never the
file's modification time, never today.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from claims.model import Published

ORDER = (
    "option", "manifest", "front matter", "fields", "json-ld", "meta", "time element", "dateline", "url", "mail",
    "feed", "page text", "inferred",
)  # fmt: skip
"""Origins of a date of publication, the most direct first."""
_PATH = re.compile(
    r"[/_.-](?P<year>(?:19|20|21)\d{2})(?:[/-](?P<month>0?[1-9]|1[0-2]|[a-z]{3})[/-](?P<day>0?[1-9]|[12]\d|3[01])|"
    r"(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01]))(?=[/_.\-?#]|$)",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def best(candidates: Iterable[Published | None]) -> Published | None:
    """The candidate with the most direct origin; of equals the first."""
    known = [each for each in candidates if each is not None]
    return min(known, key=lambda each: _rank(each.origin), default=None)


def _rank(origin: str) -> int:
    return ORDER.index(origin) if origin in ORDER else ORDER.index("fields")


def of_address(url: str) -> Published | None:
    """The date in the path of an address, a day earlier or later allowed: editors and servers keep different zones.

    "/2031/03/05/", "/2031/mar/05/", "-20310305" and "/2031-03-05-" are understood; an address without a day says
    nothing.
    """
    path = re.sub(r"^[a-z]+://[^/]*", "", url, flags=re.IGNORECASE)
    for found in _PATH.finditer(path):
        month, day = found["month"] or found["m"], found["day"] or found["d"]
        number = int(month) if month.isdigit() else _named(month)
        try:
            middle = dt.date(int(found["year"]), number, int(day))
        except ValueError:
            continue
        return Published(middle - dt.timedelta(days=1), middle + dt.timedelta(days=1), "url")
    return None


def _named(month: str) -> int:
    return _MONTHS.index(month.lower()) + 1 if month.lower() in _MONTHS else 0
