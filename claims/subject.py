"""From readings to claims: what each is about, and whether that is enough to compare it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from claims.against import bases, compared, is_base, is_reckoned_from, measured_from
from claims.aged import aged
from claims.bare import explained, is_bare
from claims.clause_day import clause_days
from claims.frame import Frame, frame, reframed, shifted, wording
from claims.model import SHARES, TEMPORAL, UNREAL, Claim, Clock, Days, Entity, Phrase, Published, Reading, Span, Status
from claims.nlp import Parser
from claims.reference import Scene, centre
from claims.register import Register
from claims.scope import ADDED
from claims.span import is_stretch, spans
from claims.stage import stages
from claims.tree import Tree
from claims.view import View
from claims.words.classes import event_classes, is_a, noun_classes, opposed
from claims.words.cues import cues
from claims.words.growth import grows
from claims.words.lemma import lemma

_INCIDENTS = cues("incidents")
_GENERIC = cues("generic")
_COUNTED = frozenset({"count", "ordinal"})
_WORDS_IN_MENTION = 12
_NEAR = 24
_ONE = Decimal(1)
_LISTED = frozenset({"thing", "way", "reason", "takeaway", "tip", "lesson", "fact", "question", "point to note"})
"""Nouns of headlines that count their own list ("three things to know")."""
_AGEING = frozenset({"be", "turn", "become", "reach", "celebrate"})
_BESIDE = 80
"""Characters within which a name stands beside a value."""
_CAUSES = frozenset({"after", "following"})
_NOT_SO = UNREAL | {Status.DENIED}
_LONG_BEFORE = 60
"""Days before publication from which on a date is background."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that holds readings, in offsets of its block's view."""

    block: int
    """Number of the block."""
    start: int
    """Where it starts in the view."""
    end: int
    """Where it ends in the view."""
    readings: tuple[Reading, ...]
    """Its readings, in offsets of the view."""
    centres: tuple[str, ...]
    """Who the text was about before it."""


def sentences_to_parse(
    views: Sequence[View],
    bounds: Sequence[Sequence[tuple[int, int]]],
    readings: Sequence[Sequence[Reading]],
    register: Register,
) -> list[Sentence]:
    """The sentences that hold a comparable reading; all others need no parse."""
    found: list[Sentence] = []
    centres: tuple[str, ...] = ()
    for block in range(len(views)):
        for start, end in bounds[block]:
            inside = tuple(reading for reading in readings[block] if start <= reading.core.start < end)
            if any(reading.comparable or is_bare(reading) for reading in inside):
                found.append(Sentence(block, start, end, inside, centres))
            centres = centre(register, block, start, end, centres)
    return found


def claims_of(
    views: Sequence[View],
    sentences: Sequence[Sentence],
    register: Register,
    parser: Parser,
    published: Published | None = None,
) -> list[Claim]:
    """The claims of all `sentences` in text order, spans in the original text."""
    raw = parser.trees([views[at.block].text[at.start : at.end] for at in sentences], register.plain())
    trees = [tree.with_lemmas(lemma).with_titles() for tree in raw]
    found: list[Claim] = []
    for sentence, tree in zip(sentences, trees, strict=True):
        found.extend(_claims(views[sentence.block], sentence, tree, register, published))
    main = _main_incident(trees)
    return [_named_incident(claim, main) for claim in found] if main else found


def _main_incident(trees: Sequence[Tree]) -> str:
    """The class of the happening that the article speaks of most: a crash, a fire, a shooting; "" for none."""
    told = Counter(
        name
        for tree in trees
        for token in tree.tokens
        if token.pos in ("NOUN", "VERB")
        for name in event_classes(token.lemma, token.pos)
        if name in _INCIDENTS
    )
    return min(told, key=lambda name: (-told[name], name)) if told else ""


def _named_incident(claim: Claim, main: str) -> Claim:
    """The claim with "the incident" and its like taken for the article's main happening.

    It takes "incident" for the crash where the article also tells of a brawl in court: the case this gets wrong.
    """
    event = claim.event
    if event is None or not event.nominal or event.lemma not in _GENERIC:
        return claim
    return replace(claim, event=replace(event, classes=event.classes | {main}))


