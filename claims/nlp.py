"""The one door to the parser, and to spaCy: sentences in, trees of plain values out.

The bundled pipeline is our own network. It is a spaCy pipeline for whoever wants one (`claims.parse.hosted`), but here
it is asked directly, which gives the same trees without the half second that importing spaCy takes; any other spaCy
pipeline can take its place. Neither is loaded before the first sentence is parsed. Errors:

    ValueError
      ModelError   the pipeline asked for is missing, does not load or speaks labels that cannot be read
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.relabel import Scheme, scheme_of, universal
from claims.tree import AS_WRITTEN, Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BUNDLED = Path(__file__).parent / "weights" / "en"
"""The pipeline that comes with the package, for `spacy.load` (its licence: `weights/LICENSE.md`)."""

_UNUSED = (
    "ner", "senter", "sentencizer", "entity_linker", "entity_ruler", "span_ruler", "spancat", "spancat_singlelabel",
    "textcat", "textcat_multilabel",
)  # fmt: skip
_BATCH = 1000
"""Sentences to a batch: those of one length are computed together, so many at a time are cheaper."""


class ModelError(ValueError):
    """A pipeline that cannot be used; the message is one sentence that says why and what to do."""


@dataclass(frozen=True)
class Parser:
    """A loaded parser."""

    name: str
    """Name and version ("en_news_ud 1.0.0"), to tell results of different weights apart."""
    read: Callable[[Sequence[str], Mapping[str, str]], list[Tree]]
    """The trees of some sentences."""

    def trees(self, sentences: Sequence[str], plain: Mapping[str, str] = AS_WRITTEN) -> list[Tree]:
        """One tree for each of `sentences`, in their order; token offsets count from the start of the sentence.

        Each sentence becomes one single-rooted tree, whatever it holds: the caller decides where sentences end
        (`claims.sentences`). A blank sentence gives a tree without tokens. Our own network is shown `plain` names in
        place of others (`claims.register`); other pipelines see what is written.
        """
        return self.read(sentences, plain)


@lru_cache(maxsize=2)
def parser(model: str | None = None) -> Parser:
    """The bundled pipeline, or the spaCy pipeline `model` (a package's name or a folder), loaded once.

    Raises ModelError where it is missing, cannot be loaded, or has no parser or tagger whose labels are known.
    """
    return _bundled() if model is None else _hosted(model)


def _bundled() -> Parser:
    """Our own network, without spaCy around it."""
    from claims.parse.analyser import load

    try:
        meta = json.loads((BUNDLED / "meta.json").read_text("utf-8"))
        analyser = load(BUNDLED / "biaffine")
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(
            f"The language pipeline in {BUNDLED} is incomplete; install the package again ({error})."
        ) from error
    return Parser(_name(meta), analyser.trees)


def _name(meta: Mapping[str, str]) -> str:
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _hosted(model: str) -> Parser:
    """The spaCy pipeline `model`."""
    nlp = _load(model)
    from claims.parse.hosted import one_sentence

    labels = _labels(nlp, "token.dep")
    if labels is None or _labels(nlp, "token.tag") is None:
        raise ModelError(f"The language pipeline {model!r} has no parser or no tagger; name one that has both.")
    scheme = scheme_of(labels)
    if scheme is None:
        raise ModelError(
            f"The language pipeline {model!r} labels dependencies neither in Universal Dependencies nor in ClearNLP."
        )

    def read(sentences: Sequence[str], _plain: Mapping[str, str]) -> list[Tree]:
        docs = [one_sentence(nlp.make_doc(sentence)) for sentence in sentences]
        return [_tree(doc, scheme) for doc in nlp.pipe(docs, batch_size=_BATCH)]

    return Parser(_name(nlp.meta), read)


def _load(model: str) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            import spacy

            import claims.parse.hosted  # noqa: F401 - registers what the bundled pipeline is made of

            return spacy.load(model, exclude=_UNUSED)
        except OSError as error:
            if Path(model).is_dir():
                raise ModelError(
                    f"The language pipeline in {model} is incomplete; install it again ({error})."
                ) from error
            raise ModelError(
                f"There is no language pipeline {model!r}; give the name of an installed one or its folder."
            ) from error
        except Exception as error:
            raise ModelError(f"The language pipeline {model!r} does not load: {error}") from error


def _labels(nlp: Language, attribute: str) -> tuple[str, ...] | None:
    """The labels of the first component that sets `attribute` of a token; None where there is none."""
    for name in nlp.pipe_names:
        if attribute in nlp.get_pipe_meta(name).assigns:
            component: Any = nlp.get_pipe(name)
            return tuple(component.labels)
    return None


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
