"""Copied passages speak once: how many origins a finding has, and who then stands alone."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck import Finding, article, compare
from factcheck.model import Options, StoryMode, Verdict

_WIRE = (
    "A jury in Hollin convicted the captain Nora Pell of {} counts on Tuesday after a trial that had held the harbour "
    "town in its grip for the better part of the winter."
)
_OWN = (
    "Pell was convicted of {} counts.",
    "The jury found Nora Pell guilty on {} counts, and her family wept.",
    "It took one morning to convict Nora Pell of {} counts in the harbour trial.",
)


def found(*texts: str) -> Finding:
    """The one finding on how many counts there were, of articles named a, b, c ..."""
    made = [article(text, name=name) for name, text in zip("abcdef", texts, strict=False)]
    (one,) = [each for each in compare(made, Options(story=StoryMode.ALL)).findings if each.kind == "count"]
    return one


@pytest.mark.parametrize(
    ("texts", "origins"),
    [
        ((_WIRE.format(27), f"{_WIRE.format(27)} Her lawyer left by the back door.", _OWN[0].format(27)), 2),
        ((_OWN[0].format(27), _OWN[1].format(27), _OWN[2].format(27)), 3),
        ((_WIRE.format(27), _WIRE.format("twenty-seven").replace("winter", "year"), _OWN[1].format(27)), 2),
    ],
    ids=["copied sentence", "own words", "touched up"],
)
def test_copied_passages_are_one_origin(texts: tuple[str, ...], origins: int) -> None:
    finding = found(*texts)
    assert len({mention.article.id for mention in finding.mentions}) == 3
    assert finding.origins == origins


def test_a_speech_that_two_reporters_quote_is_no_copying() -> None:
    speech = (
        "“We have waited for three long years, we have buried our neighbours in the rain, and today a jury of this "
        "town has convicted Nora Pell of 27 counts,” {} said."
    )
    assert found(speech.format("Ana Whitfield"), speech.format("the chair of the families")).origins == 2


def test_an_outlier_that_is_copied_is_still_one_voice() -> None:
    texts = [_WIRE.format(72), f"{_WIRE.format(72)} Appeals are open.", *(own.format(27) for own in _OWN[:2])]
    for order in permutations(range(4)):
        conflict = found(*(texts[at] for at in order))
        assert (conflict.verdict, conflict.origins) == (Verdict.CONFLICT, 3)
        assert conflict.odd_one_out == min("abcd"[place] for place, at in enumerate(order) if at < 2)


def test_copies_make_no_majority() -> None:
    texts = (_WIRE.format(27), f"{_WIRE.format(27)} Appeals are open.", _OWN[0].format(72))
    conflict = found(*texts)
    assert (conflict.verdict, conflict.origins, conflict.odd_one_out) == (Verdict.CONFLICT, 2, "")


def test_who_changes_a_figure_of_the_text_he_copies_speaks_for_himself() -> None:
    conflict = found(_WIRE.format(27), _WIRE.format(72), _OWN[0].format(27))
    assert (conflict.verdict, conflict.origins, conflict.odd_one_out) == (Verdict.CONFLICT, 3, "b")
