"""What each command does: read, call, write. Each gives the exit status of the contract."""

from __future__ import annotations

from factcheck.commands.cleaning import clean
from factcheck.commands.comparing import check, compare, demo
from factcheck.commands.explaining import explain, kinds, rules
from factcheck.commands.listing import claims
from factcheck.commands.outputs import Outputs
from factcheck.commands.reviewing import review
from factcheck.commands.saved import report
from factcheck.commands.settling import show_config
from factcheck.commands.starting import init
from factcheck.commands.tabulating import tabulate
from factcheck.commands.watching import again

__all__ = [
    "Outputs", "again", "check", "claims", "clean", "compare", "demo", "explain", "init", "kinds", "report", "review",
    "rules", "show_config", "tabulate",
]  # fmt: skip
