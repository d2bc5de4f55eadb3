"""What a reading is about, as its sentence tells it: the roles that make two claims the same fact or two facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from claims.attributes import attributes, measures, path_facets
from claims.clause import Governor, arguments, case_of, governor, is_eventive, is_negated, is_transparent, mood, raised
from claims.deed import deed, spent_on
from claims.model import TEMPORAL, UNREAL, Entity, Event, Phrase, Reading, Span, Status
from claims.reference import Scene
from claims.scope import ADDED, is_partitive, of_others, scopes
from claims.tree import Token, Tree
from claims.words.classes import attribute_classes, event_classes, implied_events, is_general, noun_classes
from claims.words.cues import cues
from claims.words.lemma import lemma as lemma_of

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_NEAREST = 4
"""Content words on each side of a value that are its wording."""
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_TRAITS = frozenset({"age", "speed", "distance", "area", "volume", "weight", "temperature", "magnitude"})
_KNOWN = frozenset({"the", "these", "those", "its", "his", "her", "their"})
_AT = frozenset({"", "on", "in", "at", "during"})
_UPON = ("on", "to", "against", "for")
_LIGHT = cues("light")
_TOTALLING = cues("attaining") | cues("bringing")


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the sentence says around one reading."""

    event: Event | None
    role: str
    facets: frozenset[str]
    attributes: frozenset[str]
    bearer: Entity | None
    """What a measure is of: the thing whose depth, price or speed it is."""
    participants: tuple[Entity, ...]
    scope: tuple[str, ...]
    noun: Phrase | None
    status: Status
    attributed_to: str
    context: frozenset[str]
    anchor: Token | None
    """The event's token, to tell which readings stand in one clause."""


def frame(reading: Reading, tree: Tree, scene: Scene) -> Frame:
    """The frame of `reading` in its sentence; readings and trees are in offsets of the sentence."""
    head = _head(reading, tree)
    if head is None:
        return _bare(reading, tree)
    found = governor(tree, head.i)
    if found is None or (found.role == "is" and found.token.lemma == "it"):
        found = _nearest_verb(reading, tree) or found
    if found is not None and reading.kind == "duration" and (doing := spent_on(tree, found.token)) is not None:
        found = Governor(doing, "for", ())
    if found is not None and _is_whole(reading, tree, scene, head):
        found = replace(found, role="of")
    if found is not None and not is_partitive(tree, head, reading):
        thing = _totalled(reading, tree, found)
        if thing is not None:
            head, found = thing, _happening(tree, thing) or found
    return _frame(reading, tree, scene, head, raised(tree, found, head) if found is not None else None)


def _totalled(reading: Reading, tree: Tree, found: Governor) -> Token | None:
    """The noun that a total is of, where a verb only says what the total came to: "the number of dead rose to 12"."""
    if reading.kind != "count" or reading.noun is None or reading.noun.span.end > reading.core.start:
        return None
    thing = tree.top(reading.noun.span.start, reading.noun.span.end)
    if thing is None or thing.pos != "NOUN":
        return None
    below = found.token.lemma in _TOTALLING and found.token in tree.ancestors(thing.i)
    return thing if below or found.token.i == thing.i else None


def _happening(tree: Tree, thing: Token) -> Governor | None:
    """What befell those that a total counts: who were killed, the death of a death toll."""
    up = tree.head(thing.i)
    above = tree.children(up.i, "acl") if is_transparent(up.lemma) else []
    told = [child for child in (*tree.children(thing.i, "acl"), *above) if child.tag == "VBN"]
    if told:
        return Governor(told[0], "affected", ())
    return Governor(thing, "affected", ()) if is_eventive(thing) else None


def reframed(reading: Reading, old: Frame, begin: int, tree: Tree, scene: Scene, cases: Collection[str] = ()) -> Frame:
    """The frame of a date with the last event noun between it and `begin` as its event; `old` where there is none.

    The noun must not be the verb's own object ("filed a motion on Friday and ... on Tuesday"), and stands behind one of
    `cases` where any are given.
    """
    nouns = [
        token
        for token in tree.tokens
        if begin <= token.start < reading.core.start
        and is_eventive(token)
        and token.dep.startswith(("nmod", "obl"))
        and (not cases or case_of(tree, token.i) in cases)
    ]
    head = _head(reading, tree)
    if not nouns or head is None:
        return old
    return _frame(reading, tree, scene, head, Governor(nouns[-1], "on", ()))


