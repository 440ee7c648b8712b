"""``plugins`` lists what is installed, whether it is loaded or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .commands import integr8s_conf

if TYPE_CHECKING:
    from ..conftest import Stranger

MAIL = """
    from integr8s_conf import Section, hookimpl, setting

    class Mail(Section):
        MAIL_HOST: str = setting("x", "a")

    class Postbox(Section):
        POSTBOX_SIZE: int = setting(3, "a")

    @hookimpl
    def integr8s_sections():
        return [Postbox, Mail]

    @hookimpl
    def integr8s_defaults():
        return {"SERVICE_NAME": "mailer"}
"""


def plugin(name: str, **variables: str) -> dict[str, Any]:
    done = integr8s_conf("plugins", "--format", "json", **variables)
    assert done.code == 0
    (found,) = [one for one in json.loads(done.out)["plugins"] if one["name"] == name]
    return found  # type: ignore[no-any-return]


def test_plugin_of_a_stranger_is_listed_with_all_it_brings(stranger: Stranger) -> None:
    stranger(MAIL)
    assert plugin("mail") == {
        "name": "mail",
        "module": "mail_conf.mail",
        "distribution": "mail-conf",
        "version": "1.0",
        "state": "loaded",
        "sections": ["Postbox", "Mail"],
        "hooks": ["integr8s_sections", "integr8s_defaults"],
    }


def test_plugin_that_is_not_allowed_is_blocked_and_not_imported(stranger: Stranger) -> None:
    stranger("raise SystemExit('imported')")
    found = plugin("mail", INTEGR8S_CONF_PLUGINS="core")
    assert (found["state"], found["sections"], found["hooks"]) == ("blocked", [], [])


def test_plugin_that_cannot_be_imported_has_failed_with_the_reason(stranger: Stranger) -> None:
    stranger("import nowhere_at_all")
    done = integr8s_conf("plugins")
    assert done.code == 0
    assert "  mail           failed  mail-conf 1.0" in done.out
    assert "  core           loaded" in done.out
    assert "plugin mail\n    found   the import of mail_conf.mail raised" in done.err


def test_plugin_with_one_bad_hook_has_failed_and_still_brings_the_rest(stranger: Stranger) -> None:
    stranger(MAIL.replace('return {"SERVICE_NAME": "mailer"}', "return 1 / 0"))
    found = plugin("mail")
    assert (found["state"], found["sections"]) == ("failed", ["Postbox", "Mail"])


def test_two_plugins_of_one_name_have_both_failed(stranger: Stranger) -> None:
    stranger(MAIL)
    stranger(MAIL, "mail", "other-conf")
    done = integr8s_conf("plugins", "--format", "json")
    states = [one["state"] for one in json.loads(done.out)["plugins"] if one["name"] == "mail"]
    assert states == ["failed", "failed"]


def test_misspelt_name_on_the_allowlist_is_told() -> None:
    done = integr8s_conf("plugins", INTEGR8S_CONF_PLUGINS="core,kafk")
    assert done.code == 0
    assert "'kafk' in INTEGR8S_CONF_PLUGINS" in done.err
    assert "did you mean kafka?" in done.err


def test_what_a_plugin_prints_is_no_part_of_the_list(stranger: Stranger) -> None:
    stranger(f'print("hello")\n{MAIL.replace(chr(10) + "    ", chr(10))}')
    done = integr8s_conf("plugins", "--format", "json")
    assert json.loads(done.out)["plugins"]
    assert "hello" in done.err
