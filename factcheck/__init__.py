"""Finding where news sources contradict each other.

`compare` and `compare_texts` are loaded on first use: importing the package loads neither spaCy nor dateparser.
"""

from __future__ import annotations

TYPE_CHECKING = False  # of `typing`, whose import would delay the answer to an interrupt
if TYPE_CHECKING:
    from typing import Any

    from factcheck.api import article, compare, compare_texts
    from factcheck.model import Article, Finding, Options, Report

__all__ = ["Article", "Finding", "Options", "Report", "article", "compare", "compare_texts"]


def __getattr__(name: str) -> Any:
    if name in ("article", "compare", "compare_texts"):
        from factcheck import api

        return getattr(api, name)
    if name in __all__:
        from factcheck import model

        return getattr(model, name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
