"""A baseline accepts what is found now, so that a team sees what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from integr8s_conf.cli import main

from .projects import usage

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Write
    from .conftest import Code

CODE = "from integr8s_conf import settings\nsettings.APP_URI\n"
NAMED = ("app", "--baseline", "usage.toml")


def test_what_a_baseline_accepts_is_left_out_wherever_its_line_goes(
    code: Code, tmp_path: Path
) -> None:
    code(app__main=CODE)
    assert usage("app").code == 1
    assert usage(*NAMED, "--write-baseline").code == 0
    (tmp_path / "app" / "main.py").write_text(f"\n\n{CODE}settings.REDIS_HOTS\n")
    found = usage(*NAMED)
    assert {one.key for one in found.findings} == {"REDIS_HOTS"}
    assert found.code == 1


def test_baseline_has_a_line_for_each_finding_and_is_the_same_each_time(
    code: Code, tmp_path: Path
) -> None:
    code(app__main=CODE)
    usage(*NAMED, "--write-baseline")
    text = (tmp_path / "usage.toml").read_text()
    assert '[usage.undeclared-read]\n"app/main.py" = [\n    "APP_URI",\n]\n' in text
    usage(*NAMED, "--write-baseline")
    assert (tmp_path / "usage.toml").read_text() == text


def test_accepted_finding_that_is_gone_is_a_note_at_its_line(code: Code, tmp_path: Path) -> None:
    code(app__main=CODE)
    usage(*NAMED, "--write-baseline")
    (tmp_path / "app" / "main.py").write_text("")
    found = usage(*NAMED)
    assert found.code == 0
    lines = (tmp_path / "usage.toml").read_text().splitlines()
    line = lines.index('    "APP_URI",') + 1
    assert found.of("stale-baseline") == {("APP_URI", f"usage.toml:{line}")}


def test_parts_of_other_commands_stay(code: Code, write: Write, tmp_path: Path) -> None:
    code(app__main=CODE)
    write("usage.toml", '[lint.redundant-override]\n"a.toml" = ["APP_URL"]\n')
    usage(*NAMED, "--write-baseline")
    text = (tmp_path / "usage.toml").read_text()
    assert '[lint.redundant-override]\n"a.toml" = [\n    "APP_URL",\n]\n' in text
    assert "stale-baseline" not in {one.rule for one in usage(*NAMED).findings}


def test_file_that_is_no_baseline_is_neither_read_nor_replaced(code: Code, tmp_path: Path) -> None:
    code(app__main=CODE)
    before = (tmp_path / "config.toml").read_text()
    for more in ((), ("--write-baseline",)):
        done = CliRunner().invoke(main, ["usage", "app", "--baseline", "config.toml", *more])
        assert (done.exit_code, "is no baseline" in done.output) == (2, True)
    assert (tmp_path / "config.toml").read_text() == before
    missing = CliRunner().invoke(main, ["usage", *NAMED])
    assert (missing.exit_code, "--write-baseline" in missing.output) == (2, True)
