"""The same article saved twice is one article; near-copies that differ in what they tell are two."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.read import read

TITLE = "Ferry sinks off Port Nerim"
BODY = [
    "The ferry Saint Orla sank off Port Nerim on Monday with 12 people aboard, the coast guard said.",
    "Three of them, two men and a girl, drowned before help came from the harbour in the evening.",
    "It had left Keld on time, its owner said, and it was not known why it had taken in water so fast.",
]
FRONT = "---\nurl: https://www.mail.example/ferry?ref=x\n---\n"


def copies(first: str, second: str, names: tuple[str, str] = ("a.txt", "b.txt")) -> bool:
    for name, text in zip(names, (first, second), strict=True):
        Path(name).write_text(text)
    a, b = read(list(names)).articles
    assert not (a.duplicate_of and b.duplicate_of)
    return bool(a.duplicate_of or b.duplicate_of)


def page(title: str = TITLE) -> str:
    paragraphs = "".join(f"<p>{each}</p>" for each in BODY)
    return (
        f'<html><head><link rel=canonical href="https://mail.example/ferry"><title>{title}</title></head><body><nav>Home</nav>'
        f"<article><h1>{title}</h1><p>By Ana Whitfield</p>{paragraphs}</article></body></html>"
    )


def test_a_page_and_its_text_are_one_article() -> None:
    plain = "\n\n".join([TITLE, "By Ana Whitfield", *BODY])
    assert copies(page(), plain, ("a.html", "b.txt"))
    assert copies(page(), "\n\n".join(BODY), ("a.html", "b.txt"))
    assert copies(page(), "\n\n".join([TITLE.upper(), *BODY]).replace("-", "\u2010"), ("a.html", "b.txt"))


def test_one_address_allows_common_words_to_differ() -> None:
    one = FRONT + "\n\n".join(BODY)
    assert copies(one, one.replace("came from the harbour", "arrived from the harbour"))
    assert not copies(one.replace("www.mail", "other"), one.replace("came from", "arrived from"))


@pytest.mark.parametrize(
    ("old", "new"),
    [("12", "14"), ("Three", "Four"), ("Monday", "Tuesday"), ("Orla", "Olra"), ("two men and a girl", "a man and two girls"),
     ("was not known", "was known"), ("in the evening", "on the second evening"), ("Keld", "Velm")],
)  # fmt: skip
def test_what_tells_something_may_not_differ(old: str, new: str) -> None:
    one = FRONT + "\n\n".join(BODY)
    assert not copies(one, one.replace(old, new))


def test_headlines_that_differ_make_two_articles() -> None:
    body = "\n\n".join(BODY)
    assert not copies(f"{TITLE}, 3 dead\n\n{body}", f"{TITLE}, 4 dead\n\n{body}")
