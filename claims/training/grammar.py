"""Sentences generated from templates that carry their own dependency trees.

Treebanks hold few numbers as news writes them, so these are written here, as brackets in text (`families.toml`, whose
header teaches the form), filled at random and read into trees. The idea is that of data recombination and synthetic
treebanks (e.g. Jia & Liang 2016; Elkahky et al. 2018, "A challenge set and methods for noun-verb ambiguity").
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files

from claims.training.conllu import Sentence, Word

_ELEMENT = re.compile(r"\[[a-z:]+|\]|[^\s\[\]]+")
_CHOICE = re.compile(r"<([^<>]*)>")
_SLOT = re.compile(r"\{([^{}]+)\}")
_MARKS = {
    ",": (",", ",", "left"), ".": (".", ".", "left"), ";": (";", ":", "left"), ":": (":", ":", "left"),
    "-": ("-", "HYPH", "both"), "--": ("\u2014", ":", ""), "``": ('"', "``", "right"), "''": ('"', "''", "left"),
    "(": ("(", "-LRB-", "right"), ")": (")", "-RRB-", "left"),
}  # fmt: skip
"""Marks of the notation: as written, tag, and the side on which no space stands."""

_COMMON = frozenset({"DT", "IN", "NN", "NNS", "PRP", "PRP$", "RB", "VBN", "VBG", "WRB"})
"""Tags of words that have a capital at the start of a sentence only."""


@dataclass
class _Node:
    form: str
    tag: str
    dep: str
    glue: str = ""
    before: list[_Node] = field(default_factory=list)
    after: list[_Node] = field(default_factory=list)

    def flat(self) -> list[_Node]:
        parts = [node.flat() for node in self.before]
        return [
            *(word for part in parts for word in part),
            self,
            *(word for node in self.after for word in node.flat()),
        ]


@dataclass(frozen=True)
class Grammar:
    """Templates by family, and what fills their slots."""

    families: Mapping[str, Sequence[str]]
    """Templates of each family."""
    slots: Mapping[str, Sequence[str]]
    """Fillings of each slot, themselves templates."""
    joins: Sequence[str]
    """Ways to make one sentence of two."""
    alone: Sequence[str]
    """Families that are never joined with another."""

    def sentence(self, family: str, rng: random.Random, joined: float = 0.4) -> Sentence:
        """A sentence of `family`, drawn with `rng`; `joined` is the chance that it is part of a longer one."""
        filled = self._fill(rng.choice(self.families[family]), rng)
        partners = [name for name in sorted(self.families) if name not in self.alone]
        if family in partners and rng.random() < joined:
            other = self._fill(rng.choice(self.families[rng.choice(partners)]), rng)
            parts = {"one": filled.removesuffix(" ."), "two": other.removesuffix(" .")}
            join = self._fill(rng.choice(self.joins).replace("{one}", "ONE").replace("{two}", "TWO"), rng)
            filled = join.replace("ONE", parts["one"]).replace("TWO", parts["two"])
        return Sentence(family, tuple(_words(_read(filled))))

    def _fill(self, template: str, rng: random.Random) -> str:
        """`template` with every choice made and every slot filled, innermost choices first."""
        while True:
            chosen = _CHOICE.sub(lambda found: rng.choice(found.group(1).split("|")), template)
            if chosen == template:
                chosen = _SLOT.sub(lambda found: self._slot(found.group(1), rng), template)
            if chosen == template:
                return template
            template = chosen

    def _slot(self, name: str, rng: random.Random) -> str:
        if name in self.slots:
            return rng.choice(self.slots[name])
        kind, _, range_ = name.partition(" ")
        return _MADE[kind](rng, *(int(part) for part in range_.split("-") if part))


def grammar(leave_out: Sequence[str] = ()) -> Grammar:
    """The project's templates, without the families in `leave_out`."""
    tables = tomllib.loads(files("claims.training").joinpath("families.toml").read_text("utf-8"))
    families = {name: rows for name, rows in tables["families"].items() if name not in leave_out}
    return Grammar(families, tables["slots"], tables["joins"], tables["alone"])


def generate(made: Grammar, number: int, seed: int) -> list[Sentence]:
    """`number` sentences, the families in turn; the same ones for the same seed."""
    rng = random.Random(seed)
    names = sorted(made.families)
    return [made.sentence(names[i % len(names)], rng) for i in range(number)]


# ------------------------------------------------------------------------------------- what fills slots


def _name(rng: random.Random) -> str:
    """An invented surname: names of lists alone would be learnt by heart."""
    start = rng.choice(
        [
            "B",
            "Br",
            "C",
            "Ch",
            "D",
            "F",
            "G",
            "H",
            "J",
            "K",
            "L",
            "M",
            "N",
            "P",
            "R",
            "S",
            "St",
            "T",
            "V",
            "W",
            "Z",
            "Al",
            "El",
            "Or",
            "Um",
            "Is",
        ]
    )
    middle = rng.choice(
        ["a", "e", "i", "o", "u", "ai", "ei", "ou", "ar", "er", "or", "an", "en", "al", "el", "un", "il"]
    )
    more = rng.choice(["", "", "ba", "cko", "dri", "le", "mi", "nna", "ri", "sto", "va", "za", "ge"])
    return (
        start
        + middle
        + more
        + rng.choice(
            [
                "n",
                "r",
                "s",
                "ck",
                "ll",
                "nd",
                "man",
                "son",
                "sen",
                "ski",
                "ez",
                "ova",
                "ini",
                "ard",
                "ley",
                "ton",
                "well",
                "uk",
                "ura",
            ]
        )
    )


