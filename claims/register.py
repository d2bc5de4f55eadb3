"""Who and what an article names, over the whole article, and which words mean the same one.

Aliases are told by surname, given names, acronyms and the text's own repetitions. The bias: two people who share a
surname are told apart only where given name or title does so; a bare surname means the one whom the article names in
full most often, or first. It is wrong where an article turns to the other for a while ("Igor Falk spoke. Falk said").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claims.names import Run, is_shouting, runs
from claims.view import View
from claims.words.cues import cues
from claims.words.lemma import lemma
from claims.words.place import has_feature, is_place, place_key
from claims.words.title import (
    NAME_SUFFIXES,
    gender_of_honorific,
    gender_of_name,
    gender_of_noun,
    is_given_name,
    is_organisation_word,
    is_person_noun,
)

_BEFORE = re.compile(r"((?:[a-z0-9][\w-]*[ ,]{1,2}){1,4})$")
_AFTER = re.compile(
    r"(?:,? \(?(?:aged )?\d{1,3}\)?)?, (?:(?:a|an|the|his|her|its|their) )?((?:[\w'-]+ ){0,4}?[\w'-]+)"
    r"(?=[,.;]| of | in | at | from | for | who | with |$)"
)
_AGED = re.compile(r",? \(?(?:aged )?\d{1,3}\)?(?:[,.;)]| (?:of|from|who|was|is|and)\b)")
_ACRONYM = re.compile(r" \(([A-Z]{2,8})\)")
_LANDMARKS = cues("landmarks")
_WHERE = re.compile(r"\b(?:in|near|outside|around|across|throughout|north of|south of|east of|west of)(?: the)? $")
_GIVEN, _FAMILY = "John", "Smith"
"""What a parser is shown for other names: treebanks hold these as nothing but names."""


@dataclass(frozen=True, slots=True)
class Name:
    """One place where an article names somebody or something."""

    block: int
    """Number of the block."""
    start: int
    """Offset in the block's view."""
    end: int
    """Offset after it in the block's view."""
    words: str
    """As written, title and possessive left out."""
    key: str
    """The fullest name that the article uses for the same one, in lower case."""


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody or something named, over the whole article."""

    key: str
    """The fullest name, in lower case."""
    words: str
    """The fullest name, as written."""
    type: str
    """`person`, `organisation`, `place` or ""."""
    gender: str = ""
    """`m`, `f` or ""."""
    nouns: frozenset[str] = frozenset()
    """Lemmas of the common nouns the article calls it ("driver")."""
    count: int = 1
    """How often it is named."""


@dataclass(frozen=True)
class Register:
    """Everybody and everything an article names, and where."""

    known: Mapping[str, Known]
    """By key."""
    names: tuple[Name, ...]
    """Every mention in text order."""
    _by_block: Mapping[int, tuple[Name, ...]] = field(default_factory=dict)

    def inside(self, block: int, start: int, end: int) -> list[Name]:
        """The names between two offsets of a block's view."""
        return [name for name in self._by_block.get(block, ()) if name.start < end and start < name.end]

    def plain(self) -> Mapping[str, str]:
        """For each part (in lower case) of the names of people named in full the name that a parser is shown for it.

        A name that is a word, too ("Felt", "Mark"), is then read as nothing but a name. So is a month or a college of
        the same name in the same article: the case this gets wrong.
        """
        found: dict[str, str] = {}
        for key, known in self.known.items():
            if known.type != "person" or " " not in key:
                continue
            family = surname(key)
            found.update((part, _GIVEN) for part in key.split(" ") if is_given_name(part))
            if not _is_other(family):
                found.update((part, _FAMILY) for part in family.split("-"))
        return found

    def before(self, block: int, offset: int) -> list[Name]:
        """Names before an offset, nearest first, back to two blocks before."""
        near = [name for at in (block, block - 1, block - 2) for name in reversed(self._by_block.get(at, ()))]
        return [name for name in near if name.block < block or name.end <= offset]


