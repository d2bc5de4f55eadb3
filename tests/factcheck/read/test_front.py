"""Front matter tells who, when and what; the rest of the file is the article."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from factcheck.read.front import facts_of, front


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_it_says(end: str) -> None:
    text = end.join(
        [
            "---",
            'title: "Bridge: open at last"',
            "source: Lower Harbour Mail",
            "url: https://mail.example/bridge",
            "author: [Ana Whitfield, Bo Reyes]",
            "published: 2031-03-05T09:30:00+01:00",
            "tags: {a: 1}",
            "---",
            "The bridge opened.",
        ]
    )
    found = front(text)
    assert text[found.end :] == "The bridge opened."
    facts = found.facts
    assert (facts.title, facts.source) == ("Bridge: open at last", "Lower Harbour Mail")
    assert (facts.url, facts.author) == ("https://mail.example/bridge", "Ana Whitfield, Bo Reyes")
    assert facts.published is not None
    assert (facts.published.first.isoformat(), facts.published.offset) == ("2031-03-05", 60)
    assert facts.published.origin == "front matter"
    assert found.remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.",
        "---\nJust a rule above prose.\n---\nMore prose.",
        "---\ntitle: never closed\n\nThe bridge opened.",
        "\n---\ntitle: not at the top\n---\n",
        "---\n- a\n- list\n---\n",
        "---\nShe said: “Go: now.”\nHe went: away: again.\n---\nProse.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert front(text).end == 0


@pytest.mark.parametrize(
    ("yaml", "says"),
    [
        ("title: [open", "no YAML"),
        ("title: a\n\tsource: b", "no YAML"),
        ("title: &a [*a, *b]", "no YAML"),
        ("title: a\x08b", "unacceptable character #x0008"),
        ('title: "\\UFFFFFFFF"', "too large"),
        ("title: " + "[" * 3000, "nested too deep"),
        ("published: {date: 2031-03-05}", "left out: it is a mapping or a list"),
        ("published: soon", "left out: “soon” is no date"),
        ("published: 3/4/2031", "is no date that is understood"),
        ("modified: 3/4/2031", "its date of change is left out: “3/4/2031” is no date that is understood"),
        ("lastmod: 2031-02-30", "its date of change is left out: “2031-02-30” is no possible date"),
        ("updated: {date: 2031-03-05}", "its date of change is left out: it is a mapping or a list"),
        ("published: 2031-03-05\npublished: 2031-04-05", "its front matter gives “published” more than once"),
        ("published: '2031-03-05'\npublished: 2031-04-05", "its front matter gives “published” more than once"),
        ("Source: Mail\nSOURCE: Post", "its front matter gives “source” more than once, of which the last is used"),
        ("Source: 'Mail'\nSOURCE: Post", "its front matter gives “source” more than once, of which the last is used"),
    ],
)
def test_what_is_broken_is_told(yaml: str, says: str) -> None:
    text = f"---\n{yaml}\n---\nProse."
    found = front(text)
    assert text[found.end :] == "Prose."
    assert says in found.remarks[0]


@pytest.mark.parametrize(
    "said",
    [
        "published: 2031-03-05\nmodified: false\ntags: a\ntags: b",
        "date: 2031-03-05\nupdated: ''\npublished: true",
        "published: 2031-03-05\ndate: 2031-03-06",
    ],
)
def test_what_says_nothing_is_not_told(said: str) -> None:
    found = front(f"---\n{said}\n---\nProse.")
    assert found.facts.published is not None
    assert (str(found.facts.published.first), found.facts.modified, found.remarks) == ("2031-03-05", None, ())


@pytest.mark.parametrize(("fence", "sign"), [("---", ":"), ("+++", "=")])
def test_what_is_longer_than_front_matter_is_read_as_text(fence: str, sign: str) -> None:
    rest = f"{'x' * 20_000}\n{fence}\nProse."
    found = front(f"{fence}\ntitle{sign} {rest}")
    (remark,) = found.remarks
    assert (found.end, remark.startswith("what stands between its first two fences is longer than 20,000")) == (0, True)
    assert front(f"{fence}\nShe said so. {rest}").remarks == ()


def test_a_name_of_toml_in_two_spellings_is_told() -> None:
    (remark,) = front('+++\nsource = "Mail"\nSOURCE = "Post"\n+++\nProse.').remarks
    assert remark.startswith("its front matter gives “source” more than once")


def test_values_are_taken_as_written() -> None:
    """YAML would read these as False, 44 and a date."""
    facts = front("---\nsource: no\ntitle: 0o54\nurl: 2031-01-01\ndate: 2031-03-05\n---\n").facts
    assert (facts.source, facts.title, facts.url) == ("no", "0o54", "2031-01-01")
    assert facts.published is not None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_toml(end: str) -> None:
    lines = [
        "+++",
        'title = "Bridge: open"',
        "published = 2031-03-05T09:30:00+01:00",
        "updated = 2031-03-06",
        "+++",
        "It opened.",
    ]
    text = end.join(lines)
    found = front(text)
    assert text[found.end :] == "It opened."
    assert found.facts.title == "Bridge: open"
    assert found.facts.published is not None
    assert found.facts.modified is not None
    assert (found.facts.published.offset, str(found.facts.modified.first)) == (60, "2031-03-06")


def test_numbers_of_any_size_are_taken_as_written() -> None:
    found = front(f"+++\ntitle = 0x{'f' * 4000}\nsource = 12\n+++\nIt opened.")
    assert (found.facts.title, found.facts.source, found.remarks) == (f"0x{'f' * 4000}", "12", ())


@pytest.mark.parametrize(
    ("text", "remarked"),
    [
        ("+++\nJust plus signs.\n+++\nProse.", False),
        ("+++\ntitle = [open\n+++\nProse.", True),
        ("+++\ntitle = 5", False),
    ],
)
def test_what_is_no_toml(text: str, remarked: bool) -> None:
    assert bool(front(text).remarks) is remarked
    assert bool(front(text).end) is remarked


_LINE = st.builds(
    "{}{}{}".format,
    st.sampled_from(["title", "url", "source", "author", "a-b", "Title"]),
    st.sampled_from([": ", ":", ":  ", " : "]),
    st.text("aZ9 :/#-_.,'\"?!&*|[]{}%~=\té", max_size=8),
)


@given(st.lists(_LINE, min_size=1, max_size=3).map("\n".join))
def test_plain_lines_say_what_they_say_in_yaml(lines: str) -> None:
    try:
        said = yaml.load(lines, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        said = None
    found = front(f"---\n{lines}\n---\n\nProse.\n")
    assert found.facts == (facts_of(said, "front matter")[0] if isinstance(said, dict) else facts_of({}, "")[0])


@pytest.mark.parametrize("flag", ["true", "yes", "False", ""])
def test_a_flag_is_no_date(flag: str) -> None:
    facts = front(f"---\npublished: {flag}\ndate: 2031-03-05\n---\nThe bridge opened.").facts
    assert facts.published is not None
    assert facts.published.first.isoformat() == "2031-03-05"
