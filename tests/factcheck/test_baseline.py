"""Baselines: what was looked at is known again, and only that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.baseline import STATUSES, Entry, as_text, entry, gone, heeded, load, renewed
from factcheck.errors import BaselineError
from factcheck.model import Aside, Report
from factcheck.report import REPORTERS, ReportOptions
from tests.golden.sample import report

_WORDS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
_ENTRIES = st.builds(
    Entry, _WORDS, _WORDS, _WORDS, st.lists(st.tuples(_WORDS, _WORDS), max_size=3).map(tuple),
    st.sampled_from(STATUSES), _WORDS,
)  # fmt: skip


@given(st.lists(_ENTRIES, max_size=3).map(tuple))
def test_what_is_written_is_read(entries: tuple[Entry, ...]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "baseline.toml"
        path.write_bytes(as_text(entries).encode())
        assert load(str(path)) == entries


def test_everything_that_asks_for_attention_goes_in_and_is_set_aside() -> None:
    kept = renewed(report(), (), whole=True)
    assert [each.rule for each in kept] == ["FC101", "FC290"]
    asides = {finding.rule: finding.aside for finding in heeded(report(), kept).findings}
    assert asides["FC101"] == asides["FC290"] == Aside("baseline", "accepted")
    assert asides["FC001"] is None


@pytest.mark.parametrize("name", ["caf\udce9", "a\ud800b", " the  Post\n", "é"])
def test_a_name_that_no_file_can_hold_is_known_again(name: str, tmp_path: Path) -> None:
    base = report()
    first, *others = base.findings[0].mentions
    odd = replace(first, article=replace(first.article, source=name))
    found = replace(base.findings[0], what=f"{name} sank", mentions=(odd, *others))
    made = replace(base, articles=tuple(each.article for each in found.mentions), findings=(found,))
    path = tmp_path / "baseline.toml"
    path.write_text(as_text(renewed(made, (), whole=True)), "utf-8")
    known = load(str(path))
    assert [each.aside for each in heeded(made, known).findings] == [Aside("baseline", "accepted")]
    assert gone(replace(made, findings=()), known) == known
    assert renewed(made, known, whole=True) == known


@pytest.mark.parametrize(("status", "aside"), [("accepted", True), ("later", True), ("error", False)])
def test_an_error_is_told_until_it_is_mended(status: str, aside: bool) -> None:
    known = (entry(report().findings[0], status, "why"),)
    found = heeded(report(), known).findings[0].aside
    assert found == (Aside("baseline", status, "why") if aside else None)


def test_notes_stay_and_what_is_gone_goes() -> None:
    base = report()
    known = (
        entry(base.findings[0], "later", "ask the court"),
        Entry("FC201", "count", "people aboard", (("mail", "70"), ("post", "60"))),
        Entry("FC201", "count", "people aboard", (("elsewhere", "70"), ("post", "60"))),
    )
    assert gone(base, known) == known[1:2]
    kept = renewed(base, known, whole=True)
    assert known[0] in kept
    assert known[1] not in kept
    assert known[2] in kept
    assert known[1] in renewed(base, known, whole=False)


def test_what_a_comment_sets_aside_needs_no_entry() -> None:
    base = report()
    commented = replace(base, findings=(replace(base.findings[0], aside=Aside("comment")), *base.findings[1:]))
    assert [each.rule for each in renewed(commented, (), whole=True)] == ["FC290"]


def test_another_value_is_another_finding() -> None:
    base = report()
    known = renewed(base, (), whole=True)
    first = base.findings[0]
    fewer = replace(base, findings=(replace(first, mentions=first.mentions[:2]),))
    assert heeded(fewer, known).findings[0].aside is None


def test_no_format_but_those_of_everything_shows_what_is_set_aside() -> None:
    base: Report = heeded(report(), renewed(report(), (), whole=True))
    shown = {reporter.name: reporter.render(base, ReportOptions()) for reporter in REPORTERS}
    for name in ("full", "concise", "markdown", "github", "gitlab", "rdjson"):
        assert "FC101" not in shown[name], name
    assert "2 findings set aside in baseline or comments; --all shows them." in shown["full"]
    assert "no contradiction found" in shown["full"]
    everything = REPORTERS[0].render(base, ReportOptions(all=True))
    assert "Set aside: accepted (baseline)." in everything


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[finding]]\nstatus = 'fine'", "finding 1: its status is to be accepted, later or error, not fine"),
        ("[[finding]]\nline = 4", "finding 1: its fields are rule, kind"),
        ("[[finding]]\ntold = ['x']", "told is to be pairs of source and value"),
        ("[other]", "must hold tables"),
        ("finding = 1", "must hold tables"),
        ("a b", "is no TOML"),
        (f"[[finding]]\nstatus = 0x{'f' * 4000}", "is no TOML: it holds a whole number of more than 64 bits"),
    ],
)
def test_what_is_wrong_is_told(text: str, says: str, tmp_path: Path) -> None:
    path = tmp_path / "baseline.toml"
    path.write_text(text)
    with pytest.raises(BaselineError, match=r"^the baseline .*baseline\.toml") as raised:
        load(str(path))
    assert says in str(raised.value)
    with pytest.raises(BaselineError, match=r"write one with --write-baseline gone\.toml"):
        load("gone.toml")
