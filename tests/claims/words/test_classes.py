"""The class tables hang together, and look-ups give what aligning relies on."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words.classes import (
    Kinship,
    ancestors,
    attribute_classes,
    class_names,
    classes_in,
    converse,
    event_classes,
    excluded,
    implied_events,
    is_a,
    is_general,
    kinship,
    nearest,
    news_order,
    normal,
    noun_classes,
    opposed,
    precedes,
    related,
    roles,
    word_class,
)
from claims.words.classes_table import ClassKind, Pos, tables
from claims.words.lemma import lemma

NAMES = st.sampled_from(class_names())


# ------------------------------------------------------------------------------------------- the tables


def test_there_are_enough_classes() -> None:
    kinds = [word_class(name).kind for name in class_names()]
    assert kinds.count(ClassKind.EVENT) >= 150
    assert kinds.count(ClassKind.NOUN) >= 150
    assert kinds.count(ClassKind.ATTRIBUTE) >= 80


def test_a_class_names_only_classes_that_exist_and_cites_its_source() -> None:
    known = {"", *class_names()}
    for each in map(word_class, class_names()):
        assert {each.parent, each.converse, each.event, *each.opposes, *each.excludes, *each.near} <= known, each.id
        assert each.source, each.id
        assert each.words or each.splits, each.id
        assert each.splits in ("", "opposes", "excludes"), each.id
        assert not each.event or word_class(each.event).kind is ClassKind.EVENT, each.id


def test_parents_make_no_cycle_and_are_of_one_kind() -> None:
    for name in class_names():
        assert name not in ancestors(name)
        assert {word_class(wider).kind for wider in ancestors(name)} <= {word_class(name).kind}, name


def test_no_class_opposes_its_own_ancestor() -> None:
    assert [(name, wider) for name in class_names() for wider in ancestors(name) if opposed(name, wider)] == []


@pytest.mark.parametrize(("kind", "pos"), [(kind, pos) for kind in ClassKind for pos in Pos])
def test_no_word_lies_in_two_opposed_classes_unless_marked(kind: ClassKind, pos: Pos) -> None:
    clashes = [
        (word, a, b)
        for word, found in tables().lexicons.get((kind, pos), {}).items()
        for a, b in combinations(sorted(found), 2)
        if opposed(a, b) and word not in word_class(a).shares | word_class(b).shares
    ]
    assert clashes == []


def test_forms_are_written_as_looked_up() -> None:
    assert [form for _, _, form in tables().forms() if form != normal(form)] == []


def test_forms_stand_once_in_a_class() -> None:
    doubled = [
        (name, pos)
        for name in class_names()
        for pos, forms in word_class(name).words.items()
        if len(forms) != len(set(forms))
    ]
    assert doubled == []


# ------------------------------------------------------------------------------------------- look-ups


@pytest.mark.parametrize(
    ("word", "pos", "name"),
    [
        ("kill", "verb", "kill"),
        ("die", "VERB", "kill"),
        ("death", "noun", "kill"),
        ("dead", "adj", "kill"),
        ("toll", "", "kill"),
        ("wound", "verb", "injure"),
        ("temblor", "NOUN", "quake"),
        ("indictment", "noun", "charge"),
        ("resignation", "noun", "resign"),
        ("hospitalise", "verb", "hospitalize"),
        ("death toll", "noun", "kill"),
        ("struck", "verb", "hit"),
        ("laid off", "verb", "lay-off"),
        ("car bombs", "noun", "bomb"),
        ("lay off", "verb", "lay-off"),
    ],
)
def test_words_of_happenings(word: str, pos: str, name: str) -> None:
    assert name in event_classes(word, pos)


@pytest.mark.parametrize(
    ("verb", "meant", "not_meant"),
    [
        # what news seldom means by the verb alone; "the shares sank", "she sank the putt", "he shot a film"
        ("shoot", "shoot", "film"),
        ("sink", "sink", "score"),
        ("sink", "sink", "fall"),
        ("bear", "give-birth", "carry"),
        ("collapse", "collapse", "bleed"),
        ("find", "find", "rule"),
        ("strike", "hit", "walk-out"),
        ("hit", "hit", "damage"),
        ("add", "say", "score"),
        ("land", "arrive", "catch"),
    ],
)
def test_a_verb_of_many_senses_has_those_of_news(verb: str, meant: str, not_meant: str) -> None:
    assert meant in event_classes(verb, "verb")
    assert not_meant not in event_classes(verb, "verb")


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("deep", "depth"),
        ("elevation", "height"),
        ("turnover", "revenue"),
        ("weigh", "weight"),
        ("speed limit", "speed-limit"),
    ],
)
def test_words_of_measures(word: str, name: str) -> None:
    assert name in attribute_classes(word)


@pytest.mark.parametrize(
    ("noun", "modifiers", "found"),
    [
        ("lorry", (), {"trucks"}),
        ("semi-truck", (), {"trucks"}),
        ("automobile", ("passenger",), {"cars"}),
        ("engine", ("fire",), {"fire-engines"}),
        ("officer", ("off-duty", "police"), {"police"}),
        ("zyzzyva", (), set()),
    ],
)
def test_nouns_with_their_modifiers(noun: str, modifiers: tuple[str, ...], found: set[str]) -> None:
    assert noun_classes(noun, modifiers) == found


def test_an_unknown_part_of_speech_finds_nothing() -> None:
    assert event_classes("kill", "ADV") == frozenset()


@pytest.mark.parametrize(
    ("lemmas", "found"),
    [
        ("three hiker lose their life on the ridge", [(2, 5, "kill")]),
        ("the rower be take into custody", [(3, 6, "arrest")]),
        ("the panel find her not guilty", [(2, 6, "acquit")]),
        ("the panel find guilty the clerk", [(2, 4, "convict")]),
        ("four semi - truck", []),
        ("it claim at least four life", [(1, 6, "kill")]),
        ("it claim a great many more young life", []),
    ],
)
def test_forms_of_several_words(lemmas: str, found: list[tuple[int, int, str]]) -> None:
    hits = classes_in(lemmas.split())
    assert [(hit.start, hit.end) for hit in hits if hit.pos is Pos.VERB] == [(start, end) for start, end, _ in found]
    assert all(name in hit.classes for hit, (_, _, name) in zip(hits, found, strict=False))


def test_the_longest_form_wins() -> None:
    hits = classes_in(["she", "plead", "not", "guilty"])
    assert [(hit.start, hit.end) for hit in hits] == [(1, 4)]


# ------------------------------------------------------------------------------------------- between classes


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("kill", "injure"),
        ("murder", "injure"),
        ("arrest", "convict"),
        ("charge", "convict"),
        ("convict", "sentence"),
        ("score", "concede"),
        ("rise", "fall"),
        ("damage", "destroy"),
        ("revenue", "profit"),
        ("minimum", "maximum"),
        ("depth", "height"),
        ("speed", "speed-limit"),
        ("radius", "diameter"),
        ("dead", "injured"),
        ("soldiers", "civilians"),
        ("quakes", "aftershocks"),
        ("cars", "trucks"),
        ("goals", "assists"),
    ],
)
def test_certain_opposites(a: str, b: str) -> None:
    assert opposed(a, b)


@pytest.mark.parametrize(
    ("a", "b", "tie"),
    [
        ("kill", "kill", Kinship.SAME),
        ("murder", "kill", Kinship.ANCESTOR),
        ("trucks", "vehicles", Kinship.ANCESTOR),
        ("win", "lose", Kinship.CONVERSE),
        ("acquire", "sell", Kinship.CONVERSE),
        ("shoot", "stab", Kinship.SIBLING),
        ("crash", "kill", Kinship.NEAR),
        ("derail", "murder", Kinship.NEAR),
        ("quake", "elect", Kinship.NONE),
        ("charge", "convict", Kinship.EXCLUDED),
        ("cars", "trucks", Kinship.OPPOSED),
    ],
)
def test_kinship(a: str, b: str, tie: Kinship) -> None:
    assert kinship(a, b) is tie


@pytest.mark.parametrize(
    ("a", "b"), [("arrest", "convict"), ("begin", "end"), ("quake", "aftershock"), ("elect", "resign")]
)
def test_different_happenings_share_no_date(a: str, b: str) -> None:
    assert excluded(a, b)


@pytest.mark.parametrize(
    ("a", "b"), [("kill", "injure"), ("damage", "destroy"), ("score", "assist"), ("cars", "trucks")]
)
def test_roles_of_one_happening_may_share_its_date(a: str, b: str) -> None:
    assert opposed(a, b)
    assert not excluded(a, b)


def test_one_shared_sense_is_enough() -> None:
    assert nearest(event_classes("shot", "noun"), event_classes("shooting", "noun")) is Kinship.SAME
    assert nearest(event_classes("die", "verb"), event_classes("wound", "verb")) is Kinship.OPPOSED
    assert nearest(event_classes("die", "verb"), frozenset()) is Kinship.NONE


def test_casualty_nouns_tell_their_event_and_role() -> None:
    for noun in ("fatality", "dead", "death toll"):
        assert implied_events(noun_classes(noun)) == {"kill"}
        assert roles(noun_classes(noun)) == {"killed"}
    assert roles(event_classes("kill", "verb")) == {"killed"}
    assert roles(event_classes("wound", "verb")) == {"injured"}


def test_measures_tell_the_event_they_belong_to() -> None:
    assert implied_events(attribute_classes("wage", "noun")) == {"earn"}
    assert "kidnap" in implied_events(attribute_classes("ransom"))


def test_a_killing_is_a_death_but_saying_is_anything() -> None:
    assert is_a("murder", "kill")
    assert not is_a("kill", "murder")
    assert is_general("say")
    assert not is_general("kill")


@given(NAMES, NAMES)
def test_kinship_is_symmetric(a: str, b: str) -> None:
    assert related(a, b) == related(b, a)
    assert opposed(a, b) == opposed(b, a)
    assert excluded(a, b) == excluded(b, a)
    assert converse(a, b) == converse(b, a)


@given(NAMES, NAMES)
def test_what_excludes_opposes(a: str, b: str) -> None:
    assert opposed(a, b) or not excluded(a, b)


@given(NAMES, NAMES)
def test_children_inherit_opposition(a: str, b: str) -> None:
    if any(opposed(x, y) for x in (a, *ancestors(a)) for y in (b, *ancestors(b)) if x != y):
        assert opposed(a, b)


# ------------------------------------------------------------------------------------------- order in time


def test_orders_name_event_classes() -> None:
    for order in news_order():
        assert word_class(order.before).kind is ClassKind.EVENT
        assert word_class(order.after).kind is ClassKind.EVENT


def test_the_order_is_well_founded() -> None:
    assert [order for order in news_order() if precedes(order.after, order.before, usual=True)] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("crash", "convict"),
        ("derail", "arrest"),
        ("charge", "sentence"),
        ("convict", "appeal"),
        ("give-birth", "bury"),
        ("offer", "acquire"),
        ("file", "rule"),
        ("murder", "convict"),
        ("give-birth", "graduate"),
    ],
)
def test_certain_orders(before: str, after: str) -> None:
    assert precedes(before, after)
    assert not precedes(after, before)


def test_usual_orders_are_asked_for() -> None:
    assert not precedes("arrest", "charge")
    assert precedes("arrest", "charge", usual=True)
    assert precedes("vote", "elect", usual=True)


# ------------------------------------------------------------------------------------------- with the lemmatiser


def test_nouns_of_the_tables_are_lemmas() -> None:
    plural = {"damages", "sales", "takings", "odds", "premises", "graffiti"}
    nouns = {form for _, pos, form in tables().forms() if pos is Pos.NOUN and " " not in form}
    assert {noun: lemma(noun, "noun") for noun in nouns if lemma(noun, "noun") != noun and noun not in plural} == {}
