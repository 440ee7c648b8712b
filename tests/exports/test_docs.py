"""The configuration reference: every key, its default, and what the deployment sets."""

from __future__ import annotations

import csv
import shutil
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.policy import PluginPolicy
from tests.command_line.commands import SETTINGS, integr8s_conf

from .page import Page

if TYPE_CHECKING:
    from tests.conftest import Stranger, Write

GOLDEN = Path(__file__).parent / "golden" / "configuration.md"
KEYS = Path(__file__).parents[1] / "reference" / "keys.csv"

STRANGER = '''
    from integr8s_conf import Section, hookimpl, setting

    class Mail(Section):
        """Outgoing mail."""

        MAIL_HOST: str = setting(description="SMTP host")
        MAIL_PASSWORD: str = setting(description="SMTP password", secret=True)
        MAIL_ROUTES: dict[str, str] = setting(dict, "Recipients", renamed_from="MAIL_TO")
        MAIL_PORTS: list[int] = setting((25,), "Ports", deprecated="use MAIL_URL")
        MAIL_URL: str = setting(description="The whole", computed=True)

    @hookimpl
    def integr8s_sections():
        return [Mail]

    @hookimpl
    def integr8s_computed():
        return {"MAIL_URL": lambda s: f"smtp://{s['MAIL_HOST']}"}
'''


@pytest.fixture
def deployment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with the reference deployment the working directory."""
    shutil.copytree(SETTINGS, tmp_path / "settings")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def exported(form: str = "markdown", **variables: str) -> str:
    done = integr8s_conf("export", "docs", "--format", form, **variables)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_reference_of_the_reference_deployment(deployment: Path) -> None:
    assert exported() == GOLDEN.read_text("utf-8")


def test_page_has_every_key_of_the_reference(deployment: Path) -> None:
    keys = {row["key"] for row in csv.DictReader(KEYS.read_text("utf-8").splitlines())}
    assert keys <= {row[0] for row in Page(exported("html")).rows}


def test_value_of_the_file_stands_beside_the_default(deployment: Path) -> None:
    page = Page(exported("html"))
    assert page.row("TRACING_SAMPLING_RATE")[2:4] == ["0.1", "1.0"]
    assert page.row("OTLP_TRACES_ENDPOINT")[2:4] == ['""', '"http://jaeger:4317"']


def test_column_of_the_file_is_empty_where_the_default_holds(deployment: Path) -> None:
    values = tomllib.loads((deployment / "settings/config.toml").read_text("utf-8"))
    page = Page(exported("html"))
    for key in load_catalogue(PluginPolicy()).keys:
        assert bool(page.row(key)[3]) == (key in values), key


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_no_secret_is_on_the_page(deployment: Path, form: str) -> None:
    file = deployment / "settings/config.toml"
    text = file.read_text("utf-8").replace("http://jaeger", "http://me:of-a-url@jaeger")
    file.write_text(f'{text}\nMONGO_PASSWORD = "of the file"\n', "utf-8")
    page = exported(form, REDIS_PASSWORD="of the environment")
    for text in ("CHANGE_ME_min", '"root"', ">root<", "`root`", "rootpassword", "redispassword"):
        assert text not in page
    for text in ("of the file", "of-a-url", "of the environment"):
        assert text not in page


def test_secret_that_the_file_sets_is_named_as_set(deployment: Path) -> None:
    with (deployment / "settings/config.toml").open("a") as file:
        file.write('MONGO_PASSWORD = "of the file"\n')
    row = Page(exported("html")).row("MONGO_PASSWORD")
    assert row[2:4] == ["variable MONGO_PASSWORD: a development default", "set, never shown"]


def test_page_depends_on_no_variable(deployment: Path) -> None:
    variables = {
        "INTEGR8S_WEB_THREADS": "many",
        "MONGODB_URL": "mongodb://host",
        "ENVIRONMENT": "production",
        "INTEGR8S_ENVIRONMENT": "production",
        "INTEGR8S_CONF_OVERRIDE": "config.k8s-worker.toml",
        "PYTHONHASHSEED": "1",
    }
    assert exported(**variables) == GOLDEN.read_text("utf-8")


def test_what_is_required_computed_renamed_or_deprecated_is_named_so(
    stranger: Stranger, write: Write
) -> None:
    stranger(STRANGER)
    write("config.toml", 'MAIL_HOST = "localhost"\nMAIL_TO.news = "all"\n')
    page = Page(exported("html"))
    assert page.row("MAIL_HOST")[2] == "required"
    assert page.row("MAIL_PASSWORD")[2] == "variable MAIL_PASSWORD: required"
    assert page.row("MAIL_URL")[2] == "(computed) from MAIL_HOST"
    assert page.row("MAIL_ROUTES")[1:4] == [
        "Recipients (formerly MAIL_TO)", "{}", '{ news = "all" }'
    ]  # fmt: skip
    assert page.row("MAIL_PORTS")[1] == "Ports (deprecated: use MAIL_URL)"


def test_lines_of_the_file_are_shown_as_they_are_written(stranger: Stranger, write: Write) -> None:
    stranger(STRANGER)
    array = "MAIL_PORTS = [\r\n  25,  # plain\r\n\r\n  587,\r\n]\r\n"
    others = 'MAIL_HOST  =  "a"\n[MAIL_ROUTES]\nnews = "all"\n'
    write("config.toml", f"# Mail\r\n{array}WEB_THREADS = 2\n{others}# end\n")
    lines = f"{array}{others}".replace("\r", "")
    assert f"```toml\n{lines}```" in exported()


def test_overrides_are_listed_with_what_they_set(stranger: Stranger, write: Write) -> None:
    stranger(STRANGER)
    write("config.toml", 'MAIL_HOST = "localhost"\n')
    write("config.night.toml", 'MAIL_HOST = "night"\nMAIL_PASSWORD = "not this"\nMAIL_TO.a = "b"\n')
    page = Page(exported("html"))
    assert page.row("config.night.toml")[1] == (
        'MAIL_HOST = "night", MAIL_PASSWORD set, never shown, MAIL_ROUTES = { a = "b" }'
    )


def test_mistake_in_the_file_is_refused(write: Write) -> None:
    write("config.toml", 'WEB_THREADS = "2"\n')
    done = integr8s_conf("export", "docs")
    assert done.code == 78
    assert "WEB_THREADS   config.toml:1" in done.err
    assert done.out == ""


def test_broken_plugin_is_refused(stranger: Stranger, write: Write) -> None:
    stranger("raise ValueError")
    write("config.toml", "")
    assert integr8s_conf("export", "docs").code == 78
