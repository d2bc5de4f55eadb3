"""Sums in two currencies: compared by rates that the user supplies, and by nothing else."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extract import extract
from claims.model import Claim
from factcheck.api import compare_texts
from factcheck.model import Finding, Options, Rate, Report
from factcheck.rates import Exchange

DAY = dt.date(2031, 3, 6)
RATE = Rate(dt.date(2031, 3, 5), "EUR", "USD", Decimal("1.09"))
EUROS = "The court in Orsel fined Halden Optics €100 million on Tuesday."


def dollars(sum_: str) -> str:
    return f"The court in Orsel fined Halden Optics {sum_} on Tuesday."


def compared(a: str, b: str, *rates: Rate, strict: bool = False) -> Report:
    return compare_texts(a, b, published=DAY, strict=strict, options=Options(rates=rates))


def found(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.kind == "money"]


@pytest.mark.parametrize(
    ("sum_", "verdict"),
    [
        ("$109 million", "agree"),  # the rate itself
        ("$110 million", "agree"),  # within the tolerance of 2 percent
        ("about $110 million", "agree"),
        ("more than $100 million", "compatible"),  # a bound
        ("$190 million", "conflict"),  # digits swapped before the conversion
        ("$115 million", "conflict"),
        ("$92 million", "conflict"),  # divided instead of multiplied
    ],
)
@pytest.mark.parametrize(
    "rate", [RATE, Rate(RATE.day, "USD", "EUR", Decimal("0.9174"))], ids=["as quoted", "the other way round"]
)
def test_two_currencies_are_compared_by_the_rate(sum_: str, verdict: str, rate: Rate) -> None:
    (finding,) = found(compared(EUROS, dollars(sum_), rate))
    assert finding.verdict == verdict
    says = f"1 {rate.source} is {rate.rate} {rate.target} by the rate of 2031-03-05"
    assert says in finding.reason
    assert says in finding.chain[-1].says
    assert {mention.claim.value.dimension for mention in finding.mentions} == {"money:EUR", "money:USD"}


def test_the_literal_reading_leaves_conversions_their_tolerance() -> None:
    assert [finding.verdict for finding in found(compared(EUROS, dollars("$110 million"), RATE, strict=True))] == [
        "agree"
    ]


@pytest.mark.parametrize(
    "rates",
    [
        (),
        (Rate(dt.date(2031, 3, 7), "EUR", "USD", Decimal("1.09")),),  # after the articles
        (Rate(dt.date(2031, 2, 1), "EUR", "USD", Decimal("1.09")),),  # long before them
        (Rate(RATE.day, "EUR", "GBP", Decimal("0.8")), Rate(RATE.day, "GBP", "USD", Decimal("1.36"))),
    ],
    ids=["none", "later", "old", "by way of a third"],
)
@pytest.mark.parametrize("sum_", ["$190 million", "$109 million", "$100 million"])
def test_without_a_rate_that_holds_two_currencies_stay_unclear(sum_: str, rates: tuple[Rate, ...]) -> None:
    (finding,) = found(compared(EUROS, dollars(sum_), *rates))
    assert (finding.rule, finding.verdict) == ("FC905", "unclear")
    assert "no rate of exchange is given" in finding.reason
    assert not finding.slip


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (EUROS, "The mayor of Orsel opened a $4 million bridge on Tuesday."),  # two facts
        (EUROS, "Halden Optics, fined €100 million by the court in Orsel, made $190 million last year."),
        ("Halden Optics was fined €100 million ($109 million) by the court.", "Halden Optics was fined $109 million."),
        ("Halden Optics pays €100 a month for it.", "Halden Optics pays $1,300 for it."),  # on another basis
    ],
)
def test_a_sum_with_a_partner_in_its_currency_or_of_another_fact_is_left_alone(a: str, b: str) -> None:
    assert all(finding.rule != "FC905" for finding in compared(a, b).findings)


def test_the_nearest_day_counts() -> None:
    earlier = Rate(dt.date(2031, 2, 28), "EUR", "USD", Decimal("1.30"))
    later = Rate(dt.date(2031, 3, 7), "EUR", "USD", Decimal("1.50"))
    (finding,) = found(compared(EUROS, dollars("$109 million"), earlier, later, RATE))
    assert finding.verdict == "agree"


@pytest.mark.parametrize(("day", "verdict"), [(dt.date(2031, 3, 5), "conflict"), (dt.date(2031, 2, 5), "agree")])
def test_an_old_rate_leaves_more_room(day: dt.date, verdict: str) -> None:
    (finding,) = found(compared(EUROS, dollars("$113 million"), Rate(day, "EUR", "USD", Decimal("1.09"))))
    assert finding.verdict == verdict


def test_articles_without_a_day_are_left_out() -> None:
    report = compare_texts(EUROS, dollars("$190 million"), options=Options(rates=(RATE,)))
    assert [finding.rule for finding in found(report)] == ["FC905"]


def test_sums_in_one_currency_get_no_tolerance() -> None:
    (finding,) = found(compared(dollars("$109 million"), dollars("$110 million"), RATE))
    assert finding.verdict == "conflict"


def test_conversions_in_brackets_are_compared_by_what_they_convert() -> None:
    one, other = dollars("€100 million ($109 million)"), dollars("€100 million ($112 million)")
    findings = found(compared(one, other))
    assert [finding.verdict for finding in findings] == ["agree", "agree"]
    assert any("converted from €100 million" in finding.reason for finding in findings)
    wrong = found(compared(one, dollars("€10 million ($10.9 million)")))
    assert {finding.verdict for finding in wrong} == {"conflict"}


def claim(words: str, article: str) -> Claim:
    (one,) = (each for each in extract(dollars(words)).claims if each.kind == "money")
    return one.with_article(article)


@given(
    st.decimals("0.01", "100", places=4),
    st.sampled_from(["€5 million", "at least €3m", "€2m to €4m"]),
    st.sampled_from(["$7 million", "nearly $9m"]),
)
def test_the_order_of_two_claims_makes_no_difference(rate: Decimal, x: str, y: str) -> None:
    exchange = Exchange((Rate(RATE.day, "EUR", "USD", rate),), {"a": DAY, "b": DAY})
    a, b = claim(x, "a"), claim(y, "b")
    one, other = exchange.common(a, b), exchange.common(b, a)
    assert one
    assert other
    assert one == (other[1], other[0], other[2])
    assert one[0].value.dimension == one[1].value.dimension == "money:USD"
    assert one[0].value.words == a.value.words


def test_rates_of_the_settings_reach_the_comparison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from typer.testing import CliRunner

    from factcheck.cli import app

    monkeypatch.chdir(tmp_path)
    for name, text in (("a.md", EUROS), ("b.md", dollars("$190 million"))):
        Path(name).write_text(f"---\npublished: 2031-03-06\n---\n\n{text}\n", "utf-8")
    Path("factcheck.toml").write_text('[[rates]]\ndate = 2031-03-05\nfrom = "EUR"\nto = "USD"\nrate = 1.09\n')
    outcome = CliRunner().invoke(app, ["compare", "a.md", "b.md"])
    assert outcome.exit_code == 1
    assert "1 EUR is 1.09 USD" in " ".join(outcome.stdout.split())
    assert CliRunner().invoke(app, ["compare", "a.md", "b.md", "--isolated"]).exit_code == 0
    shown = CliRunner().invoke(app, ["show-config"]).stdout
    assert shown.endswith('[[rates]]\ndate = 2031-03-05\nfrom = "EUR"\nto = "USD"\nrate = 1.09\n')
