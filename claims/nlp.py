"""The one door to spaCy: sentences in, trees of plain values out.

spaCy is loaded on the first call and never by importing this module. Errors:

    ValueError
      ModelError   the pipeline asked for is missing, does not load or speaks labels that cannot be read
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from claims.relabel import Scheme, scheme_of, universal
from claims.tree import Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BUNDLED = Path(__file__).parent / "weights" / "en"
"""The pipeline that comes with the package (see `weights/LICENSE.md`)."""

_UNUSED = (
    "ner", "senter", "sentencizer", "entity_linker", "entity_ruler", "span_ruler", "spancat", "spancat_singlelabel",
    "textcat", "textcat_multilabel",
)  # fmt: skip
_BATCH = 64


class ModelError(ValueError):
    """A pipeline that cannot be used; the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class Parser:
    """A loaded pipeline."""

    name: str
    """Name and version of the pipeline ("en_news_ud 1.0.0"), to tell results of different weights apart."""
    nlp: Language
    """The spaCy pipeline; nothing outside this module touches it."""
    scheme: Scheme
    """The label set it speaks."""

    def trees(self, sentences: Sequence[str]) -> list[Tree]:
        """One tree for each of `sentences`, in their order; token offsets count from the start of the sentence.

        Each sentence becomes one single-rooted tree, whatever it holds: the caller decides where sentences end
        (`claims.sentences`). A blank sentence gives a tree without tokens.
        """
        docs = (self._unbroken(sentence) for sentence in sentences)
        return [self._tree(doc) for doc in self.nlp.pipe(docs, batch_size=_BATCH)]

    def _unbroken(self, sentence: str) -> Doc:
        doc = self.nlp.make_doc(sentence)
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    def _tree(self, doc: Doc) -> Tree:
        kept = [token for token in doc if not token.is_space]
        place = {token.i: number for number, token in enumerate(kept)}
        read = [
            Token(
                i=place[token.i],
                text=token.text,
                lemma=(token.lemma_ or token.text).lower(),
                tag=token.tag_,
                pos=token.pos_,
                dep=token.dep_,
                head=place.get(token.head.i, place[token.i]),
                start=token.idx,
                end=token.idx + len(token.text),
                morph=str(token.morph),
            )
            for token in kept
        ]
        return Tree(tuple(universal(read, self.scheme)))


@lru_cache(maxsize=2)
def parser(model: str | None = None) -> Parser:
    """The pipeline `model` (a package name or a folder; None: the bundled one), loaded once.

    Raises ModelError where it is missing, cannot be loaded, or has no parser or tagger whose labels are known.
    """
    nlp = _load(model)
    for needed in ("parser", "tagger"):
        if needed not in nlp.pipe_names:
            raise ModelError(f"The language pipeline {model!r} has no {needed}; name one that has.")
    labels: Iterable[str] = nlp.get_pipe("parser").labels  # type: ignore[attr-defined]
    scheme = scheme_of(labels)
    if scheme is None:
        raise ModelError(
            f"The language pipeline {model!r} labels dependencies neither in Universal Dependencies nor in ClearNLP."
        )
    return Parser(f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}", nlp, scheme)


def _load(model: str | None) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy

        try:
            return spacy.load(BUNDLED if model is None else model, exclude=_UNUSED)
        except OSError as error:
            if model is None:
                raise ModelError(
                    f"The bundled language pipeline cannot be read; install the package again ({error})."
                ) from error
            raise ModelError(
                f"There is no language pipeline {model!r}; give the name of an installed one or its folder."
            ) from error
        except Exception as error:
            raise ModelError(f"The language pipeline {model or 'bundled'!r} does not load: {error}") from error
