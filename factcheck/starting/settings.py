"""A settings file to begin with, drawn from the keys themselves."""

from __future__ import annotations

import textwrap

from factcheck.settings import KEYS, RATE_KEYS, SOURCE_KEYS

_EXAMPLES = {
    "timezone": '"+01:00"',
    "day-first": "true",
    "model": '"en_core_web_sm"',
    "baseline": '"factcheck-baseline.toml"',
    "match": '"wire/**"',
    "name": '"Northern Press Wire"',
    "weight": "2",
    "date": "2031-03-05",
    "from": '"EUR"',
    "to": '"USD"',
    "rate": "1.09",
    "severity": 'FC3 = "warning"',
    "thresholds": "unclear = 0.6",
    "limits": "claims = 20_000",
    "fields": 'text = "article_body"',
}
_WIDTH = 100


def commented() -> str:
    """Every key with what it does, its default commented out."""
    lines = ["# Settings of factcheck. What is commented out is the default, or an example where there is none.", ""]
    for key in KEYS:
        if not key.is_table:
            lines += [*_words(f"{key.does} Value: {key.form}."), _set(key.name, key.default), ""]
    for key in KEYS:
        if key.is_table:
            lines += [*_words(key.does), f"# [{key.name}]", f"# {_EXAMPLES[key.name]}", ""]
    lines += [*_words("What is known of a source; the first whose match fits a path holds."), "# [[source]]"]
    lines += [_set(key.name, key.default) for key in SOURCE_KEYS]
    lines += ["", *_words("A rate of exchange, by which sums in two currencies are compared."), "# [[rates]]"]
    lines += [_set(key.name, key.default) for key in RATE_KEYS]
    return "\n".join(lines) + "\n"


def _words(says: str) -> list[str]:
    return textwrap.wrap(says.replace("`", ""), _WIDTH, initial_indent="# ", subsequent_indent="# ")


def _set(name: str, default: str) -> str:
    return f"# {name} = {_EXAMPLES.get(name, default)}"
