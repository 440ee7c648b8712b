"""A bad declaration names plugin, section and key, and says what to write."""

from __future__ import annotations

import pytest

from integr8s_conf import Settings

from .refusals import only_problem, problems_of
from .sources import plugin

BAD = [
    # No type, or one that cannot be read.
    (
        'MAIL_HOST = setting("localhost", "Host")',
        "MAIL_HOST",
        "a setting() without a type",
        "write MAIL_HOST: TYPE = setting(...)",
    ),
    (
        'MAIL_HOST: "Hostname" = setting("localhost", "Host")',
        "MAIL_HOST",
        "the type Hostname, which raised NameError: name 'Hostname' is not defined",
        "import or define the type above the class",
    ),
    (
        'MAIL_HOST: "list[" = setting("localhost", "Host")',
        "MAIL_HOST",
        "the type list[, which raised SyntaxError",
        "import or define the type above the class",
    ),
    (
        'MAIL_HOST: "exit(3)" = setting("localhost", "Host")',
        "MAIL_HOST",
        "the type exit(3), which raised SystemExit: 3",
        "import or define the type above the class",
    ),
    # No setting().
    (
        'MAIL_HOST: str = "localhost"',
        "MAIL_HOST",
        "a plain value (a string)",
        "write MAIL_HOST: str = setting(DEFAULT, DESCRIPTION)",
    ),
    (
        "MAIL_PORT = 25",
        "MAIL_PORT",
        "a plain value (an integer)",
        "write MAIL_PORT: TYPE = setting(DEFAULT, DESCRIPTION)",
    ),
    (
        "MAIL_ROUTES: dict[str, str]",
        "MAIL_ROUTES",
        "a type alone",
        "write MAIL_ROUTES: dict[str, str] = setting(DEFAULT, DESCRIPTION)",
    ),
    # Names.
    *(
        (
            f'{name}: str = setting("x", "X")',
            name,
            f"the name {name}, which is not of upper-case words joined by single underscores",
            hint,
        )
        for name, hint in [
            ("mail_host", "write MAIL_HOST, in"),
            ("Mail_Host", "write MAIL_HOST, in"),
            ("MAIL__HOST", "write MAIL_HOST, in"),
            ("_MAIL_HOST", "write MAIL_HOST, in"),
            ("MAIL_", "write MAIL, in"),
            ("MÄIL", "choose another name"),
        ]
    ),
    (
        'CONF_MAIL: str = setting("x", "X")',
        "CONF_MAIL",
        "a name that begins with CONF_, which is reserved",
        "choose another name",
    ),
    (
        'INTEGR8S_MAIL: str = setting("x", "X")',
        "INTEGR8S_MAIL",
        "a name that begins with INTEGR8S_, which is reserved",
        "choose another name",
    ),
    *(
        (
            f'{name}: str = setting("x", "X")',
            name,
            "a name that is dynaconf's own",
            "choose another",
        )
        for name in ("DYNACONF_MERGE", "LOADERS_FOR_DYNACONF", "SETTINGS_MODULE", "RENAMED_VARS")
    ),
    # Keywords that do not fit.
    ('MAIL_A: str = setting("x", "X", gt=1)', "MAIL_A", "gt= does not fit a string", "the type"),
    ("MAIL_A: bool = setting(True, 'X', le=1)", "MAIL_A", "le= does not fit", "the type"),
    ("MAIL_A: int = setting(1, 'X', ge='many')", "MAIL_A", "ge='many' is not an int", "keyword"),
    (
        "MAIL_A: int = setting(1, 'X', min_length=1)",
        "MAIL_A",
        "min_length= and max_length= do not fit an integer",
        "change the keyword or the type",
    ),
    ("MAIL_A: int = setting(1, 'X', pattern='1')", "MAIL_A", "pattern= does not fit", "the type"),
    (
        "MAIL_A: str = setting('x', 'X', pattern='(')",
        "MAIL_A",
        "pattern= is no regular expression",
        "change the keyword",
    ),
    (
        "MAIL_A: int = setting(1, 'X', secret=True)",
        "MAIL_A",
        "a secret is declared as str or str | None",
        "change the keyword or the type",
    ),
    (
        "MAIL_A: complex = setting(1j, 'X')",
        "MAIL_A",
        "no converter for the type complex; give setting() a cast=",
        "change the keyword or the type",
    ),
    (
        "MAIL_A: str = setting('x', 'X', computed=True)",
        "MAIL_A",
        "a default of a computed key",
        "drop the default, or computed=True",
    ),
    (
        "MAIL_A: str = setting('x', 'X', distinct=True, per_worker=False)",
        "MAIL_A",
        "distinct=True with per_worker=False",
        "drop one of the two",
    ),
    (
        "MAIL_A: str = setting(description='X', distinct=True, computed=True)",
        "MAIL_A",
        "distinct=True of a computed key",
        "say distinct=True of a key that it is computed from",
    ),
    ("MAIL_A: str = setting('x', 'X', check='y')", "MAIL_A", "check='y'", "give check= a function"),
    ("MAIL_A: str = setting('x', 'X', cast=5)", "MAIL_A", "cast=5", "give cast= a function"),
    (
        "MAIL_A: Broken = setting(1, 'X')",
        "MAIL_A",
        "a declaration that raised NameError: name 'Nowhere' is not defined",
        "change the keyword or the type",
    ),
]
BROKEN = """
    import dataclasses

    @dataclasses.dataclass
    class Broken:
        field: "Nowhere"
"""