def _claims(view: View, sentence: Sentence, tree: Tree, register: Register, published: Published | None) -> list[Claim]:
    moved = [shifted(reading, -sentence.start) for reading in sentence.readings]
    in_name = [_is_in_name(reading, register, sentence) for reading in moved]
    local = tuple(each if named else explained(each, tree) for each, named in zip(moved, in_name, strict=True))
    scene = Scene(tree, sentence.block, sentence.start, register, local, sentence.centres)
    frames = _frames(local, tree, scene)
    text = view.text[sentence.start : sentence.end]
    plain = tuple(replace(each, comparable=False) if is_reckoned_from(each, text) else each for each in local)
    made: list[Claim] = []
    against = bases(local, text)
    for reading, around, part_of_name in zip(plain, frames, in_name, strict=True):
        if (
            not reading.comparable
            or part_of_name
            or is_stretch(reading, local, text)
            or _is_still_so(reading, around, tree)
        ):
            continue
        claim = _claim(reading, around, scene, text)
        told = local if reading.kind in SHARES else plain
        near = (at for at in _within_reach(reading, told, frames, tree) if not is_base(at[0], reading, against))
        named = _setting(reading, around, told, frames, tree)
        setting = tuple(days for days in named if isinstance(days, Days))
        counted = _counted_on(around, local, frames)
        claim = replace(
            claim,
            as_of_days=_as_of(claim, around, near, counted, published),
            counted_on=counted is not None,
            setting=setting,
            hours=tuple(hours for hours in named if isinstance(hours, Clock)),
            background=any(_long_before(days, published) for days in setting),
            beside=_beside(reading, scene),
        )
        if not refusal(claim):
            made.append(_beyond_others(claim, made))
    return [_placed(claim, view, sentence) for claim in made]


def _is_still_so(reading: Reading, around: Frame, tree: Tree) -> bool:
    """Whether a day is one of many on which something still was so ("were still without power on Tuesday")."""
    days = reading.value.stated
    day = isinstance(days, Clock) or (isinstance(days, Days) and days.is_day)
    if not day or around.anchor is None or reading.relation not in ("", "on", "at"):
        return False
    return around.anchor.lemma == "remain" or any(
        child.lemma == "still" for child in tree.children(around.anchor.i, "advmod")
    )


def _beyond_others(claim: Claim, before: Sequence[Claim]) -> Claim:
    """The claim without "more" and "others" where they only tell its people from those of another fate.

    "Killed two people and hurt seven others": seven were hurt in all. Where some of the hurt were told of before it is
    wrong: "hurt five on the bus, killed two and hurt seven others".
    """
    fates = _fates(claim)
    apart = claim.kind == "count" and any(
        opposed(x, y) for other in before if other.kind == "count" for x in fates for y in _fates(other)
    )
    return replace(claim, scope=tuple(word for word in claim.scope if word not in ADDED)) if apart else claim


def _fates(claim: Claim) -> set[str]:
    return {name.partition(":")[0] for name in claim.facets} | claim.noun_classes


def _is_in_name(reading: Reading, register: Register, sentence: Sentence) -> bool:
    """Whether a number without a noun ends a name: "Harbour Tales 5 had sold", "Voltar 3.6"."""
    if reading.kind != "count" or reading.noun is not None or reading.span != reading.core:
        return False
    start = sentence.start + reading.core.start
    return any(name.end == start - 1 for name in register.inside(sentence.block, max(0, start - 2), start))


