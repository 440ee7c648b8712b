"""A distribution of a stranger's that is upgraded while a test looks on."""

from __future__ import annotations

import importlib
import os
import shutil
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest
from click.testing import CliRunner

from integr8s_conf.cli.program import main
from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.installed import installed_plugins

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = """\
from enum import Enum
from typing import Literal
from integr8s_conf import Section, hookimpl, removed, rule, setting

class Mail(Section):
    '''Outgoing mail.'''

"""
FOOT = """

@hookimpl
def integr8s_sections():
    return [Mail]
"""


class Release(Protocol):
    def __call__(
        self, version: str, keys: str, more: str = ..., distribution: str = ...
    ) -> None: ...


class Said(NamedTuple):
    """What a command wrote, and its exit code."""

    code: int
    out: str
    err: str = ""


def run(*arguments: str) -> Said:
    """Run ``integr8s-conf`` in this process."""
    done = CliRunner().invoke(main, arguments, prog_name="integr8s-conf")
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Said(done.exit_code, done.stdout, done.stderr)


@pytest.fixture
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """Install a version of the plugin ``acme``, the first by name, in the place of the one before.

    ``release("2.0", 'MAIL_HOST: str = setting("localhost")')`` gives its section these keys; what
    stands in ``more`` follows behind the section, such as other hooks.
    """
    site = tmp_path_factory.mktemp("releases")
    (site / "mailing").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(site)
        patch.setenv("PYTHONPATH", str(site), prepend=os.pathsep)

        def install(
            version: str, keys: str, more: str = "", distribution: str = "mail-conf"
        ) -> None:
            for old in site.glob("*.dist-info"):
                shutil.rmtree(old)
            module = f"at_{version.replace('.', '_')}"
            body = "".join(f"    {line}\n" for line in dedent(keys).strip().splitlines())
            source = f"{HEAD}{body}\n{dedent(more)}{FOOT}"
            (site / "mailing" / f"{module}.py").write_text(source)
            metadata = site / f"{distribution.replace('-', '_')}-{version}.dist-info"
            metadata.mkdir()
            (metadata / "METADATA").write_text(
                f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
            )
            (metadata / "entry_points.txt").write_text(
                f"[integr8s_conf]\nacme = mailing.{module}\n"
            )
            _forget()

        yield install
    _forget()


def _forget() -> None:
    """Let the next load look for plugins anew, and import them anew."""
    for name in [one for one in sys.modules if one.partition(".")[0] == "mailing"]:
        del sys.modules[name]
    importlib.invalidate_caches()
    installed_plugins.cache_clear()
    load_catalogue.cache_clear()
