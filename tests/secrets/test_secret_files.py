"""A secret's file is no more open than it must be, and what it is called gives nothing away."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Settings
from integr8s_conf.sources import contained_file, secret_files

from .traces import CANARY, assert_no_canary, printed
from .ways import SECRET_FILES, write

if TYPE_CHECKING:
    from pathlib import Path

    from integr8s_conf import Problem

    from .ways import Way

pytestmark = pytest.mark.usefixtures("base_file")


def warned(**asked: Any) -> list[str]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert Settings(**asked).REDIS_PASSWORD == CANARY
    assert all(one.category is ConfigWarning for one in caught)
    return [str(one.message) for one in caught]


def refused(**asked: Any) -> Problem:
    with pytest.raises(ConfigError) as refusal:
        Settings(**asked)
    assert_no_canary(printed(refusal.value))
    [problem] = refusal.value.problems
    return problem


@pytest.mark.parametrize("way", SECRET_FILES)
@pytest.mark.parametrize("mode", [0o400, 0o600, 0o700])
def test_file_of_its_owner_alone_is_sound(
    way: Way, mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = way(tmp_path, monkeypatch, "REDIS_PASSWORD", CANARY)
    secret_file(tmp_path).chmod(mode)
    assert warned(**asked) == []


@pytest.mark.parametrize("way", SECRET_FILES)
@pytest.mark.parametrize("mode", [0o644, 0o444, 0o640, 0o604, 0o620, 0o602, 0o777])
def test_file_that_others_can_open_warns_once_with_its_mode(
    way: Way, mode: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = way(tmp_path, monkeypatch, "REDIS_PASSWORD", CANARY)
    path = secret_file(tmp_path)
    path.chmod(mode)
    [text] = warned(**asked)
    assert text.startswith("REDIS_PASSWORD (")
    assert path.name in text
    assert f"mode {mode:04o}" in text
    assert "defaultMode: 0400" in text
    assert CANARY not in text


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("way", SECRET_FILES)
def test_file_of_another_user_warns(
    way: Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = way(tmp_path, monkeypatch, "REDIS_PASSWORD", CANARY)
    os.chown(secret_file(tmp_path), 12345, 12345)
    [text] = warned(**asked)
    assert "a file of user 12345" in text


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has files of root")
def test_file_of_root_is_sound_for_another_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Kubernetes, Docker and systemd mount secrets that belong to root."""
    write(tmp_path / "secrets/REDIS_PASSWORD", CANARY)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    assert warned(secrets_dir="secrets") == []


def test_links_of_kubernetes_are_followed_to_the_file_s_own_mode(tmp_path: Path) -> None:
    write(tmp_path / "secrets/..2026_01_31/REDIS_PASSWORD", CANARY)
    (tmp_path / "secrets/..data").symlink_to("..2026_01_31")
    (tmp_path / "secrets/REDIS_PASSWORD").symlink_to("..data/REDIS_PASSWORD")
    assert warned(secrets_dir="secrets") == []
    (tmp_path / "secrets/..2026_01_31/REDIS_PASSWORD").chmod(0o644)
    assert len(warned(secrets_dir="secrets")) == 1


def test_folder_may_itself_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "mounted/REDIS_PASSWORD", CANARY)
    (tmp_path / "secrets").symlink_to("mounted")
    assert warned(secrets_dir="secrets") == []


@pytest.mark.parametrize("folder", ["secrets", "credentials"])
@pytest.mark.parametrize("target", ["../outside", "{folder}-too/file", "/etc/hostname"])
def test_link_that_leaves_its_folder_is_refused(
    folder: str, target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "outside", CANARY)
    write(tmp_path / f"{folder}-too" / "file", CANARY)
    (tmp_path / folder).mkdir()
    aim = target.format(folder=tmp_path / folder)
    (tmp_path / folder / "REDIS_PASSWORD").symlink_to(aim)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "credentials"))
    (tmp_path / "credentials").mkdir(exist_ok=True)
    (tmp_path / "secrets").mkdir(exist_ok=True)
    problem = refused(secrets_dir="secrets")
    assert problem.key == "REDIS_PASSWORD"
    assert problem.found == "a link that leaves its folder"


def test_folder_within_that_is_a_link_out_of_it_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "outside/REDIS_PASSWORD", CANARY)
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/..data").symlink_to("../outside")
    (tmp_path / "secrets/REDIS_PASSWORD").symlink_to("..data/REDIS_PASSWORD")
    assert refused(secrets_dir="secrets").found == "a link that leaves its folder"


