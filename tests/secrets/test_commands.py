"""Neither command line shows a secret, of a sound configuration or of one that is refused."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from ..command_line.commands import Call, Done, dynaconf, integr8s_conf, run_all
from .broken import OF_PROCESS
from .conftest import SECRETS
from .echoes import plugin
from .traces import CANARY, assert_no_canary
from .ways import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

KEYS = ("SECRET_KEY", "MONGO_PASSWORD", "MONGODB_URL", "REDIS_PASSWORD", "secret_key")
VALIDATORS = """
SECRET_KEY = { must_exist = true, len_min = 10000 }
MONGO_PASSWORD = { eq = "x" }
MONGODB_URL = { startswith = "http://" }
REDIS_PASSWORD = { is_type_of = "int" }
MONGO_USER = { is_in = ["a", "b"] }
"""
FORMS: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("list", "--json"),
    ("list", "--all"),
    ("list", "--all", "--json"),
    ("list", "-e", "main"),
    ("list", "-l", "environment"),
    *(
        ("list", "-o", f"made.{ending}", *flat)
        for ending in ("json", "toml", "yaml", "py")
        for flat in ((), ("--output-flat",))
    ),
    *(("list", "-k", key) for key in KEYS),
    *(("list", "-k", key, "--json") for key in KEYS),
    *(("list", "-k", key, "-o", f"made-{key}.{end}") for key in KEYS for end in ("json", "yaml")),
    ("inspect",),
    ("inspect", "-a"),
    ("inspect", "-e", "main"),
    ("inspect", "-n", "2", "-s"),
    *(("inspect", "-f", form) for form in ("yaml", "json", "json-compact")),
    *(("inspect", "-k", key) for key in KEYS),
    *(("inspect", "-k", key, "-f", "yaml") for key in KEYS),
    ("inspect", "-m", "debug"),
    ("inspect", "-m", "debug", "-v"),
    ("inspect", "-m", "debug", "-vv"),
    ("inspect", "-m", "debug", "-vv", "-f", "yaml"),
    *(("inspect", "-m", "debug", "-k", key) for key in KEYS),
    ("validate", "--path", "."),
    ("get", "MONGO_HOST"),
    ("get", "CORS_ORIGINS"),
    ("get", "NOPE"),
)
OWN_FORMS: tuple[tuple[str, ...], ...] = (
    ("show",),
    ("show", "--format", "json"),
    ("show", "--section", "core"),
    ("check",),
    ("check", "--format", "json"),
)
FEW_FORMS = (
    ("list",),
    ("inspect", "-m", "debug", "-vv"),
    ("inspect", "-k", "SECRET_KEY"),
    ("validate", "--path", "."),
)


FEW_OWN_FORMS = (("show",), ("check", "--format", "json"))


def calls(
    folder: Path,
    forms: Iterable[tuple[str, ...]],
    own_forms: Iterable[tuple[str, ...]] = FEW_OWN_FORMS,
    variables: Mapping[str, str] | None = None,
) -> list[Call]:
    """Return calls of both command lines in a folder."""
    instance = ("-i", "integr8s_conf.settings")
    return [
        *(Call("dynaconf", (*instance, *form), folder, variables or {}) for form in forms),
        *(Call("integr8s-conf", form, folder, variables or {}) for form in own_forms),
    ]


@pytest.fixture
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for what commands write."""
    return tmp_path_factory.mktemp("results")


def written(done: list[Done], folder: Path) -> Iterator[str]:
    """Yield all that commands wrote: to their streams, and into files."""
    for one in done:
        yield one.out
        yield one.err
    for path in folder.glob("made*"):
        yield path.read_text(encoding="utf-8")


def test_commands_show_no_secret_of_a_sound_configuration(
    base_file: Callable[[str], Path], secrets: dict[str, str], results: Path
) -> None:
    folder = base_file("").parent
    write(folder / "dynaconf_validators.toml", VALIDATORS)
    done = run_all(calls(folder, FORMS, OWN_FORMS), results)

    codes = {form: one.code for form, one in zip((*FORMS, *OWN_FORMS), done, strict=True)}
    refused = {("validate", "--path", "."), ("get", "NOPE")}
    assert {form for form, code in codes.items() if code} == refused
    assert len(list(folder.glob("made*"))) == 4 + 2 * len(KEYS)
    assert not [one.err for one in done if "Traceback" in one.err]
    assert_no_canary(written(done, folder))


