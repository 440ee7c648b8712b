"""What is wrong between declared keys and the code: at which line, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from integr8s_conf import Settings

from .projects import usage

if TYPE_CHECKING:
    from ..conftest import Stranger, Write
    from .conftest import Code

START = "from integr8s_conf import Settings, settings\n"


def test_unread_key_is_at_its_line_else_at_its_section(code: Code) -> None:
    code(app__main=f"{START}settings.APP_URL")
    unread = usage("app").of("unread-key")
    assert {("REDIS_DB", "config.toml:2"), ("REDIS_HOST", "section Redis")} <= unread
    assert "APP_URL" not in {key for key, _ in unread}


def test_every_line_that_sets_an_unread_key_anew_is_found(code: Code, write: Write) -> None:
    code(app__main=f"{START}settings.APP_URL")
    write("config.worker.toml", "# A worker\nREDIS_DB = 2\nAPP_URL = 'https://a'\n")
    write("config.other.toml", "REDIS_DB = 3\n")
    assert usage("app").of("unread-override") == {
        ("REDIS_DB", "config.worker.toml:2"),
        ("REDIS_DB", "config.other.toml:1"),
    }


def test_keys_of_another_base_file_are_set_anew(code: Code, write: Write) -> None:
    code(app__main=START)
    keys = [f"K8S_POD_{part}" for part in ("CPU_LIMIT", "CPU_REQUEST", "MEMORY_LIMIT")]
    keys += ["APP_URL", "REDIS_DB", "REDIS_HOST", "REDIS_PORT", "SERVER_HOST", "LOG_LEVEL"]
    keys += ["SERVICE_NAME", "SERVICE_VERSION"]
    write("config.test.toml", "".join(f'{key} = "1"\n' for key in keys))
    assert ("SERVICE_NAME", "config.test.toml:10") in usage("app").of("unread-override")


def test_what_only_tests_read_is_found_and_is_not_unread(code: Code) -> None:
    code(
        app__main=f"{START}settings.APP_URL",
        tests__app=f"{START}settings.REDIS_DB, settings.APP_URL",
        app__test_more=f"{START}settings.REDIS_HOST",
        app__more_test=f"{START}settings.REDIS_PORT",
        app__conftest=f"{START}settings.REDIS_SSL",
        app__contest=f"{START}settings.LOG_LEVEL",
    )
    found = usage("app", "tests")
    assert {key for key, _ in found.of("read-only-in-tests")} == {
        "REDIS_DB",
        "REDIS_HOST",
        "REDIS_PORT",
        "REDIS_SSL",
    }
    assert ("REDIS_DB", "config.toml:2") in found.of("read-only-in-tests")
    assert "REDIS_DB" not in {key for key, _ in found.of("unread-key")}
    assert "tests/app.py:2" in found.said("REDIS_DB")["found"]


def test_input_of_a_computed_key_that_is_read_is_read(code: Code) -> None:
    code(app__main=f"{START}settings.MONGODB_URL")
    unread = {key for key, _ in usage("app").of("unread-key")}
    assert not unread & {"MONGO_HOST", "MONGO_USER", "MONGO_PASSWORD", "MONGODB_URL"}


def test_what_the_framework_itself_reads_is_read(code: Code) -> None:
    code(app__main=START)
    assert "ENVIRONMENT" not in {key for key, _ in usage("app").of("unread-key")}


def test_undeclared_reads_are_errors_with_what_to_read_instead(code: Code) -> None:
    wanted = code(
        app__main="""
        from integr8s_conf import settings
        from integr8s_conf.testing import settings_override
        from integr8s_sections.kafka import Kafka
        settings.REDIS_HOTS                         # undeclared REDIS_HOTS
        settings.kafka_boostrap_servers             # undeclared KAFKA_BOOSTRAP_SERVERS
        settings["APP_URI"]                         # undeclared APP_URI
        settings.get("MONGO_PROT", 1)               # undeclared MONGO_PROT
        "LOG_LEVLE" in settings                     # undeclared LOG_LEVLE
        "ELSEWHERE" in settings
        settings.section(Kafka).REDIS_DB            # undeclared REDIS_DB
        settings.replace(REDIS_PROT=1)              # undeclared REDIS_PROT
        with settings_override(REDIS_LSS=True):     # undeclared REDIS_LSS
            settings.model_dump()                   # undeclared MODEL_DUMP
        """
    )
    found = usage("app")
    assert found.of("undeclared-read") == wanted("undeclared")
    assert found.said("REDIS_HOTS")["hint"] == "did you mean REDIS_HOST?"
    assert found.said("MODEL_DUMP")["hint"] == "use as_dict()"
    assert "section Redis has it" in {one["hint"] for one in found.report["diagnostics"]}
    assert found.code == 1


def test_former_and_removed_keys_say_what_became_of_them(code: Code, stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, removed, setting

        class Mail(Section):
            MAIL_HOST: str = setting("a", "Host", renamed_from="MAIL_SERVER")
            MAIL_SPOOL = removed("use MAIL_HOST", version="1.0")

        @hookimpl
        def integr8s_sections():
            return [Mail]
        """
    )
    code(app__main=f"{START}settings.MAIL_SERVER, settings.MAIL_SPOOL")
    found = usage("app")
    assert found.said("MAIL_SERVER")["hint"] == "it is MAIL_HOST now"
    assert found.said("MAIL_SPOOL")["hint"] == "use MAIL_HOST"


def test_keys_that_hooks_of_plugins_read_are_read(code: Code, stranger: Stranger) -> None:
    stranger(
        """
        from integr8s_conf import Section, Source, hookimpl, setting

        class Mail(Section):
            MAIL_HOST: str = setting("a", "Host")
            MAIL_PORT: int = setting(1, "Port")
            MAIL_USER: str = setting("a", "User")

        @hookimpl
        def integr8s_sections():
            return [Mail]

        def fetch(values):
            values["MAIL_HOST"]
            return {}

        @hookimpl
        def integr8s_sources():
            return [Source("vault", fetch, keys=["MAIL_USER"])]

        @hookimpl
        def integr8s_loaded(settings):
            settings.MAIL_PORT
        """
    )
    code(app__main=START)
    unread = {key for key, _ in usage("app").of("unread-key")}
    assert unread & {"MAIL_HOST", "MAIL_PORT", "MAIL_USER"} == {"MAIL_USER"}


def test_reads_that_only_a_run_could_resolve_are_notes(code: Code) -> None:
    wanted = code(
        app__main="""
        from integr8s_conf import settings
        def read(key):
            settings[key]                      # unresolved X
            settings.get(f"MAIL_{key}")        # unresolved X
            getattr(settings, key.upper())     # unresolved X
            return settings.as_dict()          # unresolved X
        for key in settings:                   # unresolved X
            print(dict(settings))              # unresolved X
        print(**settings)                      # unresolved X
        [*settings.items()]                    # unresolved X
        """
    )
    found = usage("app")
    places = {place for _, place in found.of("unresolved-read")}
    assert places == {place for _, place in wanted("unresolved")}
    assert {one["level"] for one in found.report["diagnostics"]} == {"note", "warning"}


def test_notes_alone_are_no_reason_to_fail(code: Code) -> None:
    code(app__main=START)
    reads = "".join(f"settings.{key}\n" for key in Settings())
    code(app__main=f"{START}{reads}settings.as_dict()\n")
    found = usage("app")
    assert {one.rule for one in found.findings} == {"unresolved-read"}
    assert found.code == 0
