"""Everything that is wrong is found in one go: no problem hides another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from integr8s_conf import ConfigError

    from ..conftest import Stranger
    from .conftest import Refuse

pytestmark = pytest.mark.filterwarnings("ignore::integr8s_conf.ConfigWarning")

BAD_TOML = "MONGO_HOST = mongo\n"
UNKNOWN = "WEB_THREDS = 4\n"
WRONG_TYPE = 'WEB_TIMEOUT = "60"\n'
BROKEN_RULE = "DLQ_WARNING_THRESHOLD = 100\nDLQ_CRITICAL_THRESHOLD = 50\n"
TEXT_OF_LINES = 'PROJECT_NAME = """\na\n"""\n'


def places(error: ConfigError) -> list[str]:
    return [str(problem.origin) for problem in error.problems]


def keys(error: ConfigError) -> list[str | None]:
    return [problem.key for problem in error.problems]


def test_bad_toml_hides_nothing_in_another_file(refuse: Refuse) -> None:
    override = UNKNOWN + WRONG_TYPE + BROKEN_RULE
    error = refuse(BAD_TOML, files={"worker.toml": override}, override_path="worker.toml")
    assert places(error) == ["config.toml:1:14", *(f"worker.toml:{line}" for line in (1, 2, 3))]


def test_bad_toml_in_the_override_hides_nothing_in_the_base(refuse: Refuse) -> None:
    base = UNKNOWN + WRONG_TYPE + BROKEN_RULE
    error = refuse(base, files={"worker.toml": BAD_TOML}, override_path="worker.toml")
    assert places(error) == ["config.toml:1", "config.toml:2", "config.toml:3", "worker.toml:1:14"]


@pytest.mark.parametrize(
    "fault",
    [
        'MONGO_HOST = "mongo\n',
        "MONGO_HOST = 'mongo\n",
        "MONGO_HOST mongo\n",
        "MONGO_HOST: mongo\n",
        "MONGO_HOST =\n",
        "// MONGO_HOST\n",
        "=====\n",
        "]\n",
        "[mongo\n",
        "MONGO_HOST = [1, 2\n",
        "MONGO_HOST = { a = 1\n",
        "MONGO_HOST = { a = 1,\n",
        "MONGO_HOST = {\n",
        "MONGO_HOST = 2026-13-45\n",
        "MONGO_PORT = 1\nMONGO_PORT = 2\n",
        "\x1b\n",
        "MONGO_PORT = " + "9" * 5000 + "\n",
    ],
)
@pytest.mark.parametrize("before", [True, False])
def test_bad_toml_hides_nothing_in_the_same_file(fault: str, before: bool, refuse: Refuse) -> None:
    sound = UNKNOWN + WRONG_TYPE + BROKEN_RULE
    error = refuse(fault + sound if before else sound + fault)
    assert [key for key in keys(error) if key and "MONGO" not in key] == [
        "WEB_THREDS",
        "WEB_TIMEOUT",
        "DLQ_WARNING_THRESHOLD",
    ]
    assert len(error.problems) == 4, str(error)


@pytest.mark.parametrize(
    "fault",
    [
        'CORS_ORIGINS = [\n  "https://a",\n  "https://b"\n',
        'CORS_ORIGINS = [\n  "https://a",\n  "https://b",\n',
        'CORS_ORIGINS = [\n  "https://a"\n  "https://b",\n]\n',
        'CORS_ORIGINS = [\n  "https://a",\n  https://b,\n]\n',
        'CORS_ORIGINS = [\n  "https://a",\n  "https://b",\n}\n',
        "K8S_NAMESPACE = '''\na\n'''b\n",
        'K8S_NAMESPACE = """\n\\q\n"""\n',
        "SSL_KEYFILE = {\n  a = 1\n  b = 2\n}\n",
    ],
)
def test_fault_in_a_value_of_several_lines_is_one_fault(fault: str, refuse: Refuse) -> None:
    error = refuse(WRONG_TYPE + fault + UNKNOWN)
    assert len(error.problems) == 3, str(error)
    assert keys(error) == ["WEB_TIMEOUT", None, "WEB_THREDS"]


def test_every_fault_of_a_file_is_found(refuse: Refuse) -> None:
    faults = ["MONGO_HOST = mongo", "// web", "WEB_THREADS 4", "SECURE_COOKIES = True", "[kafka"]
    error = refuse("\n".join(f"{fault}\n# and so on" for fault in faults))
    assert [problem.origin.line for problem in error.problems if problem.origin] == [1, 3, 5, 7, 9]


def test_rule_between_two_other_keys_is_judged(refuse: Refuse) -> None:
    error = refuse(WRONG_TYPE + BROKEN_RULE)
    assert keys(error) == ["WEB_TIMEOUT", "DLQ_WARNING_THRESHOLD"]


@pytest.mark.parametrize("fault", ['"100"', "mongo", "0"])
@pytest.mark.parametrize("key", ["DLQ_WARNING_THRESHOLD", "DLQ_CRITICAL_THRESHOLD"])
def test_rule_is_skipped_for_a_key_with_a_problem_of_its_own(
    key: str, fault: str, refuse: Refuse
) -> None:
    """Its default, or what another layer says, is not what is meant."""
    other = {"DLQ_WARNING_THRESHOLD": "DLQ_CRITICAL_THRESHOLD = 1\n"}.get(
        key, "DLQ_WARNING_THRESHOLD = 5000\n"
    )
    error = refuse(f"{other}{key} = {fault}\n")
    assert len(error.problems) == 1
    assert places(error)[0].startswith("config.toml:2")


def test_rule_is_judged_on_what_a_higher_layer_says_in_place_of_a_fault(refuse: Refuse) -> None:
    error = refuse("DLQ_CRITICAL_THRESHOLD = fifty\n", env={"INTEGR8S_DLQ_CRITICAL_THRESHOLD": "1"})
    assert keys(error) == ["DLQ_WARNING_THRESHOLD", None]


def test_all_layers_are_reported_together(refuse: Refuse) -> None:
    error = refuse(
        UNKNOWN,
        files={"worker.toml": WRONG_TYPE, ".env": "INTEGR8S_BCRYPT_ROUNDS=four\n", "keys/x": ""},
        env={
            "INTEGR8S_SERVER_PORT": "https",
            "INTEGR8S_SERVER_PROT": "1",
            "MONGO_USER_FILE": "./u",
        },
        override_path="worker.toml",
        secrets_dir="keys",
        overrides={"REDIS_DB": -1, "REDIS_DATABASE": 1},
    )
    assert keys(error) == [
        *("WEB_THREDS", "WEB_TIMEOUT", "BCRYPT_ROUNDS", "MONGO_USER", "SERVER_PORT"),
        *("SERVER_PROT", "REDIS_DB", "REDIS_DATABASE"),
    ]


def test_refused_secrets_of_production_are_reported_beside_the_rest(refuse: Refuse) -> None:
    error = refuse(f'ENVIRONMENT = "production"\n{WRONG_TYPE}{BAD_TOML}')
    assert keys(error) == [
        *("SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD"),
        *("WEB_TIMEOUT", None),
    ]


def test_plugins_are_reported_beside_files(refuse: Refuse, stranger: Stranger) -> None:
    stranger("raise ImportError('no luck')")
    error = refuse(BAD_TOML + UNKNOWN)
    assert [(problem.plugin, str(problem.origin)) for problem in error.problems] == [
        ("mail", "None"),
        (None, "config.toml:1:14"),
        (None, "config.toml:2"),
    ]


def test_file_that_cannot_be_read_hides_nothing_of_the_others(refuse: Refuse) -> None:
    error = refuse(
        files={"config.toml": b"\xff", "worker.toml": UNKNOWN}, override_path="worker.toml"
    )
    assert places(error) == ["config.toml:1:1", "worker.toml:1"]


def test_key_in_a_faulty_line_is_not_called_missing(refuse: Refuse, stranger: Stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting(description="SMTP host")

        @hookimpl
        def integr8s_sections():
            return [Mail]
    """)
    for line in ("MAIL_HOST = smtp", "MAIL_HOST smtp", "MAIL_HOST: smtp", 'MAIL_HOST = "smtp'):
        error = refuse(f"{line}\n")
        assert keys(error) == [None], str(error)
