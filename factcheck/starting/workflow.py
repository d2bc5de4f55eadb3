"""Workflows for pull requests, to begin with."""

from __future__ import annotations

_INSTALL = "python -m pip install factcheck-compare"
_RUN = "factcheck check drafts/ --against articles/"


def github() -> str:
    """A workflow of GitHub Actions: annotations, a summary, the report as a page, and SARIF."""
    return f"""\
# Checks the articles of a pull request against the others. Put in the folders that are yours.
name: factcheck
on: [pull_request]
permissions:
  contents: read
jobs:
  factcheck:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: {_INSTALL}
      - uses: actions/cache@v4
        with:
          path: .factcheck_cache
          key: factcheck-${{{{ github.sha }}}}
          restore-keys: factcheck-
      - run: mkdir -p .factcheck_cache
      - run: >-
          {_RUN} --output-format github
          --report html:factcheck.html --report sarif:factcheck.sarif
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: factcheck
          path: |
            factcheck.html
            factcheck.sarif
"""


def gitlab() -> str:
    """A job of GitLab CI: the widget of a merge request and the report as a page."""
    return f"""\
# Checks the articles of a merge request against the others. Put in the folders that are yours.
factcheck:
  image: python:3.12
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
  cache:
    key: factcheck
    paths: [.factcheck_cache]
  script:
    - {_INSTALL}
    - mkdir -p .factcheck_cache
    - {_RUN} --report gitlab:gl-code-quality.json --report html:factcheck.html
  artifacts:
    when: always
    paths: [factcheck.html]
    reports:
      codequality: gl-code-quality.json
"""
