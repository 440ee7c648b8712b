"""``new-plugin`` writes a whole distribution, or nothing; ``export keys`` renews its table."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.utils import canonicalize_name

from integr8s_conf.cli.command_error import CommandError
from integr8s_conf.cli.written_folder import write_folder
from integr8s_conf.scaffold.names import (
    LONGEST,
    OF_THE_TEMPLATE,
    faults_in_python,
    faults_of_form,
    names_of,
    normal_name,
    suggestion,
)
from integr8s_conf.scaffold.render import files_of

from .commands import integr8s_conf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..conftest import Stranger

FORM = "it must be of lower-case letters a to z, digits, and single hyphens between them"
LONG = "-".join(["abcdefghi"] * 3)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty folder the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def made(here: Path) -> Path:
    """Write the plugin ``acme-mail``; return its folder."""
    assert integr8s_conf("new-plugin", "acme-mail").code == 0
    return here / "acme-mail"


def contents(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def refused(name: str, *options: str) -> tuple[str, ...]:
    """Return what is said against a name, and what to try, where it must be refused."""
    before = contents(Path())
    done = integr8s_conf("new-plugin", *options, "--", name)
    assert (done.code, done.out) == (2, "")
    assert contents(Path()) == before
    return tuple(line.removeprefix("  - ") for line in done.err.splitlines()[1:])


def test_output_names_the_files_and_the_next_commands(here: Path) -> None:
    parent = here / "my plugins"
    parent.mkdir()
    done = integr8s_conf("new-plugin", "acme-mail", "--path", "my plugins")
    assert (done.code, done.err) == (0, "")
    said, _, following = done.out.partition("\n\n")
    head, *files = said.splitlines()
    assert head == "my plugins/acme-mail: written"
    root = parent / "acme-mail"
    written = [path.relative_to(root) for path in root.rglob("*") if path.is_file()]
    assert {file.strip() for file in files} == set(map(str, written))
    assert following.splitlines()[1:] == [
        "  cd 'my plugins/acme-mail' && pip install -e '.[test]'",
        "  pytest",
        "  integr8s-conf check",
    ]
    assert contents(parent) == ["acme-mail"]


def test_metadata_declare_the_plugin(made: Path) -> None:
    project = tomllib.loads((made / "pyproject.toml").read_text())["project"]
    assert project["name"] == "acme-mail"
    assert project["entry-points"] == {
        "integr8s_conf": {"acme-mail": "acme_mail"},
        "integr8s_conf.api": {"acme-mail": "v1"},
    }


def test_author_is_whom_git_knows(here: Path) -> None:
    (here / "known").write_text("[user]\nname = Zoë\n", encoding="utf-8")
    for name, config, author in (("one", "known", "Zoë"), ("two", "none", "the authors of two")):
        integr8s_conf("new-plugin", name, GIT_CONFIG_GLOBAL=config, GIT_CONFIG_NOSYSTEM="1")
        licence = (here / name / "LICENSE").read_text("utf-8")
        assert re.findall(r"^Copyright \(c\) \d{4} (.*)$", licence, re.MULTILINE) == [author]


@pytest.mark.parametrize("name", ["m", "x2-3", LONG])
def test_code_of_any_name_is_formatted_and_has_no_lint(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    write_folder(folder, files_of(names_of(name), author="me", year=2000))
    for words in (("check",), ("format", "--check")):
        command = [sys.executable, "-m", "ruff", *words]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_files_have_names_and_no_trace_of_the_template() -> None:
    for path, text in files_of(names_of("acme-mail"), author="me", year=2000).items():
        assert not re.search(r"\{[{%#]|[%#]\}|PACKAGE|jinja", path + text.replace("${{", ""))


def test_names_that_the_files_use_are_refused() -> None:
    """A plugin called ``section`` would be a class Section, which the module imports."""
    names = names_of("acme-mail")
    files = files_of(names, author="me", year=2000)
    module = {one for one in bound(files["src/acme_mail/__init__.py"]) if one[0].isupper()}
    classes = {one for one in module if not one.startswith(names.prefix)}
    used = classes | set(bound(files["tests/test_acme_mail.py"]))
    own = {one for one in used if one.startswith("test_") or "acme_mail" in one or "Acme" in one}
    assert used - own <= OF_THE_TEMPLATE | {"plugin"}
    assert list(faults_in_python(names_of("section")))


def bound(source: str) -> Iterator[str]:
    """Yield every name that is imported, defined or assigned."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.alias(name=name) | ast.arg(arg=name):
                yield name
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.Name(id=name, ctx=ast.Store()):
                yield name


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Mail_er", (FORM, "try mail-er")),
        ("../mail", (FORM, "try mail")),
        ("mäil", (FORM, "try mail")),
        ("-mail", (FORM, "try mail")),
        ("3d", (FORM, "try d")),
        ("", (FORM,)),
        (f"{LONG}-jklm", (f"it has 34 characters, and may have {LONGEST}", f"try {LONG}")),
        ("class", ("class is a keyword of Python, so no package can be imported by that name",)),
        ("email", ("email is a module of Python's standard library",)),
        ("filter", ("filter is a name that Python has built in",)),
        ("settings", ("the files of a new plugin use the name settings for something else",)),
        ("click", ("the distribution click ",)),
        (
            "integr8s-sections",
            ("its keys would begin with INTEGR8S_SECTIONS_: a name that",),
        ),
        ("mongo", ("its keys would begin with MONGO_, as MONGO_HOST of plugin core ",)),
        ("rate-limit", ("plugin rate_limit (integr8s-conf ",)),
        ("conf", ("its keys would begin with CONF_: a name that begins with CONF_, which is",)),
    ],
)
def test_name_is_refused(name: str, said: tuple[str, ...], here: Path) -> None:
    lines = refused(name)
    assert all(any(line.startswith(start) for line in lines) for start in said), lines