@pytest.mark.parametrize(
    ("line", "key", "found", "hint"), BAD, ids=[f"{key}-{found[:30]}" for _, key, found, _ in BAD]
)
@pytest.mark.parametrize("future", ["", "from __future__ import annotations\n"])
def test_bad_declaration_is_refused(stranger, line, key, found, hint, future) -> None:
    stranger(future + plugin(f"{line}\nMAIL_B: int = setting(1, 'B', ge=1)", before=BROKEN))
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == (key, "Mail", "mail")
    assert problem.found.startswith(found)
    assert hint in problem.hint
    assert problem.hint.endswith("in mail_conf.mail.Mail of plugin mail (mail-conf 1.0)")


def test_good_keys_beside_a_bad_one_are_declared(stranger) -> None:
    stranger(
        "from __future__ import annotations\n"
        + plugin("MAIL_A: Nowhere = setting(1, 'A')\nMAIL_B: int = setting(1, 'B', ge=1)")
    )
    first, second = problems_of(overrides={"MAIL_B": 0})
    assert (first.key, second.key) == ("MAIL_A", "MAIL_B")


def test_every_bad_declaration_is_reported(stranger) -> None:
    stranger(
        plugin("""
            MAIL_A: int = setting("a", "A")
            MAIL_B = setting(1, "B")
            MAIL_C: str = setting("c", "C", gt=1)
        """)
    )
    assert {problem.key for problem in problems_of()} == {"MAIL_A", "MAIL_B", "MAIL_C"}


def test_plain_value_of_a_bad_declaration_is_not_shown(stranger) -> None:
    stranger(plugin('MAIL_PASSWORD: str = "hunter2"'))
    assert "hunter2" not in str(only_problem())


def test_what_is_no_key_is_left_alone(stranger) -> None:
    stranger(
        plugin("""
            from typing import ClassVar

            MAIL_PORT: int = setting(25, "Port")
            LIMIT: ClassVar[int] = 5
            OTHER: ClassVar = 6
            _PATTERN = "private"
            _HIDDEN: str = "private"
            lower: int = 7

            def method(self):
                return self.MAIL_PORT
        """)
    )
    settings = Settings()
    assert [key for key in settings if settings.explain(key).plugin == "mail"] == ["MAIL_PORT"]


def test_types_are_read_where_the_section_was_written(stranger) -> None:
    """Types of the module, of the class, and of a class that it inherits from elsewhere."""
    stranger(
        "from __future__ import annotations\n"
        + plugin(
            "class Inner(Enum):\n    A = 1\n\nMAIL_A: Inner = setting(1, 'A')\n"
            "MAIL_B: Literal['x'] = setting('x', 'B')\nMAIL_C: Nowhere = setting(1, 'C')",
            before="from enum import Enum\nfrom typing import Literal",
        )
    )
    problem = only_problem()
    assert problem.key == "MAIL_C"


# Former names.


@pytest.mark.parametrize(
    ("old", "hint"),
    [
        ("REDIS_HOST", "REDIS_HOST is a key of plugin redis (integr8s-conf "),
        ("MAIL_HOST", "MAIL_HOST is a key of plugin mail (mail-conf 1.0)"),
    ],
)
def test_former_name_that_is_a_key_is_refused(stranger, old: str, hint: str) -> None:
    stranger(plugin(f'MAIL_HOST: str = setting("a", "Host", renamed_from="{old}")'))
    problem = only_problem()
    assert (problem.key, problem.section, problem.plugin) == ("MAIL_HOST", "Mail", "mail")
    assert problem.found == f"renamed_from='{old}' of plugin mail (mail-conf 1.0)"
    assert problem.hint.startswith(hint)


def test_former_name_of_two_keys_is_refused(stranger) -> None:
    stranger(
        plugin("""
            MAIL_HOST: str = setting("a", "Host", renamed_from="SMTP")
            MAIL_NAME: str = setting("a", "Name", renamed_from="SMTP")
        """)
    )
    problem = only_problem()
    assert problem.key == "MAIL_NAME"
    assert problem.hint == "MAIL_HOST of plugin mail (mail-conf 1.0) has it; drop one of the two"
