"""What a comparison is: articles in, findings out. Frozen values; no stage changes one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from claims.model import Block, Claim, Extraction, Published, Span


class Verdict(StrEnum):
    """What the mentions of one fact say together."""

    CONFLICT = "conflict"
    UNCLEAR = "unclear"
    AGREE = "agree"
    COMPATIBLE = "compatible"
    EVOLVING = "evolving"


class Severity(StrEnum):
    """How loudly a finding is told."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITY = {
    Verdict.CONFLICT: Severity.ERROR,
    Verdict.UNCLEAR: Severity.WARNING,
    Verdict.AGREE: Severity.NOTE,
    Verdict.COMPATIBLE: Severity.NOTE,
    Verdict.EVOLVING: Severity.NOTE,
}
"""The severity that each verdict has by the report's contract."""
WORST_FIRST = (Verdict.CONFLICT, Verdict.UNCLEAR, Verdict.EVOLVING, Verdict.COMPATIBLE, Verdict.AGREE)
"""The order in which verdicts are told."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where a stretch of an extracted text stands in its file."""

    span: Span
    """The stretch."""
    page: int = 0
    """Page, from 1; 0: the file has no pages."""
    paragraph: int = 0
    """Paragraph of the extracted text, from 1."""
    selector: str = ""
    """CSS selector of the element it stands in, or ""."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """An editor's word, in an article or beside it, that findings of rules are to be set aside there."""

    rules: tuple[str, ...]
    """Identifiers of the rules, or their beginnings; empty: all."""
    note: str
    """Why, in the editor's words, or ""."""
    span: Span | None
    """The paragraph it speaks of; None: none was found."""
    where: str
    """Where it stands, in words ("line 12")."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as read: its text with offsets untouched, and what is known of it."""

    id: str
    """Unique within a run; stable under the order of input ("corpus/crash/wire.md")."""
    path: str
    """The file, as the user named it ("-" for standard input)."""
    text: str
    """The decoded text of the file (byte order mark not counted), or the extracted text."""
    blocks: tuple[Block, ...]
    """Prose of the text in order: what is read. Front matter, code and the like are in none."""
    source: str
    """Who speaks: publisher or file stem."""
    title: str = ""
    """Headline, or ""."""
    author: str = ""
    """Byline, or ""."""
    url: str = ""
    """Canonical address, or ""."""
    item: str = ""
    """Item inside the file, for files that hold several articles."""
    published: Published | None = None
    """Date of publication as far as it is known; None: nothing says."""
    story: str = ""
    """Identifier of the story it was grouped into."""
    duplicate_of: str = ""
    """Identifier of the article whose text this one repeats, or ""."""
    version_of: str = ""
    """Identifier of the newest version of the page of which this is an older one, or ""."""
    reference: bool = False
    """Whether it is no article but an editor's fact sheet: compared like one, and named as what it is."""
    modified: Published | None = None
    """Date of the latest change as far as the file states it."""
    day_first: bool | None = None
    """Whether 3/4/2031 is the 3rd of April here; None: as the article's other dates tell."""
    ignores: tuple[Ignore, ...] = ()
    """What an editor has set aside in it."""
    origins: tuple[tuple[str, str], ...] = ()
    """Where title, source, url and author are known from, as field and origin ("title", "json-ld")."""
    locators: tuple[Locator, ...] = ()
    """Where the stretches of an extracted text stand in the file, in order; empty where the text is the file's own."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not read, or a passage that was passed over, with the reason."""

    what: str
    """The file, with a place inside it where there is one."""
    reason: str
    """One sentence: cause and remedy."""
    whole: bool = field(default=False, compare=False)
    """Whether an article was read and then not compared at all, so that `what` names its file."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What reading the inputs gave."""

    articles: tuple[Article, ...]
    """Articles in the order of their identifiers."""
    skipped: tuple[Skipped, ...] = ()
    """What could not be read."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One article's words for a fact."""

    claim: Claim
    """The claim."""
    article: Article
    """The article it stands in."""

    @property
    def quote(self) -> str:
        """The claim's own words."""
        return self.claim.span.of(self.article.text)


