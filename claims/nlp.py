"""The one door to spaCy: sentences in, trees of plain values out.

spaCy is loaded on the first call and never by importing this module. Errors:

    ValueError
      ModelError   the pipeline asked for is missing, does not load or speaks labels that cannot be read
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.relabel import Scheme, scheme_of, universal
from claims.tree import Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from claims.parse.analyser import Analyser

BUNDLED = Path(__file__).parent / "weights" / "en"
"""The pipeline that comes with the package (see `weights/LICENSE.md`)."""

_UNUSED = (
    "ner", "senter", "sentencizer", "entity_linker", "entity_ruler", "span_ruler", "spancat", "spancat_singlelabel",
    "textcat", "textcat_multilabel",
)  # fmt: skip
_BATCH = 64
_INFIXES = (r"(?<=[0-9])[\u2013\u2014](?=[0-9])",)
"""What spaCy's English rules leave whole and the treebanks cut: "1999\u20132004"."""
_SUFFIXES = (r"(?<=[0-9])(?:bn|mn|tn|k|m|b|AM|PM|am|pm)",)
"""Likewise at the end of a word: "1.2bn", "9:45PM"."""


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
    analyser: Analyser | None = None
    """Our own network, where the pipeline is ours."""

    def trees(self, sentences: Sequence[str]) -> list[Tree]:
        """One tree for each of `sentences`, in their order; token offsets count from the start of the sentence.

        Each sentence becomes one single-rooted tree, whatever it holds: the caller decides where sentences end
        (`claims.sentences`). A blank sentence gives a tree without tokens.
        """
        docs = [self.nlp.make_doc(sentence) for sentence in sentences]
        if self.analyser is not None:
            return _analysed(self.analyser, docs)
        for doc in docs:
            for token in doc[1:]:
                token.is_sent_start = False
        return [_annotated(doc, self.scheme) for doc in self.nlp.pipe(docs, batch_size=_BATCH)]


def _analysed(analyser: Analyser, docs: Sequence[Doc]) -> list[Tree]:
    """The trees of `docs` by our own network, without the way through spaCy's annotations."""
    from claims.parse.component import morphology

    kept = [[(token.text, token.idx) for token in doc if not token.is_space] for doc in docs]
    found = analyser.analyse([[text for text, _ in words] for words in kept])
    features = morphology()
    return [
        Tree(
            tuple(
                Token(i, text, lemma, tag, pos, dep, head, start, start + len(text), features.get(tag, ""))
                for i, ((text, start), tag, pos, lemma, head, dep) in enumerate(zip(words, *analysis, strict=True))
            )
        )
        for words, analysis in zip(kept, found, strict=True)
    ]


def _annotated(doc: Doc, scheme: Scheme) -> Tree:
    """The tree of a document that some pipeline has annotated."""
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


@lru_cache(maxsize=2)
def parser(model: str | None = None) -> Parser:
    """The pipeline `model` (a package name or a folder; None: the bundled one), loaded once.

    Raises ModelError where it is missing, cannot be loaded, or has no parser or tagger whose labels are known.
    """
    nlp = _load(model)
    name = f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"
    component: Any = nlp.get_pipe("parser") if "parser" in nlp.pipe_names else None
    analyser: Analyser | None = getattr(component, "analyser", None)
    if analyser is None and (component is None or "tagger" not in nlp.pipe_names):
        raise ModelError(f"The language pipeline {model!r} has no parser or no tagger; name one that has both.")
    scheme = scheme_of(component.labels)
    if scheme is None:
        raise ModelError(
            f"The language pipeline {model!r} labels dependencies neither in Universal Dependencies nor in ClearNLP."
        )
    return Parser(name, nlp, scheme, analyser)


def store(analyser: Analyser, folder: Path, meta: Mapping[str, object]) -> None:
    """Write `analyser` into `folder` as a spaCy pipeline that `parser` loads; `meta` goes into its `meta.json`."""
    with _spacy() as spacy:
        nlp = spacy.blank("en")
        rules = nlp.Defaults
        nlp.tokenizer.infix_finditer = re.compile("|".join([*rules.infixes, *_INFIXES])).finditer
        nlp.tokenizer.suffix_search = re.compile(
            "|".join(f"(?:{rule})$" for rule in [*rules.suffixes, *_SUFFIXES])
        ).search
        nlp.add_pipe("claims_parser", name="parser").analyser = analyser
        nlp.meta.update(meta)
        nlp.to_disk(folder)


def _load(model: str | None) -> Language:
    with _spacy() as spacy:
        try:
            nlp: Language = spacy.load(BUNDLED if model is None else model, exclude=_UNUSED)
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
    return nlp


@contextmanager
def _spacy() -> Iterator[Any]:
    """spaCy, with our component made known to it and its warnings kept quiet.

    Matrix products this small gain nothing from a second thread, which costs processor time all the same, so numpy is
    asked for one; where numpy has been imported before, it is left as it is.
    """
    before = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import spacy
            from spacy.language import Language

            from claims.parse.component import NetworkParser

            Language.factory("claims_parser", func=lambda nlp, name: NetworkParser())  # noqa: ARG005 - spaCy names them
            yield spacy
    finally:
        if before is None:
            os.environ.pop("OPENBLAS_NUM_THREADS", None)
