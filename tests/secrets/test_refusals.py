"""No part of a refusal shows a secret: not its text, not its attributes, not its traceback."""

from __future__ import annotations

import json
import traceback
import warnings
from typing import TYPE_CHECKING

import pytest

from integr8s_conf import ConfigError, ConfigWarning, Settings
from integr8s_conf.process_settings import ProcessSettings
from integr8s_sections.core import Core

from .broken import BROKEN, OF_PROCESS, Broken
from .traces import CANARY, assert_no_canary, frames, printed, reachable, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def refusal_of(load: Callable[[], object]) -> tuple[ConfigError, list[str]]:
    """Return the error with which loading is refused, and the warnings beside it."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            load()
        except ConfigError as error:
            refusal = error
        else:
            pytest.fail("this configuration is sound")
    assert all(one.category is ConfigWarning for one in caught)
    return refusal, [str(one.message) for one in caught]


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_refusal_shows_no_secret(
    broken: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken.install(tmp_path, monkeypatch)
    refusal, warned = refusal_of(lambda: Settings(**broken.asked))

    assert_no_canary(printed(refusal))
    assert_no_canary([*warned, "the warnings"])
    assert_no_canary(shown(refusal.problems))
    assert_no_canary(repr(one) for one in reachable(refusal) if one is not CANARY)


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_every_text_of_a_problem_is_printable(
    broken: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken.install(tmp_path, monkeypatch)
    refusal, warned = refusal_of(lambda: Settings(**broken.asked))

    for problem in refusal.problems:
        for text in (problem.found, problem.wanted, problem.hint, problem.key or ""):
            assert text.replace("\n", "").isprintable()
    assert str(refusal).replace("\n", "").isprintable()
    assert all(text.isprintable() for text in warned)


@pytest.mark.parametrize("broken", OF_PROCESS.values(), ids=OF_PROCESS)
def test_settings_of_the_process_show_no_secret(
    broken: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken.install(tmp_path, monkeypatch)
    own = ProcessSettings()
    for load in (lambda: own.MONGO_PORT, lambda: own["MONGO_PORT"], own.as_dict, lambda: len(own)):
        refusal, warned = refusal_of(load)
        assert "_publish" in frames(refusal)
        assert_no_canary(printed(refusal))
        assert_no_canary([*warned, repr(own)])


@pytest.mark.parametrize("broken", OF_PROCESS.values(), ids=OF_PROCESS)
def test_explanation_of_a_broken_configuration_shows_no_secret(
    broken: Broken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken.install(tmp_path, monkeypatch)
    for key in ("SECRET_KEY", "MONGODB_URL", "MONGO_PASSWORD", "MONGO_DB", "APP_URL"):
        explanation = ProcessSettings().explain(key)
        assert_no_canary([*shown(explanation), str(explanation)])


@pytest.mark.parametrize(
    "load",
    [
        Settings,
        lambda: ProcessSettings().MONGO_DB,
        lambda: ProcessSettings()["MONGO_DB"],
        lambda: ProcessSettings().get("MONGO_DB"),
        lambda: "MONGO_DB" in ProcessSettings(),
        lambda: ProcessSettings().section(Core),
        lambda: list(ProcessSettings()),
        lambda: ProcessSettings().replace(MONGO_DB="x"),
    ],
)
def test_refusal_has_no_other_error_behind_it(
    load: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    BROKEN["no quotes"].install(tmp_path, monkeypatch)
    refusal, _ = refusal_of(load)
    assert refusal.__cause__ is None
    assert refusal.__context__ is None


def test_traceback_with_locals_shows_our_frames_without_a_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    BROKEN["short key in overrides"].install(tmp_path, monkeypatch)
    asked = BROKEN["short key in overrides"].asked
    refusal, _ = refusal_of(lambda: Settings(**asked))

    told = traceback.TracebackException.from_exception(refusal, capture_locals=True)
    ours = [frame for frame in told.stack if "integr8s_conf" in frame.filename]
    assert {frame.name for frame in ours} == {"__init__", "_publish", "announce"}
    assert_no_canary([json.dumps([frame.locals for frame in ours])])


def test_replacing_with_a_bad_secret_shows_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Broken().install(tmp_path, monkeypatch)
    before = Settings()
    refusal, _ = refusal_of(lambda: before.replace(SECRET_KEY=f"{CANARY}-short"))
    assert "replace" in frames(refusal)
    assert_no_canary(printed(refusal))


@pytest.mark.parametrize(
    "attempt",
    [
        lambda made: setattr(made, "SECRET_KEY", f"{CANARY}-assigned"),
        lambda made: made.__setitem__("SECRET_KEY", f"{CANARY}-assigned"),
        lambda made: made.set("SECRET_KEY", f"{CANARY}-assigned"),
        lambda made: made.update({"SECRET_KEY": f"{CANARY}-assigned"}),
        lambda made: made.configure(SECRET_KEY=f"{CANARY}-assigned"),
        lambda made: made._wrapped.set("SECRET_KEY", f"{CANARY}-assigned"),
        lambda made: made._wrapped.update({"SECRET_KEY": f"{CANARY}-assigned"}),
        lambda made: setattr(made._wrapped, "SECRET_KEY", f"{CANARY}-assigned"),
        lambda made: made.CORS_ORIGINS.append(f"{CANARY}-assigned"),
    ],
)
def test_refused_assignment_shows_no_secret(
    attempt: Callable[[Settings], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Broken().install(tmp_path, monkeypatch)
    made = Settings()
    with pytest.raises(AttributeError) as refusal:
        attempt(made)
    assert frames(refusal.value)
    assert_no_canary(printed(refusal.value))
