"""What a check of ours accepts, the schema accepts: it only ever refuses for a reason."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from integr8s_conf.convert import Mismatch
from integr8s_conf.discover.discovery import load_catalogue
from integr8s_conf.discover.policy import PluginPolicy

from .ecma_validator import accepts, exported

PORT = "[0-9]{1,5}"
SPACE = r"[\s\x1c\x85\ufeff]{0,2}"
HOST = r"[A-Za-z0-9._-]{1,9}|\[(::1|fe80::[0-9a-f]{1,4}|::ffff:10\.0\.0\.1)\]"
BROKER = f" {{0,2}}({HOST}):{PORT} {{0,2}}"
QUANTITY = r"\+?[0-9]{0,3}\.?[0-9]{1,3}([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,3})?"
BLANK = r"[ \t\n]?"
UNIT = "(second|Minute|HOUR|day|month|year)s?"
LIMIT = f"{BLANK}0{{0,2}}[1-9][0-9]{{0,9}}{BLANK}(/|per|PER){BLANK}([1-9]{BLANK})?{UNIT}{BLANK}"
PAIR = f"{SPACE}[^,=]{SPACE}=[^,]?=?[^,]?"
URL = r"[hH]ttps?://([!-~]{0,5}@)?[a-zé.\[\]_-]{1,9}(:[0-9]{0,5})?([/?#][!-~]{0,5}@?)?"

FORMS = {
    "PROJECT_NAME": rf"{SPACE}.{SPACE}",
    "API_V1_STR": "/.*",
    "MONGODB_URL": r"mongodb(\+srv)?://.*",
    "KAFKA_BOOTSTRAP_SERVERS": f"{BROKER}(,{BROKER}){{0,2}}",
    "K8S_POD_CPU_LIMIT": QUANTITY,
    "K8S_POD_MEMORY_LIMIT": QUANTITY,
    "K8S_NAMESPACE": "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
    "K8S_POD_RUNTIME_CLASS_NAME": "([a-z0-9-]{0,3}[a-z0-9])?",
    "RATE_LIMITS": f"{LIMIT}(;{LIMIT}){{0,2}}",
    "APP_URL": URL,
    "OTEL_EXPORTER_OTLP_ENDPOINT": f"({URL})?",
    "OTLP_TRACES_ENDPOINT": f"({URL})?",
    "OTEL_RESOURCE_ATTRIBUTES": f"({PAIR}(,{PAIR}){{0,2}})?",
}
"""Key -> the form of texts of which its check accepts many."""

LISTS = {"CORS_ORIGINS": f"[a-z][a-z0-9+.-]{{0,4}}://({HOST})(:{PORT})?"}


@pytest.fixture(scope="module")
def properties() -> dict[str, Any]:
    """Return the schema of each key."""
    found: dict[str, Any] = exported()["properties"]
    return found


def test_every_check_of_ours_is_tried() -> None:
    keys = load_catalogue(PluginPolicy()).keys
    tried = {check for name in (*FORMS, *LISTS) for check in keys[name].setting.checks}
    assert tried == {check for key in keys.values() for check in key.setting.checks}


@pytest.mark.parametrize("key", FORMS)
@given(data=st.data())
def test_accepted_text_is_accepted_by_the_schema(
    key: str, properties: dict[str, Any], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(FORMS[key], fullmatch=True))
    assert accepts(properties[key], _accepted(key, text))


@pytest.mark.parametrize("key", LISTS)
@given(data=st.data())
def test_accepted_list_is_accepted_by_the_schema(
    key: str, properties: dict[str, Any], data: st.DataObject
) -> None:
    items = data.draw(st.lists(st.from_regex(LISTS[key], fullmatch=True), max_size=3))
    assert accepts(properties[key], _accepted(key, items))


def _accepted(key: str, value: object) -> object:
    """Return a value that the key takes; let others not count."""
    try:
        load_catalogue(PluginPolicy()).takes_value[key](value)
    except Mismatch:
        assume(False)
    return value
