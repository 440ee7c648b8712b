"""An entry of the list may pin the wheel of a plugin, by the hash of its files."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from importlib.metadata import distribution
from pathlib import Path

import pytest

from integr8s_conf import Settings
from integr8s_conf.cli.plugins import plugins

from .metadata import metadata_file
from .refusals import only_problem
from .traced_mail import MAIL

MODULE = "mail_conf/mail.py"


def site() -> Path:
    return Path(str(distribution("mail-conf").locate_file("")))


def recorded(path: str) -> str:
    digest = hashlib.sha256((site() / path).read_bytes()).digest()
    return f"{path},sha256={urlsafe_b64encode(digest).decode().rstrip('=')},1"


def record(*lines: str) -> None:
    metadata_file("mail-conf", "RECORD").write_text("\n".join(lines) + "\n")


@pytest.fixture
def pin(capsys):
    """Return a function that returns what the command prints, and what it says beside it."""

    def pin() -> tuple[str, str]:
        plugins(["--pin"], standalone_mode=False)
        return capsys.readouterr()

    return pin


@pytest.fixture
def pinned(stranger, write, pin) -> str:
    """Install a wheel, and pin it by what the command line prints; return the list."""
    stranger(MAIL)
    record("mail_conf-1.0.dist-info/RECORD,,", recorded(MODULE))
    printed, said = pin()
    assert said == ""
    write("pyproject.toml", f"[tool.integr8s-conf]\n{printed}")
    return printed


def refused(tmp_path) -> str:
    problem = only_problem()
    assert problem.plugin == "mail"
    assert not (tmp_path / "imported").exists()
    return problem.found


def test_list_that_is_printed_pins_what_is_installed(pinned) -> None:
    assert '    "mail-conf==1.0 --hash=sha256:' in pinned
    assert "integr8s-conf==" not in pinned
    assert Settings().MAIL_HOST == "localhost"


def test_hash_is_the_same_whatever_has_installed_the_wheel(pinned, pin) -> None:
    record(
        recorded(MODULE),
        "mail_conf/__pycache__/mail.cpython-311.pyc,,",
        "mail_conf-1.0.dist-info/INSTALLER,sha256=x,1",
        "../../bin/mail,sha256=y,1",
        "mail_conf-1.0.dist-info/RECORD,,",
    )
    assert pin() == (pinned, "")


def test_another_wheel_is_refused(pinned, tmp_path) -> None:
    (site() / MODULE).write_text("raise SystemExit('another')")
    record(recorded(MODULE))
    assert refused(tmp_path).startswith("a wheel of sha256:")


def test_file_that_was_changed_since_is_refused(pinned, tmp_path) -> None:
    (site() / MODULE).write_text("raise SystemExit('changed')")
    assert refused(tmp_path).startswith(f"the file {MODULE}, changed since it was installed")


def test_file_that_is_gone_is_refused(pinned, tmp_path) -> None:
    (site() / MODULE).unlink()
    assert refused(tmp_path).startswith(f"the file {MODULE}, changed since it was installed")


def test_module_that_hides_the_pinned_one_is_refused(pinned, tmp_path) -> None:
    (tmp_path / "front" / "mail_conf").mkdir(parents=True)
    (tmp_path / "front" / MODULE).write_text("raise SystemExit('in front')")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(tmp_path / "front")
        assert refused(tmp_path).startswith("a module mail_conf.mail that is none of its files")


@pytest.mark.parametrize("text", ["", "\xff", "mail_conf-1.0.dist-info/RECORD,,\n"])
def test_record_that_says_nothing_is_refused(pinned, tmp_path, text: str) -> None:
    metadata_file("mail-conf", "RECORD").write_text(text, encoding="latin-1")
    assert "RECORD" in refused(tmp_path)


def test_any_of_several_wheels_may_be_installed(pinned, write) -> None:
    entry = pinned.splitlines()[1].strip().rstrip(",").strip('"')
    other = f"{entry} --hash=sha256:{'0' * 64}"
    write("pyproject.toml", f'[tool.integr8s-conf]\nplugins = ["{other}"]\n')
    assert Settings().MAIL_HOST == "localhost"


def test_what_has_no_files_of_its_own_is_listed_without_a_hash(stranger, pin) -> None:
    stranger(MAIL)
    printed, said = pin()
    assert printed == 'plugins = [\n    "mail-conf==1.0",\n]\n'
    assert "mail-conf==1.0 has no hash" in said


def test_nothing_is_imported_for_the_list(pinned, tmp_path) -> None:
    assert not (tmp_path / "imported").exists()
