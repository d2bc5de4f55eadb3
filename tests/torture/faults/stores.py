"""Stores of readings that are not what they were."""

from __future__ import annotations

import sqlite3
from random import Random

from tests.torture.faults.stage import Attempts, Stage


def flipped(stage: Stage, chance: Random, times: int) -> Attempts:
    """One to a thousand bytes of the store are others than they were."""
    for _ in range(times):
        stage.laid(warm=True)
        data = bytearray(stage.database.read_bytes())
        for _ in range(chance.choice((1, 1, 10, 1000))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        stage.database.write_bytes(data)
        yield stage.recovered()


def cut(stage: Stage, chance: Random, times: int) -> Attempts:
    """The end of the store is missing, or all of it, or what stands before it is not its own."""
    for number in range(times):
        stage.laid(warm=True)
        data = stage.database.read_bytes()
        if number % 3 == 2:
            stage.database.with_name(stage.database.name + "-wal").write_bytes(chance.randbytes(5000))
        else:
            stage.database.write_bytes(data[: chance.randrange(len(data)) * (number % 3)])
        yield stage.recovered()


def older(stage: Stage, chance: Random, times: int) -> Attempts:
    """The store was written by another version, with tables of another form, or is another programme's database."""
    for number in range(times):
        stage.laid(warm=True)
        connection = sqlite3.connect(stage.database)
        with connection:
            connection.execute(f"PRAGMA user_version = {chance.randrange(2, 1000)}")
            if number % 2:
                connection.execute("DROP TABLE readings")
                connection.execute("CREATE TABLE readings (id INTEGER PRIMARY KEY, pickled BLOB)")
                connection.execute("INSERT INTO readings VALUES (1, x'00')")
        connection.close()
        yield stage.recovered()
