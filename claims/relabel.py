"""Label sets of parsers, and the way from each to single-rooted Universal Dependencies.

The sets stand in `labels.toml`. A label's new name is not enough where the other scheme hangs the tree up differently:
ClearNLP (https://github.com/clir/clearnlp-guidelines) puts a preposition above its noun and "be" above its predicate.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from claims.tree import Token

_CLAUSAL = frozenset({"VERB", "AUX", "ADJ", "ADV"})


@dataclass(frozen=True)
class Scheme:
    """A label set, as `labels.toml` gives it."""

    name: str
    """Its table in `labels.toml`."""
    relations: frozenset[str]
    """Every label without subtype."""
    rename: Mapping[str, str]
    """Labels whose Universal Dependencies name differs."""
    above: frozenset[str]
    """Labels of markers that stand above what they mark."""
    below: frozenset[str]
    """Labels of what such a marker marks."""
    predicate: frozenset[str]
    """Labels of predicates that stand below their copula."""


@lru_cache(maxsize=1)
def schemes() -> tuple[Scheme, ...]:
    """The label sets of `labels.toml`, Universal Dependencies first."""
    tables = tomllib.loads(files("claims").joinpath("labels.toml").read_text("utf-8"))
    return tuple(
        Scheme(
            name,
            frozenset(table["relations"]),
            table.get("rename", {}),
            frozenset(table.get("marker", {}).get("above", ())),
            frozenset(table.get("marker", {}).get("below", ())),
            frozenset(table.get("predicate", {}).get("labels", ())),
        )
        for name, table in tables.items()
    )


def scheme_of(labels: Iterable[str]) -> Scheme | None:
    """The first scheme that has every one of `labels` (subtypes apart), or None."""
    plain = {label.partition(":")[0] for label in labels} - {""}
    return next((scheme for scheme in schemes() if plain <= scheme.relations), None)


def universal(tokens: Sequence[Token], scheme: Scheme) -> list[Token]:
    """`tokens` of one sentence with Universal Dependencies heads and labels, hanging from one root."""
    heads = [token.head for token in tokens]
    deps = [token.dep for token in tokens]
    _turn_markers(tokens, scheme, heads, deps)
    _turn_copulas(tokens, scheme, heads, deps)
    deps = [scheme.rename.get(dep, dep) for dep in deps]
    _join_roots(tokens, heads, deps)
    return [
        token if (token.head, token.dep) == (head, dep) else replace(token, head=head, dep=dep)
        for token, head, dep in zip(tokens, heads, deps, strict=True)
    ]


def _turn_markers(tokens: Sequence[Token], scheme: Scheme, heads: list[int], deps: list[str]) -> None:
    """The noun takes the preposition's place and the preposition hangs below it.

    Whatever else hung on the preposition stays there ("just" of "just before noon").
    """
    for i, dep in enumerate(deps):
        top = heads[i]
        if dep not in scheme.below or deps[top] not in scheme.above:
            continue
        above = heads[top]
        verbal = top == above or tokens[above].pos in _CLAUSAL
        if dep == "pcomp":
            new = "advcl" if verbal else "acl"
        elif deps[top] == "agent":
            new = "obl:agent"
        else:
            new = "obl" if verbal else "nmod"
        heads[i], deps[i] = (i, "ROOT") if top == above else (above, new)
        heads[top], deps[top] = i, "mark" if dep == "pcomp" else "case"


def _turn_copulas(tokens: Sequence[Token], scheme: Scheme, heads: list[int], deps: list[str]) -> None:
    """The predicate takes the place of "be", with all that hung on it."""
    for i, dep in enumerate(deps):
        top = heads[i]
        if dep not in scheme.predicate or tokens[top].lemma != "be":
            continue
        root = heads[top] == top
        heads[i], deps[i] = (i, "ROOT") if root else (heads[top], deps[top])
        heads[top], deps[top] = i, "cop"
        for child, head in enumerate(heads):
            if head == top:
                heads[child] = i


def _join_roots(tokens: Sequence[Token], heads: list[int], deps: list[str]) -> None:
    """Hang every further root below the main one: the first that is a clause, else the first word.

    A parser that could not decide leaves several. A clause joins as `parataxis`, all else as `dep`, which says that the
    place in the tree is not known.
    """
    roots = [i for i, head in enumerate(heads) if head == i]
    if not roots:
        return
    subjects = {head for head, dep in zip(heads, deps, strict=True) if dep.partition(":")[0] in ("nsubj", "csubj")}
    clauses = [i for i in roots if i in subjects or tokens[i].pos in ("VERB", "AUX")]
    words = [i for i in roots if tokens[i].pos != "PUNCT"]
    main = next(iter(clauses or words or roots))
    for i in roots:
        if i == main:
            deps[i] = "root"
            continue
        heads[i] = main
        deps[i] = "punct" if tokens[i].pos == "PUNCT" else "parataxis" if i in clauses else "dep"
