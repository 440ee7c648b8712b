"""What is generated says what became of keys that were renamed, deprecated or removed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from ..command_line.commands import integr8s_conf

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

MAIL = '''
    from integr8s_conf import Section, hookimpl, removed, setting

    class Mail(Section):
        """Outgoing mail."""

        MAIL_HOST: str = setting(
            "a", "Host", renamed_from=("SMTP_HOST", "SMTP"), renamed_in="2.0", removed_in="3.0"
        )
        MAIL_X: int = setting(1, "X", deprecated="use MAIL_HOST", deprecated_in="2.1")
        MAIL_SPOOL = removed("mail is no longer spooled", version="2.0")

    class Post(Section):
        """Incoming mail."""

        POST_HOST: str = setting("a", "Host")

    @hookimpl
    def integr8s_sections():
        return [Mail, Post]
'''


@pytest.fixture(autouse=True)
def _mail(stranger: Stranger, write: Write) -> None:
    stranger(MAIL)
    write("config.toml", "")


def exported(form: str) -> str:
    done = integr8s_conf("export", form)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_reference_names_former_names_versions_and_removed_keys() -> None:
    page = exported("docs")
    of_mail = page[page.index("## Mail") : page.index("## Post")]
    assert (
        "Host (formerly `SMTP_HOST`, `SMTP`, since mail-conf 2.0; the former name goes in 3.0)"
    ) in of_mail
    assert "X (deprecated (since mail-conf 2.1): use MAIL_HOST)" in of_mail
    assert "Removed keys:\n\n- `MAIL_SPOOL` (in mail-conf 2.0): mail is no longer spooled\n" in page
    assert page.count("Removed keys:") == of_mail.count("Removed keys:") == 1


@pytest.mark.parametrize(
    ("values", "good"),
    [
        ({"SMTP_HOST": "b"}, True),
        ({"SMTP": "b"}, True),
        ({"SMTP": 1}, False),
        ({"MAIL_SPOOL": "b"}, False),
        ({"MAIL_SPOOL": {}}, False),
    ],
)
def test_schema_takes_former_names_and_no_removed_key(
    values: dict[str, object], good: bool
) -> None:
    assert Draft202012Validator(json.loads(exported("schema"))).is_valid(values) is good


def test_schema_says_what_became_of_a_key() -> None:
    found = json.loads(exported("schema"))["properties"]
    assert [found[name].get("deprecated", False) for name in ("SMTP_HOST", "SMTP", "MAIL_X")] == [
        True, True, True,
    ]  # fmt: skip
    assert [found[name]["description"] for name in ("SMTP", "MAIL_X", "MAIL_SPOOL")] == [
        "The former name of MAIL_HOST (since mail-conf 2.0; it goes in 3.0).",
        "X. Deprecated (since mail-conf 2.1): use MAIL_HOST.",
        "Removed in mail-conf 2.0: mail is no longer spooled.",
    ]


def test_stub_and_files_tell_of_deprecation_and_have_no_removed_key() -> None:
    said = "deprecated (since mail-conf 2.1): use MAIL_HOST"
    texts = {form: exported(form) for form in ("stubs", "config", "env")}
    assert {
        form: (said in text, "MAIL_SPOOL" in text) for form, text in texts.items()
    } == dict.fromkeys(texts, (True, False))


def test_explanation_tells_of_deprecation_and_former_names() -> None:
    done = integr8s_conf("explain", "MAIL_X", "smtp")
    assert "── deprecated (since mail-conf 2.1): use MAIL_HOST\n" in done.out
    assert 'MAIL_HOST = "a"\n' in done.out
    assert "── formerly SMTP_HOST, SMTP\n" in done.out
    gone = integr8s_conf("explain", "MAIL_SPOOL")
    assert gone.code == 2
    assert "MAIL_SPOOL was removed in mail-conf 2.0: mail is no longer spooled" in gone.err
