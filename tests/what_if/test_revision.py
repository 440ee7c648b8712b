"""How a deployment is read as it was at a revision of git."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from typing import TYPE_CHECKING

import pytest

from .conftest import changed, workers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ..conftest import Write
    from .conftest import Command, Facts

    Git = Callable[..., str]
    Edit = Callable[..., None]

GROUP = "KAFKA_CONSUMER_GROUP_ID"
IMPACT = ("impact", "--git", "HEAD")


def test_deployment_is_the_one_that_was_listed_then(
    git: Git, write: Write, deployment: Path, facts: Facts
) -> None:
    write("other/config.spare.toml", f'{GROUP} = "a"\nTRACING_SERVICE_NAME = "a"\n')
    listed = '[tool.integr8s-conf]\noverrides = ["settings/config.*-*.toml"]\n'
    write("pyproject.toml", listed)
    git("add", ".")
    git("commit", "--quiet", "--message", "Listed")
    write("pyproject.toml", listed.replace('toml"]', 'toml", "other/*.toml"]'))
    assert workers(facts(*IMPACT)["added"]) == ["spare"]


ENVIRONMENTS = """
[tool.integr8s-conf.environments.staging]
env-file = "secret/untracked.env"

[tool.integr8s-conf.environments.canary]
env-file = "deploy/canary.variables"
"""


def test_environments_have_their_files_of_then(
    git: Git, write: Write, facts: Facts, command: Command
) -> None:
    write("pyproject.toml", ENVIRONMENTS)
    write(".gitignore", "secret\n")
    write("secret/untracked.env", "INTEGR8S_REDIS_DB=4\n")
    write("deploy/canary.variables", "INTEGR8S_REDIS_DB=5\n")
    git("add", ".")
    git("commit", "--quiet", "--message", "Environments")
    write("secret/untracked.env", "INTEGR8S_REDIS_DB=6\n")
    write("deploy/canary.variables", "INTEGR8S_REDIS_DB=7\n")
    report = facts(*IMPACT, "--worker", "backend")
    (change,) = report["changes"]
    assert (change["before"]["value"], change["after"]["value"]) == (5, 7)
    assert workers(change["places"]) == ["backend canary"]
    assert report["added"] == report["mended_problems"] == []
    assert "**In every worker \\[canary\\]**" in command(*IMPACT).out


def test_working_directory_below_the_top_of_the_repository(
    git: Git, edit: Edit, deployment: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("config.toml", "REDIS_DB = 2")
    monkeypatch.chdir(deployment / "settings")
    report = facts(*IMPACT)
    (change,) = report["changes"]
    assert change["after"]["origin"]["name"] == "config.toml"
    assert report["renamed"] == {}


def test_files_that_are_named_by_their_whole_path(
    git: Git, edit: Edit, deployment: Path, facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("config.toml", "REDIS_DB = 2")
    monkeypatch.setenv("INTEGR8S_CONF_DIR", str(deployment / "settings"))
    (change,) = facts(*IMPACT)["changes"]
    assert change["after"]["origin"]["name"] == "settings/config.toml"


def test_link_is_followed_as_it_was(git: Git, deployment: Path, facts: Facts) -> None:
    worker = deployment / "settings" / "config.pod-monitor.toml"
    shutil.move(worker, deployment / "real.toml")
    worker.symlink_to("../real.toml")
    git("add", ".")
    git("commit", "--quiet", "--message", "A link")
    (deployment / "real.toml").write_text(f'{GROUP} = "x"\nTRACING_SERVICE_NAME = "pod-monitor"\n')
    assert changed(facts(*IMPACT)) == {GROUP: ["pod-monitor"]}


def test_crafted_commit_writes_nothing_elsewhere(
    git: Git,
    deployment: Path,
    tmp_path_factory: pytest.TempPathFactory,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A tree with a folder ``..``, which git itself would not make."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    file = git("rev-parse", "HEAD:settings/config.toml").strip()
    folder = _tree(git, deployment, "100644 crafted.toml", file)
    commit = git("commit-tree", "-m", "Crafted", _tree(git, deployment, "40000 ..", folder))
    command("impact", "--git", commit.strip())
    assert list(elsewhere.iterdir()) == []


def _tree(git: Git, folder: Path, entry: str, identity: str) -> str:
    path = folder / "tree"
    path.write_bytes(f"{entry}\0".encode() + bytes.fromhex(identity))
    return git("hash-object", "-t", "tree", "-w", "--literally", "tree").strip()


BAD = {
    "no revision": (("--git", "nope"), "'nope' is no revision that git knows"),
    "an option": (("--git", "--output=x"), "'--output=x' is no revision"),
    "unknown worker": (("--git", "HEAD", "--worker", "k8sworker"), "did you mean k8s-worker?"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_usage(case: str, git: Git, command: Command) -> None:
    words, said = BAD[case]
    assert said in command("impact", *words, code=2).err


def test_outside_a_repository(
    deployment: Path, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    assert "not a git repository" in command(*IMPACT, code=2).err


def test_shallow_clone_says_so(
    git: Git,
    deployment: Path,
    tmp_path_factory: pytest.TempPathFactory,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    git("commit", "--quiet", "--allow-empty", "--message", "More")
    clone = tmp_path_factory.mktemp("clone")
    words = ("git", "clone", "--quiet", "--depth", "1", f"file://{deployment}", str(clone))
    subprocess.run(words, check=True)
    monkeypatch.chdir(clone)
    err = command("impact", "--git", "HEAD~1", code=2).err
    assert err.rstrip().endswith("this clone is shallow: fetch more of its history first")