def test_everything_is_said_at_once(here: Path) -> None:
    assert refused("Kafka", "--path", "nowhere") == (
        FORM,
        "plugin kafka (integr8s-conf 0.1.0) is installed",
        "there is no folder nowhere; make it first",
        "try kafka-conf",
    )


def test_terminal_escapes_are_shown_escaped(here: Path) -> None:
    done = integr8s_conf("new-plugin", "a\x1b[31m", "--path", "b\x1b[31m\n")
    assert 'no plugin "a\\u001b[31m" can be written' in done.err
    assert "\x1b" not in done.err


def test_section_of_a_stranger_is_not_claimed_again(stranger: Stranger, here: Path) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            POST_HOST: str = setting("localhost", "Host")

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """,
        name="post",
        distribution="post",
    )
    assert refused("mail") == ("plugin post (post 1.0) has a section Mail", "try mail-conf")
    module, *_ = refused("post")
    assert module == "plugin post (post 1.0) is installed"


@given(st.text() | st.from_regex(r"[A-Za-z0-9._-]{1,40}"))
def test_suggested_name_has_no_faults_and_is_normal(text: str) -> None:
    def faults(given: str) -> Iterator[str]:
        yield from faults_of_form(given)
        yield from faults_in_python(names_of(normal_name(given)))

    better = suggestion(text, faults)
    if better is not None:
        assert list(faults(better)) == []
        assert canonicalize_name(better) == better
        assert names_of(better).package.isidentifier()


@pytest.mark.parametrize("kind", ["folder", "file", "link", "empty folder"])
def test_what_is_there_stays(kind: str, here: Path) -> None:
    there = here / "acme-mail"
    if kind == "file":
        there.write_text("mine")
    elif kind == "link":
        there.symlink_to("nowhere")
    else:
        there.mkdir()
    if kind == "folder":
        (there / "mine").touch()
    before = [path.name for path in here.rglob("*")]
    assert refused("acme-mail") == ("acme-mail is there already, and stays as it is",)
    assert [path.name for path in here.rglob("*")] == before
    assert there.is_symlink() == (kind == "link")


@pytest.mark.parametrize("name", ["taken", "empty"])
def test_folder_that_appears_meanwhile_is_not_written_into(name: str, here: Path) -> None:
    """Between the look and the writing, another process may take the name."""
    (here / "taken").mkdir()
    (here / "taken" / "mine").touch()
    (here / "empty").mkdir()
    with pytest.raises(CommandError, match="cannot be written: File exists"):
        write_folder(here / name, {"file": "text"})
    assert sorted(path.name for path in here.rglob("*")) == ["empty", "mine", "taken"]


def test_nothing_is_left_where_writing_fails(here: Path) -> None:
    with pytest.raises(CommandError, match="cannot be written: File name too long"):
        write_folder(here / "made", {"first": "text", "x" * 300: "text"})
    assert contents(here) == []


README = "# Mine\n\n<!-- keys -->\nold\n<!-- /keys -->\nkept <!-- keys -->\n"


def test_table_is_renewed_between_its_marks_alone(here: Path) -> None:
    (here / "README.md").write_text(README)
    check = integr8s_conf("export", "keys", "sse", "README.md", "--check")
    assert (check.code, check.out) == (1, "")
    assert check.err == "README.md is stale; run the command without --check\n"
    assert (here / "README.md").read_text() == README

    assert integr8s_conf("export", "keys", "sse", "README.md").code == 0
    head, table, tail = re.split(r"<!-- /?keys -->\n", (here / "README.md").read_text(), maxsplit=2)
    assert (head, tail) == ("# Mine\n\n", "kept <!-- keys -->\n")
    assert table.startswith("\n### Sse\n\n| Key | Description | Default | Type, unit and rules |\n")
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == [
        "SSE_CONSUMER_POOL_SIZE",
        "SSE_HEARTBEAT_INTERVAL",
    ]
    assert integr8s_conf("export", "keys", "sse", "README.md", "--check").code == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("no marks", "README.md has no line <!-- keys --> with a line <!-- /keys --> behind it"),
        (README + README, "README.md has no line <!-- keys --> with a line"),
        (None, "README.md cannot be read: "),
    ],
)
def test_file_without_marks_is_refused(text: str | None, said: str, here: Path) -> None:
    if text is not None:
        (here / "README.md").write_text(text)
    done = integr8s_conf("export", "keys", "sse", "README.md")
    assert done.code == 2
    assert said in done.err


def test_table_of_an_unknown_plugin_is_refused(here: Path) -> None:
    (here / "README.md").write_text(README)
    done = integr8s_conf("export", "keys", "kafak", "README.md")
    assert done.code == 78
    assert "did you mean kafka?" in done.err
