"""What is written beside trained weights: where they come from, and how good they are."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from claims.nlp import Parser, parser
from claims.parse.analyser import Analyser, load
from claims.parse.hosted import COMPONENT, pipeline_of
from claims.training import corpus, evaluate
from claims.training.grammar import grammar
from claims.training.learning import Plan

_META = {
    "lang": "en",
    "name": "news_ud",
    "version": "1.0.0",
    "spacy_version": ">=3.8.7,<3.9.0",
    "description": "English sentences, words, tags, lemmas and Universal Dependencies for news",
    "author": "The factcheck authors",
    "license": "CC-BY-SA-4.0",
    "sources": [
        {"name": "UD English EWT", "license": "CC BY-SA 4.0", "url": "https://github.com/UniversalDependencies/UD_English-EWT"},
        {"name": "GUM, free genres", "license": "CC BY 4.0; texts CC BY, CC BY-SA, public domain", "url": "https://gucorpling.org/gum/"},
        {"name": "Brown clusters of spacy-lookups-data", "license": "MIT", "url": "https://github.com/explosion/spacy-lookups-data"},
        {"name": "generated sentences", "license": "Apache-2.0", "url": "claims/training/families.toml"},
    ],
}  # fmt: skip
_HELD_SEED = 987_654
_PER_FAMILY = 60


@dataclass(frozen=True)
class Family:
    """Scores on new sentences of one family of templates."""

    name: str
    """The family."""
    uas: float
    """F1 of heads, in percent."""
    las: float
    """F1 of heads with relations, in percent."""


def write_pipeline(analyser: Analyser, output: Path) -> None:
    """Write `analyser` as a folder for `spacy.load`: settings, name, licence and attribution, weights."""
    nlp = pipeline_of(analyser, _META)
    nlp.to_disk(output, exclude=["vocab", "tokenizer"])
    parts = type(nlp.config)({name: nlp.config[name] for name in ("nlp", "components")})  # spaCy's training is not ours
    (output / "config.cfg").write_text(f"{parts.to_str()}\n", "utf-8")
    meta = json.loads((output / "meta.json").read_text("utf-8"))
    (output / "meta.json").write_text(json.dumps(meta, indent=1) + "\n", "utf-8")


def write_report(output: Path, folder: Path, plan: Plan, left_out: Sequence[str], seconds: float) -> None:
    """Measure the pipeline in `output` and write `evaluation.json` and `evaluation.md` beside its files.

    `plan`, `left_out` and `seconds` tell of the training: its settings, the families that were not generated, and the
    processor time that it took.
    """
    training = {"training_cpu_seconds": round(seconds), "plan": asdict(plan), "left_out": sorted(left_out)}
    _write(output, folder, training)


def measure_again(output: Path, folder: Path) -> None:
    """Write the report on the pipeline in `output` anew; what it tells of the training is taken over."""
    before = json.loads((output / "evaluation.json").read_text("utf-8"))
    _write(output, folder, {name: before[name] for name in ("training_cpu_seconds", "plan", "left_out")})


def _write(output: Path, folder: Path, training: Mapping[str, Any]) -> None:
    read = parser(str(output))
    direct = Parser("direct", load(output / COMPONENT).trees)
    gold = corpus.measured_sentences(folder, corpus.DEVELOPMENT | corpus.TEST)
    measured = {name: evaluate.measure(read, sentences) for name, sentences in gold.items()}
    checked, heads, relations, misses = evaluate.fresh(read)
    news = [*gold["PUD news"], *gold["GUM free test"]]
    figures = {
        "sets": {name: asdict(scores) for name, scores in measured.items()},
        "fresh": {
            "checked": checked,
            "heads": heads,
            "relations": relations,
            "misses": [asdict(miss) for miss in misses],
        },
        "families": [asdict(family) for family in families(read)],
        "boundaries": dict(
            zip(("right", "superfluous", "missed"), evaluate.boundaries_found(gold["PUD news"]), strict=True)
        ),
        "words_per_cpu_second": round(evaluate.words_per_second(read, news)),
        "words_per_cpu_second_without_spacy": round(evaluate.words_per_second(direct, news)),
        **training,
        "megabytes": round(_size(output) / 1e6, 1),
    }
    (output / "evaluation.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    (output / "evaluation.md").write_text(page(figures), "utf-8")


def families(read: Parser) -> list[Family]:
    """Scores on new sentences of each family; they tell of the parser where the family was left out of its training."""
    made = grammar()
    found = []
    for name in sorted(made.families):
        sentences = [made.sentence(name, rng, 0) for rng in evaluate.chances(_HELD_SEED, _PER_FAMILY)]
        scores = evaluate.measure(read, sentences)
        found.append(Family(name, scores.uas, scores.las))
    return found


def _size(folder: Path) -> int:
    return sum(os.path.getsize(path) for path in folder.rglob("*") if path.is_file() and "evaluation" not in path.name)


_PAGE = """\
# How good the bundled pipeline is

Written by `python -m claims.training`, which measures the weights as stored; training them took {minutes:.0f} minutes
of processor time on one core. F1 in percent. Sentence boundaries are given, as the parser gets one sentence at a time;
quotation marks and dashes are plain.

{sets}

Right heads (recall in percent) by relation:

{heads}

Of {checked} numbers and dates in 60 sentences written before training {right} hang on the right word ({share:.1f} %),
{related} of them by the right relation. The others:

{misses}

Sentence boundaries, the news of PUD written as one paragraph: {boundaries}.

Speed: {speed:,} words to a second of processor time, one thread ({direct:,} without spaCy's Docs). Size: {size} MB.

New sentences of each family of templates; those of {left_out} it has not learnt from:

{families}
"""


def page(figures: Mapping[str, Any]) -> str:
    """The figures as a Markdown page."""
    sets, fresh = figures["sets"], figures["fresh"]
    columns = {"words": "tokens", "tags": "tags", "lemmas": "lemmas", "UAS": "uas", "LAS": "las"}
    return _PAGE.format(
        minutes=figures["training_cpu_seconds"] / 60,
        sets=_table(
            ["set", "sentences", *columns],
            [
                [name, str(row["sentences"]), *(f"{row[key]:.1f}" for key in columns.values())]
                for name, row in sets.items()
            ],
        ),
        heads=_table(
            ["set", *evaluate.HEADS],
            [[name, *(f"{row['heads'].get(dep, 0):.1f}" for dep in evaluate.HEADS)] for name, row in sets.items()],
        ),
        checked=fresh["checked"],
        right=fresh["heads"],
        share=100 * fresh["heads"] / fresh["checked"],
        related=fresh["relations"],
        misses="\n".join(f"- {miss['text']} *{miss['wanted']}* (got {miss['got']})" for miss in fresh["misses"]),
        boundaries=", ".join(f"{number} {kind}" for kind, number in figures["boundaries"].items()),
        speed=figures["words_per_cpu_second"],
        direct=figures["words_per_cpu_second_without_spacy"],
        size=figures["megabytes"],
        left_out=" and ".join(figures["left_out"]) or "none",
        families=_table(
            ["family", "UAS", "LAS", "learnt from"],
            [
                [
                    family["name"],
                    f"{family['uas']:.1f}",
                    f"{family['las']:.1f}",
                    "no" if family["name"] in figures["left_out"] else "yes",
                ]
                for family in figures["families"]
            ],
        ),
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [head, ["---"] * len(head), *rows])
