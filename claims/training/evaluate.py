"""How well a pipeline tags and parses, measured on treebanks and on sentences of our own.

Attachment scores are F1 as spaCy's scorer counts them: a token that is a part of a gold word stands for it, punctuation
is left out, relations count with their subtypes. Tags, lemmas and the recall of heads by relation are told for words
that were cut as the treebank cuts them.
"""

from __future__ import annotations

import random
import re
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

from claims.nlp import Parser
from claims.sentences import sentences as boundaries
from claims.training.conllu import Sentence
from claims.tree import Tree

HEADS = ("nummod", "obl", "appos", "nmod", "nsubj", "obj", "acl", "advcl", "conj", "compound", "flat")
"""Relations whose head recall is told."""


@dataclass(frozen=True)
class Measured:
    """Scores on one set, in percent."""

    sentences: int
    """Number of sentences."""
    tokens: float
    """F1 of words found at their place."""
    tags: float
    """Right tags, of the words found."""
    lemmas: float
    """Right lemmas, of the words found."""
    uas: float
    """F1 of heads."""
    las: float
    """F1 of heads with relations."""
    heads: dict[str, float]
    """Recall of heads by relation."""


def measure(parser: Parser, gold: Sequence[Sentence]) -> Measured:
    """The scores of `parser` on `gold`."""
    trees = parser.trees([sentence.text for sentence in gold])
    counts: Counter[str] = Counter()
    for sentence, tree in zip(gold, trees, strict=True):
        _count(sentence, tree, counts)
    found, wanted = counts["found"], counts["arcs wanted"]
    return Measured(
        len(gold),
        200 * found / (counts["gold"] + counts["predicted"]),
        100 * counts["tag"] / found,
        100 * counts["lemma"] / found,
        200 * counts["head"] / (wanted + counts["heads told"]),
        200 * counts["relation"] / (wanted + counts["relations told"]),
        {dep: 100 * counts[f"head {dep}"] / counts[f"all {dep}"] for dep in HEADS if counts[f"all {dep}"]},
    )


def _count(sentence: Sentence, tree: Tree, counts: Counter[str]) -> None:
    own = _aligned(sentence, tree)
    cut = {i for token in tree.tokens if (i := own[token.i]) is not None and sentence.words[i].form == token.text}
    counts["gold"] += len(sentence.words)
    counts["predicted"] += len(tree.tokens)
    for token in tree.tokens:
        i = own[token.i]
        if i is not None and i in cut:
            counts["found"] += 1
            counts["tag"] += token.tag == sentence.words[i].tag
            counts["lemma"] += token.lemma == sentence.words[i].lemma.lower()
    wanted = {(i, word.head, word.dep) for i, word in enumerate(sentence.words) if word.dep != "punct"}
    told = [token for token in tree.tokens if token.dep != "punct"]
    placed = {(own[token.i], own[token.head], token.dep) for token in told}
    placed = {arc for arc in placed if None not in arc}
    heads = {arc[:2] for arc in placed}
    astray = sum(own[token.i] is None or own[token.head] is None for token in told)
    counts["arcs wanted"] += len(wanted)
    counts["heads told"] += len(heads) + astray
    counts["relations told"] += len(placed) + astray
    counts["relation"] += len(wanted & placed)
    for i, head, dep in wanted:
        right = (i, head) in heads
        counts["head"] += right
        if i in cut and head in cut:
            name = dep.partition(":")[0]
            counts[f"all {name}"] += 1
            counts[f"head {name}"] += right


def _aligned(sentence: Sentence, tree: Tree) -> list[int | None]:
    """For each token the one word that it is or is a part of; None where it covers several."""
    word_at: list[int] = []
    for i, word in enumerate(sentence.words):
        word_at.extend([i] * (len(word.form) + word.space))
    covered = ({word_at[at] for at in range(token.start, token.end)} for token in tree.tokens)
    return [words.pop() if len(words) == 1 else None for words in covered]


# ----------------------------------------------------------------------------------- our own sentences


@dataclass(frozen=True)
class Miss:
    """A number or date that hangs on the wrong word."""

    family: str
    """What the sentence tests."""
    text: str
    """The sentence."""
    wanted: str
    """What was wanted ("27 -> counts : nummod")."""
    got: str
    """What the parser said."""


def fresh(parser: Parser) -> tuple[int, int, int, list[Miss]]:
    """On the sentences of `fresh.toml`: numbers and dates, right heads, right relations, and the wrong heads."""
    rows = tomllib.loads(files("claims.training").joinpath("fresh.toml").read_text("utf-8"))["sentence"]
    trees = parser.trees([row["text"] for row in rows])
    checked = heads = labelled = relations = 0
    misses = []
    for row, tree in zip(rows, trees, strict=True):
        for check in row["heads"]:
            head_right, relation_right, got = _check(row["text"], tree, check)
            checked += 1
            heads += head_right
            labelled += ":" in check
            relations += head_right and relation_right
            if not head_right:
                misses.append(Miss(row["family"], row["text"], check, got))
    return checked, heads, relations, misses


def _check(text: str, tree: Tree, check: str) -> tuple[bool, bool, str]:
    what, _, wanted = check.partition(" -> ")
    allowed, _, relation = wanted.partition(" : ")
    start, end = _span(text, what)
    top = tree.top(start, end)
    if top is None:
        return False, False, "no word"
    head = tree.head(top.i)
    if allowed == "ROOT":
        right = head.i == top.i
    else:
        spans = [_span(text, words) for words in allowed.split(" | ")]
        right = any(head.start < stop and begin < head.end for begin, stop in spans)
    got = f"{top.text} -> {head.text} : {top.dep}"
    return right, not relation or top.dep.partition(":")[0] == relation, got


def _span(text: str, words: str) -> tuple[int, int]:
    """The place of `words` in `text`, not inside a longer word or number; "words #2" is the second one."""
    words, _, number = words.partition(" #")
    places = re.finditer(rf"(?<![\w,.]){re.escape(words)}(?![\w]|[,.]\d)", text)
    found = list(places)[int(number or 1) - 1]
    return found.start(), found.end()


# -------------------------------------------------------------------------------- speed and boundaries


def chances(seed: int, number: int) -> list[random.Random]:
    """`number` sources of chance that give the same each time."""
    return [random.Random(seed + i) for i in range(number)]


def words_per_second(parser: Parser, gold: Sequence[Sentence], rounds: int = 3) -> float:
    """Words (between spaces) to a second of processor time, the best of `rounds`."""
    texts = [sentence.text for sentence in gold]
    words = sum(len(text.split()) for text in texts)
    best = 0.0
    for _ in range(rounds):
        started = time.process_time()
        parser.trees(texts)
        best = max(best, words / (time.process_time() - started))
    return best


def boundaries_found(gold: Sequence[Sentence]) -> tuple[int, int, int]:
    """Right, superfluous and missed boundaries between the sentences of `gold`, joined with spaces as one paragraph."""
    texts = [sentence.text for sentence in gold]
    wanted, start = set(), 0
    for text in texts:
        wanted.add(start)
        start += len(text) + 1
    found = {begin for begin, _ in boundaries(" ".join(texts))}
    return len(found & wanted), len(found - wanted), len(wanted - found)
