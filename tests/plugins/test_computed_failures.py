"""Functions of computed keys that fail, go in circles, or have no key."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .computed_mail import KEYS, URL, mail
from .refusals import only_problem, problems_of
from .sources import plugin

# Circles.


def circle(**reads: str) -> str:
    keys = "\n".join(f'{key}: str = setting(description="k", computed=True)' for key in reads)
    functions = ", ".join(f'"{key}": lambda s: {text}' for key, text in reads.items())
    return plugin(keys, computed=f"{{{functions}}}")


def test_circle_names_the_way(stranger) -> None:
    stranger(circle(MAIL_A='s["MAIL_B"]', MAIL_B='s["MAIL_C"]', MAIL_C='s["MAIL_A"]'))
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("MAIL_A", "mail")
    assert problem.found == "a circle: MAIL_A -> MAIL_B -> MAIL_C -> MAIL_A"


def test_key_that_reads_itself_is_a_circle(stranger) -> None:
    stranger(circle(MAIL_A='s["MAIL_A"]'))
    assert only_problem().found == "a circle: MAIL_A -> MAIL_A"


def test_key_that_leads_to_a_circle_is_none_of_it(stranger) -> None:
    stranger(circle(MAIL_A='s["MAIL_B"]', MAIL_B='s["MAIL_C"]', MAIL_C='s["MAIL_B"]'))
    problem = only_problem()
    assert (problem.key, problem.found) == ("MAIL_B", "a circle: MAIL_B -> MAIL_C -> MAIL_B")


def test_two_circles_are_two_problems(stranger) -> None:
    stranger(
        circle(
            MAIL_A='s["MAIL_B"]', MAIL_B='s["MAIL_A"]', MAIL_C='s["MAIL_D"]', MAIL_D='s["MAIL_C"]'
        )
    )
    assert [problem.key for problem in problems_of()] == ["MAIL_A", "MAIL_C"]


def test_circle_that_a_function_swallows_is_a_circle(stranger) -> None:
    stranger(
        plugin(
            'MAIL_A: str = setting(description="a", computed=True)\n'
            'MAIL_B: str = setting(description="b", computed=True)',
            before="""
                def reading(key):
                    def function(s):
                        try:
                            return s[key]
                        except BaseException:
                            return "something"
                    return function
            """,
            computed='{"MAIL_A": reading("MAIL_B"), "MAIL_B": reading("MAIL_A")}',
        )
    )
    assert only_problem().found == "a circle: MAIL_A -> MAIL_B -> MAIL_A"


def test_circle_is_none_where_one_of_its_keys_is_set(stranger) -> None:
    stranger(circle(MAIL_A='s["MAIL_B"]', MAIL_B='s["MAIL_A"]'))
    assert Settings(overrides={"MAIL_B": "b"}).MAIL_A == "b"


# Functions that fail.


def test_function_that_raises_is_named_with_the_keys_that_it_read(stranger) -> None:
    stranger(mail("lambda s: s['MAIL_HOST'] + s['MAIL_PORT']"))
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == ("MAIL_URL", "Mail", "mail")
    assert problem.found.startswith("its function raised TypeError: can only concatenate str")
    assert problem.found.endswith("(it had read MAIL_HOST, MAIL_PORT)")
    assert problem.hint == "mend the function for MAIL_URL in plugin mail (mail-conf 1.0)"


def test_function_that_raises_at_once_had_read_nothing(stranger) -> None:
    stranger(mail("lambda s: 1 / 0"))
    assert only_problem().found == (
        "its function raised ZeroDivisionError: division by zero (it had read nothing)"
    )


def test_function_that_exits_is_contained(stranger) -> None:
    stranger(mail("lambda s: exit(3)"))
    assert "its function raised SystemExit: 3" in only_problem().found


def test_function_that_reads_an_unknown_key_is_told_the_nearest(stranger) -> None:
    stranger(mail("lambda s: s['MAIL_HOSTT']"))
    assert "no loaded plugin declares MAIL_HOSTT; did you mean MAIL_HOST?" in only_problem().found


@pytest.mark.parametrize(
    ("returned", "found"),
    [("25", "25 (an integer)"), ("None", "none"), ("[]", "a list"), ("s", "a table")],
)
def test_value_of_another_type_is_refused(stranger, returned: str, found: str) -> None:
    stranger(mail(f"lambda s: {returned}"))
    problem = only_problem()
    assert (problem.key, problem.found) == ("MAIL_URL", f"its function returned {found}")
    assert problem.wanted == "a string"


def test_value_beyond_the_bounds_is_refused(stranger) -> None:
    keys = 'MAIL_NEXT: int = setting(description="n", computed=True, le=16)'
    stranger(plugin(keys, computed='{"MAIL_NEXT": lambda s: 17}'))
    problem = only_problem()
    assert problem.found == "its function returned 17 (an integer)"
    assert problem.wanted == "an integer at most 16"


def test_function_cannot_change_what_it_reads(stranger) -> None:
    stranger(mail("lambda s: s['MAIL_HOPS'].append(3)"))
    assert "cannot be changed in place" in only_problem().found


def test_function_cannot_set_a_key(stranger) -> None:
    stranger(mail("lambda s: s.__setitem__('MAIL_PORT', 1)"))
    assert "its function raised AttributeError" in only_problem().found


def test_function_can_ask_which_keys_there_are(stranger) -> None:
    stranger(
        mail("lambda s: str([len(s) == len(list(s)), 'MAIL_PORT' in s, 'X' in s, s.get('X')])")
    )
    assert Settings().MAIL_URL == "[True, True, False, None]"


# What follows from another problem is none of its own.


def test_unsound_input_gives_no_second_problem(stranger) -> None:
    stranger(plugin(KEYS, computed=URL))
    assert only_problem(overrides={"MAIL_PORT": "many"}).key == "MAIL_PORT"


def test_missing_input_gives_no_second_problem(stranger) -> None:
    keys = KEYS.replace('setting("localhost", "Host")', 'setting(description="Host")')
    stranger(plugin(keys, computed=URL))
    assert only_problem().key == "MAIL_HOST"


def test_failure_of_an_input_gives_no_second_problem(stranger) -> None:
    stranger(circle(MAIL_A='s["MAIL_B"]', MAIL_B='s["MAIL_C"]', MAIL_C="1 / 0"))
    assert only_problem().key == "MAIL_C"


CARELESS = """
    def careless(s):
        try:
            return s["MAIL_HOST"]
        except BaseException:
            return "smtp://somewhere"
