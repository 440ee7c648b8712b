"""Which files are read, and what becomes of those that cannot be."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from integr8s_conf.cli import main

from .projects import usage

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Code

READS = "from integr8s_conf import settings\nsettings.APP_URL\n"


def files(*words: str) -> set[str]:
    return {place.rpartition(":")[0] for _, place in usage(*words).reads}


def test_folders_that_no_team_writes_are_left_out(code: Code) -> None:
    names = (".venv", ".git", "node_modules", "build", "site-packages", "own")
    code(**{f"app__{name}__a": READS for name in names})
    assert files("app") == {"app/own/a.py"}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--exclude", "b"], {"app/a.py", "app/a_pb2.py"}),
        (["--exclude", "*_pb2.py"], {"app/a.py", "app/b/c.py"}),
        (["--exclude", "app/b/"], {"app/a.py", "app/a_pb2.py"}),
        (["--exclude", "app/b/*", "--exclude", "a.py"], {"app/a_pb2.py"}),
        (["--exclude", "**/b/*.py"], {"app/a.py", "app/a_pb2.py"}),
        (["--include", "a*"], {"app/a.py", "app/a_pb2.py"}),
        (["--include", "app/b/*.py"], {"app/b/c.py"}),
    ],
)
def test_patterns_fit_names_and_paths(code: Code, words: list[str], found: set[str]) -> None:
    code(app__a=READS, app__a_pb2=READS, app__b__c=READS)
    assert files("app", *words) == found


def test_file_that_is_named_is_read_in_any_case(code: Code, tmp_path: Path) -> None:
    code(build__a=READS)
    (tmp_path / "script").write_text(READS)
    assert files("build/a.py", "script", "--exclude", "*") == {"build/a.py", "script"}


def test_file_that_has_two_names_is_read_once(code: Code, tmp_path: Path) -> None:
    code(app__a=READS)
    (tmp_path / "app" / "b.py").symlink_to("a.py")
    (tmp_path / "app" / "circle").symlink_to("..")
    found = usage("app", "app/a.py", str(tmp_path))
    assert found.reads == {("APP_URL", "app/a.py:2")}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"ok = 1\nif:\n", 2),
        (b"ok = '\0'\n", None),
        (b"# coding: nowhere\n", None),
        (b"x = '\xff'\n", None),
        (b"(" * 5000 + b")" * 5000, 1),
        (b"x = " + b"-" * 100_000 + b"1", None),
        (b"x = " + b"a." * 20_000 + b"b\nfrom integr8s_conf import settings", None),
    ],
)
def test_file_that_is_no_python_is_a_note(
    code: Code, tmp_path: Path, data: bytes, line: int | None
) -> None:
    code(app__good=READS)
    (tmp_path / "app" / "bad.py").write_bytes(data)
    found = usage("app")
    ((_, place),) = found.of("unparsed-file")
    assert place.partition(":")[0] == "app/bad.py"
    assert line is None or place.endswith(f":{line}")
    assert found.reads == {("APP_URL", "app/good.py:2")}


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + READS.encode(),
        f"# coding: latin-1\n# \xe9\n{READS}".encode("latin-1"),
        READS.replace("\n", "\r\n").encode(),
    ],
)
def test_file_in_any_encoding_is_read(code: Code, tmp_path: Path, data: bytes) -> None:
    code(app__good="")
    (tmp_path / "app" / "a.py").write_bytes(data)
    assert files("app") == {"app/a.py"}


def test_deep_code_is_read(code: Code) -> None:
    text = " + ".join(["settings.APP_URL", *["'a'"] * 900])
    chain = f"settings{'.replace()' * 20}.REDIS_DB"
    code(app__a=f"from integr8s_conf import settings\nx = {text}\ny = {chain}\n")
    assert usage("app").reads == {("APP_URL", "app/a.py:2"), ("REDIS_DB", "app/a.py:3")}


def test_special_file_is_left_out(code: Code, tmp_path: Path) -> None:
    code(app__good=READS)
    os.mkfifo(tmp_path / "app" / "pipe.py")
    assert files("app") == {"app/good.py"}


@pytest.mark.parametrize("words", [("nowhere",), (), ("empty",), ("app", "--write-baseline")])
def test_bad_usage(code: Code, tmp_path: Path, words: tuple[str, ...]) -> None:
    code(app__good=READS)
    (tmp_path / "empty").mkdir()
    assert CliRunner().invoke(main, ["usage", *words]).exit_code == 2


def test_nearest_of_several_modules_of_a_name_is_meant(code: Code) -> None:
    code(
        one__config=READS,
        one__main="from config import settings\nsettings.REDIS_DB",
        two__config="settings = object()",
        two__main="from config import settings\nsettings.REDIS_DB",
    )
    assert {place for key, place in usage(".").reads if key == "REDIS_DB"} == {"one/main.py:2"}


def test_folder_around_what_is_named_makes_no_test(
    code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code(tests__sample__app__main="from integr8s_conf import settings\nsettings.APP_URL")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "config.toml").rename(tmp_path / "elsewhere" / "config.toml")
    monkeypatch.chdir(tmp_path / "elsewhere")
    for name in ("../tests/sample/app", str(tmp_path / "tests" / "sample" / "app" / "main.py")):
        assert not usage(name).of("read-only-in-tests")
