"""What users set for reading: how much is read, and which fields of records hold what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from factcheck.api import compare
from factcheck.cli import app
from factcheck.model import Limits, Options
from factcheck.read import Terms, read

TEXT = "The Gull of Marsk sank on Monday with 12 people aboard. Three of them drowned, the coast guard said."
RECORD = {
    "Artikel": TEXT, "Kopf": {"Zeile": "Ferry sinks off Marsk"}, "Tag": "2031-03-05", "Blatt": "Marsk Mail",
    "Nummer": "m-17", "Adresse": "https://mail.example/ferry", "name": "no headline",
}  # fmt: skip
FIELDS = {
    "text": ("artikel",), "title": ("gone", "Kopf.Zeile"), "published": ("Tag",), "source": ("Blatt",),
    "id": ("Nummer",), "url": ("Adresse",),
}  # fmt: skip


def _put(name: str) -> str:
    if name.endswith(".parquet"):
        pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        parquet.write_table(pyarrow.Table.from_pylist([RECORD]), name)
    elif name.endswith(".csv"):
        flat = {**RECORD, "Kopf": "Ferry sinks off Marsk"}
        Path(name).write_text(";".join(flat) + "\n" + ";".join(str(said) for said in flat.values()) + "\n", "utf-8")
    else:
        Path(name).write_text(json.dumps([RECORD] if name.endswith(".json") else RECORD), "utf-8")
    return name


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.csv", "a.parquet"])
def test_fields_are_found_where_the_user_says(name: str) -> None:
    terms = Terms(fields={**FIELDS, "title": ("Kopf", "Kopf.Zeile")})
    (article,) = read([_put(name)], terms=terms).articles
    assert TEXT in article.text
    assert (article.title, article.source, article.item) == ("Ferry sinks off Marsk", "Marsk Mail", "m-17")
    assert article.url == "https://mail.example/ferry"
    assert article.published
    assert str(article.published.first) == "2031-03-05"
    assert not read([name]).articles


def test_fields_that_are_known_stand_in_for_those_that_are_missing() -> None:
    Path("a.jsonl").write_text(json.dumps({"body": TEXT, "headline": "Ferry sinks", "Blatt": ""}))
    (article,) = read(["a.jsonl"], terms=Terms(fields=FIELDS)).articles
    assert article.title == "Ferry sinks"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.csv", "a.json"])
def test_articles_that_are_too_long_are_told(name: str) -> None:
    held = {"a.html": f"<html><body><article><p>{TEXT}</p></article></body></html>", "a.csv": f'text\n"{TEXT}"\n'}
    held |= {"a.jsonl": json.dumps({"text": TEXT}), "a.json": json.dumps({"text": TEXT})}
    Path(name).write_text(held.get(name, TEXT))
    assert len(read([name]).articles) == 1
    found = read([name], terms=Terms(Limits(article_length=90)))
    assert not found.articles
    assert "longer than 90" in found.skipped[0].reason


@pytest.mark.parametrize("name", ["a.html", "a.json", "a.eml", "a.pdf", "a.docx", "a.rss"])
def test_files_that_are_too_large_are_told(name: str) -> None:
    Path(name).write_bytes(b"{" + b" " * 500)
    (skipped,) = read([name], terms=Terms(Limits(file_size=100))).skipped
    assert "it is longer than 100 bytes" in skipped.reason


def test_a_limit_may_be_raised() -> None:
    Path("a.txt").write_text(TEXT + " It was a quiet day." * 110_000)
    assert "longer than 2,000,000 bytes" in read(["a.txt"]).skipped[0].reason
    assert read(["a.txt"], terms=Terms(Limits(article_length=3_000_000))).articles


def test_claims_beyond_the_limit_are_told() -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(TEXT)
    report = compare(read(["a.txt", "b.txt"]).articles, Options(limits=Limits(claims=1)))
    assert len(report.skipped) == 2
    assert all("only the first 1 claims of this article are compared" in each.reason for each in report.skipped)


def test_settings_reach_the_reading() -> None:
    _put("a.jsonl")
    Path("factcheck.toml").write_text('[fields]\ntext = "Artikel"\n[limits]\nclaims = 1\n')
    run = CliRunner()
    outcome = run.invoke(app, ["claims", "a.jsonl", "--show", "claims"])
    assert outcome.exit_code == 0
    assert "only the first 1 claims" in outcome.stderr
    assert run.invoke(app, ["claims", "a.jsonl", "--isolated"]).exit_code == 2
    shown = run.invoke(app, ["show-config"]).stdout
    assert '[fields]\ntext = ["Artikel"]\n' in shown
    assert "claims = 1\nseconds = 60\n" in shown