def _frames(readings: Sequence[Reading], tree: Tree, scene: Scene) -> list[Frame]:
    """The frame of each reading.

    Of two dates on one verb the later belongs to the event noun it stands behind, if there is one: "convicted on May 3
    of a crash on April 1" dates the crash second. So does a date of what is still so: "are trapped after a blast on
    Tuesday". "The hall is closed after the concert on Tuesday" may mean that it closes then: the case this gets wrong.
    """
    frames = [frame(reading, tree, scene) for reading in readings]
    for at, reading in enumerate(readings):
        event, anchor = frames[at].event, frames[at].anchor
        lasts = event is not None and event.tense == "present" and frames[at].status not in _NOT_SO
        if reading.kind in TEMPORAL and lasts and anchor is not None:
            frames[at] = reframed(reading, frames[at], anchor.end, tree, scene, _CAUSES)
    for later in range(1, len(readings)):
        anchor = frames[later].anchor
        if readings[later].kind != "date" or anchor is None or anchor.pos != "VERB":
            continue
        for earlier in range(later):
            before = frames[earlier].anchor
            if readings[earlier].kind == "date" and before is not None and before.i == anchor.i:
                frames[later] = reframed(readings[later], frames[later], readings[earlier].core.end, tree, scene)
    return frames


def _claim(reading: Reading, around: Frame, scene: Scene, text: str) -> Claim:
    subject = _in_turn(reading, scene, text) or _subject(reading, around, scene, text)
    noun = around.noun
    return Claim(
        kind=reading.kind,
        reading=reading,
        span=_mention(reading, around, scene, text),
        sentence=Span(0, len(text)),
        subject=subject,
        event=around.event,
        role=around.role,
        facets=around.facets,
        attributes=around.attributes,
        noun=noun,
        noun_classes=_noun_classes(noun, around),
        participants=(*around.participants, *measured_from(reading, scene, text)),
        scope=(*around.scope, *compared(reading, text), *spans(reading, scene, text), *stages(reading, text)),
        as_of=reading.as_of or (_told_then(reading, text) if reading.kind == "age" else ""),
        status=_status(reading, around),
        attributed_to=around.attributed_to,
        context=around.context,
        wording=wording(scene.tree, reading),
        names=scene.named - scene.places,
        places=scene.places,
        doubtful=around.event is None,
    )


def _noun_classes(noun: Phrase | None, around: Frame) -> frozenset[str]:
    """What is counted; who is laid off counts jobs."""
    if noun is None:
        return frozenset()
    laid_off = around.event is not None and "lay-off" in around.event.classes
    return noun_classes(noun.lemma) | (_JOBS if laid_off else frozenset())


_JOBS = frozenset({"jobs"})
_THEN = re.compile(
    r",? ?(?P<when>(?:when|at the time|on the (?:day|night|morning)|that (?:day|year|night)|back then)\b[^,.;]{0,40})"
)


def _told_then(reading: Reading, text: str) -> str:
    """Words behind an age that tell it of an earlier time ("38 when the ferry sank")."""
    found = _THEN.match(text, reading.span.end)
    return found["when"].strip() if found else ""


def _status(reading: Reading, around: Frame) -> Status:
    """The status of a claim; a plan, condition or denial does not touch an age inside a noun phrase of its clause."""
    said = around.role == "is" or (around.event is not None and around.event.lemma in _AGEING)
    inside = reading.kind == "age" and not said
    return Status.ASSERTED if inside and around.status in _NOT_SO else around.status


# ------------------------------------------------------------------------------------------------ subject


def _subject(reading: Reading, around: Frame, scene: Scene, text: str) -> Entity | None:
    if reading.kind == "age":
        return aged(reading, around, scene, text)
    if reading.kind not in TEMPORAL and reading.kind not in _COUNTED:
        return around.bearer
    order = ("affected", "agent", "is", "owner", "of", "possessor") if reading.kind in TEMPORAL else (
        "is", "owner", "possessor", "of", "agent", "affected",
    )  # fmt: skip
    for role in order:
        for entity in around.participants:
            if entity.role == role and entity.key:
                return entity
    return None


def _in_turn(reading: Reading, scene: Scene, text: str) -> Entity | None:
    """Whose a figure is in a sentence that says "respectively": the first name has the first figure of its kind.

    Names are taken as they stand in the sentence; one that is not of the row ("in Doone, Ana and Ben ...") makes the
    numbers differ, and nothing is said.
    """
    if reading.kind in TEMPORAL or "respectively" not in text:
        return None
    row = [other for other in scene.readings if other.kind == reading.kind and other.comparable]
    people = [name for name in scene.mentions if name.key not in scene.places]
    if len(row) < 2 or len(people) != len(row) or reading not in row:
        return None
    name = people[row.index(reading)]
    return replace(scene.person(name.key, name.words), role="owner")


