"""Each rule finds its breach, and leaves what is allowed alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from . import rules
from .modules import Module, module_name

PACKAGE = {"integr8s_conf/__init__.py": '__all__ = ["Section"]'}


def modules(files: dict[str, str]) -> list[Module]:
    return [Module(module_name(Path(path)), Path(path), text) for path, text in files.items()]


SECTION = "integr8s_sections/mail.py"
ENGINE = f"{rules.ENGINE.replace('.', '/')}.py"
HOOK_FUNCTIONS = f"{rules.HOOK_FUNCTIONS.replace('.', '/')}.py"
HOOKSPECS = f"{rules.HOOKSPECS.replace('.', '/')}.py"
WATCHDOG = f"{rules.WATCHDOG.replace('.', '/')}.py"

BREACHES = [
    (rules.core_knows_no_section, "integr8s_conf/a.py", "import integr8s_sections.kafka"),
    (rules.core_knows_no_section, "integr8s_conf/a.py", "from integr8s_sections import kafka"),
    (rules.core_knows_no_section, "integr8s_conf/a.py", "import_module('integr8s_sections.sse')"),
    (rules.core_knows_no_section, "integr8s_conf/a.py", "def f():\n import integr8s_sections"),
    (rules.sections_use_public_names, SECTION, "from integr8s_conf import Catalogue"),
    (rules.sections_use_public_names, SECTION, "from integr8s_conf.section import Section"),
    (rules.sections_use_public_names, SECTION, "import integr8s_conf"),
    (rules.sections_use_public_names, SECTION, "from . import kafka"),
    (rules.sections_use_public_names, SECTION, "from integr8s_sections.kafka import Kafka"),
    (rules.one_module_knows_dynaconf, "integr8s_conf/a.py", "from dynaconf import Validator"),
    (rules.one_module_knows_dynaconf, "integr8s_conf/a.py", "import dynaconf.base"),
    (rules.one_module_knows_dynaconf, HOOKSPECS, "import dynaconf"),
    (
        rules.one_module_knows_dynaconf,
        "integr8s_conf/a.py",
        "if TYPE_CHECKING:\n import dynaconf",
    ),
    (rules.pluggy_has_two_doors, "integr8s_conf/a.py", "from pluggy import HookimplMarker"),
    (rules.pluggy_has_two_doors, HOOKSPECS, "from pluggy import PluginManager"),
    (rules.pluggy_has_two_doors, HOOK_FUNCTIONS, "from pluggy import HookspecMarker"),
    (rules.pluggy_has_two_doors, HOOK_FUNCTIONS, "import pluggy"),
    (
        rules.few_know_the_tools_of_commands_and_tests,
        "integr8s_conf/a.py",
        "def f():\n import rich.table",
    ),
    (
        rules.few_know_the_tools_of_commands_and_tests,
        "integr8s_conf/client.py",
        "from click import echo",
    ),
    (rules.few_know_the_tools_of_commands_and_tests, "integr8s_conf/cli/show.py", "import tomlkit"),
    (rules.few_know_the_tools_of_commands_and_tests, "integr8s_conf/view.py", "import yaml"),
    (
        rules.few_know_the_tools_of_commands_and_tests,
        "integr8s_conf/a.py",
        "def f():\n from hypothesis import given",
    ),
    (rules.rooms_import_downwards, "integr8s_conf/convert/a.py", "from ..cli import b"),
    (rules.rooms_import_downwards, "integr8s_conf/declare/a.py", "from ..discover.b import x"),
    (rules.rooms_import_downwards, "integr8s_conf/declare/a.py", "def f():\n from .. import cli"),
    (rules.only_tests_know_the_test_kit, "integr8s_conf/a.py", "from .testing import x"),
    (
        rules.only_tests_know_the_test_kit,
        "integr8s_conf/cli/a.py",
        "from ..testing.override import x",
    ),
    (rules.only_cli_prints_or_exits, "integr8s_conf/a.py", "print('x')"),
    (rules.only_cli_prints_or_exits, "integr8s_conf/a.py", "print('x', file=sys.stderr)"),
    (rules.only_cli_prints_or_exits, "integr8s_conf/a.py", "sys.stdout.write('x')"),
    (rules.only_cli_prints_or_exits, WATCHDOG, "print('x')"),
    (rules.only_cli_prints_or_exits, "integr8s_conf/a.py", "sys.exit(1)"),
    (rules.only_cli_prints_or_exits, "integr8s_conf/a.py", "raise SystemExit(78)"),
    (rules.only_cli_prints_or_exits, SECTION, "print('x')"),
    (rules.names_say_something, "integr8s_conf/utils.py", ""),
    (rules.names_say_something, "integr8s_conf/settings.py", ""),
    (rules.names_say_something, "tests/helpers/__init__.py", ""),
    (rules.no_function_is_too_long, "integr8s_conf/a.py", "def f():\n" + " x\n" * 50),
    (rules.most_functions_are_short, "integr8s_conf/a.py", "def f():\n" + " x\n" * 25),
    (rules.no_file_is_too_long, "integr8s_conf/a.py", "x\n" * 301),
]

ALLOWED = [
    (rules.core_knows_no_section, SECTION, "import integr8s_sections"),
    (rules.sections_use_public_names, SECTION, "from integr8s_conf import Section\nimport re"),
    (rules.one_module_knows_dynaconf, ENGINE, "import dynaconf.base"),
    (rules.one_module_knows_dynaconf, SECTION, "from dynaconf import Validator"),
    (rules.pluggy_has_two_doors, HOOKSPECS, "from pluggy import HookimplMarker"),
    (rules.pluggy_has_two_doors, HOOK_FUNCTIONS, "from pluggy import PluginManager"),
    (
        rules.few_know_the_tools_of_commands_and_tests,
        "integr8s_conf/cli/show.py",
        "import click, rich",
    ),
    (rules.few_know_the_tools_of_commands_and_tests, "integr8s_conf/export/a.py", "import yaml"),
    (
        rules.few_know_the_tools_of_commands_and_tests,
        "integr8s_conf/a.py",
        "import dynaconf.vendor.click",
    ),
    (
        rules.rooms_import_downwards,
        "integr8s_conf/discover/a.py",
        "from ..declare.b import x\nfrom .c import y\nfrom ..view import z",
    ),
    (
        rules.rooms_import_downwards,
        "integr8s_conf/declare/a.py",
        "if TYPE_CHECKING:\n from ..discover.b import x",
    ),
    (
        rules.only_tests_know_the_test_kit,
        "integr8s_conf/testing/a.py",
        "from .override import x\nfrom ..testing import y",
    ),
    (rules.only_cli_prints_or_exits, "integr8s_conf/cli/show.py", "print('x')\nsys.exit(1)"),
    (rules.only_cli_prints_or_exits, WATCHDOG, "print(file=sys.stderr)"),
    (rules.only_cli_prints_or_exits, "integr8s_conf/a.py", "try: ...\nexcept SystemExit: ..."),
    (rules.only_cli_prints_or_exits, "benchmarks/a.py", "print('x')"),
    (rules.names_say_something, "integr8s_conf/origin.py", ""),
    (rules.no_function_is_too_long, "integr8s_conf/a.py", "def f():\n" + " x\n" * 49),
    (rules.most_functions_are_short, "integr8s_conf/a.py", "def f():\n" + " x\n" * 24),
    (rules.no_file_is_too_long, "integr8s_conf/a.py", "x\n" * 300),
]


@pytest.mark.parametrize(("rule", "path", "text"), BREACHES)
def test_a_breach_is_found(rule, path: str, text: str) -> None:
    assert len(rule(modules(PACKAGE | {path: text}))) == 1


@pytest.mark.parametrize(("rule", "path", "text"), ALLOWED)
def test_what_is_allowed_is_no_breach(rule, path: str, text: str) -> None:
    assert rule(modules(PACKAGE | {path: text})) == []


@pytest.mark.parametrize("line", ["from .b import x", "from . import b", "import integr8s_conf.b"])
def test_a_circle_of_imports_is_found(line: str) -> None:
    files = {"integr8s_conf/a.py": line, "integr8s_conf/b.py": "from integr8s_conf.a import y"}
    [circle] = rules.imports_form_no_circle(modules(files))
    assert "integr8s_conf.a <- integr8s_conf.b" in circle


def test_a_circle_through_a_subpackage_is_found() -> None:
    files = {
        "integr8s_conf/a.py": "from .convert import x",
        "integr8s_conf/convert/__init__.py": "from .numbers import x",
        "integr8s_conf/convert/numbers.py": "from ..a import y",
    }
    assert len(rules.imports_form_no_circle(modules(files))) == 1


@pytest.mark.parametrize(
    "line", ["if TYPE_CHECKING:\n from .b import x", "def f():\n from .b import x"]
)
def test_what_does_not_run_at_import_makes_no_circle(line: str) -> None:
    files = {"integr8s_conf/a.py": line, "integr8s_conf/b.py": "from .a import y"}
    assert rules.imports_form_no_circle(modules(files)) == []


def test_a_public_name_without_a_docstring_of_its_own_is_found() -> None:
    class Inherits(ValueError): ...

    @dataclass
    class Generated:
        x: int

    def function() -> None: ...

    names = {value.__name__: value for value in (Inherits, Generated, function)}
    assert rules.public_names_are_documented({**names, "ROOT": 1}) == [*names]
