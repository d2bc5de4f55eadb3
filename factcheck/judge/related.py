"""What supports a conflict: the fact whose value the odd one equals, the slip it looks like, the order it upsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.model import Claim, Clock, Days, Interval
from claims.region import equal
from claims.slip import slip
from factcheck.judge.case import Case
from factcheck.judge.chronology import dated, reversed_order
from factcheck.model import Article, Group, Mention


@dataclass(frozen=True, slots=True)
class Support:
    """A slip with what shows it."""

    slip: str
    """The slip in a few words."""
    says: str
    """What to tell the reader."""
    mentions: tuple[Mention, ...] = ()
    """Claims of another fact that show it."""


def related(case: Case, group: Group, story: Sequence[Claim], articles: dict[str, Article]) -> Support | None:
    """The known slip behind a conflict, if it looks like one, and the event that one of two dates puts out of order."""
    inside = {claim.at for claim in group.claims}
    told = [] if case.by else [_slip(case, group, story, articles)]
    told.append(_order(case, [claim for claim in story if claim.at not in inside], articles))
    found = [each for each in told if each]
    if not found:
        return None
    mentions = dict.fromkeys(mention for each in found for mention in each.mentions)
    return Support(found[0].slip, "; ".join(each.says for each in found), tuple(mentions))


def _order(case: Case, others: Sequence[Claim], articles: dict[str, Article]) -> Support | None:
    """The dated event of the same person that cannot be where one of two dates is right, and can where the other is."""
    events = list(dated(others, articles))
    sides = [list(dated([mention.claim], articles)) for mention in (case.a, case.b)]
    upset = [
        [event for event in events for one in side if reversed_order(one, event) or reversed_order(event, one)]
        for side in sides
    ]
    for mention, against, beside in zip((case.a, case.b), upset, reversed(upset), strict=True):
        if against and not beside:
            event = min(against, key=lambda each: (each.claim.article != mention.article.id, each.claim.span))
            shown = Mention(event.claim, articles[event.claim.article])
            way = "after" if any(reversed_order(one, event) for one in dated([mention.claim], articles)) else "before"
            says = (
                f"“{mention.claim.value.words}” would be {way} “{shown.quote}” ({shown.article.source}), out of order"
            )
            return Support("", says, (shown,))
    return None


def _slip(case: Case, group: Group, story: Sequence[Claim], articles: dict[str, Article]) -> Support | None:
    """The known slip behind a conflict, if it looks like one.

    Another fact's value is looked for first, among all claims of the story: a whole date, or a figure above twelve with
    the same unit, that another event has too.
    """
    if case.swapped:
        says = "the two figures stand in both sentences, each where the other puts the other one"
        return Support("figures swapped", says)
    inside = {claim.at for claim in group.claims}
    for mention, other in ((case.a, case.b), (case.b, case.a)):
        twins = [
            claim
            for claim in story
            if claim.at not in inside and _same_value(claim, mention.claim) and _other_event(claim, mention.claim)
        ]
        if twins and not _same_value(mention.claim, other.claim):
            return _borrowed(mention, twins, articles)
    found = slip(case.a.claim.value, case.b.claim.value)
    return Support(found, f"this looks like a slip: {found}") if found else None


def _same_value(a: Claim, b: Claim) -> bool:
    """Whether `a` has the value of `b`; a time of day has that of its day."""
    match a.value.stated, b.value.stated:
        case ((Days() | Clock() as one), Days() as day):
            return day.is_day and equal(one.days if isinstance(one, Clock) else one, day)
        case Interval(), Interval(low=low):
            alike = a.value.dimension == b.value.dimension and a.value.unit == b.value.unit
            return low is not None and abs(low) > 12 and alike and equal(a.value.stated, b.value.stated)
    return False


def _other_event(a: Claim, b: Claim) -> bool:
    return a.event is not None and b.event is not None and a.event.lemma != b.event.lemma


def _borrowed(mention: Mention, twins: Sequence[Claim], articles: dict[str, Article]) -> Support:
    own = sorted(twins, key=lambda claim: (claim.article != mention.article.id, claim.article, claim.span))
    shown = Mention(own[0], articles[own[0].article])
    event = own[0].event
    what = f"the {event.words}" if event and event.nominal else f"“{shown.quote}”"
    says = f"“{mention.claim.value.words}” is also given for {what} ({shown.article.source})"
    return Support("another fact's value", says, (shown,))
