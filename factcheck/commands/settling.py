"""Which settings hold for a run: known before its options are read, whose defaults they are."""

from __future__ import annotations

import typer

from factcheck import console


def settle(ctx: typer.Context, config: str | None) -> str | None:
    """Load the settings before the other options, as black does: they become the defaults of this run.

    Leaves with status 2 and one sentence where they cannot be used.
    """
    if ctx.resilient_parsing:
        return config
    from factcheck.settings import Settings, load, nearest

    try:
        unnamed = Settings if ctx.params.get("isolated") else nearest
        found = load(config) if config is not None else unnamed()
    except KeyboardInterrupt as error:
        raise typer.Exit(console.INTERRUPTED) from error
    except Exception as error:
        raise typer.Exit(console.failed(error)) from error
    _apart(config, ctx.params.get("isolated"))
    ctx.obj = found
    known = {param.name for param in ctx.command.params}
    ctx.default_map = {name: said for name, said in found.options if name in known and not _lists(ctx, name)}
    return config


def isolate(ctx: typer.Context, isolated: bool) -> bool:
    """Refuse --isolated beside --config, in whichever order they stand."""
    _apart(ctx.params.get("config"), isolated)
    return isolated


def given(ctx: typer.Context, *names: str) -> list[str]:
    """Which of the options called `names` stand on the command line itself, as one writes them."""
    flags = {param.name: param.opts[0] for param in ctx.command.params}
    return [flags[name] for name in names if getattr(ctx.get_parameter_source(name), "name", "") == "COMMANDLINE"]


def _apart(config: str | None, isolated: object) -> None:
    if config is not None and isolated:
        console.complain("--config and --isolated: one names a settings file, the other wants none.")
        raise typer.Exit(console.FAILED)


def _lists(ctx: typer.Context, name: str) -> bool:
    """Whether an option means something else here: listings of claims have formats of their own."""
    return name == "output_format" and ctx.info_name == "claims"


def show_config(settings: object) -> int:
    """Print the settings that hold."""
    from factcheck.settings import Settings, shown

    assert isinstance(settings, Settings)
    console.emit(shown(settings))
    return 0