@pytest.mark.parametrize("inner", ["", "inner/"])
def test_link_out_of_the_folder_that_comes_after_the_look_is_not_followed(
    inner: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / f"outside/{inner}REDIS_PASSWORD", CANARY)
    write(tmp_path / f"secrets/{inner}REDIS_PASSWORD", "inside")
    if inner:
        (tmp_path / "secrets/REDIS_PASSWORD").symlink_to("inner/REDIS_PASSWORD")
    look = os.path.commonpath

    def swap(paths: list[str]) -> str:
        swapped = tmp_path / "secrets" / (inner or "REDIS_PASSWORD")
        if not swapped.is_symlink():
            swapped.rename(tmp_path / "secrets" / "was")
            swapped.symlink_to(tmp_path / "outside" / (inner or "REDIS_PASSWORD"))
        return look(paths)

    monkeypatch.setattr(contained_file.os.path, "commonpath", swap)
    assert refused(secrets_dir="secrets").key == "REDIS_PASSWORD"


def test_folder_that_kubernetes_swaps_after_the_look_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "secrets/..1/REDIS_PASSWORD", "old")
    write(tmp_path / "secrets/..2/REDIS_PASSWORD", CANARY)
    (tmp_path / "secrets/..data").symlink_to("..1")
    (tmp_path / "secrets/REDIS_PASSWORD").symlink_to("..data/REDIS_PASSWORD")
    look = os.path.commonpath

    def swap(paths: list[str]) -> str:
        if (tmp_path / "secrets/..1").exists():
            (tmp_path / "secrets/..data").unlink()
            (tmp_path / "secrets/..data").symlink_to("..2")
            (tmp_path / "secrets/..1").rename(tmp_path / "gone")
        return look(paths)

    monkeypatch.setattr(contained_file.os.path, "commonpath", swap)
    assert warned(secrets_dir="secrets") == []


@pytest.mark.parametrize("target", ["REDIS_PASSWORD", "nowhere"])
def test_link_that_leads_nowhere_is_refused(target: str, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/REDIS_PASSWORD").symlink_to(target)
    problem = refused(secrets_dir="secrets")
    assert str(problem.origin) == "secrets/REDIS_PASSWORD"
    assert problem.hint


def test_named_file_may_be_a_link_to_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "far/away", CANARY)
    (tmp_path / "link").symlink_to("far/away")
    monkeypatch.setenv("REDIS_PASSWORD_FILE", "link")
    assert warned() == []


def test_folder_where_a_file_is_named_is_refused_without_a_wrong_hint(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "secrets").mkdir()
    monkeypatch.setenv("REDIS_PASSWORD_FILE", "./secrets")
    problem = refused()
    assert problem.found == "a directory: ./secrets"
    assert problem.hint == (
        "name a file that holds the secret in REDIS_PASSWORD_FILE, or set REDIS_PASSWORD itself"
    )


def test_credentials_folder_that_is_not_there_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path / "credentials"))
    problem = refused()
    assert problem.found == "no such file or directory"
    assert problem.hint.endswith("name another folder in CREDENTIALS_DIRECTORY")


def test_default_folder_that_cannot_be_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Secrets were mounted, and the defaults would take their place in silence."""
    write(tmp_path / "run", "no folder")
    monkeypatch.setattr(secret_files, "DEFAULT_FOLDER", str(tmp_path / "run"))
    assert refused().found == "not a directory"


@pytest.mark.parametrize("name", ["/keys/redis", "keys/redis", "./redis", "/run/secrets/REDIS_1"])
def test_name_of_a_missing_file_is_shown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", name)
    assert refused().found == f"there is no such file: {name}"


@pytest.mark.parametrize(
    "text",
    ["hunter2", "p@ss/word", "a+b/c", "QmFzZTY0IGlzIGZ1/abcdefgh", "a b/c", "x" * 5000, "é/ü?"],
)
def test_secret_in_place_of_a_file_s_name_is_not_shown(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", text)
    problem = refused()
    assert text not in str(problem)
    assert "is not shown" in problem.found
    assert str(problem.origin) == "environment variable REDIS_PASSWORD_FILE"


def secret_file(folder: Path) -> Path:
    [path] = [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.read_bytes() == f"{CANARY}\n".encode()
    ]
    return path
