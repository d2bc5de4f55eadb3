"""The noun that a number counts, found by the look of the words where no parse is at hand.

A number that is not one counts a plural, and what stands between is singular or an adjective, so the first word that
looks like a plural is the head: "24 passenger automobiles", "9 million shipping containers". Misread are elliptic
sentences in which another plural follows ("two suffered burns" counts burns) and plurals without a sign that the table
does not know ("five Maasai"). `refine` does better where the sentence was parsed.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from claims.model import Phrase, Span
from claims.words.lemma import lemma
from claims.words.numeral import NUMERAL, WORDS

LONGEST = 6
"""Words that may stand between number and noun, the noun included."""


class Words(NamedTuple):
    """The word lists of `noun.toml`."""

    stops: frozenset[str]
    verbs: frozenset[str]
    heads: frozenset[str]
    peoples: frozenset[str]
    linkers: frozenset[str]
    attributes: frozenset[str]
    narrows: frozenset[str]
    totals: frozenset[str]
    marks: frozenset[str]


@cache
def word_lists() -> Words:
    """The lists, lower case."""
    table = tomllib.loads(files("claims.words").joinpath("noun.toml").read_text(encoding="utf-8"))
    return Words(*(frozenset(table[name].split()) for name in Words._fields))


_WORD = re.compile(r" (?P<word>(?:[^\W\d_]|\d+(?:[-.,]\d+)*-[a-z])[\w'&.-]*[\w.]|[^\W\d_])")
_HYPHEN = re.compile(r"-(?P<word>[a-z]{2,})(?P<rest>(?:-[a-z]+)*)")
_THE = re.compile(r" (?:the|its|their|his|her|all) ")
_OF = re.compile(r" of (?:(?:the|these|those|his|her|its|their|our|my|your|all|a|an|at least|about|more than|some) )*")
_WHOLE = re.compile(f"{NUMERAL} ")


def counted(text: str, at: int, single: bool, *, part: bool = False) -> Phrase | None:
    """The noun phrase that a number ending at `at` counts, or None; spans in offsets of `text`.

    `single` tells that the number is one, which counts a singular; `part` that it is a fraction ("half the homes"). The
    phrase runs from the first modifier to the head; "of the" in "two of the victims" is passed over, and so is the
    figure of the whole in "27 of the 52 seats".
    """
    glued = _HYPHEN.match(text, at)
    if glued:
        return _attribute(glued)
    of = _OF.match(text, at) or (_THE.match(text, at) if part else None)
    whole = _WHOLE.match(text, of.end()) if of and not single and not part else None
    start = (whole or of).end() - 1 if of else at
    words = _candidates(text, start)
    plural_only = of is not None or not single
    head = _head(words, plural_only, is_partitive=of is not None)
    return _phrase(text, words[: head + 1]) if head is not None else None


def is_of_whole(text: str, at: int) -> bool:
    """Whether the figure of the whole stands between a number ending at `at` and what it counts: "27 of 52 seats"."""
    of = _OF.match(text, at)
    return of is not None and _WHOLE.match(text, of.end()) is not None


def _attribute(glued: re.Match[str]) -> Phrase | None:
    """ "three-course meal" counts courses, "12-page document" pages; "two-way street" nothing."""
    word = glued["word"]
    if word in word_lists().attributes or word in word_lists().stops:
        return None
    span = Span(glued.start("word"), glued.end("word"))
    return Phrase(word, lemma(word, "noun"), span)


def _candidates(text: str, at: int) -> list[re.Match[str]]:
    """Words that may belong to the phrase, up to the first stop, verb or mark."""
    words: list[re.Match[str]] = []
    lists = word_lists()
    while len(words) < LONGEST and (found := _WORD.match(text, at)):
        word = found["word"].lower().rstrip(".")
        joins = word == "and" and words and _may_join(words[-1]["word"])
        if (word in lists.stops and not joins) or word in WORDS or (word in lists.verbs and not words):
            break
        words.append(found)
        at = found.end()
        if found["word"].endswith(".") and not _is_abbreviation(found["word"]):
            break
    return words


def _may_join(word: str) -> bool:
    """Whether "and" after `word` may join modifiers ("Kia and Ford cars", "digital and physical sales")."""
    return not _is_plural(word) and (word[0].isupper() or _ADJECTIVE.search(word) is not None)


_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ary|ern|ese|ish|ful|less|ble|ant|ent|an|or)$")


def _is_abbreviation(word: str) -> bool:
    return (
        len(word) <= 5 and word[0].isupper() and word.lower().rstrip(".") not in word_lists().heads and len(word) <= 4
    )


def _head(words: list[re.Match[str]], plural_only: bool, is_partitive: bool) -> int | None:
    """Which of the words is the head, or None."""
    if not words:
        return None
    if plural_only:
        for i, found in enumerate(words):
            if _closes(found["word"], i, words):
                return i
        return None if is_partitive else _singular(words)
    return _run(words)


def _closes(word: str, i: int, words: list[re.Match[str]]) -> bool:
    """Whether the word at `i` ends the phrase: a plural that modifies no further plural."""
    if not _is_plural(word):
        return False
    following = words[i + 1]["word"] if i + 1 < len(words) else ""
    if word.lower() in word_lists().linkers and following:
        return not any(_is_plural(later["word"]) for later in words[i + 1 : i + 3])
    later = [found["word"] for found in words[i + 1 : i + 3]]
    return not (word.lower() in _modifying() and any(_is_plural(word) for word in later))


@cache
def _modifying() -> frozenset[str]:
    """Words that look like plurals and may modify one."""
    return _PARTICIPLES | word_lists().peoples


_PARTICIPLES = frozenset(
    {
        "dead",
        "injured",
        "wounded",
        "hurt",
        "killed",
        "missing",
        "homeless",
        "displaced",
        "arrested",
        "detained",
        "other",
    }
)


@lru_cache(maxsize=16384)
def _is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun; "bus", "class" and "analysis" do not."""
    plain = word.lower().rstrip(".'")
    lists = word_lists()
    if plain in lists.heads or (word[0].isupper() and plain in lists.peoples):
        return True
    plain = plain.rpartition("-")[2]
    if plain in lists.heads or (plain.endswith("men") and len(plain) > 4):
        return True
    if not plain.endswith("s") or "." in plain or plain.endswith(("ss", "us", "is", "'s", "ous")) or len(plain) < 3:
        return False
    return plain not in lists.stops and lemma(plain, "noun") != plain


