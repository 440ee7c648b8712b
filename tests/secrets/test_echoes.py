"""What a stranger's code says of a secret is searched for it, however the code writes it."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, Settings

from .echoes import SPOTS, WRITINGS, plugin
from .traces import assert_no_canary, printed, shown

if TYPE_CHECKING:
    from collections.abc import Callable

MASK = "********"


@pytest.fixture
def _deployment(
    base_file: Callable[[str], None], secrets: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    base_file('MAIL_HOST = "odd"\n')
    monkeypatch.setenv("MAIL_KEY", secrets["MONGO_PASSWORD"])


def said_of_it() -> list[str]:
    """Return all that is said where a configuration is refused, or warned of."""
    said: list[str] = []
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            Settings()
        except ConfigError as error:
            said += [*printed(error), *shown(error.problems), str(error.warnings)]
    return [*said, *(str(one.message) for one in caught)]


@pytest.mark.usefixtures("_deployment")
@pytest.mark.parametrize("spot", SPOTS)
@pytest.mark.parametrize("writing", ["as it is", "its repr", "percent-encoded", "cut"])
def test_secret_is_masked_at_every_spot(
    spot: str, writing: str, stranger: Callable[[str], None]
) -> None:
    stranger(plugin(spot, writing))
    said = said_of_it()
    assert said
    assert MASK in str(said) or writing == "cut", "the plugin has said nothing of the secret"
    assert_no_canary(said)


@pytest.mark.usefixtures("_deployment")
@pytest.mark.parametrize("writing", WRITINGS)
@pytest.mark.parametrize("spot", ["check of a secret", "rule", "computed value that raises"])
def test_secret_is_masked_in_every_way_of_writing(
    spot: str, writing: str, stranger: Callable[[str], None]
) -> None:
    stranger(plugin(spot, writing))
    said = said_of_it()
    assert MASK in str(said), "the plugin has said nothing of the secret"
    assert_no_canary(said)