# -------------------------------------------------------------------------------------- reference time


def _as_of(
    claim: Claim,
    around: Frame,
    within: Iterable[tuple[Reading, Frame]],
    counted: Reading | None,
    published: Published | None,
) -> Days:
    """The day that the same clause gives a figure; a free set of days where it gives none.

    An age beside a day of the last weeks, or a birth date, is taken for that on the day of publication.
    """
    if claim.kind in TEMPORAL or around.anchor is None:
        return Days()
    framed = [(reading, other) for reading, other in within if claim.kind != "age" or not _tells_birth(other)]
    dated = [reading.value.tolerated for reading, _ in framed if reading.kind == "date" and reading.comparable]
    if claim.kind == "age" and len(dated) == 1 and isinstance(dated[0], Days) and dated[0].last is not None:
        return Days() if _is_recent(dated[0], published) else dated[0]
    beside = [
        reading
        for reading, other in framed
        if other.anchor is not None and other.anchor.i == around.anchor.i
        if reading.comparable or reading.kind != "date"
    ]
    own = clause_days(claim, beside)
    if own is not None:
        return own
    if counted is None or claim.kind == "age" or not isinstance(counted.value.stated, Days):
        return Days()
    return counted.value.stated


def _tells_birth(dated: Frame) -> bool:
    return dated.event is not None and any(is_a(name, "give-birth") for name in dated.event.classes)


def _within_reach(
    reading: Reading, readings: Sequence[Reading], frames: Sequence[Frame], tree: Tree
) -> Iterator[tuple[Reading, Frame]]:
    """The readings that can say of when `reading` is: none of a relative clause it does not stand in.

    "A girl of nine was hurt in the quake, which came after one that hit the town in 2002": she was not nine in 2002.
    """
    at = tree.top(reading.core.start, reading.core.end)
    around = {at.i, *(token.i for token in tree.ancestors(at.i))} if at is not None else set()
    for other, framed in zip(readings, frames, strict=True):
        up = [framed.anchor, *tree.ancestors(framed.anchor.i)] if framed.anchor is not None else []
        if all(token.i in around or not token.dep.startswith("acl:relcl") for token in up):
            yield other, framed


def _counted_on(around: Frame, readings: Sequence[Reading], frames: Sequence[Frame]) -> Reading | None:
    """The date that says as of when a figure holds: that of its clause, else the only one of its sentence.

    It takes a later clause along: in "it sold 12 as of March, and opened 40 shops" the shops, too, are as of March.
    """
    if around.anchor is None:
        return None
    dated = [(reading, framed.anchor) for reading, framed in zip(readings, frames, strict=True) if framed.anchor]
    counted = [(reading, anchor) for reading, anchor in dated if reading.relation == "as of"]
    own = [reading for reading, anchor in counted if anchor.i == around.anchor.i]
    if own:
        return own[0]
    other = any(reading.kind == "date" and anchor.i == around.anchor.i for reading, anchor in dated)
    return counted[0][0] if len(counted) == 1 and not other else None


def _is_recent(days: Days, published: Published | None) -> bool:
    """Whether days lie in the weeks before publication, in which hardly anybody grows a year older."""
    if published is None or days.first is None or days.last is None:
        return False
    return days.first <= published.last and (published.first - days.first).days <= _LONG_BEFORE