@dataclass(frozen=True, slots=True)
class Step:
    """One link of the chain that led to a verdict."""

    step: str
    """What was done: `aligned`, `read`, `compared` ..."""
    says: str
    """Its outcome in plain words."""


@dataclass(frozen=True, slots=True)
class Part:
    """One named part of an alignment score."""

    name: str
    """What was compared: `subject`, `event`, `role`, `noun`, `scope`, `time` ..."""
    score: float
    """Its weight in the sum; negative speaks against."""
    says: str
    """Why, in plain words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims held to speak of one fact, with the score part by part."""

    a: int
    """Index of the first claim in the group."""
    b: int
    """Index of the second claim in the group."""
    parts: tuple[Part, ...]
    """The named parts whose sum decided."""

    @property
    def score(self) -> float:
        """Sum of the parts, in log-odds."""
        return sum(part.score for part in self.parts)


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that speak of one fact."""

    story: str
    """Story the claims belong to."""
    what: str
    """The fact in a few words ("age of Ana Whitfield")."""
    claims: tuple[Claim, ...]
    """Its claims, in the order of article and offset."""
    links: tuple[Link, ...]
    """The links that hold it together."""


@dataclass(frozen=True, slots=True)
class Aside:
    """Why a finding asks for no attention any more: an editor has decided about it."""

    by: str
    """What says so: `comment` (in an article) or `baseline`."""
    status: str = ""
    """What was decided: `accepted` or `later`, or ""."""
    note: str = ""
    """Why, in the editor's words, or ""."""

    @property
    def said(self) -> str:
        """The decision in a few words."""
        return f"{self.status or 'ignored'} ({self.by}){f': {self.note}' if self.note else ''}"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the articles say together about one fact."""

    id: str
    """Stable identifier: the same fact in the same places has the same one."""
    story: str
    """Story it belongs to."""
    rule: str
    """Identifier of the rule that decided ("FC101")."""
    kind: str
    """Kind of the claims."""
    verdict: Verdict
    """What the mentions say together."""
    severity: Severity
    """How loudly it is told."""
    confidence: float
    """Probability in 0..1 that an editor would agree with the verdict."""
    what: str
    """The fact in a few words."""
    reason: str
    """One sentence in plain words, built from the values as read."""
    mentions: tuple[Mention, ...]
    """What the verdict compares."""
    related: tuple[Mention, ...] = ()
    """What supports it: another fact's date, a total."""
    odd_one_out: str = ""
    """Source that differs from a majority of the others, or ""."""
    slip: str = ""
    """Known slip it looks like ("another fact's value"), or ""."""
    origins: int = 1
    """How many independent origins the mentions have."""
    chain: tuple[Step, ...] = ()
    """How the verdict came about, step by step."""
    aside: Aside | None = None
    """That and why it is set aside; None: it asks for the attention that its severity says."""

    @property
    def asks(self) -> bool:
        """Whether its severity asks for attention: a note does not."""
        return self.severity is not Severity.NOTE


@dataclass(frozen=True, slots=True)
class Single:
    """A claim that no other article speaks of."""

    what: str
    """The fact in a few words."""
    mention: Mention
    """The claim."""


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of a comparison."""

    articles: tuple[Article, ...]
    """Every article read."""
    findings: tuple[Finding, ...]
    """Findings of every verdict, worst first."""
    single_source: tuple[Single, ...] = ()
    """Claims that stand alone."""
    withdrawn: tuple[Single, ...] = ()
    """Values that their sources have taken back; they are compared with nothing."""
    skipped: tuple[Skipped, ...] = ()
    """What was not read or not judged, with the reason."""
    settings: tuple[tuple[str, str], ...] = ()
    """Settings that shaped the outcome, as name and value."""


class StoryMode(StrEnum):
    """Which articles are held to tell of one event."""

    AUTO = "auto"
    """Those that their content puts together."""
    ALL = "all"
    """All of them."""
    FOLDER = "folder"
    """Those of one folder."""


Progress: TypeAlias = Callable[[str, int, int], None]
"""Told of each step forward: the stage in one word, how many are done, how many there are."""


Remember: TypeAlias = Callable[["Article", str, Callable[[], Extraction]], Extraction]
"""What was read of an article with a model, given what reads it: the memory of earlier runs."""


def _forget(_article: Article, _model: str, read: Callable[[], Extraction]) -> Extraction:
    """A memory that holds nothing."""
    return read()


About: TypeAlias = Callable[[Article, Callable[[], Mapping[str, float]]], Mapping[str, float]]
"""The terms of an article, or marks that stand for them, with their counts, given what finds them: the memory of
earlier runs."""


def _find(_article: Article, find: Callable[[], Mapping[str, float]]) -> Mapping[str, float]:
    """A memory that holds no terms."""
    return find()


Own: TypeAlias = tuple[Published | None, Published | None]
"""The days of publication and of the latest change that an article's own lines tell, where they tell any."""
Lines: TypeAlias = Callable[[Article, Callable[[], Own]], Own]
"""What the lines of an article tell, given what reads them: the memory of earlier runs."""


