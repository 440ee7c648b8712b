"""``plugins`` lists what is installed, whether it is loaded or not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..plugins.metadata import rewrite_entry_points
from .commands import integr8s_conf

if TYPE_CHECKING:
    from ..conftest import Stranger, Write

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
        "why": None,
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


def states(**variables: str) -> dict[str, tuple[str, str | None]]:
    done = integr8s_conf("plugins", "--format", "json", **variables)
    return {one["name"]: (one["state"], one["why"]) for one in json.loads(done.out)["plugins"]}


def test_plugin_that_is_not_listed_is_told_apart_from_one_that_is(
    stranger: Stranger, write: Write
) -> None:
    stranger(MAIL)
    write("pyproject.toml", "[tool.integr8s-conf]\nplugins = []\n")
    why = "its distribution is not on the list"
    assert states()["mail"] == ("unlisted", why)
    assert states()["core"] == ("loaded", None)
    assert states(INTEGR8S_ENVIRONMENT="production")["mail"] == ("blocked", why)
    done = integr8s_conf("plugins")
    assert f"sections, defaults    {why}\n" in done.out
    assert "warning: plugin mail (pyproject.toml:2): plugin mail (mail-conf 1.0): its" in done.err


def test_plugin_that_a_variable_blocks_says_which(stranger: Stranger) -> None:
    stranger(MAIL)
    named = states(INTEGR8S_CONF_PLUGINS="core")["mail"]
    assert named == ("blocked", "INTEGR8S_CONF_PLUGINS does not name it")
    off = states(INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD="1")
    assert "INTEGR8S_CONF_DISABLE_PLUGIN_AUTOLOAD is set" in str(off["mail"])
    assert off["core"] == off["mail"]


def test_plugin_for_another_api_is_refused(stranger: Stranger) -> None:
    stranger(MAIL)
    rewrite_entry_points("[integr8s_conf]\nmail = mail_conf.mail\n[integr8s_conf.api]\nmail=v9")
    assert states()["mail"] == (
        "refused",
        "the API range 9.0 or later, below 10 (integr8s_conf.api: v9)",
    )


def test_plugin_that_failed_says_why_beside_its_state(stranger: Stranger) -> None:
    stranger("import os; raise ValueError(os.environ['REDIS_PASSWORD'])")
    state, why = states(REDIS_PASSWORD="canary-77aa01")["mail"]
    assert state == "failed"
    assert str(why).startswith("the import of mail_conf.mail raised ValueError: ****")


def test_order_is_that_of_the_calls(stranger: Stranger) -> None:
    stranger(MAIL, "zebra", "zebra-conf")
    stranger(MAIL.replace("MAIL_", "ANT_").replace("Mail", "Ant").replace("P", "Q"), "ant", "ants")
    done = integr8s_conf("plugins", "--order", "--format", "json")
    order = json.loads(done.out)["order"]
    assert order["integr8s_sections"][0] == "ant"
    assert order["integr8s_sections"][-1] == "zebra"
    assert order["integr8s_defaults"] == ["ant", "zebra"]
    assert order["integr8s_sources"] == []
    assert "\n  integr8s_defaults       ant, zebra\n" in integr8s_conf("plugins", "--order").out


def test_order_and_pin_are_two_questions() -> None:
    assert integr8s_conf("plugins", "--order", "--pin").code == 2
