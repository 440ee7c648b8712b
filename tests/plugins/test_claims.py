"""One name has one owner: plugins, sections and keys."""

from __future__ import annotations

import shutil
from importlib.metadata import distribution

import pytest

from integr8s_conf import Settings

from .metadata import metadata_file, rewrite_entry_points
from .refusals import only_problem, problems_of


def declaring(*keys: str, section: str = "Mail") -> str:
    body = "\n".join(f'            {key}: str = setting("{key.lower()}", "A key")' for key in keys)
    return f"""
        from integr8s_conf import Section, hookimpl, setting

        class {section}(Section):
{body}

        @hookimpl
        def integr8s_sections():
            return [{section}]
    """


def test_two_distributions_with_one_plugin_name_are_both_named_and_not_loaded(
    stranger, tmp_path
) -> None:
    touch = "import pathlib; pathlib.Path({!r}).touch()"
    stranger(touch.format("acme"), name="mail", distribution="acme-mail")
    stranger(touch.format("zeta"), name="mail", distribution="zeta-mail")
    problem = only_problem()
    assert problem.plugin == "mail"
    assert problem.found == (
        "the name is claimed by acme-mail 1.0 (acme_mail.mail) and zeta-mail 1.0 (zeta_mail.mail); "
        "none of them is loaded"
    )
    assert not (tmp_path / "acme").exists()
    assert not (tmp_path / "zeta").exists()


def test_two_distributions_that_say_the_same_are_both_named(stranger) -> None:
    stranger(declaring("MAIL_HOST"), name="mail", distribution="acme-mail")
    stranger("", name="mail", distribution="zeta-mail")
    rewrite_entry_points("[integr8s_conf]\nmail = acme_mail.mail\n", "zeta-mail")
    assert "acme-mail 1.0 (acme_mail.mail) and zeta-mail 1.0 (acme_mail.mail)" in (
        only_problem().found
    )


def test_one_distribution_that_says_a_name_twice_is_refused(stranger) -> None:
    stranger(declaring("MAIL_HOST"), name="mail")
    stranger(declaring("MAIL_PORT"), name="mail-2")
    rewrite_entry_points("[integr8s_conf]\nmail = mail_conf.mail\nmail = mail_conf.mail_2\n")
    assert "mail-conf 1.0 (mail_conf.mail) and mail-conf 1.0 (mail_conf.mail_2)" in (
        only_problem().found
    )


def test_a_name_of_ours_is_taken_as_any_other(stranger) -> None:
    stranger(declaring("MAIL_HOST"), name="sse", distribution="acme-sse")
    problem = only_problem()
    assert problem.plugin == "sse"
    assert "acme-sse 1.0" in problem.found
    assert "integr8s-conf " in problem.found


def test_two_plugins_with_one_section_name_are_both_named(stranger) -> None:
    stranger(declaring("MAIL_HOST"), name="mail", distribution="acme-mail")
    stranger(declaring("POST_HOST"), name="post", distribution="acme-post")
    problem = only_problem()
    assert problem.found == (
        "plugin mail (acme-mail 1.0) and plugin post (acme-post 1.0) both claim the section Mail"
    )
    assert (problem.section, problem.plugin) == ("Mail", "post")


def test_two_plugins_with_one_key_are_both_named(stranger) -> None:
    stranger(declaring("MAIL_HOST", "MAIL_PORT"), name="mail", distribution="acme-mail")
    stranger(declaring("MAIL_HOST", section="Post"), name="post", distribution="acme-post")
    problem = only_problem()
    assert problem.key == "MAIL_HOST"
    assert problem.found == (
        "plugin mail (acme-mail 1.0) and plugin post (acme-post 1.0) both claim the key MAIL_HOST"
    )
    assert (problem.section, problem.plugin) == ("Post", "post")


def test_keys_that_a_section_inherits_from_another_plugin_are_taken(stranger) -> None:
    stranger(declaring("MAIL_HOST"), name="mail", distribution="acme-mail")
    stranger(
        """
        from acme_mail.mail import Mail
        from integr8s_conf import hookimpl

        class Post(Mail):
            pass

        @hookimpl
        def integr8s_sections():
            return [Post]
        """,
        name="post",
        distribution="acme-post",
    )
    assert only_problem().found == (
        "plugin mail (acme-mail 1.0) and plugin post (acme-post 1.0) both claim the key MAIL_HOST"
    )


