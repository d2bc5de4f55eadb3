"""The options of the command line, each once, for the commands that share them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer
from typer.models import OptionInfo

from factcheck.model import StoryMode
from factcheck.report import CLAIM_REPORTERS, REPORTERS, names


class Show(StrEnum):
    """What a listing holds."""

    ALL = "all"
    CLAIMS = "claims"
    READINGS = "readings"


class FailLevel(StrEnum):
    """From which severity on a finding fails the run."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class Host(StrEnum):
    """Where a newsroom's repository lies."""

    GITHUB = "github"
    GITLAB = "gitlab"
    NONE = "none"


class Engine(StrEnum):
    """Who does the work."""

    LOCAL = "local"
    SPARK = "spark"


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"factcheck {version('factcheck-compare')}")
        raise typer.Exit


def _format(known: Sequence[str]) -> OptionInfo:
    says = f"One of {', '.join(known)}."
    option: OptionInfo = typer.Option("--output-format", metavar="FMT", help=says, autocompletion=lambda: list(known))
    return option


FORMATS = names(REPORTERS)
CLAIM_FORMATS = names(CLAIM_REPORTERS)
LIST_FORMATS = ("full", "json")

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Articles: files, folders, or - for standard input.", show_default=False),
]
New = Annotated[list[str], typer.Argument(metavar="NEW", help="Articles to check.", show_default=False)]
Against = Annotated[
    list[str], typer.Option("--against", metavar="PATH", help="Articles to check against; may be given again.")
]
Format = Annotated[str, _format(FORMATS)]
ClaimFormat = Annotated[str, _format(CLAIM_FORMATS)]
ListFormat = Annotated[str, _format(LIST_FORMATS)]
Shown = Annotated[
    Show,
    typer.Option(
        "--show",
        metavar="all|claims|readings",
        help="Claims (what can be compared), readings (every number and date that is understood), or both.",
    ),
]
Text = Annotated[
    bool, typer.Option("--text", help="Print the text of each article instead, as it is and as offsets count it.")
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output-file", "-o", metavar="FILE", help="Write there, whole or not at all, instead of standard output."
    ),
]
Reports = Annotated[
    list[str] | None,
    typer.Option("--report", metavar="FMT:PATH", help="Write this report besides; may be given again."),
]
All = Annotated[bool, typer.Option("--all", help="Show what agrees and what evolves, too.")]
Explain = Annotated[bool, typer.Option("--explain", help="Tell of each finding that is shown how it came about.")]
Reference = Annotated[
    list[str] | None,
    typer.Option("--reference", metavar="FILE", help="A fact sheet in TOML as one more source; may be given again."),
]
Texts = Annotated[
    bool, typer.Option("--with-texts", help="Put the texts of the articles into JSON and HTML, not only passages.")
]
Saved = Annotated[
    str,
    typer.Argument(metavar="REPORT", help="Report in JSON or JSON Lines, or - for standard input.", show_default=False),
]
Baseline = Annotated[
    str | None,
    typer.Option("--baseline", metavar="FILE", help="Findings that were looked at, which are set aside."),
]
WriteBaseline = Annotated[
    str | None,
    typer.Option("--write-baseline", metavar="FILE", help="Write what is found there as looked at; notes stay."),
]
Story = Annotated[
    StoryMode,
    typer.Option(
        "--story",
        metavar="auto|all|folder",
        help="Which articles are compared: told apart by content, all, or folder by folder.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Take bounds and hedges literally.")]
Published = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="DATE", help="Date of publication of files named and of others that state none."
    ),
]
Fail = Annotated[
    FailLevel,
    typer.Option(
        "--fail-level", metavar="error|warning|never", help="Severity from which a finding makes the exit status 1."
    ),
]
MinConfidence = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, help="Leave out findings below this confidence.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every text anew, and keep nothing.")]
Jobs = Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Number of processes.")]
Engines = Annotated[
    Engine, typer.Option("--engine", metavar="local|spark", help="Processes of this machine, or a Spark cluster's.")
]
Tables = Annotated[
    str | None,
    typer.Option(
        "--tables", metavar="DIR", help="Write tables in Parquet there instead of a report; goes on where cut."
    ),
]
Model = Annotated[str, typer.Option("--model", metavar="NAME", help="Another spaCy pipeline, by name or folder.")]
Name = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="A rule, such as FC101, a kind, such as date, or with --in the identifier of a finding."
    ),
]
In = Annotated[
    str | None,
    typer.Option("--in", metavar="REPORT", help="Report in JSON that holds the finding, or - for standard input."),
]
Watch = Annotated[bool, typer.Option("--watch", help="Run again whenever an article changes; until interrupted.")]
Ci = Annotated[
    Host, typer.Option("--ci", metavar="github|gitlab|none", help="Write a workflow for this code host, too.")
]
Decisions = Annotated[
    str, typer.Option("--baseline", metavar="FILE", help="Where the decisions go; what is there stays.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on standard error but errors.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours, as with NO_COLOR.")]
Version = Annotated[
    bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
]