"""


def test_value_that_hides_an_unsound_input_is_not_judged(stranger) -> None:
    stranger(mail("careless", CARELESS))
    stranger(
        plugin(validators='[rule("MAIL_URL", check=lambda url: False, wanted="never judged")]'),
        "rules",
        "acme-rules",
    )
    assert only_problem(overrides={"MAIL_HOST": 5}).key == "MAIL_HOST"


def test_value_that_hides_an_unsound_input_is_not_shown(stranger, write, python) -> None:
    stranger(mail("careless", CARELESS))
    write("config.toml", "MAIL_HOST = 5\n")
    shown = python("from integr8s_conf import settings; print(settings.explain('MAIL_URL'))")
    assert shown.startswith("MAIL_URL has no sound value\n")
    assert "smtp://somewhere" not in shown


# Functions and declarations that do not fit.


def test_computed_key_without_a_function_is_refused(stranger) -> None:
    stranger(plugin(KEYS))
    problem = only_problem()
    assert (problem.key, problem.plugin) == ("MAIL_URL", "mail")
    assert problem.found == "no function that computes it"
    assert problem.hint == "return {'MAIL_URL': function} from integr8s_computed"


def test_function_for_a_key_that_nobody_declares_is_skipped_and_shown(stranger, python) -> None:
    stranger(plugin(computed='{"WEATHER_URL": lambda s: 1 / 0}'))
    assert Settings().REDIS_PORT == 6379
    shown = python("""
        import contextlib, sys
        from integr8s_conf.cli import main
        with contextlib.redirect_stderr(sys.stdout):
            main(["show"], standalone_mode=False)
    """)
    assert (
        "skipped: a computed value of WEATHER_URL of plugin mail (mail-conf 1.0): "
        "no loaded plugin declares WEATHER_URL"
    ) in shown


def test_function_for_a_key_that_is_not_computed_is_refused(stranger) -> None:
    stranger(plugin(computed='{"REDIS_HOST": lambda s: "a"}'))
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == ("REDIS_HOST", "Redis", "mail")
    assert problem.found == "a function of plugin mail (mail-conf 1.0)"
    assert problem.hint == "declare REDIS_HOST with computed=True, or remove the function"


def test_two_functions_for_one_key_are_refused(stranger) -> None:
    stranger(plugin(KEYS, computed=URL), name="mail", distribution="acme-mail")
    stranger(plugin(computed=URL), name="urls", distribution="acme-urls")
    problem = only_problem()
    assert problem.key == "MAIL_URL"
    assert problem.found == (
        "plugin mail (acme-mail 1.0) and plugin urls (acme-urls 1.0) both compute it"
    )


@pytest.mark.parametrize(
    ("function", "found"), [("'smtp://'", "a string"), ("later", "an async function")]
)
def test_what_is_no_function_is_refused(stranger, function: str, found: str) -> None:
    stranger(mail(function, "async def later(s):\n    return 'a'"))
    problem = only_problem()
    assert (problem.key, problem.found) == ("MAIL_URL", f"{found} of plugin mail (mail-conf 1.0)")
