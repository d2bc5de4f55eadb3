"""Words that narrow what is counted or measured: "other", "of her children", "in the first half"."""

from __future__ import annotations

from claims.model import TEMPORAL, Reading
from claims.reference import Scene
from claims.tree import Token, Tree
from claims.words.classes import event_classes
from claims.words.classes_scope import scope_key
from claims.words.cues import cues

_PERIODS = cues("periods")
_EXTENTS = cues("extents")
_WHOLE = frozenset({"full", "whole", "entire", "past"})
_ENTRIES = _EXTENTS | _PERIODS | {"run"}
_UNDIVIDED = TEMPORAL | {"count", "age"}
"""Kinds that measure no single thing among its like."""
_CLOSE = 3
"""Characters within which a score says what run it was."""
_SEPARATE = frozenset({"separate", "unrelated", "similar"})
_SCOPE = cues("scope")
_NARROWING = cues("narrowing")
ALONE = "alone"
"""The word for one of several things that are told together."""
ADDED = frozenset({"more", "other", "another"})
"""Words that add things to those that are told already."""


def scopes(tree: Tree, head: Token, scene: Scene) -> tuple[str, ...]:
    """Words that narrow what is counted or measured: "other", "more", "in the district"."""
    near = (head, tree.head(head.i))
    found = [token.lemma for token in near if token.lemma in ADDED and _counts(token, head)]
    for child in tree.children(head.i):
        base = child.dep.partition(":")[0]
        narrows = child.lemma in _SCOPE or scope_key(child.lemma) != child.lemma
        if base in ("amod", "advmod", "det") and narrows and not _is_hedge(tree, child):
            found.append(child.lemma)
        elif base == "nummod":
            below = (token for token in tree.children(child.i) if not _is_hedge(tree, token))
            found.extend(token.lemma for token in below if token.lemma in _SCOPE)
        elif base in ("nmod", "obl"):
            cases = [mark.lemma for mark in tree.children(child.i, "case")]
            if cases and _narrows(tree, cases[0], child, scene):
                found.append(f"{cases[0]} {scene.entity(child).key}")
    found.extend("separate" for token in tree.tokens if _is_another(tree, token))
    clause = _clause(tree, head)
    found.extend(ALONE for token in tree.tokens if _sets_apart(tree, token) and _clause(tree, token) == clause)
    found.extend(f"among {scene.entity(group).key or group.lemma}" for group in _asked(tree, head, clause))
    return (*found, *_periods(tree, head, scene))


def _sets_apart(tree: Tree, token: Token) -> bool:
    """Whether "alone" tells that something is one of several: "the floods alone did", "in May alone".

    Not "she sat alone"; "he found the dog alone" is taken for it.
    """
    if token.lemma != ALONE or token.i == 0:
        return False
    before = tree.tokens[token.i - 1]
    return before.pos in ("NOUN", "PROPN", "NUM") and not tree.children(before.i, "cop")


def _asked(tree: Tree, head: Token, clause: int) -> list[Token]:
    """The people of whom a share is told where the verb has them: "among those under 30 the Greens have 29 percent".

    Not all who were asked.
    """
    if head.lemma not in _SHARES:
        return []
    inside = {token.i for token in tree.subtree(head.i)}
    found = []
    for token in tree.children(clause, "obl"):
        among = any(mark.lemma in _AMONG for mark in tree.children(token.i, "case"))
        told = {token.lemma, *(below.lemma for below in tree.children(token.i, "acl", "amod"))}
        if among and token.i not in inside and not told & _ALL_ASKED:
            found.append(token)
    return found


_AMONG = frozenset({"among", "amongst"})
_ALL_ASKED = cues("asked")
_SHARES = frozenset({"percent", "cent", "%", "half", "third", "quarter", "fifth"})


def _clause(tree: Tree, token: Token) -> int:
    """The place of the verb that a token stands below, or of the root."""
    last = token
    for above in (token, *tree.ancestors(token.i)):
        last = above
        if above.pos == "VERB":
            break
    return last.i


