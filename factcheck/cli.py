"""The command line: its commands, options and help. What a command does stands in `factcheck.commands`.

Whatever is heavy is imported when a command runs, so that help and version answer at once.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from factcheck import commands, console, flags
from factcheck.commands import Outputs
from factcheck.commands.settling import given, isolate, settle
from factcheck.model import Options, StoryMode

app = typer.Typer(
    name="factcheck",
    help="Find where news sources contradict each other: compare the dates and numbers of articles on one event.",
    epilog="Exit status: 0 no conflict, 1 conflict found, 2 wrong usage or nothing to read, 130 interrupted.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
)


Config = Annotated[
    str | None,
    typer.Option("--config", metavar="FILE", is_eager=True, callback=settle, help="Settings file to use."),
]
Isolated = Annotated[bool, typer.Option("--isolated", is_eager=True, callback=isolate, help="Ignore settings files.")]


@app.callback()
def root(version: flags.Version = False) -> None:
    """Options that stand before a command.

    Leaves with status 2 where the working folder has been taken away, as no path can be looked up from there.
    """
    try:
        os.getcwd()
    except OSError as error:
        console.complain("the working folder is not there any more; change into one that is.")
        raise typer.Exit(console.FAILED) from error


@app.command()
def compare(
    ctx: typer.Context,
    paths: flags.Paths,
    reference: flags.Reference = None,
    output_format: flags.Format = "full",
    output: flags.Output = None,
    report: flags.Reports = None,
    show_all: flags.All = False,
    explain: flags.Explain = False,
    with_texts: flags.Texts = False,
    baseline: flags.Baseline = None,
    write_baseline: flags.WriteBaseline = None,
    watch: flags.Watch = False,
    story: flags.Story = StoryMode.AUTO,
    strict: flags.Strict = False,
    published: flags.Published = None,
    fail_level: flags.Fail = flags.FailLevel.ERROR,
    min_confidence: flags.MinConfidence = 0.0,
    config: Config = None,
    isolated: Isolated = False,
    no_cache: flags.NoCache = False,
    jobs: flags.Jobs = 1,
    engine: flags.Engines = flags.Engine.LOCAL,
    tables: flags.Tables = None,
    model: flags.Model = "",
    quiet: flags.Quiet = False,
    no_color: flags.NoColor = False,
    version: flags.Version = False,
) -> None:
    """Compare articles with each other."""
    outputs = Outputs(
        output_format, output, tuple(report or ()), show_all, explain, fail_level, quiet, no_color, with_texts,
        baseline, write_baseline,
    )  # fmt: skip
    options = Options(story, strict, min_confidence, jobs, not no_cache, model)
    sheets = reference or ()
    if tables is not None:
        unheard = given(ctx, "output_format", "show_all", "explain", "with_texts", "baseline")
        _leave(
            lambda: commands.tabulate(
                paths, sheets, published, options, outputs, ctx.obj, tables, engine, watch=watch, unheard=unheard
            )
        )
    _leave(
        lambda: commands.compare(paths, sheets, published, options, outputs, ctx.obj, engine),
        [*paths, *sheets] if watch else [],
        outputs,
    )


@app.command()
def check(
    ctx: typer.Context,
    new: flags.New,
    against: flags.Against,
    reference: flags.Reference = None,
    output_format: flags.Format = "full",
    output: flags.Output = None,
    report: flags.Reports = None,
    show_all: flags.All = False,
    explain: flags.Explain = False,
    with_texts: flags.Texts = False,
    baseline: flags.Baseline = None,
    write_baseline: flags.WriteBaseline = None,
    watch: flags.Watch = False,
    story: flags.Story = StoryMode.AUTO,
    strict: flags.Strict = False,
    published: flags.Published = None,
    fail_level: flags.Fail = flags.FailLevel.ERROR,
    min_confidence: flags.MinConfidence = 0.0,
    config: Config = None,
    isolated: Isolated = False,
    no_cache: flags.NoCache = False,
    jobs: flags.Jobs = 1,
    model: flags.Model = "",
    quiet: flags.Quiet = False,
    no_color: flags.NoColor = False,
    version: flags.Version = False,
) -> None:
    """Check new articles against others."""
    outputs = Outputs(
        output_format, output, tuple(report or ()), show_all, explain, fail_level, quiet, no_color, with_texts,
        baseline, write_baseline,
    )  # fmt: skip
    options = Options(story, strict, min_confidence, jobs, not no_cache, model)
    sheets = reference or ()
    _leave(
        lambda: commands.check(new, against, sheets, published, options, outputs, ctx.obj),
        [*new, *against, *sheets] if watch else [],
        outputs,
    )


@app.command()
def demo(
    output_format: flags.Format = "full",
    output: flags.Output = None,
    report: flags.Reports = None,
    show_all: flags.All = False,
    explain: flags.Explain = False,
    with_texts: flags.Texts = False,
    fail_level: flags.Fail = flags.FailLevel.ERROR,
    quiet: flags.Quiet = False,
    no_color: flags.NoColor = False,
    version: flags.Version = False,
) -> None:
    """Compare the example articles that come with the tool."""
    outputs = Outputs(
        output_format, output, tuple(report or ()), show_all, explain, fail_level, quiet, no_color, with_texts
    )
    _leave(lambda: commands.demo(outputs))


@app.command("report")
def rerender(
    saved: flags.Saved,
    output_format: flags.Format = "full",
    output: flags.Output = None,
    report: flags.Reports = None,
    show_all: flags.All = False,
    explain: flags.Explain = False,
    with_texts: flags.Texts = False,
    fail_level: flags.Fail = flags.FailLevel.ERROR,
    no_color: flags.NoColor = False,
    version: flags.Version = False,
) -> None:
    """Write a saved report again, in another format."""
    outputs = Outputs(
        output_format, output, tuple(report or ()), show_all, explain, fail_level, no_color=no_color, texts=with_texts
    )
    _leave(lambda: commands.report(saved, outputs))


@app.command()
def claims(
    ctx: typer.Context,
    paths: flags.Paths,
    output_format: flags.ClaimFormat = "table",
    output: flags.Output = None,
    show: flags.Shown = flags.Show.ALL,
    text: flags.Text = False,
    published: flags.Published = None,
    config: Config = None,
    isolated: Isolated = False,
    no_cache: flags.NoCache = False,
    jobs: flags.Jobs = 1,
    model: flags.Model = "",
    quiet: flags.Quiet = False,
    no_color: flags.NoColor = False,
    version: flags.Version = False,
) -> None:
    """List the figures and dates that are read from articles, or print the text they are read from."""
    outputs = Outputs(output_format, output, quiet=quiet, no_color=no_color)
    options = Options(jobs=jobs, cache=not no_cache, model=model)
    _leave(lambda: commands.claims(paths, published, show, options, outputs, ctx.obj, text=text))


@app.command()
def explain(
    name: flags.Name, report: flags.In = None, no_color: flags.NoColor = False, version: flags.Version = False
) -> None:
    """Explain a rule, a kind of claim, or a finding of a saved report."""
    _leave(lambda: commands.explain(name, report, no_color=no_color))


@app.command()
def rules(
    output_format: flags.ListFormat = "full", no_color: flags.NoColor = False, version: flags.Version = False
) -> None:
    """List the rules that decide, in the order in which they are tried."""
    _leave(lambda: commands.rules(output_format))


@app.command()
def kinds(
    output_format: flags.ListFormat = "full", no_color: flags.NoColor = False, version: flags.Version = False
) -> None:
    """List the kinds of claim that are read."""
    _leave(lambda: commands.kinds(output_format))


@app.command("show-config")
def show_config(
    ctx: typer.Context, config: Config = None, isolated: Isolated = False, version: flags.Version = False
) -> None:
    """Print the settings that hold here, and the file they come from."""
    _leave(lambda: commands.show_config(ctx.obj))


@app.command()
def clean(version: flags.Version = False) -> None:
    """Forget what was read of articles."""
    _leave(commands.clean)


@app.command()
def review(
    saved: flags.Saved,
    baseline: flags.Decisions = "factcheck-baseline.toml",
    config: Config = None,
    isolated: Isolated = False,
    no_color: flags.NoColor = False,
    version: flags.Version = False,
) -> None:
    """Step through the findings of a saved report and decide: error, accepted or later."""
    _leave(lambda: commands.review(saved, baseline, no_color=no_color))


@app.command()
def init(ci: flags.Ci = flags.Host.GITHUB, version: flags.Version = False) -> None:
    """Write a settings file with every key explained, and a workflow for pull requests."""
    _leave(lambda: commands.init(ci))


def _leave(work: Callable[[], int], watched: Sequence[str] = (), outputs: Outputs | None = None) -> None:
    """Leave with the status of `work`; with something `watched` it is done again whenever that changes."""
    if not watched or outputs is None:
        raise typer.Exit(console.guarded(work))
    written = [path for path, _ in outputs.named()]
    raise typer.Exit(console.guarded(lambda: commands.again(work, watched, written)))