def _tell(_article: Article, find: Callable[[], Own]) -> Own:
    """A memory that holds no lines."""
    return find()


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What no file and no article may exceed, so that a hostile or broken one costs a line and not the run."""

    file_size: int = 20_000_000
    """Bytes of a file that is held whole and is more than its text: a saved page, a PDF, an office document, a feed."""
    article_length: int = 2_000_000
    """Characters of an article's text, bytes where it is a file of plain text: three hundred times a long article."""
    articles: int = 10_000
    """Articles that are taken from one file."""
    claims: int = 1_000
    """Claims of one article that are compared, the first in reading order: ten times those of a long article."""
    seconds: int = 60
    """Seconds that reading one file may take, and reading the values of one article; looked at between articles, pages
    and paragraphs."""
    story_articles: int = 1_000
    """Articles of one story that are compared, copies left out first: pairs grow with the square."""
    period_articles: int = 100_000
    """Articles that are grouped into stories at once; of more, those of one stretch of days."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What a currency was worth in another on one day."""

    day: dt.date
    """The day of the rate."""
    source: str
    """Code of the currency that is converted (ISO 4217)."""
    target: str
    """Code of the currency it is converted into."""
    rate: Decimal
    """How many of the target one of the source is worth; more than 0."""


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may choose about a comparison. How it is shown is no part of it."""

    story: StoryMode = StoryMode.AUTO
    """Which articles are compared with each other."""
    strict: bool = False
    """Whether bounds and hedges are taken literally ("more than 3" is then not 3)."""
    min_confidence: float = 0.0
    """Findings below this confidence (0..1) are left out."""
    jobs: int = 1
    """Number of processes, at least 1; the outcome does not depend on it."""
    cache: bool = True
    """Whether earlier readings of the same text may be used."""
    model: str = ""
    """Name or folder of another spaCy pipeline; "": the one shipped."""
    rates: tuple[Rate, ...] = ()
    """Rates of exchange by which sums in two currencies are compared; none: they are not."""
    limits: Limits = Limits()
    """How many claims of an article are compared."""
    progress: Progress = field(default=silent, compare=False, repr=False)
    """Is told of each article read and each story judged."""
    remember: Remember = field(default=_forget, compare=False, repr=False)
    """Knows what was read of articles before; see `factcheck.cache`."""
    about: About = field(default=_find, compare=False, repr=False)
    """Knows what articles are about, by which they are grouped into stories; see `factcheck.cache`."""
    lines: Lines = field(default=_tell, compare=False, repr=False)
    """Knows what the lines of articles without a date tell of it; see `factcheck.cache`."""


__all__ = [
    "SEVERITY", "WORST_FIRST", "About", "Article", "Aside", "Finding", "Group", "Ignore", "Intake", "Limits", "Lines",
    "Link", "Locator", "Mention", "Options", "Own", "Part", "Progress", "Rate", "Remember", "Report", "Severity",
    "Single", "Skipped", "Span", "Step", "StoryMode", "Verdict", "silent",
]  # fmt: skip
