"""The lines above an article: headline, byline and when it was published or updated.

Plain text, mail, office files and pages without metadata say these things in words. A line is understood only where it
is nothing else: "By Ana Whitfield, Staff Writer", "Updated 9:41 p.m. EST, March 5, 2031". The first paragraph may open
with a dateline, "PORT NERIM, March 5, 2031 (Wire) —"; one without a year states no date that could be kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from claims.model import Block, BlockRole, Published
from claims.view import view_of
from factcheck.read.document import Document, Facts
from factcheck.read.published import published

ORIGIN = "dateline"
_TOP = 12
"""Blocks that are looked at: byline and dates stand there or nowhere."""
_LONGEST = 120
_SENTENCE = 90
"""Characters from which a block is taken to be the first paragraph."""
_END = 3
"""Blocks at the end that may say when an article was published."""
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = (
    rf"(?P<mdy>{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})|(?P<dmy>\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}})"
    r"|(?P<iso>\d{4}-\d{2}-\d{2})"
)
_DATE = re.compile(rf"(?<![\w-])(?:{_DAY})(?![\w-])", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?(?:\s*(?P<half>[ap])\.?m\b\.?)?(?:\s*\(?(?P<zone>[A-Z]{1,4}|[+-]\d{2}:?\d{2})\b)?"
    r"|(?<![\d:])(?P<hour2>\d{1,2})\s*(?P<half2>[ap])\.?m\b\.?(?:\s*\(?(?P<zone2>[A-Z]{2,4})\b)?",
    re.IGNORECASE,
)
_ZONES = frozenset("Z UT UTC GMT EST EDT CST CDT MST MDT PST PDT".split())
_BESIDE = frozenset(
    "first last originally page story article was this on at date of posted published publication updated"
    " modified created release released issued filed edited changed mon tue tues wed thu thur thurs fri sat sun"
    " monday tuesday wednesday thursday friday saturday sunday local time min minute minutes read et ct mt pt bst"
    " cet cest ist aest aedt am pm a p m source".split()
)
"""Words that stand beside the dates of an article; a line with any other says something else."""
_CHANGED = re.compile(r"\b(?:updated|modified|edited|changed)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:published|posted|released?|issued|filed|created|publication)\b", re.IGNORECASE)
_BY = re.compile(r"(?:by|written by|reported by|story by)[:\s]\s*(?P<said>\S.*)$", re.IGNORECASE)
_AFTER_NAMES = re.compile(r"\s*[,|•·–—/(]\s*|\s+-\s+")
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]*")
_JOINING = frozenset("and & de la van von der den al bin of the".split())
_LEAD = re.compile(
    r"(?!(?:On|In|By|At|Since|Until|From|Between|Before|After|The)\b)(?![^,]*day,)"
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|of|de|la|upon)){0,4}"
    r"(?:,\s*[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2})?,\s*"
    rf"(?P<day>(?i:{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+{_MONTH}\s+\d{{4}}))"
    r"\s*(?:\([^)]{1,40}\)|/[^/]{1,30}/)?\s*(?:--|[-–—:]|$)"
)
"""A place and a day before the first sentence, or alone in a line; "On Tuesday, March 5, 2031 - " opens a sentence."""


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines above an article say, and what part each of them plays."""

    facts: Facts = field(default_factory=Facts)
    """Author and dates."""
    roles: tuple[tuple[int, BlockRole], ...] = ()
    """Index of a block and the part it plays."""


def head(lines: Sequence[str]) -> Head:
    """What the first of `lines`, the blocks of an article in order, say above its first sentence.

    Below it only lines at the very end count, and only those that say "published" or "updated": a date that stands
    alone among paragraphs is the heading of a chronology.
    """
    facts, roles = Facts(), []
    for number, line in enumerate(lines[:_TOP]):
        names, after = _byline(line)
        if names:
            facts = facts.over(Facts(author=names).known_from("byline")).over(_dates(after))
            roles.append((number, BlockRole.BYLINE))
        elif (dates := _dates(line)).published or dates.modified:
            facts = facts.over(dates)
            roles.append((number, BlockRole.DATELINE))
        elif lead := _LEAD.match(line):
            facts = facts.over(Facts(published=_day(lead["day"], "")))
        elif number and (joined := _joined(line)).published:
            facts = facts.over(joined)
            roles.append((number, BlockRole.BYLINE))
        if len(line) > _SENTENCE and number:
            break
    for number in range(max(len(lines) - _END, 1), len(lines)):
        if _FIRST.match(lines[number]) or _CHANGED.match(lines[number]):
            facts = facts.over(_dates(lines[number]))
    return Head(facts, tuple(roles))


