"""What is found does not depend on the process: the answer is the same where nothing is forked."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from integr8s_conf.parity import run as parity_run

from .changes import CHANGES
from .conftest import HERE
from .test_objects import MAIL, MAPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..conftest import Stranger, Write
    from .conftest import Parity

OBJECTS = (
    ("objects:mapping",),
    ("objects:by_variables",),
    ("objects:data",),
    ("objects:lower_case",),
    ("objects:nested", *MAPPED),
    ("objects:Plain",),
    ("objects:of_dynaconf",),
    ("objects",),
    ("objects:data", "--ours", "objects:mapping"),
    ("objects:nothing_of_that_name",),
    ("nowhere:settings",),
)


@pytest.fixture
def unforked(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let everything run in this process, which is put back at the end."""

    def here(call: Callable[[], object], _: float | None = None) -> object:
        with contextlib.redirect_stdout(io.StringIO()):
            return call()

    environ, folder, path, modules = dict(os.environ), Path.cwd(), [*sys.path], {*sys.modules}
    monkeypatch.setattr(parity_run, "apart", here)
    yield
    os.environ.clear()
    os.environ.update(environ)
    os.chdir(folder)
    sys.path[:] = path
    for name in {*sys.modules} - modules:
        del sys.modules[name]


@pytest.mark.parametrize("words", OBJECTS, ids=" ".join)
def test_object_of_every_kind(
    words: tuple[str, ...],
    stranger: Stranger,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    parity: Parity,
    request: pytest.FixtureRequest,
) -> None:
    stranger(MAIL)
    monkeypatch.setenv("INTEGR8S_CONF_PLUGINS", "mail")
    write("config.toml", 'MAIL_HOST = "mail"\n')
    write("objects.py", (HERE / "objects.py").read_text("utf-8"))
    forked = parity(*words, "--variations", "3", form="text")
    request.getfixturevalue("unforked")
    assert parity(*words, "--variations", "3", form="text") == forked


def test_class_with_every_difference(
    backend: Path,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    parity: Parity,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setenv("HOSTNAME", "pod-1")
    for file in (backend / "settings").glob("config.*-*.toml"):
        file.unlink()
    source = (HERE / "backend.py").read_text("utf-8")
    for change in CHANGES:
        source = source.replace(change.old, change.new)
    write("backend.py", source)
    forked = parity("backend:Settings", "--variations", "10")
    request.getfixturevalue("unforked")
    assert parity("backend:Settings", "--variations", "10") == forked