def _frame(reading: Reading, tree: Tree, scene: Scene, head: Token, found: Governor | None) -> Frame:
    noun = _noun(reading, tree)
    facets = set(_noun_facets(tree, head))
    event = None
    role = ""
    entities: tuple[Entity, ...] = ()
    if found is not None and found.role == "is" and found.token.pos in _NAMING and not is_eventive(found.token):
        role = "is"
    elif found is not None:
        role = found.role
        event = deed(_event(found.token, tree, scene), reading, role, head, tree)
        facets |= {f"{name}:{_role_kind(role)}" for name in event.classes}
        facets |= path_facets(found)
        taken = {token.i for token in tree.subtree(head.i)}
        entities = tuple(
            replace(scene.entity(token), role=as_role)
            for as_role, token in _sides(tree, scene, found.token)
            if token.i not in taken
            and token.i != found.token.i
            and (not scene.is_value(token) or scene.by_age(token))
            and not _counts_with(tree, head, token)
        )
        if event.light:
            entities = _of_noun(tree, scene, found.token) or entities
    entities += tuple(_owners(found, scene, head))
    if found is not None and event is not None and event.nominal:
        entities += tuple(_outer(tree, scene, found, head))
    manner = mood(tree, head.i, dated=reading.kind in TEMPORAL and reading.relation in _AT)
    if reading.relation == "before" and is_negated(tree, head.i):
        manner = replace(manner, status=Status.DENIED)
    bearer = _bearer(tree, scene, found)
    return Frame(
        event=replace(event, tense=manner.tense) if event else None,
        role=role,
        facets=frozenset(facets),
        attributes=attributes(reading, tree, head, found, event),
        bearer=scene.entity(bearer) if bearer is not None else None,
        participants=_unique(entities),
        scope=(
            *(["part"] if reading.kind not in TEMPORAL and is_partitive(tree, head, reading) else []),
            *scopes(tree, _scoped(tree, reading, head, found), scene),
            *of_others(tree, reading, bearer),
        ),
        noun=noun,
        status=Status.ASSERTED if manner.status in UNREAL and _is_given(reading, tree, head, found) else manner.status,
        attributed_to=scene.words(manner.source) if manner.source else "",
        context=_context(tree, reading),
        anchor=found.token if found else None,
    )


def _is_given(reading: Reading, tree: Tree, head: Token, found: Governor | None) -> bool:
    """Whether a figure stands whatever is planned: what a thing is ("a jockey of 70 kg will miss"), or what the reader
    is taken to know of ("the 106 carriages will run"; definite descriptions presuppose, Strawson 1950)."""
    if reading.kind in _TRAITS and found is not None and found.path:
        return True
    known = any(child.lemma in _KNOWN for child in tree.children(head.i, "det", "nmod:poss") if child.i < head.i)
    return known and reading.kind in ("count", "money")


def _nearest_verb(reading: Reading, tree: Tree) -> Governor | None:
    """For a date that nothing governs ("It was on May 3 that the ship sank"), the content verb nearest to it.

    The rule stands in where the parse fails; it takes the wrong verb where two stand close by.
    """
    if reading.kind not in TEMPORAL:
        return None
    verbs = [token for token in tree.tokens if token.pos == "VERB"]
    if not verbs:
        return None
    near = min(verbs, key=lambda token: (max(token.start - reading.core.end, reading.core.start - token.end), token.i))
    return Governor(near, "time", ())


def _head(reading: Reading, tree: Tree) -> Token | None:
    own = reading.noun is not None and reading.noun.span.end > reading.core.start
    span = reading.noun.span if reading.noun is not None and own else reading.core
    return tree.top(span.start, span.end) or tree.top(reading.core.start, reading.core.end)


def _counts_with(tree: Tree, head: Token, token: Token) -> bool:
    """Whether `token` is part of the count and no further thing: "five" of her children, "a total" of 12."""
    figure = token.pos == "NUM" or is_transparent(token.lemma) or token.lemma in ADDED
    return figure and tree.head(head.i).i == token.i


def _is_whole(reading: Reading, tree: Tree, scene: Scene, head: Token) -> bool:
    """Whether another figure is a part of this one ("12 of the 30 passengers were hurt"): the 30 were not hurt."""
    up = tree.head(head.i)
    own = reading.core.start <= up.start < reading.core.end
    return head.dep.startswith("nmod") and case_of(tree, head.i) == "of" and not own and scene.is_value(up)


def _noun(reading: Reading, tree: Tree) -> Phrase | None:
    if reading.noun is None:
        return None
    top = tree.top(reading.noun.span.start, reading.noun.span.end)
    if top is None:
        return reading.noun
    modifiers = tuple(
        token.lemma
        for token in tree.children(top.i)
        if token.dep.partition(":")[0] in ("amod", "compound", "nmod")
        and token.pos in _CONTENT
        and token.end <= top.start
    )
    return replace(reading.noun, modifiers=modifiers or reading.noun.modifiers)