def _comma(rng: random.Random, low: int, high: int) -> str:
    number = rng.randint(low, high)
    return f"{number - number % rng.choice([1, 5, 10, 50, 100]) or number:,}"


def _decimal(rng: random.Random, low: int, high: int) -> str:
    return f"{rng.randint(low, high)}.{rng.randint(0, 9)}"


def _clock(rng: random.Random) -> str:
    return f"{rng.randint(1, 12)}" + (
        f":{rng.choice(['00', '15', '30', '45', '05', '50', '22', '47'])}" * rng.randint(0, 1)
    )


_SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_MADE: Mapping[str, Callable[..., str]] = {
    "name": _name,
    "caps": lambda rng: _name(rng).upper(),
    "int": lambda rng, low, high: str(rng.randint(low, high)),
    "comma": _comma,
    "decimal": _decimal,
    "clock": _clock,
    "word": lambda rng: rng.choice(_SMALL),
    "few": lambda rng: rng.choice([rng.choice(_SMALL), str(rng.randint(2, 40))]),
    "count": lambda rng: rng.choice([rng.choice(_SMALL), str(rng.randint(2, 99)), str(rng.randint(100, 900))]),
}


# ------------------------------------------------------------------------------------ from text to tree


def _read(filled: str) -> _Node:
    """The tree of a filled template; each bracket has exactly one word without relation, its head."""
    stack: list[tuple[str, list[_Node]]] = [("root", [])]
    for element in _ELEMENT.findall(filled):
        if element.startswith("["):
            stack.append((element[1:], []))
        elif element == "]":
            dep, inside = stack.pop()
            stack[-1][1].append(_headed(inside, dep, filled))
        else:
            stack[-1][1].append(_leaf(element))
    if len(stack) != 1:
        raise ValueError(f"brackets do not close in: {filled}")
    return _headed(stack[0][1], "root", filled)


def _leaf(element: str) -> _Node:
    if element in _MARKS:
        form, tag, glue = _MARKS[element]
        return _Node(form, tag, "punct", glue)
    glue = "left" if element.startswith("~") else ""
    parts = element.removeprefix("~").split("/")
    dep = parts.pop() if len(parts) > 2 and parts[-1][:1].islower() else ""
    tag = parts.pop()
    return _Node("/".join(parts), tag, dep, glue)


def _headed(nodes: list[_Node], dep: str, filled: str) -> _Node:
    heads = [node for node in nodes if not node.dep]
    if len(heads) != 1:
        raise ValueError(f"{len(heads)} heads under {dep!r} in: {filled}")
    head = heads[0]
    at = nodes.index(head)
    head.dep, head.before, head.after = dep, nodes[:at] + head.before, head.after + nodes[at + 1 :]
    return head


def _words(root: _Node) -> list[Word]:
    nodes = _tidy(root.flat())
    parents = {id(child): node for node in root.flat() for child in (*node.before, *node.after)}
    place = {id(node): i for i, node in enumerate(nodes)}
    for node, last in zip(nodes, [None, *nodes], strict=False):
        if last is None or last.tag == "``" or (last.form == "\u2014" and nodes[0].form.isupper()):
            node.form = node.form[:1].upper() + node.form[1:]
        elif node.tag in _COMMON:
            node.form = node.form[:1].lower() + node.form[1:]
    words = []
    for i, node in enumerate(nodes):
        following = nodes[i + 1] if i + 1 < len(nodes) else None
        glued = node.glue in ("right", "both") or (following is not None and following.glue in ("left", "both"))
        parent = parents.get(id(node), node)
        words.append(
            Word(
                form=_article(node, following), lemma="", pos="", tag=node.tag, feats="", head=place[id(parent)],
                dep=node.dep, space=not glued,
            )
        )  # fmt: skip
    return words


def _tidy(nodes: list[_Node]) -> list[_Node]:
    """Without a comma before another mark, and without full stop after an abbreviation's own."""
    kept = [
        node
        for node, following in zip(nodes, [*nodes[1:], None], strict=True)
        if not (node.form == "," and (following is None or following.form in (",", ".", ";", ":", ")", "\u2014")))
    ]
    if len(kept) > 1 and kept[-1].form == "." and kept[-2].form.endswith("."):
        kept.pop()
    return kept


def _article(node: _Node, following: _Node | None) -> str:
    if node.form.lower() not in ("a", "an") or following is None:
        return node.form
    vowel = (
        following.form[:1].lower() in "aeiou" or following.form[:2] in ("8", "11", "18") or following.form[:1] == "8"
    )
    return node.form[0] + ("n" if vowel else "")
