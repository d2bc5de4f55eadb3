"""The network as a component of a spaCy pipeline. It takes documents as they come and imports nothing of spaCy."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from claims.parse.analyser import Analyser, load, save

if TYPE_CHECKING:
    from spacy.tokens import Doc


@lru_cache(maxsize=1)
def morphology() -> dict[str, str]:
    """The features that each tag tells (`morph.toml`)."""
    return tomllib.loads(files("claims.parse").joinpath("morph.toml").read_text("utf-8"))


class NetworkParser:
    """Tags, lemmas and trees by the network, for spaCy documents.

    A document without sentence boundaries is taken for one sentence: put whatever finds them before this component.
    """

    def __init__(self, analyser: Analyser | None = None) -> None:
        self.analyser = analyser

    @property
    def labels(self) -> Sequence[str]:
        """The relations it may give."""
        return self.analyser.deps if self.analyser else ()

    def __call__(self, doc: Doc) -> Doc:
        """Annotate `doc`."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate `docs`, `batch_size` together."""
        batch: list[Doc] = []
        for doc in docs:
            batch.append(doc)
            if len(batch) == batch_size:
                yield from self._annotated(batch)
                batch = []
        yield from self._annotated(batch)

    def _annotated(self, docs: list[Doc]) -> list[Doc]:
        if self.analyser is None:
            raise ValueError("the parser has no weights")
        spans = [list(doc.sents) if doc.has_annotation("SENT_START") else [doc[:]] for doc in docs]
        words = [[token.text for token in span] for parts in spans for span in parts]
        found = iter(self.analyser.analyse(words))
        for doc, parts in zip(docs, spans, strict=True):
            strings = doc.vocab.strings
            rows = [
                (
                    (head - i) % 2**64,
                    *(strings.add(name) for name in ("ROOT" if dep == "root" else dep, tag, pos, lemma)),
                )
                for analysis in (next(found) for _ in parts)
                for i, (tag, pos, lemma, head, dep) in enumerate(zip(*analysis, strict=True))
            ]
            if rows:
                doc.from_array(["HEAD", "DEP", "TAG", "POS", "LEMMA"], np.array(rows, np.uint64))  # type: ignore[arg-type]
        return docs

    def to_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002
        """Write the weights into the folder `path`."""
        if self.analyser:
            save(self.analyser, Path(path))

    def from_disk(self, path: Path | str, *, exclude: Sequence[str] = ()) -> NetworkParser:  # noqa: ARG002
        """Read the weights from the folder `path`."""
        self.analyser = load(Path(path))
        return self