def test_a_key_of_ours_is_taken_as_any_other(stranger) -> None:
    stranger(declaring("REDIS_HOST"))
    problem = only_problem()
    assert problem.key == "REDIS_HOST"
    assert "plugin mail (mail-conf 1.0)" in problem.found
    assert "plugin redis (integr8s-conf " in problem.found


def test_one_plugin_that_declares_a_key_twice_is_refused(stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("a", "Host")

        class Post(Section):
            MAIL_HOST: str = setting("b", "Host")

        @hookimpl
        def integr8s_sections():
            return [Mail, Post]
    """)
    problem = only_problem()
    assert problem.key == "MAIL_HOST"
    assert problem.found == "plugin mail (mail-conf 1.0) declares the key MAIL_HOST twice"


def test_one_plugin_that_declares_two_sections_of_one_name_is_refused(stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("a", "Host")

        First = Mail

        class Mail(Section):
            MAIL_PORT: int = setting(25, "Port")

        @hookimpl
        def integr8s_sections():
            return [First, Mail]
    """)
    assert "declares the section Mail twice" in only_problem().found


def test_keys_that_two_sections_inherit_are_one(stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Shared(Section):
            MAIL_HOST: str = setting("a", "Host")

        class Incoming(Shared):
            MAIL_IN: int = setting(143, "Port")

        class Outgoing(Shared):
            MAIL_OUT: int = setting(25, "Port")

        @hookimpl
        def integr8s_sections():
            return [Incoming, Outgoing]
    """)
    settings = Settings()
    from mail_conf.mail import Incoming, Outgoing

    assert settings.section(Incoming).MAIL_HOST == "a"
    assert settings.section(Outgoing).MAIL_HOST == "a"
    assert [key for key in settings if key.startswith("MAIL_")] == [
        "MAIL_HOST",
        "MAIL_IN",
        "MAIL_OUT",
    ]


def test_section_that_a_plugin_returns_twice_counts_once(stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("a", "Host")

        @hookimpl
        def integr8s_sections():
            return [Mail, Mail]
    """)
    assert Settings().MAIL_HOST == "a"


def test_a_distribution_on_two_folders_of_the_path_counts_once(stranger, tmp_path) -> None:
    stranger(declaring("MAIL_HOST"))
    again = tmp_path / "again"
    shutil.copytree(str(distribution("mail-conf").locate_file("")), again)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(again)
        assert Settings().MAIL_HOST == "mail_host"


# Metadata that nobody can read.


@pytest.mark.parametrize("text", ["a line without a sign\n", "\xff"])
def test_unreadable_entry_points_are_a_problem_that_names_the_distribution(stranger, text) -> None:
    stranger(declaring("MAIL_HOST"), name="mail", distribution="acme-mail")
    stranger(declaring("FAX_HOST", section="Fax"), name="fax", distribution="acme-fax")
    rewrite_entry_points(f"[integr8s_conf]\nmail = acme_mail.mail\n{text}", "acme-mail")
    first, second = problems_of(overrides={"MAIL_HOST": "x"})
    assert "entry points of the distribution acme-mail" in first.found
    assert first.hint == "reinstall or uninstall acme-mail"
    assert second.found == "an unknown key"
    assert problems_of(overrides={"FAX_HOST": 1})[-1].plugin == "fax"


def test_unreadable_entry_points_of_others_are_left_to_others(stranger) -> None:
    stranger(declaring("MAIL_HOST"), name="mail", distribution="acme-mail")
    stranger("", name="other", distribution="acme-other")
    rewrite_entry_points("[console_scripts]\na line without a sign\n", "acme-other")
    assert Settings().MAIL_HOST == "mail_host"


def test_distribution_without_metadata_loads(stranger) -> None:
    stranger(declaring("MAIL_HOST"))
    metadata_file("mail-conf", "METADATA").write_text("")
    assert Settings().explain("MAIL_HOST").distribution == "no distribution"