def _singular(words: list[re.Match[str]]) -> int | None:
    """A singular right after a number that is not one measures a noun behind it ("12 page document"): its first word.

    Taken only where the word is short of being a verb or adverb; names are left alone.
    """
    first = words[0]["word"]
    plain = first.lower().rstrip(".")
    if plain in word_lists().verbs or plain in word_lists().narrows or plain.endswith(("ed", "ly", "ing")):
        return None
    return 0 if first.islower() or first.isupper() else None


def _run(words: list[re.Match[str]]) -> int | None:
    """The last word before a verb of the third person, a verb in the past or an adverb: the head after "one"."""
    last = None
    lists = word_lists()
    for i, found in enumerate(words[:4]):
        word = found["word"]
        plain = word.lower().rstrip(".")
        if plain in lists.verbs or (_is_plural(word) and (i or plain not in lists.heads)) or (i and _is_verbal(plain)):
            break
        if i and last is not None and word[0].isupper() and words[last]["word"].islower():
            break
        last = i
        if word.endswith("."):
            break
    if last is None or words[last]["word"].lower() in lists.narrows:
        return None
    alone = words[0]["word"].lower()
    return None if last == 0 and alone.endswith(("ed", "ing")) and alone not in lists.heads else last


def _is_verbal(word: str) -> bool:
    """Whether a word looks like a verb or adverb: "shook", "killed", "sharply"."""
    return word.endswith(("ed", "ly", "ing")) or (not word.endswith("s") and lemma(word, "verb") != word)


def _phrase(text: str, words: list[re.Match[str]]) -> Phrase:
    start, end = words[0].start("word"), words[-1].end("word")
    if text[end - 1] == "." and not _is_abbreviation(words[-1]["word"]):
        end -= 1
    head = text[words[-1].start("word") : end]
    modifiers = tuple(_modifier(found["word"]) for found in words[:-1])
    return Phrase(text[start:end], _lemma_of(head), Span(start, end), tuple(word for word in modifiers if word))


def _lemma_of(head: str) -> str:
    plain = head.rstrip("'")
    return (
        lemma(plain.rpartition("-")[2], "noun")
        if "-" not in plain
        else plain.lower().rpartition("-")[0] + "-" + lemma(plain.rpartition("-")[2], "noun")
    )


def _modifier(word: str) -> str:
    plain = lemma(word.lower().removesuffix("'s").rstrip("'"), "adj")
    return "" if plain in {"and", "most", "many", "very"} else plain
