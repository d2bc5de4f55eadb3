"""`python -m claims.training`: train the bundled pipeline, measure it, write both."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from pathlib import Path

from claims.nlp import BUNDLED
from claims.parse.analyser import Analyser
from claims.training import corpus
from claims.training.grammar import generate, grammar
from claims.training.learning import Plan, teach
from claims.training.report import measure_again, write_pipeline, write_report
from claims.training.vocabulary import vocabulary

_SAMPLE = 6000


def main() -> None:
    """Train, store, measure."""
    options = _options()
    folder = corpus.treebanks()
    if not folder.is_dir():
        raise SystemExit(f"There are no treebanks in {folder}; say where they are in FACTCHECK_TREEBANKS.")
    if options.measure:
        measure_again(options.output, folder)
        return
    plan = replace(Plan(), epochs=options.epochs, generated=options.generated, seed=options.seed)
    sentences = corpus.training_sentences(folder)[:: options.every]
    made = grammar(leave_out=options.leave_out)
    fill = corpus.parts_of_speech(sentences)
    known = vocabulary([*sentences, *map(fill, generate(made, min(_SAMPLE, plan.generated), plan.seed))])
    started = time.process_time()
    weights = teach(
        plan,
        known,
        sentences,
        lambda epoch: [fill(sentence) for sentence in generate(made, plan.generated, 1000 * plan.seed + epoch)],
        lambda epoch, _, line: print(f"epoch {epoch + 1} of {plan.epochs}: {line}", flush=True),
    )
    analyser = Analyser(known.words, weights, known.tags, known.deps, known.rules)
    write_pipeline(analyser, options.output)
    write_report(options.output, folder, plan, options.leave_out, time.process_time() - started)


def _options() -> argparse.Namespace:
    plan = Plan()
    parser = argparse.ArgumentParser(prog="python -m claims.training", description=__doc__)
    parser.add_argument("--output", type=Path, default=BUNDLED, help="folder of the pipeline")
    parser.add_argument(
        "--measure", action="store_true", help="learn nothing, measure the pipeline of that folder again"
    )
    parser.add_argument("--epochs", type=int, default=plan.epochs, help="times that every sentence is seen")
    parser.add_argument("--generated", type=int, default=plan.generated, help="generated sentences in each epoch")
    parser.add_argument("--leave-out", nargs="*", default=[], metavar="FAMILY", help="families not to generate")
    parser.add_argument("--every", type=int, default=1, help="learn from every n-th sentence only, to try things out")
    parser.add_argument("--seed", type=int, default=plan.seed, help="source of all chance")
    return parser.parse_args()


if __name__ == "__main__":
    main()
