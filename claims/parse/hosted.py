"""The network as parts of a spaCy pipeline: a tokenizer that cuts words our way, and a component that does the rest.

    import spacy
    nlp = spacy.load(folder)        # e.g. claims.nlp.BUNDLED
    doc = nlp("Two boats sank off Port Havelin. Five people drowned on Aug. 14.")

Importing this module registers both, and so do the package's entry points as soon as a pipeline is made. The network
was taught on plain text, so it is shown each word as a view has it (`claims.view`); the Doc keeps what was written.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from spacy.lang.en import English
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from claims.blocks import blocks
from claims.parse.analyser import Analyser, Analysis, load, morphology, packed, save, unpacked
from claims.parse.tokens import same_length, shown, tokens
from claims.sentences import sentences
from claims.view import view_of

TOKENIZER = "claims.words.v1"
"""The tokenizer's name in a configuration."""
COMPONENT = "biaffine"
"""The component's name in a configuration."""
_BATCH = 1000
"""Docs to a batch: sentences of one length are computed together, so many at a time are cheaper."""

_COLUMNS: list[int | str] = ["HEAD", "DEP", "TAG", "POS", "LEMMA", "MORPH"]
_UNSIGNED = 1 << 64
_INSIDE = -1 % _UNSIGNED
"""What spaCy stores for a word at which no sentence begins."""


# -------------------------------------------------------------------------------------------------- words


class Words(DummyTokenizer):
    """Cuts a text into the words of `claims.parse.tokens`; nothing to store, every character is kept."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The words of `text`, and as words of their own the white space that no single space after a word is."""
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for start, end in tokens(same_length(text)):
            if start > at:
                _space(text[at:start], words, spaces)
            words.append(text[start:end])
            spaces.append(False)
            at = end
        if at < len(text):
            _space(text[at:], words, spaces)
        return Doc(self.vocab, words=words, spaces=spaces)


def _space(gap: str, words: list[str], spaces: list[bool]) -> None:
    """Add the white space `gap` after `words`."""
    if gap[0] == " " and words:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def make_words() -> Any:
    """What makes the tokenizer of a pipeline (spaCy's registry `tokenizers`)."""

    def make(nlp: Language) -> Words:
        return Words(nlp.vocab)

    return make


# -------------------------------------------------------------------------------------------------- trees


