"""Rules and kinds for a reader, from their own words: docstrings, summaries and examples; and the same as data.

The data obeys `factcheck.catalogue/1` (see catalogue.schema.json beside this file).
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.kind import Example, Kind
from factcheck.judge import Listed
from factcheck.report.as_json import as_text, tool
from factcheck.report.value import Json, told

SCHEMA = "factcheck.catalogue/1"


def rule_list(rules: Sequence[Listed]) -> str:
    """A line a rule."""
    width = max((len(rule.verdict) for rule in rules), default=0)
    return "".join(f"{rule.id}  {rule.verdict:{width}}  {rule.title} ({rule.name})\n" for rule in rules)


def rule_page(rule: Listed) -> str:
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


def rules_as_json(rules: Sequence[Listed]) -> str:
    """Every rule as one object, in the order of the ladder."""
    return as_text({"schema": SCHEMA, "tool": tool(), "rules": [_rule(rule) for rule in rules]})


def kinds_as_json(kinds: Sequence[Kind]) -> str:
    """Every kind as one object, in the order of reading."""
    return as_text({"schema": SCHEMA, "tool": tool(), "kinds": [_kind(kind) for kind in kinds]})


def _rule(rule: Listed) -> Json:
    return {
        "id": rule.id,
        "name": rule.name,
        "title": rule.title,
        "verdict": str(rule.verdict),
        "text": rule.text,
        "source": rule.source,
    }


def _kind(kind: Kind) -> Json:
    examples = [_example(each) for each in kind.examples]
    return {"name": kind.name, "summary": kind.summary, "examples": examples, "silent": list(kind.silent)}


def _example(given: Example) -> Json:
    return {"text": given.text, **told({"published": given.published}), "finds": list(given.finds)}
