"""What the plugins say together does not depend on the order in which they are found."""

from __future__ import annotations

import itertools
import sys
from typing import Any

import pytest

from integr8s_conf import ConfigError, Settings
from integr8s_conf.discover.discovery import installed_plugins, load_catalogue

SECTION = """
    from integr8s_conf import Section, hookimpl, rule, setting

    class {name}(Section):
        {upper}_PORT: int = setting({port}, "Port", ge=1)
        {upper}_URL: str = setting(description="URL", computed=True)

    @hookimpl
    def integr8s_sections():
        return [{name}]

    @hookimpl
    def integr8s_computed():
        return {{"{upper}_URL": lambda s: f"{{s['{reads}']}}:{{s['{upper}_PORT']}}"}}

    @hookimpl
    def integr8s_defaults():
        return {{"REDIS_DB": {db}}}

    @hookimpl
    def integr8s_validators():
        return [rule("{upper}_PORT", "REDIS_DB", check=lambda port, db: port != db, wanted="other")]
"""


def install(stranger: Any, *, db: tuple[int, int, int] = (3, 3, 3)) -> None:
    """Install three plugins whose computed keys read one another's, against the alphabet."""
    names = [("Alpha", "BETA_URL"), ("Beta", "GAMMA_URL"), ("Gamma", "SERVER_HOST")]
    for (name, reads), number, port in zip(names, db, (1, 2, 3), strict=True):
        stranger(
            SECTION.format(name=name, upper=name.upper(), reads=reads, db=number, port=port),
            name=name.lower(),
            distribution=f"acme-{name.lower()}",
        )


def outcomes() -> list[Any]:
    """Return what a load gives for each order of the strangers' folders on the path."""
    ours = [path for path in sys.path if "/acme-" in path]
    others = [path for path in sys.path if path not in ours]
    found = []
    for order in itertools.permutations(ours):
        for path in ([*order, *others], [*others, *order]):
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(sys, "path", path)
                installed_plugins.cache_clear()
                load_catalogue.cache_clear()
                found.append(outcome())
    return found


def outcome() -> Any:
    try:
        settings = Settings()
    except ConfigError as error:
        return str(error)
    return list(settings.items()), [str(settings.explain(key)) for key in settings]


def test_values_and_explanations_are_the_same_in_every_order(stranger) -> None:
    install(stranger, db=(4, 4, 4))
    first, *others = outcomes()
    assert dict(first[0])["ALPHA_URL"] == "localhost:3:2:1"
    assert others == [first] * 11


def test_problems_are_the_same_in_every_order(stranger) -> None:
    install(stranger, db=(1, 2, 3))
    first, *others = outcomes()
    assert first.startswith("2 problems in the configuration")
    assert others == [first] * 11