class Biaffine:
    """Sets heads, relations, tags, parts of speech, features and lemmas, and by the heads where sentences end."""

    def __init__(self, vocab: Vocab, analyser: Analyser | None = None) -> None:
        self.vocab = vocab
        self.analyser = analyser

    @property
    def labels(self) -> tuple[str, ...]:
        """The relations that it can set."""
        return tuple(_told(dep) for dep in self.analyser.deps) if self.analyser else ()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`. Sentences are those of `sentence_starts`. Raises ValueError where no weights are loaded."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = _BATCH) -> Iterator[Doc]:
        """Annotate each Doc of `stream`, `batch_size` of them together."""
        if self.analyser is None:
            raise ValueError(f"The component {COMPONENT!r} has no weights; load a trained pipeline with spacy.load.")
        left = iter(stream)
        while docs := list(islice(left, batch_size)):
            cut = [_sentences(doc) for doc in docs]
            given: list[list[str]] = []
            for doc, runs in zip(docs, cut, strict=True):
                words = [shown(token.text) for token in doc]
                given.extend([words[i] for i in run] for run in runs)
            analyses = iter(self.analyser.analyse(given))
            for doc, runs in zip(docs, cut, strict=True):
                self._annotate(doc, [(run, next(analyses)) for run in runs])
                yield doc

    def _annotate(self, doc: Doc, analysed: Sequence[tuple[Sequence[int], Analysis]]) -> None:
        """Set what the analyses say of `doc`, each with the places of its words."""
        if not len(doc):
            return
        number = self.vocab.strings.add
        features = morphology()
        rows = _spaces(doc, number) if sum(len(places) for places, _ in analysed) < len(doc) else {}
        for places, (tags, pos, lemmas, heads, deps) in analysed:
            for i, tag, part, lemma, head, dep in zip(places, tags, pos, lemmas, heads, deps, strict=True):
                rows[i] = (
                    (places[head] - i) % _UNSIGNED,
                    number(_told(dep)),
                    number(tag),
                    number(part),
                    number(lemma),
                    number(features.get(tag, "")),
                )
        told: Any = np.array([rows[i] for i in range(len(doc))], dtype=np.uint64)
        doc.from_array(_COLUMNS, told)

    # ---------------------------------------------------------------------------------------------- storing

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the weights into the folder `path`."""
        if self.analyser:
            save(self.analyser, Path(path))

    def from_disk(self, path: str | Path, **_: Any) -> Biaffine:
        """Read the weights that `to_disk` wrote into the folder `path`."""
        self.analyser = load(Path(path))
        return self

    def to_bytes(self, **_: Any) -> bytes:
        """The weights."""
        stored: bytes = srsly.msgpack_dumps(packed(self.analyser) if self.analyser else {})
        return stored

    def from_bytes(self, stored: bytes, **_: Any) -> Biaffine:
        """Read the weights that `to_bytes` gave."""
        parts = srsly.msgpack_loads(stored)
        self.analyser = unpacked(parts) if parts else None
        return self


def make_biaffine(nlp: Language, name: str) -> Biaffine:  # noqa: ARG001 - spaCy gives every component its name
    """A component without weights for `nlp` (spaCy's registry `factories`)."""
    return Biaffine(nlp.vocab)


def pipeline_of(analyser: Analyser, meta: Mapping[str, Any]) -> Language:
    """A pipeline around `analyser` that tells `meta` of itself; `to_disk` makes a folder for `spacy.load` of it."""
    nlp = English.from_config({"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    component: Any = nlp.add_pipe(COMPONENT)
    component.analyser = analyser
    nlp.meta.update(meta)
    return nlp


def _told(dep: str) -> str:
    """The relation `dep` as spaCy writes it: the root's label in capitals."""
    return "ROOT" if dep == "root" else dep


def one_sentence(doc: Doc) -> Doc:
    """`doc`, told that it is one sentence whatever it holds."""
    if len(doc) > 1:
        told: Any = np.array([1] + [_INSIDE] * (len(doc) - 1), dtype=np.uint64)
        doc.from_array(["SENT_START"], told)
    return doc


def sentence_starts(text: str) -> list[int]:
    """Where the sentences of `text` begin, by paragraphs (`claims.blocks`) and the rules of `claims.sentences`."""
    found: list[int] = []
    for block in blocks(text):
        view = view_of(text, block.span)
        found.extend(view.starts[start] for start, _ in sentences(view.text))
    return found


def _sentences(doc: Doc) -> list[list[int]]:
    """The places of the words of each sentence of `doc`, white space left out.

    Boundaries that are set already are kept (all of them: a Doc that has any is taken to be cut); else the rules tell.
    """
    begins, space = doc.to_array(["SENT_START", "IS_SPACE"]).reshape(-1, 2).T.tolist()
    if len(doc) > 1 and not any(begins[1:]):
        places = [token.idx for token in doc]
        for at in sentence_starts(doc.text):
            begins[min(bisect_left(places, at), len(doc) - 1)] = 1
    found: list[list[int]] = [[]]
    for i in range(len(doc)):
        if begins[i] == 1 and found[-1]:
            found.append([])
        if not space[i]:
            found[-1].append(i)
    return found


_Row = tuple[int, int, int, int, int, int]


def _spaces(doc: Doc, number: Callable[[str], int]) -> dict[int, _Row]:
    """What white space is given at each of its places: it hangs on the word before it, at first on the next."""
    first = next((token.i for token in doc if not token.is_space), 0)
    dep, tag, pos, features = (number(label) for label in ("dep", "_SP", "SPACE", ""))
    found: dict[int, _Row] = {}
    for token in doc:
        if token.is_space:
            head = first if token.i < first else max(token.i - 1, 0)
            found[token.i] = ((head - token.i) % _UNSIGNED, dep, tag, pos, token.orth, features)
    return found


registry.tokenizers.register(TOKENIZER, func=make_words)
Language.factory(
    COMPONENT,
    assigns=["token.dep", "token.head", "token.tag", "token.pos", "token.morph", "token.lemma", "doc.sents"],
    func=make_biaffine,
)
