"""The page in a browser without a screen: no error, no request, and keys that work. Skips where there is none."""

from __future__ import annotations

import html
import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

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


_AXE = """
addEventListener("load", () => axe.run().then((done) => {
  const told = (list) => list.map((each) => [each.id, each.impact, each.nodes.map((node) => node.target.join(" "))]);
  document.body.dataset.seen = JSON.stringify({violations: told(done.violations), passes: done.passes.length});
}));
"""


def _opened(page: Path, folder: Path, *more: str) -> tuple[str, str]:
    """The page after its scripts have run, and what the browser logged."""
    command = [
        BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        f"--user-data-dir={folder / 'profile'}", "--enable-logging=stderr", "--virtual-time-budget=2000", "--dump-dom",
        *more, page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    return done.stdout.decode(), done.stderr.decode()


def test_the_page_opens_without_an_error(tmp_path: Path) -> None:
    dom, log = _opened(HERE / "html-texts.html", tmp_path)
    assert "CONSOLE" not in log
    assert "5 of 5 findings" in dom
    assert not re.search(r'id="filter"[^>]*hidden', dom)


def _seen(scripts: str, folder: Path, *more: str) -> Any:
    """What the scripts put into `data-seen` of the page, whose policy would keep them out and is taken away."""
    page = folder / "page.html"
    text = (HERE / "html-texts.html").read_text("utf-8")
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    page.write_text(text.replace("</body>", f"{scripts}</body>"), "utf-8")
    dom, log = _opened(page, folder, *more)
    assert "CONSOLE" not in log
    found = re.search(r'data-seen="([^"]*)"', dom)
    assert found
    return json.loads(html.unescape(found[1]))


@pytest.mark.parametrize("scheme", [0, 1], ids=["dark", "light"])
def test_axe_finds_no_barrier(scheme: int, tmp_path: Path) -> None:
    """axe-core (MPL-2.0), from the package that carries it or the file that FACTCHECK_AXE names."""
    carrier = importlib.util.find_spec("axe_core_python")
    carried = Path(carrier.origin).with_name("axe.min.js") if carrier and carrier.origin else ""
    axe = Path(os.environ.get("FACTCHECK_AXE", carried))
    if not axe.is_file():
        pytest.skip("axe-core is not here: pip install axe-core-python, or name its axe.min.js with FACTCHECK_AXE")
    scripts = f'<script src="{axe.resolve().as_uri()}"></script><script>{_AXE}</script>'
    seen = _seen(scripts, tmp_path, f"--blink-settings=preferredColorScheme={scheme}")
    assert seen["passes"] > 20
    assert seen["violations"] == []


def test_keys_filters_and_marks_work(tmp_path: Path) -> None:
    assert _seen(f"<script>{_WALK}</script>", tmp_path) == {
        "first": "f-FC101-date", "second": "f-FC290-count", "last": "f-FC290-count", "back": "f-FC101-date",
        "help": True, "closed": True, "search": "q", "agree": ["agree"], "unfolded": True,
        "source": ["conflict", "evolving", "compatible", "agree"],
        "words": ["conflict", "unclear", "evolving", "compatible"], "all": 5, "lit": 3, "address": "#m-2-197",
    }  # fmt: skip


def test_words_for_screen_readers_alone_make_nothing_scroll(tmp_path: Path) -> None:
    """In a column out of sight, or below the end of a text, they made the page scroll to where nothing is."""
    sizes = """
    addEventListener("load", () => {
      const page = document.documentElement, columns = document.querySelector(".columns");
      document.querySelectorAll(".text").forEach((text) => { text.style.maxHeight = "2rem"; });
      document.body.dataset.seen = JSON.stringify({
        columns: columns.scrollWidth > columns.clientWidth,
        wider: page.scrollWidth - page.clientWidth,
        longer: columns.scrollHeight - columns.clientHeight,
      });
    });
    """
    seen = _seen(f"<script>{sizes}</script>", tmp_path, "--window-size=600,700")
    assert seen == {"columns": True, "wider": 0, "longer": 0}