def head_of(document: Document) -> Head:
    """What the lines above and below the text of `document` say."""
    return head([_seen(document.text, block) for block in document.blocks])


def with_roles(document: Document, found: Head) -> Document:
    """`document` with the parts that its lines play."""
    roles = dict(found.roles)
    if not roles:
        return document
    return replace(
        document,
        blocks=tuple(
            replace(block, role=roles.get(number, block.role)) for number, block in enumerate(document.blocks)
        ),
    )


def byline(line: str) -> str:
    """The names in a byline, "" where `line` is none ("By accident, two trains met." is a sentence)."""
    return _byline(line)[0]


def _byline(line: str) -> tuple[str, str]:
    """The names in a byline and what stands after them, where dates may be."""
    found = _BY.match(line)
    if found is None or len(line) > _LONGEST or line.rstrip().endswith((".", "!", "?")):
        return "", ""
    said = found["said"]
    end = _AFTER_NAMES.search(said)
    if end and end.group().strip() == "," and " and " in (listed := said[end.end() :].partition("|")[0]):
        end = _AFTER_NAMES.search(said, end.end() + len(listed)) if "|" in said else None
    names = said[: end.start()] if end else said
    words = names.replace(",", " ").split()
    if not 0 < len(words) <= 12 or not all(_NAME.match(word) or word.lower() in _JOINING for word in words):
        return "", ""
    return " ".join(names.split()), said[end.end() :] if end else ""


def _joined(line: str) -> Facts:
    """Name and date in one line: "Bo Reyes · 9 May 2031", "September 12th, 2031 by Lucy"."""
    if len(line) > _LONGEST:
        return Facts()
    parts = [part for part in re.split(r"\s*[|·•—–]\s*|\s+(?=[Bb]y\s+[A-Z])", line) if part.strip()]
    dates = [_dates(part) for part in parts]
    names = [_byline(part)[0] or part for part, said in zip(parts, dates, strict=True) if not said.published]
    if len(names) != 1 or len(parts) != 2 or not all(map(_NAME.match, names[0].split())) or len(names[0].split()) > 4:
        return Facts()
    said = next(said for said in dates if said.published)
    return Facts(author=names[0]).known_from("byline").over(said)


def _dates(line: str) -> Facts:
    """The dates of a line that says nothing else."""
    if len(line) > _LONGEST:
        return Facts()
    said = Facts()
    dates = list(_DATE.finditer(line))
    for number, found in enumerate(dates):
        start = dates[number - 1].end() if number else 0
        end = dates[number + 1].start() if number + 1 < len(dates) else len(line)
        before, after = line[start : found.start()], line[found.end() : end]
        rest = _TIME.sub(" ", before) + " " + (_TIME.sub(" ", after) if number + 1 == len(dates) else "")
        if not _says_nothing_else(rest):
            return Facts()
        word = _last_word(line[: found.start()])
        when = _day(found.group(), before if number == 0 and _TIME.search(before) else after)
        said = said.over(Facts(modified=when) if word == "changed" else Facts(published=when))
    return said


def _says_nothing_else(rest: str) -> bool:
    words = re.findall(r"[^\W\d_]+|\d+", rest.lower())
    return all(word in _BESIDE or (word.isdigit() and len(word) <= 2) for word in words)


def _last_word(before: str) -> str:
    """Whether the words before a date call it a change or a publication; the last of them counts."""
    changed = max((found.end() for found in _CHANGED.finditer(before)), default=-1)
    first = max((found.end() for found in _FIRST.finditer(before)), default=-1)
    return "changed" if changed > first else ""


def _day(words: str, around: str) -> Published | None:
    """The date that `words` state, at the time that stands beside them; a zone that is ambiguous is left out."""
    time = _TIME.search(around)
    given = [words]
    if time:
        hour, half = time["hour"] or time["hour2"], time["half"] or time["half2"]
        zone = (time["zone"] or time["zone2"] or "").upper()
        clock = f"{int(hour)}:{time['minute'] or '00'}" + (f" {half}m" if half else "")
        known = zone if zone in _ZONES or zone[:1] in ("+", "-") else ""
        given = [f"{words} {clock} {known}".strip(), words]
    for each in given:
        try:
            return published(re.sub(r"\bsept\b", "Sep", each, flags=re.IGNORECASE), ORIGIN)
        except ValueError:
            continue
    return None


def _seen(text: str, block: Block) -> str:
    """A block as it is read; of a long one the opening, which is longer than any line above an article."""
    if len(block.span) <= 4 * _LONGEST:
        return view_of(text, block.span, block.markup).text
    return " ".join(block.span.of(text)[: 4 * _LONGEST].split())