def _setting(
    reading: Reading, around: Frame, readings: Sequence[Reading], frames: Sequence[Frame], tree: Tree
) -> tuple[Days | Clock, ...]:
    """The days and times that the sentence names beside the reading, for its own event or one above it.

    The day of another event ("sentenced to 40 years for the 2019 crash") says nothing of when this one was.
    """
    found: list[Days | Clock] = []
    above = {around.anchor.i, *(token.i for token in tree.ancestors(around.anchor.i))} if around.anchor else set()
    for other, framed in zip(readings, frames, strict=True):
        days = other.value.tolerated
        if other is reading or not other.comparable or not isinstance(days, Days | Clock) or days == Days():
            continue
        if not above or framed.anchor is None or framed.anchor.i in above:
            found.append(days)
    return tuple(found)


def _long_before(days: Days, published: Published | None) -> bool:
    """Whether days lie well before the article; where its date is not known, whether they name their year."""
    if days.last is None:
        return False
    return published is None or (published.first - days.last).days > _LONG_BEFORE


def _beside(reading: Reading, scene: Scene) -> str:
    """Key of the name nearest to the reading in its sentence, places left out."""
    start, end = scene.offset + reading.core.start, scene.offset + reading.core.end
    near = [
        (max(name.start - end, start - name.end), name.key) for name in scene.mentions if name.key not in scene.places
    ]
    return min(near)[1] if near and min(near)[0] <= _BESIDE else ""


# ------------------------------------------------------------------------------------------------ mention


def _mention(reading: Reading, around: Frame, scene: Scene, text: str) -> Span:
    """The claim's own words; a date takes its event word along where that stands beside it."""
    span = reading.span
    if around.event is None or reading.kind not in TEMPORAL:
        return span
    wide = span.join(around.event.span)
    between = text[min(span.end, around.event.span.end) : max(span.start, around.event.span.start)]
    close = len(between) <= _NEAR and not re.search(r"[,;:()\"]", between)
    close = close and not any(other.core.overlaps(wide) for other in scene.readings if not other.core.overlaps(span))
    return wide if close and len(wide.of(text).split()) <= _WORDS_IN_MENTION else span


def _placed(claim: Claim, view: View, sentence: Sentence) -> Claim:
    """The claim in offsets of the original text."""

    def back(span: Span) -> Span:
        return view.original(span.start + sentence.start, span.end + sentence.start)

    reading = claim.reading
    noun = replace(reading.noun, span=back(reading.noun.span)) if reading.noun else None
    return replace(
        claim,
        reading=replace(reading, span=back(reading.span), core=back(reading.core), noun=noun),
        span=back(claim.span),
        sentence=back(claim.sentence),
        noun=replace(claim.noun, span=back(claim.noun.span)) if claim.noun else None,
        event=replace(claim.event, span=back(claim.event.span)) if claim.event else None,
    )


# ------------------------------------------------------------------------------------------------- filter


def refusal(claim: Claim) -> str:
    """Why a reading is not worth comparing, or "": the filter between readings and claims."""
    if claim.kind in TEMPORAL and claim.event is None:
        return "no event is dated by it"
    if claim.kind == "age" and claim.subject is None:
        return "nobody's age is told by it"
    if claim.kind in ("count", "ordinal") and claim.noun is None and not claim.facets:
        return "nothing is counted by it"
    if claim.kind == "ordinal" and not (claim.subject is not None and claim.subject.named):
        return "nobody is known to be ranked by it"
    if claim.kind == "count" and claim.noun is not None and claim.noun.lemma in _LISTED:
        return "it counts the points of a list"
    if claim.noun is not None and claim.noun.lemma in ("position", "spot", "place", "rank"):
        return "it is a rank and no count"
    if (
        claim.kind == "count"
        and claim.value.amounts == (_ONE,)
        and not grows(claim)
        and not any(is_a(name, "legal-items") for name in claim.noun_classes)
    ):
        return "one thing is no count"
    if claim.kind in TEMPORAL and claim.event is not None and claim.event.classes == {"say"}:
        return "it dates what somebody said"
    if claim.kind in TEMPORAL and (claim.role == "as of" or claim.reading.relation == "as of"):
        return "it says as of when a figure holds"
    if claim.event is None and claim.subject is None and claim.noun is None:
        return "neither subject nor event nor counted noun is known"
    if claim.status is Status.WITHDRAWN:
        return "it was withdrawn"
    return ""