def _role_kind(role: str) -> str:
    return role if role in ("affected", "agent") else "other"


def _event(token: Token, tree: Tree, scene: Scene) -> Event:
    nominal = token.pos not in ("VERB", "AUX")
    lemma = token.lemma
    particle = [child.lemma for child in tree.children(token.i, "compound") if child.dep == "compound:prt"]
    if particle:
        lemma = f"{lemma} {particle[0]}"
    pos = "noun" if nominal else "verb"
    classes = event_classes(lemma, pos) | event_classes(token.lemma, pos)
    if token.pos == "ADJ":
        classes |= attribute_classes(token.lemma, "adj")
        classes |= event_classes(token.lemma, "adj") | event_classes(lemma_of(token.text, "verb"), "verb")
    else:
        classes |= attribute_classes(token.lemma, pos)
    if nominal:
        before = [child.lemma for child in tree.children(token.i, "compound", "amod") if child.i < token.i]
        for start in range(len(before)):
            whole = " ".join((*before[start:], token.lemma))
            classes |= event_classes(whole, "noun") | attribute_classes(whole, "noun")
    if lemma == "reach" and any(scene.is_value(child) for child in tree.children(token.i, "obj")):
        classes = classes - {"arrive"}
    phrase = scene.phrase_classes(token)
    classes = phrase or classes
    vague, carries = all(map(is_general, classes)), lemma in _LIGHT and not phrase
    light = _light(tree, token) if not nominal and (vague or carries) else frozenset()
    if carries and not all(map(is_general, light)):
        classes = light
    elif not vague:
        light = frozenset()
    return Event(lemma, token.text, scene.span(token), frozenset(classes | light), nominal, light=bool(light))


def _light(tree: Tree, verb: Token) -> frozenset[str]:
    """The event that a light verb leaves to its noun: "a sentence was handed down", "the ceremony took place"."""
    noun = _affected(tree, verb)
    return event_classes(noun.lemma, "noun") if noun is not None else frozenset()


def _affected(tree: Tree, verb: Token) -> Token | None:
    nouns = [token for role, token in arguments(tree, verb.i) if role == "affected" and token.pos == "NOUN"]
    return nouns[0] if nouns else None


def _of_noun(tree: Tree, scene: Scene, verb: Token) -> tuple[Entity, ...]:
    """Who the event noun of a light verb is about: the person of "her sentence was handed down"."""
    noun = _affected(tree, verb)
    owners = arguments(tree, noun.i) if noun is not None else ()
    return tuple(
        replace(scene.entity(token), role="affected") for role, token in owners if role in ("of", "possessor", "on")
    )


def _noun_facets(tree: Tree, head: Token) -> set[str]:
    """Events that the counted noun is said to have undergone or to be ("dead", "people killed in", "seven arrests"),
    and attributes that stand behind a unit ("2.67 m in length")."""
    facets: set[str] = set()
    if head.pos == "NOUN":
        facets |= {f"{name}:affected" for name in event_classes(head.lemma, "noun")}
        facets |= {f"{name}:affected" for name in implied_events(noun_classes(head.lemma))}
    for child in tree.children(head.i):
        facets |= _child_facets(tree, child)
    up = tree.head(head.i)
    if head.dep.startswith(("obj", "nsubj")):
        for child in tree.children(up.i, "xcomp", "advcl"):
            if child.pos == "ADJ" or child.tag == "VBN":
                facets |= _state(child)
    if up.pos == "ADJ" and head.dep.startswith("nsubj"):
        facets |= _state(up)
    return facets


def _child_facets(tree: Tree, child: Token) -> set[str]:
    base = child.dep.partition(":")[0]
    if base == "amod":
        return _state(child)
    if base == "acl":
        role = "agent" if tree.children(child.i, "obj") and child.tag != "VBN" else "affected"
        return {f"{name}:{role}" for name in event_classes(child.lemma, "verb")}
    if base in ("nmod", "advmod", "obl"):
        return {f"{name}:other" for name in measures(child)}
    return set()


def _state(token: Token) -> set[str]:
    """The event that an adjective or participle says to have happened to its noun."""
    classes = event_classes(token.lemma, "adj")
    if token.tag == "VBN" or not classes:
        classes |= event_classes(token.lemma, "verb") if token.tag in ("VBN", "VBD") else frozenset()
    return {f"{name}:affected" for name in classes}


