"""Takes the pictures of the page with Chromium: `python -m tests.pages.browser`. Look at them before you commit.

No test holds them to the page: fonts make them differ from machine to machine.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from factcheck.report import REPORTERS, ReportOptions
from tests.pages.terminal import ROOT, pictured

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
SHOTS = {"page.png": ("1", 1240), "page-dark.png": ("0", 700)}
"""For each picture Chromium's number of the colour scheme, and the height in pixels."""


def main() -> None:
    """Take every picture anew, or say why not."""
    if not BROWSER:
        sys.exit("no chromium is here; install one (Debian: apt-get install chromium) and try again")
    page = next(each for each in REPORTERS if each.name == "html").render(pictured(), ReportOptions(texts=True))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page, "utf-8")
        for name, (scheme, height) in SHOTS.items():
            command = [
                BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                f"--user-data-dir={folder}/profile", f"--blink-settings=preferredColorScheme={scheme}",
                f"--window-size=980,{height}", f"--screenshot={ROOT / 'docs' / name}", path.as_uri(),
            ]  # fmt: skip
            subprocess.run(command, capture_output=True, check=True, timeout=120)


if __name__ == "__main__":
    main()
