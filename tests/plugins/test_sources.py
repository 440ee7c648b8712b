"""A plugin's own layer: its place, its values, and what happens when it fails."""

from __future__ import annotations

import json

import pytest

from integr8s_conf import ConfigWarning, Settings

from ..command_line.commands import integr8s_conf
from .refusals import only_problem, problems_of

MAIL = """
    import time
    from integr8s_conf import Section, Source, hookimpl, removed, setting

    class Mail(Section):
        '''Mail.'''
        MAIL_SPOOL = removed("mail is no longer spooled", version="2.0")
        MAIL_HOST: str = setting("localhost", "a host")
        MAIL_PORT: int = setting(25, "a port", ge=1)
        MAIL_TAGS: list[str] = setting(list, "tags")
        MAIL_PASSWORD: str = setting("dev", "a password", secret=True)
        MAIL_NOTE: str | None = setting(None, "a note", renamed_from="MAIL_REMARK")
        MAIL_URL: str = setting(description="a URL", computed=True)

    @hookimpl
    def integr8s_sections():
        return [Mail]

    @hookimpl
    def integr8s_computed():
        return {"MAIL_URL": lambda s: f"smtp://{s['MAIL_HOST']}"}
"""
VAULT = """
    from integr8s_conf import Source, hookimpl
    import time

    @hookimpl
    def integr8s_sources():
        return [Source("vault", {fetch}, keys={keys}{more})]
"""


def vault(fetch: str, keys: str = '["MAIL_*"]', more: str = "") -> str:
    return VAULT.format(fetch=fetch, keys=keys, more=more and f", {more}")


@pytest.fixture(autouse=True)
def _mail(stranger) -> None:
    stranger(MAIL)


def test_source_sets_keys_and_computed_values_follow(stranger) -> None:
    stranger(vault('lambda s: {"MAIL_HOST": "mx", "MAIL_PORT": 2525}'), "vault", "vault-conf")
    settings = Settings()
    assert (settings.MAIL_HOST, settings.MAIL_PORT) == ("mx", 2525)
    assert settings.MAIL_URL == "smtp://mx"


def test_texts_are_parsed_as_those_of_variables_and_other_values_are_typed(stranger) -> None:
    values = '{"MAIL_PORT": "2525", "MAIL_TAGS": ["a", "b"], "MAIL_NOTE": ""}'
    stranger(vault(f"lambda s: {values}"), "vault", "vault-conf")
    settings = Settings()
    assert (settings.MAIL_PORT, settings.MAIL_TAGS) == (2525, ["a", "b"])
    assert settings.MAIL_NOTE is None


@pytest.mark.parametrize("secret", ["1e5", "true", "0123", "[x", "@format {this}", "null"])
def test_secret_of_a_source_is_literal_and_masked(stranger, secret: str) -> None:
    stranger(vault(f"lambda s: {{'MAIL_PASSWORD': {secret!r}}}"), "vault", "vault-conf")
    settings = Settings()
    assert str(settings.MAIL_PASSWORD) == secret
    assert secret not in repr(settings.MAIL_PASSWORD)
    assert secret not in str(settings.explain("MAIL_PASSWORD"))


def test_none_means_that_the_source_has_no_value(stranger) -> None:
    stranger(vault('lambda s: {"MAIL_HOST": None}'), "vault", "vault-conf")
    assert Settings().MAIL_HOST == "localhost"


PLACES = [
    ("", "vault"),
    ('after="defaults"', "base"),
    ('before="base file"', "base"),
    ('after="base file"', "override"),
    ('after="override file"', "vault"),
    ('before="environment"', "vault"),
    ('after="environment"', "vault"),
    ('before="overrides"', "vault"),
]


@pytest.mark.parametrize(("place", "winner"), PLACES)
def test_source_stands_where_it_says(stranger, write, place: str, winner: str) -> None:
    write("config.toml", 'MAIL_HOST = "base"\n')
    write("config.mail.toml", 'MAIL_HOST = "override"\n')
    stranger(vault('lambda s: {"MAIL_HOST": "vault"}', more=place), "vault", "vault-conf")
    override = "config.mail.toml" if winner == "override" else None
    settings = Settings(override_path=override)
    assert winner == settings.MAIL_HOST
    assert Settings(overrides={"MAIL_HOST": "explicit"}).MAIL_HOST == "explicit"


