"""What a reading is about, as its sentence tells it: the roles that make two claims the same fact or two facts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claims.clause import Governor, arguments, governor, is_eventive, mood
from claims.model import Entity, Event, Phrase, Reading, Span, Status
from claims.reference import Scene
from claims.tree import Token, Tree
from claims.words.classes import attribute_classes, event_classes
from claims.words.cues import cues

_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})
_SCOPE = cues("scope")
_NARROWING = cues("narrowing")


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the sentence says around one reading."""

    event: Event | None
    role: str
    facets: frozenset[str]
    participants: tuple[Entity, ...]
    scope: tuple[str, ...]
    noun: Phrase | None
    status: Status
    attributed_to: str
    context: frozenset[str]
    names: frozenset[str]
    anchor: Token | None
    """The event's token, to tell which readings stand in one clause."""


def frame(reading: Reading, tree: Tree, scene: Scene) -> Frame:
    """The frame of `reading` in its sentence; readings and trees are in offsets of the sentence."""
    head = _head(reading, tree)
    noun = _noun(reading, tree)
    if head is None:
        return _bare(reading, tree, scene)
    found = governor(tree, head.i)
    facets = set(_noun_facets(tree, head))
    event = None
    role = ""
    entities: tuple[Entity, ...] = ()
    if found is not None and found.role == "is" and found.token.pos in _NAMING and not is_eventive(found.token):
        role = "is"
    elif found is not None:
        event = _event(found.token, tree, scene)
        role = found.role
        facets |= {f"{name}:{_role_kind(role)}" for name in event.classes}
        taken = {token.i for token in tree.subtree(head.i)}
        entities = tuple(
            replace(scene.entity(token), role=as_role)
            for as_role, token in arguments(tree, found.token.i)
            if token.i not in taken and token.i != found.token.i and not scene.is_value(token)
        )
    entities += tuple(_owners(found, scene, head))
    manner = mood(tree, head.i)
    return Frame(
        event=replace(event, tense=manner.tense) if event else None,
        role=role,
        facets=frozenset(facets),
        participants=_unique(entities),
        scope=_scope(tree, head, scene),
        noun=noun,
        status=manner.status,
        attributed_to=scene.words(manner.source) if manner.source else "",
        context=_context(tree, reading),
        names=scene.named(),
        anchor=found.token if found else None,
    )


def _head(reading: Reading, tree: Tree) -> Token | None:
    span = reading.noun.span if reading.noun else reading.core
    return tree.top(span.start, span.end) or tree.top(reading.core.start, reading.core.end)


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
    classes |= attribute_classes(token.lemma, pos)
    if nominal:
        before = [child.lemma for child in tree.children(token.i, "compound", "amod") if child.i < token.i]
        for start in range(len(before)):
            whole = " ".join((*before[start:], token.lemma))
            classes |= event_classes(whole, "noun") | attribute_classes(whole, "noun")
    classes = scene.phrase_classes(token) or classes
    return Event(lemma, token.text, scene.span(token), frozenset(classes), nominal)


def _noun_facets(tree: Tree, head: Token) -> set[str]:
    """Events that the counted noun is said to have undergone or to be: "dead", "people killed in", "seven arrests"."""
    facets = {f"{name}:affected" for name in event_classes(head.lemma, "noun")} if head.pos == "NOUN" else set()
    for child in tree.children(head.i):
        base = child.dep.partition(":")[0]
        if base == "amod":
            facets |= {f"{name}:affected" for name in event_classes(child.lemma, "adj")}
            if child.tag == "VBN":
                facets |= {f"{name}:affected" for name in event_classes(child.lemma, "verb")}
        elif base == "acl":
            objects = tree.children(child.i, "obj")
            role = "agent" if objects and child.tag != "VBN" else "affected"
            facets |= {f"{name}:{role}" for name in event_classes(child.lemma, "verb")}
    up = tree.head(head.i)
    if head.dep.startswith("obj") or head.dep.startswith("nsubj"):
        for child in tree.children(up.i, "xcomp", "advcl"):
            if child.pos == "ADJ" or child.tag == "VBN":
                pos = "verb" if child.tag == "VBN" else "adj"
                facets |= {f"{name}:affected" for name in event_classes(child.lemma, pos)}
    if up.pos == "ADJ" and head.dep.startswith("nsubj"):
        facets |= {f"{name}:affected" for name in event_classes(up.lemma, "adj")}
    return facets


def _owners(found: Governor | None, scene: Scene, head: Token) -> list[Entity]:
    if found is None:
        return []
    owners = [replace(scene.entity(token), role="owner") for token in found.path if token.i != head.i]
    if found.role == "is":
        owners.append(replace(scene.entity(found.token), role="is"))
    return owners


def _unique(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    seen: dict[tuple[str, str], Entity] = {}
    for entity in entities:
        if entity.key:
            seen.setdefault((entity.role, entity.key), entity)
    return tuple(seen.values())


def _scope(tree: Tree, head: Token, scene: Scene) -> tuple[str, ...]:
    """Words that narrow what is counted or measured: "other", "more", "in the district"."""
    found: list[str] = []
    for child in tree.children(head.i):
        base = child.dep.partition(":")[0]
        if base in ("amod", "advmod", "det") and child.lemma in _SCOPE:
            found.append(child.lemma)
        elif base == "nummod":
            found.extend(below.lemma for below in tree.children(child.i) if below.lemma in _SCOPE)
        elif base in ("nmod", "obl"):
            cases = [mark.lemma for mark in tree.children(child.i, "case")]
            if cases and cases[0] in _NARROWING and not scene.is_value(child):
                found.append(f"{cases[0]} {scene.entity(child).key}")
    return tuple(found)


def _context(tree: Tree, reading: Reading) -> frozenset[str]:
    return frozenset(
        token.lemma
        for token in tree.tokens
        if token.pos in _CONTENT
        and not (reading.core.start < token.end and token.start < reading.core.end)
        and len(token.lemma) > 1
    )


def _bare(reading: Reading, tree: Tree, scene: Scene) -> Frame:
    return Frame(
        None, "", frozenset(), (), (), reading.noun, Status.ASSERTED, "", _context(tree, reading), scene.named(), None
    )


def shifted(reading: Reading, by: int) -> Reading:
    """The reading with all its spans moved `by` code points."""
    noun = replace(reading.noun, span=_moved(reading.noun.span, by)) if reading.noun else None
    return replace(reading, span=_moved(reading.span, by), core=_moved(reading.core, by), noun=noun)


def _moved(span: Span, by: int) -> Span:
    return Span(max(0, span.start + by), max(0, span.end + by))
