"""The source tree keeps the rules of the house."""

from __future__ import annotations

from pathlib import Path

import pytest

import integr8s_conf

from . import rules
from .modules import Module, read_modules

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def product() -> list[Module]:
    """Return the modules that are installed: the framework and the sections."""
    return [*read_modules(ROOT, rules.CORE), *read_modules(ROOT / "plugins", rules.SECTIONS)]


@pytest.fixture(scope="module")
def everything(product: list[Module]) -> list[Module]:
    """Return every module of the project, tests included."""
    return [*product, *read_modules(ROOT, "benchmarks", "tests", "docs", ".ci")]


def test_both_packages_are_read(product: list[Module]) -> None:
    """A wrong path would make every other test here pass."""
    assert {module.name.split(".")[0] for module in product} == {rules.CORE, rules.SECTIONS}
    assert len(product) > 40


@pytest.mark.parametrize(
    "name", [rules.CLI, rules.ENGINE, rules.HOOK_FUNCTIONS, rules.HOOKSPECS, rules.WATCHDOG]
)
def test_every_module_that_a_rule_names_exists(product: list[Module], name: str) -> None:
    """A rule that names a module which has moved would hold of nothing."""
    assert any(module.name == name for module in product)


def test_core_imports_no_section(product: list[Module]) -> None:
    assert rules.core_knows_no_section(product) == []


def test_sections_import_only_public_names_of_the_framework(product: list[Module]) -> None:
    assert rules.sections_use_public_names(product) == []


def test_only_engine_imports_dynaconf(product: list[Module]) -> None:
    assert rules.one_module_knows_dynaconf(product) == []


def test_only_hook_functions_and_hookspecs_import_pluggy(product: list[Module]) -> None:
    assert rules.pluggy_has_two_doors(product) == []


def test_only_the_command_line_and_the_test_kit_import_their_tools(product: list[Module]) -> None:
    assert rules.few_know_the_tools_of_commands_and_tests(product) == []


def test_only_the_test_kit_imports_the_test_kit(product: list[Module]) -> None:
    assert rules.only_tests_know_the_test_kit(product) == []


def test_only_the_command_line_prints_or_exits(product: list[Module]) -> None:
    assert rules.only_cli_prints_or_exits(product) == []


def test_rooms_import_only_rooms_below_them(product: list[Module]) -> None:
    assert rules.rooms_import_downwards(product) == []


def test_every_room_has_a_floor(product: list[Module]) -> None:
    names = {
        module.name.split(".")[1]
        for module in product
        if module.within(rules.CORE) and module.name.count(".") > 1
    }
    assert names == {*rules.FLOORS}


def test_imports_form_no_circle(product: list[Module]) -> None:
    assert rules.imports_form_no_circle(product) == []


def test_no_module_has_a_name_that_says_nothing(everything: list[Module]) -> None:
    assert rules.names_say_something(everything) == []


def test_no_function_has_more_than_50_lines(everything: list[Module]) -> None:
    assert rules.no_function_is_too_long(everything) == []


def test_nine_functions_in_ten_have_at_most_25_lines(everything: list[Module]) -> None:
    assert rules.most_functions_are_short(everything) == []


def test_no_file_has_more_than_300_lines(everything: list[Module]) -> None:
    assert rules.no_file_is_too_long(everything) == []


def test_every_public_class_and_function_has_a_docstring() -> None:
    public = {name: getattr(integr8s_conf, name) for name in integr8s_conf.__all__}
    assert rules.public_names_are_documented(public) == []
