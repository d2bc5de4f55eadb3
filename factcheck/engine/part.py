"""The task of tables: what some stories tell, as rows."""

from __future__ import annotations

from factcheck.aside import heeded
from factcheck.engine.rows import joined, pressed, rows
from factcheck.engine.worker import Task, desk
from factcheck.pipeline import together
from factcheck.settings import applied
from factcheck.telling import told


def part(task: Task) -> bytes:
    """What the stories tell as rows, pressed; the settings are heard."""
    known, parts = dict(task.known), []
    for story in task.stories:
        found = told(story, desk.options, known)
        report = heeded(applied(together([found], (), (), desk.options), desk.settings))
        parts.append(rows(found, report.findings))
    desk.flush()
    return pressed(joined(parts))
