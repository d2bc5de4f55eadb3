"""`factcheck clean`: forget what was read."""

from __future__ import annotations

from factcheck import console


def clean() -> int:
    """Take the store of readings away, and tell what was there."""
    from factcheck.cache import emptied, folder

    place = folder()
    size = emptied(place)
    if size is None:
        console.emit(f"Nothing is kept in {place}.\n")
    else:
        console.emit(f"{place} is empty now; {size / 1_000_000:.1f} MB were in it.\n")
    return 0