def test_environment_wins_over_a_source_that_stands_before_it(stranger, monkeypatch) -> None:
    monkeypatch.setenv("INTEGR8S_MAIL_HOST", "variable")
    stranger(vault('lambda s: {"MAIL_HOST": "vault"}'), "vault", "vault-conf")
    assert Settings().MAIL_HOST == "variable"


def test_explanation_shows_the_source_among_the_layers(stranger, write) -> None:
    write("config.toml", 'MAIL_HOST = "base"\n')
    stranger(vault('lambda s: {"MAIL_HOST": "vault"}'), "vault", "vault-conf")
    origins = [str(layer.origin) for layer in Settings().explain("MAIL_HOST").layers]
    assert origins == ["source vault", "config.toml:1", "default of section Mail"]


def test_source_reads_what_the_other_layers_give(stranger, write, monkeypatch) -> None:
    write("config.toml", "MAIL_PORT = 2525\n")
    monkeypatch.setenv("MAIL_PASSWORD", "swordfish")
    fetch = """lambda s: {"MAIL_NOTE": f"{s['MAIL_PORT'] + 1} {len(s['MAIL_PASSWORD'])}"}"""
    stranger(vault(fetch), "vault", "vault-conf")
    assert Settings().MAIL_NOTE == "2526 9"


@pytest.mark.parametrize(
    ("fetch", "said"),
    [
        ('lambda s: {"MAIL_HOST": s["MAIL_PROT"]}', "did you mean MAIL_PORT?"),
        ('lambda s: {"MAIL_HOST": s["MAIL_URL"]}', "MAIL_URL has no sound value before"),
        ("lambda s: s.update(MAIL_HOST=1)", "has no attribute 'update'"),
        ("lambda s: 1 / 0", "its fetch raised ZeroDivisionError"),
        ("lambda s: exit(3)", "its fetch raised SystemExit: 3"),
        ("lambda s: None", "its fetch returned none"),
        ("lambda s: {1: 2}", "a table with an integer as a key"),
        ("lambda s: __import__('integr8s_conf').Settings()", "settings are read while they load"),
    ],
)
def test_source_that_fails_is_a_problem_with_its_name(stranger, fetch: str, said: str) -> None:
    stranger(vault(fetch), "vault", "vault-conf")
    problem = only_problem()
    assert str(problem.origin) == "source vault"
    assert said in problem.found
    assert problem.plugin == "vault"


def test_source_that_does_not_answer_in_time_is_a_problem(stranger) -> None:
    stranger(vault("lambda s: time.sleep(60)", more="timeout=0.05"), "vault", "vault-conf")
    problem = only_problem()
    assert (problem.found, problem.wanted) == ("no answer", "an answer within 0.05 seconds")
    assert str(problem.origin) == "source vault"


def test_keys_of_a_source_that_fails_are_no_problems_of_their_own(stranger) -> None:
    stranger("""
        from integr8s_conf import Section, hookimpl, setting

        class Needed(Section):
            '''Needed.'''
            NEEDED: str = setting(description="set by the vault alone")

        @hookimpl
        def integr8s_sections():
            return [Needed]
    """, "needed", "needed-conf")  # fmt: skip
    stranger(vault("lambda s: 1 / 0", '["NEEDED"]'), "vault", "vault-conf")
    assert "ZeroDivisionError" in only_problem().found


def test_secret_in_what_a_source_raises_is_masked(stranger, monkeypatch) -> None:
    monkeypatch.setenv("MAIL_PASSWORD", "swordfish")
    stranger(vault("lambda s: 1 / int(s['MAIL_PASSWORD'])"), "vault", "vault-conf")
    assert "swordfish" not in str(only_problem())


@pytest.mark.parametrize(
    ("name", "found"),
    [("REDIS_DB", "a key that the source may not set"), ("MAIL_PROT", "an unknown key")],
)
def test_key_that_a_source_may_not_set_is_a_problem_without_its_value(
    stranger, name: str, found: str
) -> None:
    stranger(vault(f'lambda s: {{"{name}": "hunter2"}}'), "vault", "vault-conf")
    problem = only_problem()
    assert (problem.key, problem.found) == (name, found)
    assert "hunter2" not in str(problem)