def _bearer(tree: Tree, scene: Scene, found: Governor | None) -> Token | None:
    """The thing that a measure is of: "the quake" in "a 6.1-magnitude quake", "struck at a depth of 35 km"."""
    if found is None:
        return None
    things = [token for token in found.path if token.pos in _NAMING and not attribute_classes(token.lemma)]
    if things:
        return things[0]
    token = found.token
    if token.pos in _NAMING:
        if not attribute_classes(token.lemma, "noun"):
            return token
        owners = [
            other for role, other in arguments(tree, token.i) if role in ("of", "possessor") and other.pos in _NAMING
        ] or [
            other for role, other in arguments(tree, token.i) if role in _UPON and scene.entity(other).type == "person"
        ]
        if owners and not scene.is_value(owners[0]):
            return owners[0]
        above = governor(tree, token.i)
        if above is None or above.token.i == token.i:
            return None
        token = above.token
        if token.pos in _NAMING and not attribute_classes(token.lemma, "noun"):
            return token
    sides = dict(reversed([(role, other) for role, other in arguments(tree, token.i) if not scene.is_value(other)]))
    return sides.get("agent") or sides.get("affected")


def _outer(tree: Tree, scene: Scene, found: Governor, head: Token) -> list[Entity]:
    """Who takes part in the verb above a nominal event: who bids in "the Owls made an offer worth $150 million"."""
    above = governor(tree, found.token.i)
    if above is None or above.token.i in (found.token.i, head.i):
        return []
    return [
        replace(scene.entity(token), role=f"outer {role}")
        for role, token in arguments(tree, above.token.i)
        if role in ("agent", "affected") and token.i not in (found.token.i, head.i) and not scene.is_value(token)
    ]


def _sides(tree: Tree, scene: Scene, verb: Token) -> list[tuple[str, Token]]:
    """Who and what takes part, and as what; where the object belongs to the verb, who "took office" is affected."""
    sides = arguments(tree, verb.i)
    own = {
        token.i
        for token in tree.children(verb.i, "obj")
        if token.pos not in ("PRON", "PROPN") and scene.is_phrase(verb, token)
    }
    if not own:
        return list(sides)
    return [("affected" if role == "agent" else role, token) for role, token in sides if token.i not in own]


def _owners(found: Governor | None, scene: Scene, head: Token) -> list[Entity]:
    if found is None:
        return []
    owners = [
        replace(scene.entity(token), role="owner") for token in found.path if token.i != head.i and token.pos in _NAMING
    ]
    if found.role == "is":
        owners.append(replace(scene.entity(found.token), role="is"))
    return owners


def _unique(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    seen: dict[tuple[str, str], Entity] = {}
    for entity in entities:
        if entity.key:
            seen.setdefault((entity.role, entity.key), entity)
    return tuple(seen.values())


def _scoped(tree: Tree, reading: Reading, head: Token, found: Governor | None) -> Token:
    """The noun whose narrowing words count: the counted one; for a date what happened ("the first quake struck at")."""
    if reading.kind not in TEMPORAL or found is None:
        return head
    return found.token if found.token.pos == "NOUN" else _affected(tree, found.token) or head


def _context(tree: Tree, reading: Reading) -> frozenset[str]:
    return frozenset(
        token.lemma
        for token in tree.tokens
        if _tells(token) and not (reading.core.start < token.end and token.start < reading.core.end)
    )


def wording(tree: Tree, reading: Reading) -> frozenset[str]:
    """The content lemmas that stand nearest to a value, some on each side: what a report says of it in a few words."""
    before = [token for token in tree.tokens if token.end <= reading.core.start and _tells(token)]
    after = [token for token in tree.tokens if token.start >= reading.core.end and _tells(token)]
    return frozenset(token.lemma for token in (*before[-_NEAREST:], *after[:_NEAREST]))


def _tells(token: Token) -> bool:
    return token.pos in _CONTENT and len(token.lemma) > 1


def _bare(reading: Reading, tree: Tree) -> Frame:
    return Frame(
        event=None, role="", facets=frozenset(), attributes=frozenset(), bearer=None, participants=(), scope=(),
        noun=reading.noun, status=Status.ASSERTED, attributed_to="", context=_context(tree, reading), anchor=None,
    )  # fmt: skip


def shifted(reading: Reading, by: int) -> Reading:
    """The reading with all its spans moved `by` code points."""
    noun = replace(reading.noun, span=_moved(reading.noun.span, by)) if reading.noun else None
    return replace(reading, span=_moved(reading.span, by), core=_moved(reading.core, by), noun=noun)


def _moved(span: Span, by: int) -> Span:
    return Span(max(0, span.start + by), max(0, span.end + by))
