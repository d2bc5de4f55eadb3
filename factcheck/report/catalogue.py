"""Rules and kinds for a reader, from their own words: docstrings, summaries and examples."""

from __future__ import annotations

from collections.abc import Sequence

from claims.kind import Kind
from factcheck.judge import Rule


def rule_list(rules: Sequence[Rule]) -> str:
    """A line a rule."""
    width = max((len(rule.verdict) for rule in rules), default=0)
    return "".join(f"{rule.id}  {rule.verdict:{width}}  {rule.title} ({rule.name})\n" for rule in rules)


def rule_page(rule: Rule) -> str:
    """What a rule says, why, an example, and whose rule it is."""
    return f"{rule.id} {rule.name}: {rule.title}\nVerdict: {rule.verdict}\n\n{rule.text}\n\nSource: {rule.source}\n"


def kind_list(kinds: Sequence[Kind]) -> str:
    """A line a kind."""
    width = max((len(kind.name) for kind in kinds), default=0)
    return "".join(f"{kind.name:{width}}  {kind.summary}\n" for kind in kinds)


def kind_page(kind: Kind) -> str:
    """What a kind reads, with its examples and the texts in which it finds nothing."""
    parts = [f"{kind.name}: {kind.summary}\n", "Reads:"]
    for example in kind.examples:
        dated = f" (published {example.published})" if example.published else ""
        parts += [f"  {example.text}{dated}", *(f"      {found}" for found in example.finds)]
    if kind.silent:
        parts += ["\nFinds nothing in:", *(f"  {text}" for text in kind.silent)]
    return "\n".join(parts) + "\n"
