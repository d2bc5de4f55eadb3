"""Where a paragraph's story begins behind an agency's dateline ("BELMARE, March 3 (Norrwire) - ").

The form is that of the AP Stylebook ("datelines"): place, perhaps a day and an agency in brackets, and a dash. What it
names is where and when the report was sent, and no happening. The bias: a sentence that opens with a name in capitals
and a dash ("NATO - which ...") loses that name.
"""

from __future__ import annotations

import re

_PLACE = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_DAY = (
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|"
    r"\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?)(?:,? \d{4})?"
)
_DATELINE = re.compile(
    rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    rf"(?P<place>{_PLACE})(?:, (?!{_DAY}){_PLACE}){{0,2}}(?P<day>,? {_DAY})?,?(?P<agency> \([A-Z][^()]{{1,30}}\))? ?"
    r"(?:(?<= )-{1,2}|[–—]) ?(?=\S)"
)

_NEAR = 160
"""Characters within which a press release says "today"."""
_TODAY = re.compile(r"\btoday\b", re.IGNORECASE)


def after_dateline(text: str) -> int:
    """Where the story begins in `text`: behind its dateline, at 0 where it has none.

    A press release has none in this sense: the day of its line is the "today" of "today reported results".
    """
    found = _DATELINE.match(text)
    if found is None or _TODAY.search(text, found.end(), found.end() + _NEAR):
        return 0
    shouted = len(found["place"]) > 1 and found["place"].isupper()
    return found.end() if shouted or found["day"] or found["agency"] else 0
