"""The text of an error of each kind, letter by letter."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, Settings

from .case import Case, refusal_of
from .cases import CASES

if TYPE_CHECKING:
    from tests.conftest import Stranger

GOLDEN = Path(__file__).parent / "golden"

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")


def text_of(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n")


@pytest.mark.parametrize(("name", "case"), CASES.items(), ids=CASES)
def test_text_of_an_error(
    name: str, case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stranger: Stranger
) -> None:
    for plugin, source in case.plugins.items():
        stranger(source, plugin)
    error = refusal_of(case, tmp_path, monkeypatch)
    assert str(error).replace(str(tmp_path), "/srv/app") == text_of(name)


def test_every_text_is_of_a_case() -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == CASES.keys()


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user who runs the tests may read everything, so the system is played."""
    (tmp_path / "config.toml").touch()
    (tmp_path / "config.toml").chmod(0o600)
    owner = (tmp_path / "config.toml").stat().st_uid
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    opened = os.open

    def deny(path: str, *more: Any) -> int:
        if str(path).endswith("config.toml"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *more)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", deny)
        with pytest.raises(ConfigError) as refusal:
            Settings()
    assert str(refusal.value) == (
        "1 problem in the configuration\n\n"
        "  config.toml\n"
        f"    found   permission denied (owner {owner}, mode 0600, running as 1000)\n"
        "    wanted  a readable file as the base file\n"
        "    hint    let user id 1000 read it: chmod u+r, or chown"
    )
