"""An object that refuses what ours accepts is a finding, however it refuses; or the reverse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf.deployment.combinations import find_deployment
from integr8s_conf.parity.plan import plan
from integr8s_conf.parity.run import run
from integr8s_conf.parity.target import target_named
from integr8s_conf.parity.task import Subject
from integr8s_conf.request import request_from_process

from .conftest import HERE

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Parity

pytestmark = pytest.mark.usefixtures("backend")


@pytest.fixture(autouse=True)
def _refusing(write: Write, backend: object) -> None:
    write("refusing.py", (HERE / "refusing.py").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        ("exits", None, "theirs: SystemExit: no configuration"),
        ("ends_its_process", None, "theirs: the process ends with exit code 3"),
        ("is_killed", None, "theirs: the process is killed by signal 9"),
        ("Lazy", "REDIS_PORT", "theirs: OSError: no file"),
    ],
)
def test_a_refusal_is_one_finding(name: str, key: str | None, said: str, parity: Parity) -> None:
    told = parity(f"refusing:{name}", "--worker", "backend", "--variations", "2")
    assert told.code == 1
    assert told.found == {("theirs-refuses", key): said}


def test_a_module_that_raises_is_a_finding_too(write: Write, parity: Parity) -> None:
    write("fails.py", "import os\nsettings = os.environ['NO_SUCH_VARIABLE']\n")
    told = parity("fails:settings", "--worker", "backend", "--variations", "2")
    assert told.found == {("theirs-refuses", None): "theirs: KeyError: 'NO_SUCH_VARIABLE'"}


def test_the_text_of_a_refusal_has_no_secret(parity: Parity) -> None:
    told = parity("refusing:raises", "--worker", "backend", "--variations", "0")
    [found] = told.found.values()
    assert found.endswith("settings/config.toml with ********")


def test_one_that_never_answers_is_asked_no_more() -> None:
    [backend, *_] = find_deployment(request_from_process()).combinations
    subject = Subject(target_named("refusing:hangs"))
    pairs = plan([backend], {"REDIS_PASSWORD": 0}, 3, 0)
    [outcome] = run(subject, backend.request.folder, pairs, seconds=0.5)
    [one] = outcome.diagnostics
    assert one.problem.found == "theirs: no answer within 0.5 seconds"


def test_what_ours_refuses_is_told_with_its_place(write: Write, parity: Parity) -> None:
    write("settings/config.k8s-worker.toml", "REDIS_PORT = 0\n")
    write("lenient.py", "def load(): return {}\n")
    told = parity("lenient:load", "--worker", "k8s-worker", "--variations", "0", form="text")
    assert "ours-refuses" in told.text
    assert "REDIS_PORT   settings/config.k8s-worker.toml:1" in told.text
    assert "0 (an integer), which theirs accepts" in told.text


def test_where_both_refuse_they_agree_but_the_configuration_is_refused(
    write: Write, parity: Parity
) -> None:
    write("settings/config.k8s-worker.toml", "REDIS_PORT = 0\n")
    told = parity("backend:Settings", "--worker", "k8s-worker", "--variations", "0", form="text")
    assert told.code == 78
    assert "no finding; 85 keys, 1 combinations, 1 comparisons; in 0 both accept" in told.text
    assert "REDIS_PORT   settings/config.k8s-worker.toml:1" in told.text
