"""Rules that find no contradiction: the two say the same, or one leaves room for the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from claims.model import UNREAL, Claim, Clock, Days, Interval, Modality, Pair, Region, Status, Value
from claims.region import equal, meets, same_day
from claims.slip import slip
from claims.words.growth import ebbs, grows
from claims.words.numeral import is_whole
from factcheck.judge.ages import birth_overlap
from factcheck.judge.case import Case, day_of, first_day
from factcheck.judge.rule import Rule
from factcheck.model import Mention, Verdict

_BOUNDS = frozenset({Modality.MORE_THAN, Modality.AT_LEAST, Modality.LESS_THAN, Modality.AT_MOST})
_DENIED = frozenset({Status.DENIED, Status.WITHDRAWN})
_SETTLED = 60
"""Days after which a toll is no longer counted up."""
_MISTYPED = frozenset({"transposed digits", "digits the other way round"})
"""Slips that no figure makes by falling."""


def _plain(case: Case) -> bool:
    return not _BOUNDS & {case.a.claim.value.modality, case.b.claim.value.modality}


def _same_value(case: Case) -> str:
    """Both give the same value in the same unit.

    A hedge on one side ("about 85 mph" and "85 mph") makes no difference here; a bound ("more than 85") does. For
    dates, both name the same day, or the same part of a date.

    Example: "27 counts" and "27 charges".
    """
    x, y = case.a.claim.value, case.b.claim.value
    if x.written_unit != y.written_unit or x.amounts != y.amounts or not equal(*case.stated):
        return ""
    if isinstance(x.stated, Days) and x.stated.is_free:
        return ""
    return "both give the same value"


def _other_words(case: Case) -> str:
    """Both give the same value, in other words or other units.

    Units are converted exactly, relative dates are reckoned from the day of publication, clock times through UTC where
    the zones are known; what the rounding of the converted figure leaves open counts as the same. A score is the same
    where the winner gives it in one order and the loser in the other.

    Example: "48 hours" and "two days"; "120 mph" and "193 km/h".
    """
    x, y = case.a.claim.value, case.b.claim.value
    if isinstance(x.stated, Days) and x.stated.is_free:
        return ""
    if equal(*case.stated):
        return "both give the same value in other words"
    if case.is_turned_round and _from_both_sides(case):
        return "both give the same score, one from the winner's side and one from the loser's"
    if x.written_unit != y.written_unit and x.unit == y.unit and _figures(x, y) and _plain(case) and _converted(case):
        return f"{x.words} is {y.words} in another {'currency' if case.by else 'unit'}"
    return ""


def _from_both_sides(case: Case) -> bool:
    """Whether two subjects tell the score and exactly one of them as its loss."""
    a, b = case.a.claim, case.b.claim
    apart = a.subject is not None and b.subject is not None and a.subject.key != b.subject.key
    return apart and ("lose" in _classes(a)) != ("lose" in _classes(b))


def _figures(*values: Value) -> bool:
    """Whether all name a figure; "a week" is no other word for "minutes"."""
    return all(value.amounts for value in values)


def _converted(case: Case) -> bool:
    x, y = case.stated
    return isinstance(x, Interval) and isinstance(y, Interval) and meets(*case.tolerated)


def _not_asserted(case: Case) -> str:
    """One of the two is denied, so nobody holds it against the other.

    A figure that an article only denies, or withdraws in a correction, is shown and never compared.

    Example: "denied a report that it would cut 2,000 jobs" and "is to cut 1,200 jobs".
    """
    stati = {case.a.claim.status, case.b.claim.status}
    return "one of the two is denied by its article" if len(stati & _DENIED) == 1 and len(stati) == 2 else ""


def _plan_and_fact(case: Case) -> str:
    """One is a plan, a forecast or a condition, the other is told as having come about.

    What was planned need not be what came; the two are kept apart. A plan told in the present tense ("the line opens in
    May") is a plan, too.

    Example: "could face 20 years" and "was sentenced to 12 years".
    """
    sides = [mention.claim for mention in (case.a, case.b)]
    plans = [side for side in sides if side.status in UNREAL]
    facts = [side for side in sides if side.status not in UNREAL and (case.kind == "age" or _is_done(side))]
    return "one is a plan or a possibility, the other is told as a fact" if len(plans) == len(facts) == 1 else ""


def _is_done(claim: Claim) -> bool:
    return claim.event is not None and claim.event.tense == "past"


def _birth_dates(case: Case) -> str:
    """Two ages of one person at two times lead to one birth date.

    Each age with its reference time gives an interval of birth dates; where the intervals overlap by more than chance
    the ages are one person's. An age at an event is reckoned from the event's date.

    Example: 26 when the article was written, 23 at the crash more than two years before.
    """
    return birth_overlap(case) if case.kind == "age" else ""


def _rounding(case: Case) -> str:
    """The two are equal within rounding, hedge or vagueness.

    A numeral stands for its rounding interval (statcheck's half-unit rule), a hedge opens a wider one, a vague word a
    stretch of its own. Intervals are half-open: 7.6 and 7.7 do not meet.

    Example: "18,943 patients" and "some 19,000 patients"; "dozens of charges" and "27 counts".
    """
    numbers = all(isinstance(region, Interval | Pair) for region in case.stated)
    near = meets(*case.tolerated) or _is_rounded_length(case)
    return "the two are equal within rounding or hedge" if numbers and _plain(case) and near else ""


def _is_rounded_length(case: Case) -> bool:
    """Whether one length of time is the other to the whole unit: "9.2 days" and "nine days"."""
    x, y = case.a.claim.value, case.b.claim.value
    if case.kind != "duration" or case.strict or x.written_unit != y.written_unit:
        return False
    if not len(x.amounts) == len(y.amounts) == 1:
        return False
    (one,), (other,) = x.amounts, y.amounts
    return is_whole(one) != is_whole(other) and abs(one - other) < _HALF


_HALF = Decimal("0.5")


def _bound(case: Case) -> str:
    """One gives a bound and the other lies within it.

    News bounds stay near the figure: "more than 250" holds for 260 and not for 900, so a bound reaches about a fifth
    beyond. In strict mode a bound is literal.

    Example: "more than 4.5 million signatures" and "4.6 million signatures".
    """
    numbers = all(isinstance(region, Interval | Pair) for region in case.stated)
    return (
        "one is a bound and the other lies within it" if numbers and not _plain(case) and meets(*case.tolerated) else ""
    )


def _parts(case: Case) -> str:
    """One is a part of the other, or parts of the one add up to the other.

    Parts are taken from one sentence only, and only where it joins them. Where one part is counted by the word of the
    whole the others are, too: six towns and two states are never eight states.

    Example: "24 cars and four trucks" and "28 vehicles".
    """
    for part, whole in () if case.by else ((case.a, case.b), (case.b, case.a)):
        others = case.facts.sums.get((part.article.id, part.claim.span.start), ())
        if _is_sum_of_its_own(part.claim, whole.claim) and not all(_same_noun(part.claim, other) for other in others):
            continue
        total = _sum([part.claim.value.stated, *(other.value.stated for other in others)]) if others else None
        if total is not None and meets(total, whole.claim.value.tolerated):
            words = " and ".join([part.quote, *(other.span.of(part.article.text) for other in others)])
            return f"{words} together make {whole.quote}"
    return ""


def _is_sum_of_its_own(part: Claim, whole: Claim) -> bool:
    return part.noun is not None and _same_noun(part, whole)


def _same_noun(a: Claim, b: Claim) -> bool:
    return (a.noun.lemma if a.noun else "") == (b.noun.lemma if b.noun else "")


def _sum(regions: list[Region]) -> Interval | None:
    low = high = 0
    for region in regions:
        if not isinstance(region, Interval) or region.low is None or region.high is None:
            return None
        low, high = low + region.low, high + region.high  # type: ignore[assignment]
    return Interval(low, high)  # type: ignore[arg-type]


def _version(case: Case) -> str:
    """A page gives another value than an older version of itself.

    It was brought up to date or mended; nobody is contradicted. Against other sources only the newest version counts.

    Example: "14 homes" in the page as it stood on Tuesday and "41 homes" in the same page on Thursday.
    """
    apart = type(case.stated[0]) is type(case.stated[1]) and not meets(*case.tolerated)
    if not case.same_page or not apart:
        return ""
    newest = next((mention for mention in (case.a, case.b) if not mention.article.version_of), None)
    return "changed between versions of one page" + (
        f", which now gives “{newest.claim.value.words}”" if newest else ""
    )


def _growth(case: Case) -> str:
    """A figure that grows while it is reported: both can be right, each at its time.

    Only tolls, signatures, votes counted, money raised, what a fire has burned and the like grow; a figure that looks
    like a known slip of the other does not. Where the order of the two is known and contradicts growth, the next rule
    says so. How many are missing, in hospital or without power is counted anew each day and falls as well, and so is
    what there is "now".

    Example: "12 dead" on Tuesday and "19 dead" on Thursday.
    """
    if _is_counted_anew(case):
        return "the figure goes up and down, and each can be right on its day"
    if not _can_grow(case):
        return ""
    order = _order(case)
    return "" if order == "against" else "the figure grows, and each can be right at its time"


def _is_counted_anew(case: Case) -> bool:
    """Whether one tells who is in a state on a day, and the other tells of another day."""
    a, b = case.a.claim, case.b.claim
    if case.same_article or case.swapped or not (ebbs(a) or ebbs(b)) or slip(a.value, b.value) in _MISTYPED:
        return False
    days = [first_day(case.told(mention)) for mention in (case.a, case.b)]
    return None not in days and days[0] != days[1]


def _shrinking(case: Case) -> str:
    """A figure that should grow is smaller in the later report.

    It may have been corrected downwards, or one of the two may be wrong.

    Example: "19 dead" on Tuesday and "12 dead" on Thursday.
    """
    return (
        "a figure that should grow is smaller in the later report"
        if _can_grow(case) and _order(case) == "against"
        else ""
    )


def _can_grow(case: Case) -> bool:
    if not (grows(case.a.claim) and grows(case.b.claim)) or case.same_article:
        return False
    if case.swapped or slip(case.a.claim.value, case.b.claim.value):
        return False
    if _is_settled(case, case.a) and _is_settled(case, case.b):
        return False
    a, b = case.a.claim, case.b.claim
    return not (a.counted_on and b.counted_on and a.as_of_days == b.as_of_days)


def _is_settled(case: Case, mention: Mention) -> bool:
    """Whether what is counted happened so long before the article that nobody counts on."""
    told = day_of(mention.article.published)
    if mention.claim.background:
        return True
    names = [name for name in _classes(mention.claim) if name in case.facts.events]
    return told.first is not None and any(
        (told.first - max(last, case.facts.latest.get(name, last))).days > _SETTLED
        for name in names
        if (last := case.facts.events[name].last) is not None
    )


def _classes(claim: Claim) -> frozenset[str]:
    return claim.event.classes if claim.event else frozenset()


def _order(case: Case) -> str:
    """Whether the known order of the two reports fits growth: "with", "against" or "".

    Where a figure is not said to be as of its day, the day may be that of the deaths ("killed five people on Sunday")
    and the figure as late as the report: it is against growth by both days or by neither.
    """
    sides = (case.a, case.b)
    told = _in_order(case, [first_day(case.told(side)) for side in sides])
    if told != "against" or all(side.claim.counted_on for side in sides):
        return told
    return _in_order(case, [first_day(day_of(side.article.published)) for side in sides]) or told


def _in_order(case: Case, days: Sequence[dt.date | None]) -> str:
    x, y = case.stated
    if (
        days[0] is None
        or days[1] is None
        or days[0] == days[1]
        or not (isinstance(x, Interval) and isinstance(y, Interval))
    ):
        return ""
    early, late = (x, y) if days[0] < days[1] else (y, x)
    if early.low is None or late.high is None:
        return "with"
    return "with" if late.high >= early.low else "against"


def _partial_date(case: Case) -> str:
    """The two dates can be one day.

    A date with parts missing is a constraint; the rule holds where some day meets both. A relative date of an article
    without publication date says no more than its words force.

    Example: "in 2019" and "April 25, 2019"; "last week" and "December 13, 2021".
    """
    regions = case.tolerated
    if all(isinstance(region, Days | Clock) for region in regions) and type(regions[0]) is type(regions[1]):
        return "some day fits both" if meets(*regions) else ""
    return "some day fits both" if same_day(*regions) else ""


AGREEMENT = (
    Rule(
        "FC001", "same-value", "Same value", Verdict.AGREE,
        "Splink's exact-match level (Linacre et al. 2022)", _same_value,
    ),
    Rule(
        "FC002", "other-words", "Same value in other words or units", Verdict.AGREE,
        "SI Brochure; TIMEX3 (TimeML 1.2.1)", _other_words,
    ),
    Rule(
        "FC003", "denied", "One of the two is denied", Verdict.COMPATIBLE,
        "FactBank (Saurí and Pustejovsky 2009)", _not_asserted,
    ),
    Rule("FC004", "birth-dates", "Two ages, one birth date", Verdict.COMPATIBLE, "AP Stylebook, ages", _birth_dates),
    Rule(
        "FC005", "rounding", "Equal within rounding or hedge", Verdict.COMPATIBLE,
        "statcheck (Nuijten et al. 2016); Krifka 2007", _rounding,
    ),
    Rule("FC006", "bound", "Within a bound", Verdict.COMPATIBLE, "Cummins, Sauerland and Solt 2012", _bound),
    Rule(
        "FC007", "parts", "Parts and whole", Verdict.COMPATIBLE,
        "Roy, Vieira and Roth 2015, quantity entailment", _parts,
    ),
    Rule(
        "FC011", "version", "Changed between versions of a page", Verdict.EVOLVING,
        "AP, corrections and updates: say what changed", _version,
    ),
    Rule(
        "FC008", "growth", "A figure that grows", Verdict.EVOLVING,
        "Standards for Casualty Recording (Every Casualty 2016)", _growth,
    ),
    Rule(
        "FC009", "partial-date", "One day can fit both dates", Verdict.COMPATIBLE,
        "Allen 1983; TIMEX3 (TimeML 1.2.1)", _partial_date,
    ),
    Rule(
        "FC010", "plan-and-fact", "A plan and a fact", Verdict.COMPATIBLE,
        "FactBank (Saurí and Pustejovsky 2009)", _plan_and_fact,
    ),
    Rule(
        "FC901", "shrinking", "A growing figure is smaller later", Verdict.UNCLEAR,
        "Standards for Casualty Recording (Every Casualty 2016)", _shrinking,
    ),
)  # fmt: skip
"""In the order of the ladder."""
