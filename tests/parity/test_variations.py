"""Variations of secrets: the same for the same seed, and of every kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from integr8s_conf.parity.variations import KINDS, variations

if TYPE_CHECKING:
    from ..conftest import Write
    from .conftest import Parity

SECRETS = {"SECRET_KEY": 32, "REDIS_PASSWORD": 0}


def test_a_seed_decides_them() -> None:
    assert variations(SECRETS, 40, 1) == variations(SECRETS, 40, 1)
    assert variations(SECRETS, 40, 1) != variations(SECRETS, 40, 2)


def test_half_change_one_secret_and_half_all() -> None:
    changed = [len(one.texts) for one in variations(SECRETS, 25, 0)]
    assert changed == [1] * 13 + [2] * 12


@pytest.mark.parametrize("name", SECRETS)
def test_each_secret_is_of_every_kind(name: str) -> None:
    kinds = {dict(one.kinds).get(name) for one in variations(SECRETS, 2 * len(KINDS), 0)}
    assert kinds >= set(KINDS)


def test_texts_are_as_long_as_they_must_be_but_one() -> None:
    texts = [one.texts.get("SECRET_KEY") for one in variations(SECRETS, 200, 0)]
    assert sorted({len(text) for text in texts if text})[:2] == [31, 32]


def test_no_secret_no_variation() -> None:
    assert variations({}, 25, 0) == ()


@pytest.mark.usefixtures("backend")
def test_a_secret_that_an_environment_sets_is_never_left_to_its_default(
    write: Write, parity: Parity
) -> None:
    write(
        "pyproject.toml",
        "[tool.integr8s-conf.environments.production]\n"
        'variables = { INTEGR8S_ENVIRONMENT = "production" }\n'
        'secrets = ["SECRET_KEY", "MONGO_USER", "MONGO_PASSWORD", "REDIS_PASSWORD"]\n',
    )
    told = parity("backend:Settings", "--ignore", "ENVIRONMENT", "--worker", "backend")
    assert told.found == {}


@pytest.mark.usefixtures("backend")
def test_a_secret_that_is_varied_has_no_other_variable(
    write: Write, monkeypatch: pytest.MonkeyPatch, parity: Parity
) -> None:
    monkeypatch.setenv("REDIS_PASSWORD_FILE", str(write("password", "redispassword")))
    monkeypatch.setenv("INTEGR8S_MONGO_USER", "root")
    told = parity("backend:Settings", "--worker", "backend", "--variations", "16")
    assert told.found == {}
