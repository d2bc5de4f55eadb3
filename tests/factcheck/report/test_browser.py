"""The page in a browser without a screen: no error, no request, and keys that work. Skips where there is none."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.golden.draw import HERE

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
pytestmark = pytest.mark.skipif(not BROWSER, reason="no chromium is here to open the page with")
_WALK = """
addEventListener("load", () => {
  const press = (key, on = document.body) => on.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true}));
  const at = () => (document.activeElement.id || document.activeElement.tagName);
  const seen = {};
  press("j"); seen.first = at();
  press("j"); seen.second = at();
  press("j"); seen.last = at();
  press("k"); seen.back = at();
  press("?"); seen.help = document.getElementById("help").open;
  document.getElementById("close").click(); seen.closed = !document.getElementById("help").open;
  press("/"); seen.search = at();
  const shown = () => [...document.querySelectorAll(".finding:not([hidden])")].map((f) => f.dataset.verdict);
  const choose = (id, value) => {
    const choice = document.getElementById(id);
    choice.value = value;
    choice.dispatchEvent(new Event(choice.tagName === "SELECT" ? "change" : "input"));
  };
  choose("by-verdict", "agree"); seen.agree = shown();
  seen.unfolded = document.querySelector("[data-verdict=agree]").closest("details").open;
  choose("by-verdict", ""); choose("by-source", "Aster Wire"); seen.source = shown();
  choose("by-source", ""); choose("q", "TRAM"); seen.words = shown();
  choose("q", ""); seen.all = shown().length;
  document.querySelector(".claim.conflict a").click();
  seen.lit = document.querySelectorAll(".claim.lit").length;
  seen.address = location.hash;
  document.body.dataset.seen = JSON.stringify(seen);
});
"""


def _opened(page: Path, folder: Path) -> tuple[str, str]:
    """The page after its scripts have run, and what the browser logged."""
    command = [
        BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        f"--user-data-dir={folder / 'profile'}", "--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom",
        page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return done.stdout.decode(), done.stderr.decode()


def test_the_page_opens_without_an_error(tmp_path: Path) -> None:
    dom, log = _opened(HERE / "html-texts.html", tmp_path)
    assert "CONSOLE" not in log
    assert "5 of 5 findings" in dom
    assert not re.search(r'id="filter"[^>]*hidden', dom)


def test_keys_filters_and_marks_work(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = (HERE / "html-texts.html").read_text("utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    page.write_text(text.replace("</body>", f"<script>{_WALK}</script></body>"), "utf-8")
    dom, log = _opened(page, tmp_path)
    assert "CONSOLE" not in log
    found = re.search(r'data-seen="([^"]*)"', dom)
    assert found
    assert json.loads(found[1].replace("&quot;", '"')) == {
        "first": "f-FC101-date", "second": "f-FC290-count", "last": "f-FC290-count", "back": "f-FC101-date",
        "help": True, "closed": True, "search": "q", "agree": ["agree"], "unfolded": True,
        "source": ["conflict", "evolving", "compatible", "agree"],
        "words": ["conflict", "unclear", "evolving", "compatible"], "all": 5, "lit": 3, "address": "#m-2-197",
    }  # fmt: skip
