"""What stands among paragraphs and is no article is not read; what only looks like it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.blocks import blocks
from factcheck.read import read
from factcheck.read.chrome import without_chrome
from factcheck.read.language import ENGLISH, language

BEFORE, AFTER = "The bridge was closed on Monday, the city said.", "It will open again in 9 weeks."


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Read more: Bridge struck 14 times in ten years", False),
        ("RELATED: What a closed bridge costs", False),
        ("Read more", False),
        ("Advertisement", False),
        ("Story continues below", False),
        ("Sign up for our free newsletter and get 5 stories a day in your inbox", False),
        ("We use cookies to improve your experience. By using this site you agree.", False),
        ("© 2031 Aldermoor Courier. All rights reserved.", False),
        ("Share this article on Facebook", False),
        ("Most read", False),
        ("Read more than 40 books a year, the mayor told pupils.", True),
        ("More: the mayor wants more.", False),
        ("Related costs came to $2 million.", True),
        ("Subscribers to the newsletter number 5,000.", True),
        ("Save the bridge, 400 people chanted.", True),
        ("The site uses cookies, its owner admitted in court on Monday.", True),
        ("Copyright law was changed in 2019, she said.", True),
        ("Search for three missing men goes on.", True),
    ],
)
def test_lines(line: str, kept: bool) -> None:
    text = f"{BEFORE}\n\n{line}\n\n{AFTER}\n"
    left = [block.span.of(text) for block in without_chrome(text, blocks(text))]
    assert (line in left) is kept
    assert left[0] == BEFORE
    assert left[-1] == AFTER


def test_a_doubled_caption_is_read_once() -> None:
    caption = "Workers look at the bridge, 14 days after it was struck."
    text = f"{BEFORE}\n\n{caption}\n\n{caption}\n\n{AFTER}\n\nYes.\n\nYes.\n"
    left = [block.span.of(text) for block in without_chrome(text, blocks(text))]
    assert left == [BEFORE, caption, AFTER, "Yes.", "Yes."]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (("The city council of Aldermoor has voted to close the bridge for nine weeks after a truck struck it on Monday, "
         "and buses will be led over the mill road until it is open again."), ENGLISH),
        (("Le conseil municipal a décidé de fermer le pont pour neuf semaines après que le camion l'a heurté lundi, et les "
         "autobus seront déviés par la route du moulin."), "French"),
        (("El consejo de la ciudad decidió cerrar el puente por nueve semanas después de que un camión lo golpeó el lunes y "
         "los autobuses pasarán por la calle del molino."), "Spanish"),
        (("Der Rat der Stadt hat beschlossen, die Brücke für neun Wochen zu sperren, nachdem ein Lastwagen sie am Montag "
         "gerammt hatte, und die Busse fahren über die Straße."), "German"),
        (("De raad van de stad heeft besloten om de brug voor negen weken te sluiten nadat een vrachtwagen er maandag tegen "
         "reed, en de bussen rijden over de molenweg."), "Dutch"),
        ("市議会は月曜日にトラックが衝突した橋を九週間閉鎖することを決めた。", "another language"),
        ("Saint Orla 4, Keld Rovers 2", ""),
        ("Dellin, Varga, Lindqvist, Asante: Aldermoor 12; Sellen 9; Velm 7. " * 5, ""),
    ],
)  # fmt: skip
def test_languages(text: str, name: str) -> None:
    assert language(text) in ((name, "another language") if name == "" else (name,))


def test_an_article_that_quotes_another_language_is_english(tmp_path: Path) -> None:
    text = f"{BEFORE} “Nous sommes très contents que le pont est fermé, et c'est tout ce que je dirai,” said Luc Morel. {AFTER}"
    (tmp_path / "a.txt").write_text(
        text + " The buses will be led over the mill road until then, and it is not known who pays."
    )
    assert len(read([str(tmp_path)]).articles) == 1
