"""The one door to a parser: sentences in, trees of plain values out.

The bundled parser is our own network (`claims.parse`), which needs numpy alone. Any spaCy pipeline can take its place;
this is the one module that knows spaCy, and it loads it only for that. Errors:

    ValueError
      ModelError   the pipeline asked for is missing, does not load or speaks labels that cannot be read
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.relabel import Scheme, scheme_of, universal
from claims.tree import Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BUNDLED = Path(__file__).parent / "weights" / "en"
"""The weights that come with the package (see `weights/LICENSE.md`)."""

_UNUSED = (
    "ner", "senter", "sentencizer", "entity_linker", "entity_ruler", "span_ruler", "spancat", "spancat_singlelabel",
    "textcat", "textcat_multilabel",
)  # fmt: skip
_BATCH = 64


class ModelError(ValueError):
    """A pipeline that cannot be used; the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class Parser:
    """A loaded parser."""

    name: str
    """Name and version ("en_news_ud 1.0.0"), to tell results of different weights apart."""
    read: Callable[[Sequence[str]], list[Tree]]
    """The trees of some sentences."""

    def trees(self, sentences: Sequence[str]) -> list[Tree]:
        """One tree for each of `sentences`, in their order; token offsets count from the start of the sentence.

        Each sentence becomes one single-rooted tree, whatever it holds: the caller decides where sentences end
        (`claims.sentences`). A blank sentence gives a tree without tokens.
        """
        return self.read(sentences)


@lru_cache(maxsize=2)
def parser(model: str | None = None) -> Parser:
    """The bundled parser, or the spaCy pipeline `model` (a package's name or a folder), loaded once.

    `model` may also be a folder of weights that the project's own training has written. Raises ModelError where it is
    missing, cannot be loaded, or has no parser or tagger whose labels are known.
    """
    folder = BUNDLED if model is None else Path(model)
    if model is None or (folder / "weights.npz").is_file():
        return _own(folder)
    return _of_spacy(model)


def _own(folder: Path) -> Parser:
    from claims.parse.analyser import load

    try:
        meta = json.loads((folder / "meta.json").read_text("utf-8"))
        return Parser(f"{meta['lang']}_{meta['name']} {meta['version']}", load(folder).trees)
    except Exception as error:
        raise ModelError(f"The weights in {folder} cannot be read; install the package again ({error}).") from error


# ---------------------------------------------------------------------------------------------- spaCy


def _of_spacy(model: str) -> Parser:
    nlp = _load(model)
    if not {"parser", "tagger"} <= set(nlp.pipe_names):
        raise ModelError(f"The language pipeline {model!r} has no parser or no tagger; name one that has both.")
    component: Any = nlp.get_pipe("parser")
    scheme = scheme_of(component.labels)
    if scheme is None:
        raise ModelError(
            f"The language pipeline {model!r} labels dependencies neither in Universal Dependencies nor in ClearNLP."
        )

    def read(sentences: Sequence[str]) -> list[Tree]:
        docs = [nlp.make_doc(sentence) for sentence in sentences]
        for doc in docs:
            for token in doc[1:]:
                token.is_sent_start = False
        return [_tree(doc, scheme) for doc in nlp.pipe(docs, batch_size=_BATCH)]

    return Parser(f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}", read)


def _load(model: str) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import spacy

            return spacy.load(model, exclude=_UNUSED)
        except OSError as error:
            raise ModelError(
                f"There is no language pipeline {model!r}; give the name of an installed one or its folder."
            ) from error
        except Exception as error:
            raise ModelError(f"The language pipeline {model!r} does not load: {error}") from error


def _tree(doc: Doc, scheme: Scheme) -> Tree:
    kept = [token for token in doc if not token.is_space]
    place = {token.i: number for number, token in enumerate(kept)}
    read = [
        Token(
            i=number,
            text=token.text,
            lemma=(token.lemma_ or token.text).lower(),
            tag=token.tag_,
            pos=token.pos_,
            dep=token.dep_,
            head=place.get(token.head.i, number),
            start=token.idx,
            end=token.idx + len(token.text),
            morph=str(token.morph),
        )
        for number, token in enumerate(kept)
    ]
    return Tree(tuple(universal(read, scheme)))
