"""The value of a key that nobody declares is never shown: it may be a misspelt secret's."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .conftest import Refuse

CANARY = "swordfish"


@pytest.mark.parametrize(
    "text",
    [
        'MONGO_PASWORD = "swordfish"',
        "MONGO_PASWORD = 'swordfish'",
        'MONGO_PASWORD = """\nswordfish\n"""',
        'MONGO_PASWORD = ["swordfish"]',
        'MONGO_PASWORD = { value = "swordfish" }',
        'MONGO_PASWORD.value = "swordfish"',
        '[MONGO_PASWORD]\nvalue = "swordfish"',
        '[[MONGO_PASWORD]]\nvalue = "swordfish"',
        '[mongo]\nMONGO_PASSWORD = "swordfish"',
        'mongo = [{ MONGO_PASSWORD = "swordfish" }]',
        'mongo_password = "swordfish"',
        "MONGO_PASWORD = swordfish",
        'MONGO_PASWORD = "swordfish',
        'MONGO_PASWORD = """swordfish',
        'MONGO_PASWORD = ["swordfish"',
        'MONGO_PASWORD = [\n  "swordfish"\n  "swordfish",\n]',
        'MONGO_PASWORD = """\nswordfish\\q\n"""',
        'MONGO_PASWORD = """\nWEB_THREADS = 4\n!swordfish\\q\n"""',
        'MONGO_PASWORD = """\nswordfish = 1',
        "MONGO_PASWORD = '''\nswordfish = 1\n[swordfish]",
        "MONGO_PASWORD: swordfish",
        "MONGO_PASWORD swordfish",
        "  MONGO_PASWORD: |\n    swordfish",
        "- MONGO_PASWORD=swordfish",
        "export MONGO_PASWORD=swordfish",
        "$env:MONGO_PASWORD = swordfish",
        '{ "MONGO_PASWORD": "swordfish" }',
        "# one\nmongo.password = swordfish",
        'WEB_THREADS = 4 MONGO_PASWORD = "swordfish"',
        'MONGO_PASWORD = "swordfish"\nMONGO_PASWORD = "swordfish"',
    ],
)
def test_in_a_file(text: str, refuse: Refuse) -> None:
    error = refuse(f"{text}\n")
    said = [str(error), repr(error), *map(repr, error.problems), *traceback.format_exception(error)]
    assert not any(CANARY in one for one in said)


@pytest.mark.parametrize(
    "more",
    [
        {"env": {"INTEGR8S_MONGO_PASWORD": CANARY}},
        {"env": {"INTEGR8S_mongo_password": CANARY}},
        {"files": {".env": f"INTEGR8S_MONGO_PASWORD={CANARY}\n"}},
        {"overrides": {"MONGO_PASWORD": CANARY}},
        {"overrides": {"MONGO_PASWORD": {"value": [CANARY]}}},
    ],
)
def test_elsewhere(more: Mapping[str, object], refuse: Refuse) -> None:
    error = refuse(**more)  # type: ignore[arg-type]
    assert error.problems
    assert CANARY not in str(error) + repr(error.problems)
