"""The noun that a number counts, read off a parse: what `noun` guesses from the look of the words, done better.

A number modifies its noun (`nummod`: "27 counts"), heads a partitive ("two of the victims", "dozens of charges"), or
stands alone as an argument ("12 were killed"), where no noun is named. Labels are those of Universal Dependencies.
"""

from __future__ import annotations

from dataclasses import replace

from claims.model import Phrase, Reading, Span
from claims.tree import Token, Tree
from claims.words.noun import word_lists

_NOUNS = frozenset({"NOUN", "PROPN"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "root", "conj", "appos", "ccomp", "xcomp"})
_MODIFYING = frozenset({"amod", "compound", "nmod", "nummod", "flat", "conj"})


def refine(reading: Reading, tree: Tree) -> Reading:
    """The reading with the noun that the parse of its sentence gives it; the same one where the parse tells nothing.

    Spans and the tree's tokens must count from the same place. Only readings that count (without unit of their own) are
    touched. Where the parse sees a number that stands for its noun, a guessed noun behind it is taken back.
    """
    if reading.value.written_unit or reading.timex or reading.kind not in {"count", "ordinal", "ratio"}:
        return reading
    top = tree.top(reading.core.start, reading.core.end)
    if top is None:
        return reading
    head = _head(tree, top, reading.core)
    if head is None:
        return _bare(reading, tree, top)
    if reading.noun and reading.noun.span.end == head.end:
        return reading
    phrase = _phrase(tree, head, reading.core)
    end = max(reading.core.end, phrase.span.end)
    span = Span(reading.span.start, max(end, reading.span.end if not reading.noun else end))
    return replace(reading, noun=phrase, span=span, value=replace(reading.value, unit=phrase.lemma))


def _head(tree: Tree, top: Token, core: Span) -> Token | None:
    """The token of the counted noun, or None where the number stands alone."""
    inside = tree.covering(core.start, core.end)
    for child in (child for token in inside for child in tree.children(token.i, "nmod")):
        cases = tree.children(child.i, "case")
        if child.start >= core.end and child.pos in _NOUNS and any(case.lemma == "of" for case in cases):
            return child
    head = tree.head(top.i)
    relation = top.dep.partition(":")[0]
    if head.i == top.i or head.start < core.end or head.pos not in _NOUNS:
        return None
    return head if relation in {"nummod", "amod", "compound", "det", "advmod", "nmod"} else None


def _bare(reading: Reading, tree: Tree, top: Token) -> Reading:
    """Takes back a noun that the number does not count: the parse has the number itself as subject or object."""
    noun = reading.noun
    if noun is None or noun.span.start < reading.core.end or noun.lemma in word_lists().heads:
        return reading
    if top.dep.partition(":")[0] not in _ARGUMENTS or tree.head(top.i).pos not in {"VERB", "AUX"}:
        return reading
    span = Span(reading.span.start, reading.core.end)
    return replace(reading, noun=None, span=span, value=replace(reading.value, unit=""))


def _phrase(tree: Tree, head: Token, core: Span) -> Phrase:
    """The noun phrase of `head` as far as it stands behind the number, with its modifiers' lemmas."""
    inside = [
        token
        for token in tree.tokens
        if core.end <= token.start < head.start
        and token.pos not in {"PUNCT", "DET", "CCONJ"}
        and _is_under(tree, token, head)
    ]
    start = inside[0].start if inside else head.start
    words = " ".join(token.text for token in (*inside, head))
    modifiers = tuple(token.lemma for token in inside if token.pos not in {"ADV", "PART", "ADP"})
    return Phrase(words, head.lemma, Span(start, head.end), modifiers)


def _is_under(tree: Tree, token: Token, head: Token) -> bool:
    """Whether `token` modifies `head`, directly or through other modifiers."""
    while token.i != head.i:
        if token.dep.partition(":")[0] not in _MODIFYING or tree.head(token.i).i == token.i:
            return False
        token = tree.head(token.i)
    return True
