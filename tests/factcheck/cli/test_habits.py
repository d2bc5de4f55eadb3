"""What makes the tool live in a repository: init, the action, the hooks, completion, watching."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.settings import KEYS, SOURCE_KEYS, Settings, load
from tests.factcheck.cli.conftest import Outcome
from tests.pages.terminal import ROOT

Run = Callable[..., Outcome]
STORY = ROOT / "corpus" / "ferry-trial"


@pytest.fixture
def on_path(tmp_path: Path) -> dict[str, str]:
    """An environment in which the command is found."""
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "factcheck"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    path = f"{folder}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)}


def test_init_writes_settings_that_load_and_a_workflow(factcheck: Run) -> None:
    outcome = factcheck("init")
    assert outcome.status == 0
    assert outcome.out == "factcheck.toml is written.\n.github/workflows/factcheck.yml is written.\n"
    assert load("factcheck.toml") == Settings(file="factcheck.toml")
    text = Path("factcheck.toml").read_text("utf-8")
    for key in (*KEYS, *SOURCE_KEYS):
        assert f"# {key.name} = " in text or f"# [{key.name}]" in text
    told = "\n".join(line.removeprefix("# ") for line in text.splitlines() if " = " in line or line.startswith("# ["))
    assert tomllib.loads(told)["source"]
    steps = yaml.safe_load(Path(".github/workflows/factcheck.yml").read_text("utf-8"))["jobs"]["factcheck"]["steps"]
    assert any("factcheck check drafts/ --against articles/" in step.get("run", "") for step in steps)
    Path("factcheck.toml").write_text("# mine\n")
    assert "factcheck.toml is there already and was left as it is." in factcheck("init").out
    assert Path("factcheck.toml").read_text() == "# mine\n"


def test_every_example_of_the_settings_that_init_writes_may_be_used(factcheck: Run) -> None:
    factcheck("init", "--ci", "none")
    blocks = Path("factcheck.toml").read_text("utf-8").split("\n\n")
    for block in blocks:
        Path("one.toml").write_text(re.sub(r"(?m)^# (?=[\w-]+ = |\[)", "", block), "utf-8")
        load("one.toml")
    told = re.sub(r"(?m)^# (?=[\w-]+ = |\[)", "", "\n\n".join(blocks))
    assert tomllib.loads(told)["limits"] == {"claims": 20_000}


@pytest.mark.parametrize(("host", "file"), [("gitlab", ".gitlab-ci.factcheck.yml"), ("none", "")])
def test_init_for_other_hosts(factcheck: Run, host: str, file: str) -> None:
    assert factcheck("init", "--ci", host).status == 0
    assert sorted(path.name for path in Path().iterdir()) == sorted(filter(None, ["in", "factcheck.toml", file]))
    if file:
        assert "factcheck" in yaml.safe_load(Path(file).read_text("utf-8"))


def test_the_commands_of_the_workflows_run(on_path: dict[str, str], factcheck: Run) -> None:
    shutil.copytree(STORY, "articles")
    Path("drafts").mkdir()
    shutil.copy("articles/regional.md", "drafts/new.md")
    for host in ("github", "gitlab"):
        factcheck("init", "--ci", host)
    made = yaml.safe_load(Path(".github/workflows/factcheck.yml").read_text("utf-8"))
    (line,) = [step["run"] for step in made["jobs"]["factcheck"]["steps"] if "against" in step.get("run", "")]
    script = yaml.safe_load(Path(".gitlab-ci.factcheck.yml").read_text("utf-8"))["factcheck"]["script"]
    (other,) = [each for each in script if "against" in each]
    for command in (line, other):
        assert subprocess.run(["bash", "-c", command], env=on_path, capture_output=True, check=False).returncode == 1
    for name in ("factcheck.html", "factcheck.sarif", "gl-code-quality.json"):
        assert Path(name).stat().st_size


@pytest.mark.parametrize("against", [True, False])
def test_the_action_does_what_it_says(on_path: dict[str, str], tmp_path: Path, against: bool) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    step = action["runs"]["steps"][-1]
    inputs = {
        "paths": "new one.md\nnotes.md\n", "against": "articles\n" if against else "",
        "arguments": "--story=all\n--all", "report": "page.html", "sarif": "out.sarif",
    }  # fmt: skip
    assert set(inputs) == set(action["inputs"])
    shutil.copytree(STORY, tmp_path / "articles")
    shutil.copy(STORY / "regional.md", tmp_path / "new one.md")
    shutil.copy(STORY / "wire.md", tmp_path / "notes.md")
    env = {name: said.format(**inputs) for name, said in _with_inputs(step["env"]).items()}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tmp_path, env={**on_path, **env}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "::error file=new one.md" in done.stdout
    assert (tmp_path / "page.html").stat().st_size
    assert (tmp_path / "out.sarif").stat().st_size


def _with_inputs(env: dict[str, str]) -> dict[str, str]:
    return {name: said.replace("${{ inputs.", "{").replace(" }}", "}") for name, said in env.items()}


def test_the_hooks_run(on_path: dict[str, str], tmp_path: Path) -> None:
    hooks: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    shutil.copytree(STORY, tmp_path / "articles")
    (tmp_path / "factcheck.toml").write_text('against = ["articles/"]\n')
    for hook in hooks:
        assert hook["require_serial"]
        files = ["articles/regional.md", "articles/wire.md"]
        done = subprocess.run(
            [*hook["entry"].split(), *files], cwd=tmp_path, env=on_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (1, "")
        assert done.stdout.startswith("articles/regional.md:13:14: FC101 conflict")


@pytest.mark.parametrize(
    ("words", "offers"),
    [("factcheck comp", "compare"), ("factcheck compare --output-f", "--output-format"),
     ("factcheck compare --output-format sa", "sarif"), ("factcheck compare --story f", "folder")],
)  # fmt: skip
def test_the_shell_completes(words: str, offers: str) -> None:
    env = {
        **os.environ, "_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }  # fmt: skip
    code = "import sys; sys.argv[0] = 'factcheck'; from factcheck.cli import app; app(prog_name='factcheck')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert offers in done.stdout.split()


def test_it_watches_until_interrupted(on_path: dict[str, str], tmp_path: Path) -> None:
    pytest.importorskip("watchfiles")
    shutil.copytree(STORY, tmp_path / "articles")
    log = tmp_path / "log.txt"
    command = "factcheck compare articles --watch --output-format concise --report json:articles/x.json".split()
    with open(log, "wb") as out:
        process = subprocess.Popen(
            command, cwd=tmp_path, env=on_path, stdout=out, stderr=subprocess.STDOUT,
            # a background job is born deaf to interrupts, and so are its children
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )  # fmt: skip
    try:
        _until(lambda: "FC101" in log.read_text("utf-8"))
        time.sleep(1)  # until the watch stands
        text = (tmp_path / "articles/regional.md").read_text("utf-8")
        before = log.read_text("utf-8")
        (tmp_path / "articles/regional.md").write_text(text.replace("August 14, 2021", "August 15, 2021"), "utf-8")
        _until(lambda: "August 15, 2021" in log.read_text("utf-8").removeprefix(before))
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
    finally:
        process.kill()
        process.wait()


def _until(holds: Callable[[], bool]) -> None:
    for _ in range(300):
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError("nothing came")


def test_watching_says_what_it_needs(factcheck: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = factcheck("compare", "gone", "--watch")
    assert outcome.status == 2
    assert "gone is no file or folder that could be watched" in outcome.err
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    outcome = factcheck("compare", "in", "--watch")
    assert outcome.status == 2
    assert "pip install 'factcheck-compare[watch]'" in outcome.err
