"""The number of threads is lowered only for a while."""

from __future__ import annotations

import pytest

from claims.parse import threads


def test_threads_are_as_before_afterwards() -> None:
    switch = threads._switch()
    with threads.one_thread():
        assert switch is None or switch[0]() == 1
        inside = True
    assert inside
    if switch:
        get, put = switch
        before = get()
        put(2)
        with threads.one_thread():
            assert get() == 1
        assert get() == 2
        put(before)


def test_without_the_library_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    threads._switch.cache_clear()
    monkeypatch.setattr("numpy.__file__", "/nowhere/numpy/__init__.py")
    with threads.one_thread():
        assert threads._switch() is None
    threads._switch.cache_clear()
