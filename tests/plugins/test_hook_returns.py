"""What a hook does and returns is judged, and laid to its plugin."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .refusals import only_problem, problems_of


def returning(text: str, hook: str = "integr8s_sections") -> str:
    return f"""
        from integr8s_conf import Section, hookimpl

        @hookimpl
        def {hook}():
            return {text}
    """


def test_hook_that_raises_is_named_with_its_cause(stranger) -> None:
    stranger(returning("1 / 0"))
    problem = only_problem()
    assert problem.found == (
        "integr8s_sections raised ZeroDivisionError: division by zero, "
        "in plugin mail (mail-conf 1.0)"
    )


def test_hook_that_exits_is_contained(stranger) -> None:
    stranger(returning("exit(2)"))
    assert "integr8s_sections raised SystemExit: 2" in only_problem().found


def test_interrupt_in_a_hook_passes(stranger) -> None:
    stranger(returning("(_ for _ in ()).throw(KeyboardInterrupt)"))
    with pytest.raises(KeyboardInterrupt):
        Settings()


def test_hook_that_raises_costs_no_other_hook_of_its_plugin(stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_PORT: int = setting(25, "Port", ge=1)
            MAIL_URL: str = setting(description="URL", computed=True)

        @hookimpl
        def integr8s_sections():
            return [Mail]

        @hookimpl
        def integr8s_computed():
            raise ValueError("no functions today")
    """)
    first, second = problems_of(overrides={"MAIL_PORT": 0})
    assert "integr8s_computed raised ValueError: no functions today" in first.found
    assert second.key == "MAIL_PORT"


@pytest.mark.parametrize(
    ("hook", "text", "found"),
    [
        ("integr8s_sections", "None", "returned none"),
        ("integr8s_sections", "Section", "returned the class Section"),
        ("integr8s_sections", "[Section]", "returned a list with the class Section in it"),
        ("integr8s_sections", "[str]", "returned a list with the class str in it"),
        ("integr8s_sections", "['Mail']", "returned a list with a string in it"),
        ("integr8s_sections", "(x for x in ())", "returned a generator"),
        ("integr8s_defaults", "['LOG_LEVEL']", "returned a list"),
        ("integr8s_defaults", "{1: 2}", "returned a table with an integer as a key"),
        ("integr8s_validators", "{}", "returned a table"),
        ("integr8s_validators", "'MAIL_PORT'", "returned a string"),
        ("integr8s_computed", "[]", "returned a list"),
    ],
)
def test_hook_that_returns_another_shape_is_told_which(stranger, hook, text, found) -> None:
    stranger(returning(text, hook))
    problem = only_problem()
    assert f"{hook} {found}, in plugin mail" in problem.found
    assert problem.hint.startswith("write: return ")


def test_mapping_that_raises_when_it_is_read_is_contained(stranger) -> None:
    stranger("""
        from collections import UserDict
        from integr8s_conf import hookimpl

        class Broken(UserDict):
            def __iter__(self):
                raise OSError("gone")

        @hookimpl
        def integr8s_defaults():
            return Broken()
    """)
    assert "integr8s_defaults raised OSError: gone" in only_problem().found


@pytest.mark.parametrize("item", ["'rule'", "lambda: True", "None"])
def test_item_that_is_neither_rule_nor_validator_is_refused(stranger, item: str) -> None:
    stranger(returning(f"[{item}]", "integr8s_validators"))
    problem = only_problem()
    assert "from integr8s_validators of plugin mail" in problem.found
    assert problem.hint == "return rule(...) or Validator(...)"
