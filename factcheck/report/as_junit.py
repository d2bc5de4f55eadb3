"""The report as JUnit XML, for the test pages of CI servers: a suite a story, a case a fact.

A conflict is a failure, what is unclear or set aside is skipped with its reason, all else passes. No schema is
official: the form obeys the strictest that is published (`junit-10.xsd` of Jenkins' xUnit plugin, which refuses
whatever it does not name), so places stand in the words and not in the attributes `file` and `line` that some readers
know.
"""

from __future__ import annotations

import html
from collections import defaultdict

from factcheck.model import Finding, Report, Severity
from factcheck.report.place import where
from factcheck.report.quote import quote
from factcheck.report.reporter import Reporter, ReportOptions
from factcheck.report.safe import harmless, inert, markup, plain
from factcheck.report.wording import counted, ranked, sentence


def render(report: Report, _options: ReportOptions) -> str:
    """Findings of every verdict, story by story, worst first."""
    stories: dict[str, list[Finding]] = defaultdict(list)
    for finding in ranked(report.findings):
        stories[finding.story].append(finding)
    suites = [part for story in sorted(stories) for part in _suite(story, stories[story])]
    failures = sum(map(_fails, report.findings))
    head = f'<testsuites name="factcheck" tests="{len(report.findings)}" failures="{failures}" errors="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]) + "\n"


REPORTER = Reporter("junit", "JUnit XML, for the test pages of CI servers", render)


def _suite(story: str, findings: list[Finding]) -> list[str]:
    name = _attribute(story or "articles")
    cases = [line for finding in findings for line in _case(finding)]
    return [f"  <testsuite name={name} {_counts(findings)}>", *cases, "  </testsuite>"]


def _counts(findings: list[Finding]) -> str:
    failures = sum(map(_fails, findings))
    skipped = sum(_waits(finding) for finding in findings)
    return f'tests="{len(findings)}" failures="{failures}" errors="0" skipped="{skipped}"'


def _fails(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and not finding.aside


def _waits(finding: Finding) -> bool:
    return finding.aside is not None or finding.severity is Severity.WARNING


def _case(finding: Finding) -> list[str]:
    name = _attribute(f"{finding.rule} {finding.what}")
    head = f"    <testcase classname={_attribute(f'factcheck.{finding.kind}')} name={name}"
    if _fails(finding):
        said = (
            f"<failure type={_attribute(finding.rule)} message={_attribute(finding.reason)}>{_text(finding)}</failure>"
        )
        return [f"{head}>", f"      {said}", "    </testcase>"]
    if _waits(finding):
        why = finding.aside.said if finding.aside else sentence(finding)
        return [f"{head}>", f"      <skipped message={_attribute(why)}>{_text(finding)}</skipped>", "    </testcase>"]
    return [f"{head}/>"]


def _text(finding: Finding) -> str:
    lines = [finding.reason, f"{counted(len(finding.mentions), 'mention')}:"]
    for mention in finding.mentions:
        said = quote(mention)
        lines.append(f"{where(mention)}: {mention.article.source}: {said.before}»{said.words}«{said.after}")
    return html.escape("\n".join(_clean(line) for line in lines), quote=False)


def _attribute(words: str) -> str:
    return f'"{html.escape(_clean(words))}"'


def _clean(words: str) -> str:
    return inert(markup(plain(harmless(words))))