def _narrows(tree: Tree, case: str, token: Token, scene: Scene) -> bool:
    """Whether a noun behind a preposition narrows what is counted; "44 volunteers from two teams" are all there are."""
    if case not in _NARROWING or scene.is_value(token) or _is_said_in(case, token):
        return False
    return case != "from" or not tree.children(token.i, "nummod")


def _is_said_in(case: str, token: Token) -> bool:
    """Whether a noun only tells where something was said or asked: "a hearing in another motion", "12 in a letter"."""
    return case == "in" and bool(event_classes(token.lemma, "noun") & _SAYINGS)


_SAYINGS = frozenset({"file", "say", "announce", "write-letter", "publish", "sue"})


def _is_hedge(tree: Tree, token: Token) -> bool:
    """Whether a word is part of a bound ("more than", "up to", "as many as") and narrows nothing."""
    after = tree.tokens[token.i + 1].lemma if token.i + 1 < len(tree.tokens) else ""
    return (token.lemma, after) in _BOUNDS or token.lemma in ("only", "at-least")


_BOUNDS = frozenset({("more", "than"), ("up", "to"), ("as", "many"), ("over", ""), ("much", "as")})


def _is_another(tree: Tree, token: Token) -> bool:
    """Whether a happening is said to be another than the one the article is about: "in a separate accident"."""
    if token.pos != "NOUN" or not event_classes(token.lemma, "noun"):
        return False
    return any(child.lemma in _SEPARATE for child in tree.children(token.i, "amod", "det") if child.i < token.i)


def of_others(tree: Tree, reading: Reading, bearer: Token | None) -> tuple[str, ...]:
    """ "Other" for a measure of something told apart from its like: "smaller quakes", "another boat", "one tremor"."""
    if bearer is None or reading.kind in _UNDIVIDED:
        return ()
    before = tree.children(bearer.i, "amod", "det", "nummod")
    apart = any(child.lemma in ADDED or child.lemma == "one" or child.tag == "JJR" for child in before)
    return ("other",) if apart else ()


def _counts(token: Token, head: Token) -> bool:
    """Whether "more" or "others" is itself what is counted: "six more were hurt", "nine others"."""
    return token.i == head.i or head.dep == "nummod"


def _periods(tree: Tree, head: Token, scene: Scene) -> list[str]:
    """The part of a game, a season or a term that a figure is for: "in the first half", "this season", "a 15-2 run"."""
    found = []
    for token in tree.tokens:
        if token.pos != "NOUN" or token.i == head.i or token.lemma not in _ENTRIES:
            continue
        before = [below for below in tree.children(token.i, "amod", "nummod", "det") if below.i < token.i]
        whole = token.lemma in _EXTENTS and any(below.lemma in _WHOLE for below in before)
        spurt = token.lemma == "run" and any(
            reading.kind == "score" and 0 < token.start - reading.core.end < _CLOSE for reading in scene.readings
        )
        if whole or spurt or (token.lemma in _PERIODS and before):
            found.append(" ".join(["during", *(below.lemma for below in before), token.lemma]))
    return found


def is_partitive(tree: Tree, head: Token, reading: Reading) -> bool:
    """Whether only a part of known things is counted: "five of her children", "27 of 52 seats", "of the crew, six"."""
    if _is_fronted(tree, head):
        return True
    behind = sum(token.start < reading.core.end for token in tree.tokens)
    for token in tree.tokens[behind : behind + 2]:
        if token.lemma == "of" and token.i + 1 < len(tree.tokens):
            after = tree.tokens[token.i + 1]
            return after.tag in ("PRP$", "DT", "PRP", "WP$", "WDT", "WP", "CD") and after.lemma not in ("a", "an")
    return False


def _is_fronted(tree: Tree, head: Token) -> bool:
    """Whether the sentence begins with the whole: "Of the 52 aboard, nine died"."""
    first = tree.tokens[0] if tree.tokens else None
    if first is None or first.lemma != "of" or first.dep != "case":
        return False
    inside = {token.i for token in tree.subtree(first.head)}
    return head.i not in inside and head.i > max(inside)
