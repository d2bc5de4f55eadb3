"""Sums of money; each currency is a dimension of its own."""

from __future__ import annotations

from claims.kind import Example, Measure

MONEY = Measure(
    name="money",
    summary="Sums of money, each currency a dimension of its own.",
    dimensions=("money:",),
    examples=(
        Example("The bridge cost $2.3m (£1.8m).", ("$2.3m = 2300000 dollar", "£1.8m = 1800000 pound sterling")),
        Example("Prices run from $10 to $15 billion.", ("from $10 to $15 billion = 10000000000..15000000000 dollar",)),
        Example("Rent is $3,500 a month.", ("$3,500 a month = 3500 dollar per month",)),
        Example("She was fined 5,000 Australian dollars.", ("5,000 Australian dollars = 5000 australian dollar",)),
        Example("Shares rose 11p to 164p.", ("11p = 11 pence up", "164p = 164 pence")),
        Example("He paid at least €1.2bn.", ("at least €1.2bn = >= 1200000000 euro",)),
        Example("A fare is $2 and 50c.", ("$2 and 50c = 2.5 dollar",)),
        Example("Damages of two million pounds were agreed.", ("two million pounds = 2000000 pound sterling",)),
    ),
    silent=("The calf weighed 200 pounds.", "She won five times."),
)
