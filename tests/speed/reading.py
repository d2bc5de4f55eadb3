"""How long it takes to read a page of the web, a page of a PDF, and an article of other formats.

`python -m tests.speed.reading` prints milliseconds, the median of several runs after the libraries are loaded.
"""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from statistics import median

from factcheck.read import read
from tests.factcheck.read import files
from tests.factcheck.read.pages import pages

_RUNS = 7
_PAGES, _ARTICLES = 10, 200


def main() -> None:
    """Print a line a format."""
    text = "\n\n".join(pages()[3].paragraphs).replace("“", '"').replace("”", '"')
    lines = [text[at : at + 80].replace("\n", " ") for at in range(0, len(text), 80)]
    records = [json.dumps({"id": number, "text": f"{text}\n\n{number}"}) for number in range(_ARTICLES)]
    large = pages()[0].source.replace(
        "</header>", "<div>" + "<p><a href=/x>Another headline of the day</a></p>" * 1500 + "</div></header>", 1
    )
    word = "".join(f"<w:p><w:r><w:t>{each}</w:t></w:r></w:p>" for each in text.split("\n\n"))
    _print("page of the web", {f"{page.style}.html": page.source.encode() for page in pages()}, len(pages()))
    _print(f"page of {len(large) // 1000} kB", {"large.html": large.encode()}, 1)
    _print("page of a PDF", {"a.pdf": files.pdf([files.column(72, 740, lines)] * _PAGES)}, _PAGES)
    _print("Word file", {"a.docx": files.docx(word)}, 1)
    _print("line of JSON Lines", {"a.jsonl": "\n".join(records).encode()}, _ARTICLES)
    _print("text file", {f"{number}.txt": f"{text} {number}".encode() for number in range(_ARTICLES)}, _ARTICLES)


def _print(what: str, given: dict[str, bytes], units: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in given.items():
            (Path(folder) / name).write_bytes(data)
        read([folder])
        runs = []
        for _ in range(_RUNS):
            start = time.perf_counter()
            read([folder])
            runs.append(time.perf_counter() - start)
        print(f"{what:20} {1000 * median(runs) / units:8.2f} ms")


if __name__ == "__main__":
    main()
