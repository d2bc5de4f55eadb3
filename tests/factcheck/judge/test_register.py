"""The ladder names every rule that the rule files define, and every rule explains itself."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from factcheck.judge import CHECKS, LADDER, RULES, Check, Listed, Rule, StoryCheck, checks, rule, rules
from factcheck.model import Verdict

_HUNDREDS = {Verdict.CONFLICT: "1234", Verdict.UNCLEAR: "59"}


def _defined() -> list[Rule]:
    """The rules in the tuples of the rule files, each once."""
    found: list[Rule] = []
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        tuples = [value for value in vars(module).values() if isinstance(value, tuple)]
        found += [each for one in tuples for each in one if isinstance(each, Rule) and each not in found]
    return found


def test_the_register_holds_what_the_files_define() -> None:
    assert sorted(each.id for each in LADDER) == sorted(each.id for each in _defined())


def test_the_register_of_checks_holds_what_their_files_define() -> None:
    found = []
    for info in pkgutil.iter_modules(checks.__path__):
        module = importlib.import_module(f"{checks.__name__}.{info.name}")
        found += [value for value in vars(module).values() if isinstance(value, Check | StoryCheck)]
    assert list(CHECKS) == sorted(found, key=lambda each: each.id)
    assert (*LADDER, *CHECKS) == RULES


def test_every_function_of_a_rule_file_that_judges_is_a_rule() -> None:
    """A rule that is written and left out of its tuple would never be asked."""
    known = {each.test.__name__ for each in LADDER}
    for info in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"{rules.__name__}.{info.name}")
        told = {
            name
            for name, value in vars(module).items()
            if getattr(value, "__module__", "") == module.__name__
            and "Example:" in (getattr(value, "__doc__", "") or "")
        }
        assert told <= known


def test_ids_and_names_are_unique() -> None:
    assert len({each.id for each in RULES}) == len({each.name for each in RULES}) == len(RULES)


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_a_rule_says_what_why_an_example_and_whose_it_is(each: Listed) -> None:
    paragraphs = each.text.split("\n\n")
    assert re.fullmatch(r"FC\d{3}", each.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", each.name)
    assert each.title
    assert each.source
    assert paragraphs[0].endswith(".")
    assert "\n" not in paragraphs[0]
    assert paragraphs[-1].startswith("Example:")


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_the_number_of_a_rule_tells_its_group(each: Listed) -> None:
    assert each.id[2] in _HUNDREDS.get(each.verdict, "0")


def test_a_rule_is_found_by_its_id_however_it_is_written() -> None:
    assert rule("fc101") is rule("FC101")
    with pytest.raises(KeyError):
        rule("FC100")


def test_contradictions_are_looked_for_after_everything_milder() -> None:
    verdicts = [each.verdict for each in LADDER]
    first = verdicts.index(Verdict.CONFLICT)
    assert not {Verdict.AGREE, Verdict.COMPATIBLE, Verdict.EVOLVING} & set(verdicts[first:])
    assert verdicts[-1] is Verdict.UNCLEAR