def _is_other(word: str) -> bool:
    """Whether the last word of what was taken for a name is none: "Ana Pell of Ohio", "Minority Leader"."""
    return is_place(word.title()) or is_person_noun(word) or is_organisation_word(word)


def register(views: Sequence[View]) -> Register:
    """The names of an article, given the views of its blocks in order."""
    found = runs(views)
    keys = _keys(found, views)
    names = [Name(run.block, run.start, run.end, run.words, key) for run, key in zip(found, keys, strict=True)]
    known = _known(found, keys, views)
    names.extend(_shouted(views, known))
    by_block: dict[int, list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (name.block, name.start)):
        by_block[name.block].append(name)
    ordered = tuple(name for block in sorted(by_block) for name in by_block[block])
    return Register(known, ordered, {block: tuple(group) for block, group in by_block.items()})


def _shouted(views: Sequence[View], known: Mapping[str, Known]) -> Iterator[Name]:
    """Known full names inside blocks that are set in capitals."""
    for block, view in enumerate(views):
        if is_shouting(view.text):
            lower = view.text.lower()
            for key in known:
                for found in re.finditer(rf"\b{re.escape(key)}\b", lower) if " " in key else ():
                    yield Name(block, found.start(), found.end(), view.text[found.start() : found.end()], key)


# ---------------------------------------------------------------------------------------------- aliases


def _keys(found: Sequence[Run], views: Sequence[View]) -> list[str]:
    """For each run the key of the fullest name that means the same one."""
    full = [place_key(run.words) if is_place(run.words) else run.words.lower().strip(".") for run in found]
    count = Counter(full)
    by_last: dict[str, list[str]] = defaultdict(list)
    for words in sorted({words for words in full if " " in words}, key=lambda w: (-len(w.split()), -count[w], w)):
        by_last[surname(words)].append(words)
    acronyms = {}
    for run in found:
        short = _ACRONYM.match(views[run.block].text, run.end)
        if short and " " in run.words:
            acronyms[short.group(1).lower()] = run.words.lower()
    first = {words: index for index, words in reversed(list(enumerate(full)))}
    return [
        acronyms.get(words) or _fuller(words, by_last, full[:index], first, count) for index, words in enumerate(full)
    ]


def surname(words: str) -> str:
    """The last part of a name that is no suffix ("jr.")."""
    parts = [part.strip(".,") for part in words.split(" ")]
    return parts[-2] if len(parts) > 1 and parts[-1] in NAME_SUFFIXES else parts[-1]


def _fuller(
    words: str,
    by_last: Mapping[str, Sequence[str]],
    before: Sequence[str],
    first: Mapping[str, int],
    count: Counter[str],
) -> str:
    """The fullest name with this surname whose other words do not differ.

    `before` are the names that came before, `first` says at which place each name of the article stands first.
    """
    if is_place(words.title()):
        return place_key(words.title())
    given = words.split(" ")[:-1]
    fits = [full for full in by_last.get(surname(words), ()) if _fits(given, full.split(" ")[:-1])]
    if not fits:
        given_so = [full for full in before if " " in full and full.split(" ")[0] == words]
        return given_so[-1] if given_so and (is_given_name(words) or len(set(given_so)) == 1) else words
    if given:
        return fits[0]
    now = len(before)
    chosen = max(fits, key=lambda full: (first[full] < now, count[full], -min(first[full], now), len(full), full))
    return next(full for full in fits if _fits(chosen.split(" ")[:-1], full.split(" ")[:-1]))


