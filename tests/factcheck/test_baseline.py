"""Baselines: what was looked at is known again, and only that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.baseline import STATUSES, Entry, as_text, entry, gone, heeded, joined, load, renewed
from factcheck.errors import BaselineError
from factcheck.model import Aside, Report, Single, Skipped
from factcheck.report import REPORTERS, ReportOptions
from factcheck.report.fingerprint import fact_called
from tests.golden.sample import report

_WORDS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
_NAMES = _WORDS.map(lambda words: " ".join(words.split()))
_TOLD = st.lists(st.tuples(_NAMES, _NAMES), min_size=1, max_size=3, unique=True).map(lambda pairs: tuple(sorted(pairs)))
_ENTRIES = st.builds(
    Entry, st.sampled_from(["FC101", "FC290"]), st.sampled_from(["date", "count"]),
    _NAMES.map(fact_called).filter(bool), _TOLD, st.sampled_from(STATUSES), _WORDS,
)  # fmt: skip
_BARE = "[[finding]]\nrule = 'FC101'\nkind = 'date'\nfact = 'x'\n"


@given(st.lists(_ENTRIES, max_size=3, unique_by=lambda each: each.key).map(tuple))
def test_what_is_written_is_read(entries: tuple[Entry, ...]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "baseline.toml"
        path.write_bytes(as_text(entries).encode())
        assert load(str(path)) == entries


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('rule = "FC101"', 'rule = "fc101 "'),
        ('kind = "date"', 'kind = "Date"'),
        ('fact = "day milo', 'fact = "Day  Milo'),
        ("told = [\n", 'told = [\n  ["mail", " 2029-03-03"],\n'),
    ],
)
def test_an_entry_is_known_again_after_it_was_edited_by_hand(old: str, new: str, tmp_path: Path) -> None:
    found = report().findings[0]
    text = as_text([entry(found)])
    last = text.splitlines()[-4]
    swapped = text.replace(f"{last}\n", "").replace("told = [\n", f"told = [\n{last}\n")
    path = tmp_path / "baseline.toml"
    for edited in (swapped, text.replace(old, new)):
        assert edited != text
        path.write_text(edited, "utf-8")
        assert load(str(path)) == (entry(found),)


def test_what_is_said_twice_counts_once_unless_it_differs(tmp_path: Path) -> None:
    path = tmp_path / "baseline.toml"
    first, *others = report().findings
    known = entry(first, "accepted", "known")
    path.write_text(as_text([known, entry(others[0]), known]))
    assert load(str(path)) == (known, entry(others[0]))
    for other in (replace(known, status="error"), replace(known, note="")):
        path.write_text(as_text([known, entry(others[0]), other]))
        with pytest.raises(BaselineError, match=r"baseline.toml, finding 3: finding 1 decides otherwise"):
            load(str(path))


def test_everything_that_asks_for_attention_goes_in_and_is_set_aside() -> None:
    kept = renewed(report(), ())
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
    path.write_text(as_text(renewed(made, ())), "utf-8")
    known = load(str(path))
    assert [each.aside for each in heeded(made, known).findings] == [Aside("baseline", "accepted")]
    assert renewed(made, known) == known


@pytest.mark.parametrize(("status", "aside"), [("accepted", True), ("later", True), ("error", False)])
def test_an_error_is_told_until_it_is_mended(status: str, aside: bool) -> None:
    known = (entry(report().findings[0], status, "why"),)
    found = heeded(report(), known).findings[0].aside
    assert found == (Aside("baseline", status, "why") if aside else None)


def _changed(**fields: object) -> Entry:
    """The entry of the sample's first finding as if the mail had given another day."""
    made = entry(report().findings[0], "later", "ask the court")
    told = tuple((source, "2029-03-09" if source == "mail" else value) for source, value in made.told)
    return replace(made, **{"told": told, **fields})  # type: ignore[arg-type]


def test_notes_stay_and_what_is_gone_goes() -> None:
    base = report()
    known = (entry(base.findings[0], "later", "ask the court"), _changed())
    assert gone(base, known) == known[1:]
    assert gone(base, (_changed(rule="FC409", told=(*_changed().told, ("mail", "2029-03-03"))),))
    kept = renewed(base, known, gone(base, known))
    assert known[0] in kept
    assert known[1] not in kept
    assert known[1] in renewed(base, known)


@pytest.mark.parametrize(
    "known",
    [
        _changed(kind="time"),
        _changed(fact="day milo trent was charged"),
        _changed(told=(*_changed().told, ("elsewhere", "2029-03-03"))),
        _changed(told=tuple((source, f"{value} and more") for source, value in _changed().told)),
        _changed(told=(*_changed().told, ("mail", "2029-03-03"))),
        _changed(rule="FC110", told=entry(report().findings[0]).told),
        _changed(rule="FC110", told=entry(report().findings[0]).told[:2]),
    ],
    ids=["kind", "fact", "source", "event", "fewer articles", "rule", "more sources"],
)
def test_an_entry_stays_that_a_run_may_not_have_looked_at(known: Entry) -> None:
    assert gone(report(), (known,)) == ()


def test_an_entry_stays_whose_articles_are_of_several_stories_or_were_not_compared() -> None:
    base = report()
    first = base.findings[0]
    moved = [replace(each, article=replace(each.article, story="other")) for each in first.mentions[:1]]
    apart = replace(base, findings=(replace(first, mentions=first.mentions[1:]),), single_source=tuple(
        Single(first.what, each) for each in moved))  # fmt: skip
    assert gone(apart, (_changed(),)) == ()
    unheard = Skipped(first.mentions[0].article.path, "it is not compared", whole=True)
    assert gone(replace(base, skipped=(unheard,)), (_changed(),)) == ()


def test_a_fact_that_one_source_alone_tells_is_told() -> None:
    base = report()
    first = base.findings[0]
    alone = replace(base, findings=(), single_source=tuple(Single(first.what, each) for each in first.mentions))
    assert gone(alone, (_changed(), entry(first))) == (_changed(),)


def test_of_two_baselines_the_first_decides_unless_only_the_second_has_decided() -> None:
    bare, *others = (entry(each) for each in report().findings)
    noted = replace(bare, note="asked the court")
    error = replace(bare, status="error")
    assert joined((bare,), (noted,)) == (noted,)
    assert joined((noted,), (error,)) == (noted,)
    assert joined((error,), (bare, others[0])) == (error, others[0])


def test_what_a_comment_sets_aside_needs_no_entry() -> None:
    base = report()
    commented = replace(base, findings=(replace(base.findings[0], aside=Aside("comment")), *base.findings[1:]))
    assert [each.rule for each in renewed(commented, ())] == ["FC290"]


def test_another_value_is_another_finding() -> None:
    base = report()
    known = renewed(base, ())
    first = base.findings[0]
    fewer = replace(base, findings=(replace(first, mentions=first.mentions[:2]),))
    assert heeded(fewer, known).findings[0].aside is None


def test_no_format_but_those_of_everything_shows_what_is_set_aside() -> None:
    base: Report = heeded(report(), renewed(report(), ()))
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
        ("[[finding]]", "finding 1: it has no rule; an entry names rule, kind, fact and told"),
        (f"{_BARE}told = []", "finding 1: it has no told"),
        (f"{_BARE}told = ['x']", "told is to be pairs of source and value"),
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