@pytest.mark.parametrize("key", ["SECRET_KEY", "MONGODB_URL"])
def test_get_gives_the_secret_that_it_is_asked_for(
    key: str, base_file: Callable[[str], Path], secrets: dict[str, str]
) -> None:
    done = dynaconf("get", key)
    assert (done.code, done.err) == (0, "")
    assert CANARY in done.out
    assert key != "SECRET_KEY" or done.out == SECRETS[key]


def test_validate_names_the_failing_secret_without_its_text(
    base_file: Callable[[str], Path], secrets: dict[str, str]
) -> None:
    write(base_file("").parent / "dynaconf_validators.toml", VALIDATORS)
    done = dynaconf("validate")
    assert done.code == 1
    for key in ("secret_key", "mongo_password", "mongodb_url", "redis_password", "mongo_user"):
        assert f"Error: {key} must" in done.out
    assert done.out.count("but it is ********") == 5
    assert_no_canary([done.out, done.err])


def test_commands_show_no_secret_of_a_broken_configuration(tmp_path: Path, results: Path) -> None:
    for number, broken in enumerate(OF_PROCESS.values()):
        broken.write(tmp_path / str(number))
        write(tmp_path / str(number) / "dynaconf_validators.toml", VALIDATORS)
    asked = [
        [name, call]
        for number, (name, broken) in enumerate(OF_PROCESS.items())
        for call in calls(tmp_path / str(number), FEW_FORMS, variables=broken.variables)
    ]
    done = run_all([call for _, call in asked], results)

    codes = {
        (call.program, call.arguments[-1], one.code)
        for (_, call), one in zip(asked, done, strict=True)
    }
    assert ("dynaconf", "list", 1) not in codes
    assert ("dynaconf", ".", 0) not in codes
    assert ("integr8s-conf", "show", 0) not in codes
    said = [
        f"{name}, {call.program} {' '.join(call.arguments)}: {text}"
        for (name, call), one in zip(asked, done, strict=True)
        for text in (one.out, one.err)
    ]
    assert not [text for text in said if "Traceback" in text]
    assert_no_canary(said)


@pytest.mark.parametrize(
    ("spot", "writing"),
    [
        ("check of a secret", "its repr"),
        ("rule", "percent-encoded"),
        ("rule that warns", "as it is"),
        ("Validator that raises", "JSON"),
        ("computed value that raises", "as it is"),
        ("import that raises", "percent-encoded in lower case"),
        ("check that raises", "cut"),
    ],
)
def test_commands_show_no_secret_that_a_plugin_echoes(
    spot: str,
    writing: str,
    base_file: Callable[[str], Path],
    secrets: dict[str, str],
    stranger: Callable[[str], None],
    results: Path,
) -> None:
    folder = base_file("").parent
    stranger(plugin(spot, writing))
    variables = {"MAIL_KEY": secrets["MONGO_PASSWORD"]}
    done = run_all(calls(folder, FEW_FORMS, variables=variables), results)
    assert "********" in done[-1].out
    assert_no_canary(written(done, folder))


def test_table_computed_from_secrets_is_masked_in_every_part(
    base_file: Callable[[str], Path],
    secrets: dict[str, str],
    stranger: Callable[[str], None],
    results: Path,
) -> None:
    folder = base_file("").parent
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_TABLE: dict[str, dict[str, str]] = setting(description="a", computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            return {"MAIL_TABLE": lambda s: {"outer": {"inner": str(s["MONGO_USER"])}}}
    """)
    forms = [
        (*command, "-k", key, *more)
        for key in ("MAIL_TABLE", "mail_table.outer.inner", "MAIL_TABLE__outer__inner")
        for command in (("list",), ("inspect",), ("inspect", "-m", "debug"))
        for more in ((), *((("--json",),) if command == ("list",) else ()))
    ]
    done = run_all(calls(folder, forms), results)
    assert {one.code for one in done} == {0}
    assert_no_canary(written(done, folder))


def test_own_json_is_masked(base_file: Callable[[str], Path], secrets: dict[str, str]) -> None:
    done = integr8s_conf("show", "--format", "json")
    keys = {key["key"]: key for part in json.loads(done.out)["sections"] for key in part["keys"]}
    hidden = {name: key["value"] for name, key in keys.items() if key["secret"]}
    assert hidden == dict.fromkeys([*SECRETS, "MONGODB_URL"], "********")