def _fits(given: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two rows of given names can be one person's: the shorter is a subsequence, initials allowed."""
    short, long = sorted((list(given), list(other)), key=len)
    rest = iter(long)
    return all(any(_same_given(one, word) for word in rest) for one in short)


def _same_given(a: str, b: str) -> bool:
    x, y = a.strip("."), b.strip(".")
    return x == y or (len(x) == 1 and y[:1] == x) or (len(y) == 1 and x[:1] == y)


# ------------------------------------------------------------------------------------------------ known


def _known(found: Sequence[Run], keys: Sequence[str], views: Sequence[View]) -> dict[str, Known]:
    words: dict[str, str] = {}
    nouns: dict[str, set[str]] = defaultdict(set)
    people: set[str] = set()
    gender: dict[str, str] = {}
    for run, key in zip(found, keys, strict=True):
        words[key] = max(words.get(key, ""), run.words, key=len)
        around = _nouns(views[run.block].text, run)
        nouns[key] |= around | _sorts(views[run.block].text, run)
        nouns[key] |= {lemma(word, "noun") for word in run.title.lower().split() if is_person_noun(word)}
        if around or run.title or _AGED.match(views[run.block].text, run.end):
            people.add(key)
        gender[key] = gender.get(key) or gender_of_honorific(run.title.strip(".").lower())
    count = Counter(keys)
    located = _located(found, keys, views, count)
    types = {key: _type(key, key in people, key in located) for key in words}
    return {
        key: Known(
            key,
            words[key],
            types[key],
            gender[key] or _gender(key, nouns[key]),
            frozenset(nouns[key]),
            count[key],
        )
        for key in words
    }


def _located(found: Sequence[Run], keys: Sequence[str], views: Sequence[View], count: Mapping[str, int]) -> set[str]:
    """Names that mostly stand behind "in", "near" and the like.

    It takes a body ("in Congress") or a publication ("in Nature") for a place where the article says no more of it.
    """
    behind = Counter(
        key
        for run, key in zip(found, keys, strict=True)
        if not run.title and _WHERE.search(views[run.block].text, max(0, run.start - 20), run.start)
    )
    return {key for key in behind if 2 * behind[key] > count[key]}


def _nouns(text: str, run: Run) -> set[str]:
    """Nouns for people that stand for the name right before or after it ("truck driver X", "X, a retired nurse")."""
    found: list[str] = []
    start = run.start - (len(run.title) + 1 if run.title else 0)
    before = _BEFORE.search(text, max(0, start - 60), start)
    if before:
        near = re.findall(r"[a-z][\w-]*", before.group(1))
        found += near[-1:]
    after = _AFTER.match(text, run.end, run.end + 80)
    if after:
        found += re.findall(r"[a-z][\w-]*", after.group(1).lower())
    return {lemma(word, "noun") for word in found if is_person_noun(word)}


_OF = re.compile(r"([a-z]+) of (?:the )?$")
_NEXT = re.compile(r" ([a-z]+)")


def _sorts(text: str, run: Run) -> set[str]:
    """Common nouns for what is named, by its own last word and those beside it ("Ione Bank", "island of Ione")."""
    if run.words.startswith("Road "):
        return set()
    last = run.words.rpartition(" ")[2].lower().strip(".") if " " in run.words else ""
    found = [last, *_OF.findall(text, max(0, run.start - 30), run.start)]
    after = _NEXT.match(text, run.end)
    return {word for word in [*found, after[1] if after else ""] if is_landmark(word)}


def is_landmark(noun: str) -> bool:
    """Whether a common noun stands for things that have names: a bank, an island, a ship."""
    return noun in _LANDMARKS


def _type(key: str, called_person: bool, located: bool) -> str:
    parts = key.split(" ")
    if is_place(key.title()) or parts[0] == "road":
        return "place"
    if is_organisation_word(parts[-1].strip(".")) or is_organisation_word(parts[0]):
        return "organisation"
    if called_person or (is_given_name(parts[0]) and len(parts) > 1 and not has_feature(key)):
        return "person"
    return "place" if located or has_feature(key) else ""


def _gender(key: str, nouns: set[str]) -> str:
    sexes = {gender_of_noun(noun) for noun in nouns} - {""}
    return sexes.pop() if len(sexes) == 1 else gender_of_name(key.split(" ")[0])
