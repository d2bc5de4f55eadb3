"""From words to tags, lemmas and trees: the network with its tables, loaded from a folder of weights."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from claims.parse.network import Floats, Ints, Scores, Weights, label_scores, score
from claims.parse.spanning import best_tree
from claims.parse.threads import one_thread
from claims.parse.tokens import same_length, shown, tokens
from claims.parse.words import FEATURES, ROOT, Rule, Words, apply, may_count
from claims.tree import AS_WRITTEN, Token, Tree

_BATCH = 1500
"""Words to a batch: enough to keep the matrix products large, few enough to stay in the cache."""


_LONGEST = 200
"""Words after which a sentence is cut: one so long is a list or a table, and arcs cost the square of its length."""


class Analysis(NamedTuple):
    """One analysed sentence; every list has one entry for each word."""

    tags: list[str]
    """Penn Treebank tags."""
    pos: list[str]
    """Universal parts of speech."""
    lemmas: list[str]
    """Lemmas in lower case."""
    heads: list[int]
    """Positions of the heads from 0; the root's own."""
    deps: list[str]
    """Universal Dependencies relations; "root" for the root."""


@dataclass(frozen=True)
class Analyser:
    """A trained network with what gives its numbers a meaning."""

    words: Words
    """Tables of word features."""
    weights: Weights
    """Parameters by name (see `claims.parse.network`)."""
    tags: Sequence[tuple[str, str]]
    """Tag and part of speech for each tag number."""
    deps: Sequence[str]
    """Relation for each label number."""
    rules: Sequence[Rule]
    """Lemma rule for each rule number."""

    def trees(self, sentences: Sequence[str], plain: Mapping[str, str] = AS_WRITTEN) -> list[Tree]:
        """A tree for each of `sentences` (texts), in their order, token offsets from the start of the sentence.

        Tokens keep what was written; the network is shown each word as a view has it (`claims.view`), or the name that
        `plain` has for it (in lower case), so that a sentence has one tree whoever it is about.
        """
        spans = [tokens(same_length(sentence)) for sentence in sentences]
        texts = [[text[a:b] for a, b in cut] for text, cut in zip(sentences, spans, strict=True)]
        seen = [[_renamed(word, plain) for word in words] for words in texts]
        features = morphology()
        return [
            Tree(
                tuple(
                    Token(i, text, _lemma(lemma, text, plain), tag, pos, dep, head, start, end, features.get(tag, ""))
                    for i, (text, (start, end), tag, pos, lemma, head, dep) in enumerate(
                        zip(words, cut, *analysis, strict=True)
                    )
                )
            )
            for words, cut, analysis in zip(texts, spans, self.analyse(seen), strict=True)
        ]

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """An analysis for each of `sentences` (lists of words), in their order; one tree each, whatever they hold."""
        pieces = [
            (number, sentence[start : start + _LONGEST])
            for number, sentence in enumerate(sentences)
            for start in range(0, len(sentence), _LONGEST)
        ]
        found: dict[int, Analysis] = {}
        with one_thread():
            for batch in _batches([len(piece) for _, piece in pieces]):
                found.update(zip(batch, self._batch([pieces[place][1] for place in batch]), strict=True))
        joined = [Analysis([], [], [], [], []) for _ in sentences]
        for place, (number, _) in enumerate(pieces):
            _append(joined[number], found[place])
        return joined

    def _batch(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        kinds = {form: number for number, form in enumerate(dict.fromkeys(chain.from_iterable(sentences)), 1)}
        identifiers = [(ROOT,) * len(FEATURES), *(self.words.identifiers(form) for form in kinds)]
        numbers = [np.array([kinds[form] for form in sentence]) for sentence in sentences]
        scores = score(self.weights, np.array(identifiers), numbers)
        packing = scores.packing
        found: list[Analysis | None] = [None] * len(sentences)
        trees, places, above = [], [], []
        for place, length in enumerate(packing.lengths):
            heads = best_tree(scores.arcs[place, :length, :length].astype(np.float64))
            trees.append(heads)
            places.append(packing.places[place, 1:length])
            above.append(packing.places[place, heads[1:]])
        rows, labels = np.concatenate(places), self._labels(scores, np.concatenate(places), np.concatenate(above))
        counting = np.array([True, *map(may_count, kinds)])
        tags = self._tags(scores.tags[rows], counting[np.concatenate([numbers[number] for number in packing.order])])
        rules = scores.rules[rows].argmax(1).tolist()
        start = 0
        for number, heads in zip(packing.order, trees, strict=True):
            end = start + len(heads) - 1
            pairs = [self.tags[tag] for tag in tags[start:end]]
            found[number] = Analysis(
                [tag for tag, _ in pairs],
                [pos for _, pos in pairs],
                [apply(self.rules[rule], word) for rule, word in zip(rules[start:end], sentences[number], strict=True)],
                [head - 1 if head else i for i, head in enumerate(heads[1:])],
                [self.deps[label] for label in labels[start:end]],
            )
            start = end
        return [analysis for analysis in found if analysis is not None]

    def _tags(self, values: Floats, counting: npt.NDArray[np.bool_]) -> list[int]:
        """The best tag of each row of `values`, CD only where `counting` allows it: its words are a closed class."""
        cardinal = np.array([tag == "CD" for tag, _ in self.tags])
        values[~counting[:, None] & cardinal] = -np.inf
        best: list[int] = values.argmax(1).tolist()
        return best

    def _labels(self, scores: Scores, rows: Ints, above: Ints) -> list[int]:
        """The best label of each arc; "root" for those from the root, and for no other."""
        values: Floats = label_scores(self.weights, scores.dependents[rows], scores.heads[above])[0]
        root = self.deps.index("root")
        values[:, root] = -np.inf
        values[above < scores.packing.active[0], root] = np.inf
        best: list[int] = values.argmax(1).tolist()
        return best


def _renamed(word: str, plain: Mapping[str, str]) -> str:
    """What the network is shown for a word; a name in small letters ("felt") is a word like others."""
    if plain and word[:1].isupper() and (name := plain.get(word.lower())):
        return name.upper() if word.isupper() else name
    return shown(word)


def _lemma(lemma: str, written: str, plain: Mapping[str, str]) -> str:
    return written.lower() if plain and written[:1].isupper() and written.lower() in plain else lemma


def _append(whole: Analysis, piece: Analysis) -> None:
    """Put `piece` behind `whole`, its root below the root of `whole`."""
    shift = len(whole.heads)
    root = whole.deps.index("root") if shift else None
    for i, (head, dep) in enumerate(zip(piece.heads, piece.deps, strict=True)):
        below = head == i and root is not None
        whole.heads.append(root if below and root is not None else head + shift)
        whole.deps.append("parataxis" if below else dep)
    whole.tags.extend(piece.tags)
    whole.pos.extend(piece.pos)
    whole.lemmas.extend(piece.lemmas)


@lru_cache(maxsize=1)
def morphology() -> dict[str, str]:
    """The features that each tag tells (`morph.toml`)."""
    return tomllib.loads(files("claims.parse").joinpath("morph.toml").read_text("utf-8"))


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of sentences of about one length together, blank ones left out."""
    batch: list[int] = []
    size = 0
    for number in sorted(range(len(lengths)), key=lambda number: -lengths[number]):
        if not lengths[number]:
            continue
        batch.append(number)
        size += lengths[number]
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


FILES = ("tables.json", "weights.npz")
"""The files of a trained analyser."""


def load(folder: Path) -> Analyser:
    """The analyser whose files `save` wrote into `folder`."""
    return unpacked({name: (folder / name).read_bytes() for name in FILES})


def save(analyser: Analyser, folder: Path) -> None:
    """Write `analyser` into `folder`, the parameters in half precision."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in packed(analyser).items():
        (folder / name).write_bytes(content)


def unpacked(parts: Mapping[str, bytes]) -> Analyser:
    """The analyser from the content of `FILES`."""
    tables = json.loads(parts["tables.json"])
    with np.load(BytesIO(parts["weights.npz"]), allow_pickle=False) as arrays:
        held = {name: arrays[name] for name in arrays.files}
    words = Words(
        [{value: number for number, value in enumerate(values, 2)} for values in tables["features"]],
        tables["paths"],
        held.pop("cluster_keys"),
        held.pop("cluster_values"),
    )
    return Analyser(
        words,
        {name: values.astype(np.float32) for name, values in held.items()},
        [(tag, pos) for tag, pos in tables["tags"]],
        tables["deps"],
        [(off, on) for off, on in tables["rules"]],
    )


def packed(analyser: Analyser) -> dict[str, bytes]:
    """The content of `FILES` for `analyser`, the parameters in half precision."""
    tables = {
        "features": [list(table) for table in analyser.words.tables],
        "paths": list(analyser.words.paths),
        "tags": list(analyser.tags),
        "deps": list(analyser.deps),
        "rules": list(analyser.rules),
    }
    weights = {name: values.astype(np.float16) for name, values in analyser.weights.items()}
    arrays: dict[str, npt.NDArray[Any]] = {
        "cluster_keys": analyser.words.keys,
        "cluster_values": analyser.words.clusters,
        **weights,
    }
    stored = BytesIO()
    np.savez(stored, allow_pickle=False, **arrays)
    written = json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return dict(zip(FILES, (written, stored.getvalue()), strict=True))