def test_former_name_is_taken_from_a_source_with_a_warning(stranger) -> None:
    stranger(vault('lambda s: {"MAIL_REMARK": "x"}'), "vault", "vault-conf")
    with pytest.warns(ConfigWarning, match=r"MAIL_NOTE \(source vault\): its former name") as said:
        assert Settings().MAIL_NOTE == "x"
    assert len(said) == 1


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ('{"MAIL_REMARK": "x", "MAIL_NOTE": "y"}', "MAIL_REMARK, its former name, beside it"),
        ('{"MAIL_SPOOL": "x"}', "a key that was removed in mail-conf 2.0"),
    ],
)
def test_names_that_are_gone_are_problems_as_in_a_file(stranger, given: str, found: str) -> None:
    stranger(vault(f"lambda s: {given}"), "vault", "vault-conf")
    assert only_problem().found == found


def test_wrong_value_of_a_source_names_the_source(stranger) -> None:
    stranger(vault('lambda s: {"MAIL_PORT": 0}'), "vault", "vault-conf")
    problem = only_problem()
    assert (problem.key, str(problem.origin)) == ("MAIL_PORT", "source vault")


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ('before="environment", after="defaults"', "both before= and after="),
        ('before="defaults"', "before='defaults'"),
        ('after="overrides"', "after='overrides'"),
        ('after="secret file"', "after='secret file'"),
        ("timeout=0", "timeout=0"),
    ],
)
def test_source_in_an_impossible_form_is_refused(stranger, more: str, found: str) -> None:
    stranger(vault("lambda s: {}", more=more), "vault", "vault-conf")
    assert found in only_problem().found


def test_every_fault_of_a_source_is_told(stranger) -> None:
    stranger(vault("None", '["ENVIRONMENT"]', "timeout=-1"), "vault", "vault-conf")
    assert len(problems_of()) == 3


def test_layer_is_suggested_for_a_misspelt_one(stranger) -> None:
    stranger(vault("lambda s: {}", more='after="secret file"'), "vault", "vault-conf")
    assert "did you mean secret files?" in only_problem().hint


def test_two_sources_of_one_key_at_one_place_are_refused(stranger) -> None:
    for name in ("vault", "store"):
        text = vault('lambda s: {"MAIL_HOST": "x"}').replace('"vault"', f'"{name}"')
        stranger(text, name, f"{name}-conf")
    found = only_problem().found
    assert "the source store of plugin store (store-conf 1.0)" in found
    assert "the source vault of plugin vault (vault-conf 1.0)" in found


def test_two_sources_at_two_places_are_fine(stranger) -> None:
    for name, place in (("vault", 'after="environment"'), ("store", 'after="base file"')):
        text = vault(f'lambda s: {{"MAIL_HOST": "{name}"}}', more=place)
        stranger(text.replace('"vault",', f'"{name}",'), name, f"{name}-conf")
    assert Settings().MAIL_HOST == "vault"


def test_two_sources_of_one_name_are_refused(stranger) -> None:
    for name, key in (("one", "MAIL_HOST"), ("two", "MAIL_PORT")):
        stranger(vault("lambda s: {}", f'["{key}"]'), name, f"{name}-conf")
    assert "have one name" in only_problem().found


def test_key_that_no_plugin_declares_is_skipped_and_shown_as_skipped(stranger) -> None:
    stranger(vault("lambda s: {}", '["FAX_*"]'), "vault", "vault-conf")
    assert [one.keys for one in Settings()._resolution.catalogue.skipped] == [("FAX_*",)]


def test_source_is_asked_at_each_load_and_not_for_a_replacement(stranger) -> None:
    fetch = 'lambda s, n=iter(range(9)): {"MAIL_NOTE": str(next(n))}'
    stranger(vault(fetch), "vault", "vault-conf")
    first = Settings()
    assert first.replace(MAIL_HOST="mx").MAIL_NOTE == "0"
    assert Settings().MAIL_NOTE == "1"


def test_sources_are_asked_at_the_same_time(stranger) -> None:
    stranger("""
        import threading
        from integr8s_conf import Source, hookimpl

        both = threading.Barrier(2)

        def fetch(s):
            both.wait(timeout=30)
            return {}

        @hookimpl
        def integr8s_sources():
            return [
                Source("one", fetch, keys=["MAIL_HOST"]), Source("two", fetch, keys=["MAIL_PORT"])
            ]
    """, "stores", "stores-conf")  # fmt: skip
    assert Settings().MAIL_HOST == "localhost"


def test_command_line_names_the_source_of_a_value(stranger) -> None:
    stranger(vault('lambda s: {"MAIL_HOST": "vault"}'), "vault", "vault-conf")
    shown = json.loads(integr8s_conf("show", "--format", "json").out)
    [mail] = [one for one in shown["sections"] if one["section"] == "Mail"]
    assert mail["keys"][0]["origin"]["layer"] == "source"
