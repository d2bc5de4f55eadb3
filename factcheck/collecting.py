"""How often Python looks for values that hold each other in a ring and nothing else holds."""

from __future__ import annotations

import gc

_NEW = 50_000
"""New values after which it looks among them."""
_ROUNDS = (50, 100)
"""After how many such looks it looks among older ones, too."""


def seldom() -> None:
    """Look seldom, in this process: the values of a comparison are many and hold each other in no ring.

    Reading what is known already from the store took a fifth longer with Python's own 700 values.
    """
    gc.set_threshold(_NEW, *_ROUNDS)
