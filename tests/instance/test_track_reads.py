"""Reads are counted while somebody asks for it, and never else."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from integr8s_conf.process_settings import ProcessSettings, put_state
from integr8s_conf.process_settings import settings as process_settings
from integr8s_conf.testing import settings_override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from integr8s_conf import Settings
    from integr8s_conf.reads import Reads

    from ..conftest import Write

pytestmark = pytest.mark.usefixtures("mail")


@pytest.fixture
def own() -> Iterator[Settings]:
    """Return the process's own settings, which are not loaded yet."""
    put_state(process_settings, ProcessSettings())
    yield process_settings
    put_state(process_settings, ProcessSettings())


def mail_class() -> Any:
    from mail_conf.mail import Mail  # type: ignore[import-not-found]

    return Mail


def mail_section(settings: Settings) -> Any:
    return settings.section(mail_class())


def is_watched(view: Any) -> bool:
    """Tell whether reading an attribute of a view runs code of ours."""
    return "__getattribute__" in vars(type(view))


def counted(reads: Reads) -> dict[str, int]:
    return {key: number for key, number in reads.items() if number}


@pytest.mark.parametrize(
    "read",
    [
        lambda s: s.MAIL_PORT,
        lambda s: s.mail_port,
        lambda s: s["MAIL_PORT"],
        lambda s: s["mail_port"],
        lambda s: s.get("MAIL_PORT"),
        lambda s: s.get("mail_port", 5),
        lambda s: s.get("MAIL_PORT", cast="@str"),
        lambda s: s.as_int("MAIL_PORT"),
        lambda s: getattr(s, "MAIL_PORT", None),
        lambda s: mail_section(s).MAIL_PORT,
    ],
)
def test_each_way_to_read_a_key_counts_once(
    read: Callable[[Settings], Any], loaded: Settings
) -> None:
    with loaded.track_reads() as reads:
        read(loaded)
        assert counted(reads) == {"MAIL_PORT": 1}
        read(loaded)
    assert counted(reads) == {"MAIL_PORT": 2}


@pytest.mark.parametrize(
    "look",
    [
        lambda s: "MAIL_PORT" in s,
        lambda s: s.as_dict(reveal=True),
        lambda s: [*s.items(), *s.values(), *s],
        lambda s: s.explain("MAIL_PORT"),
        lambda s: s.replace(MAIL_PORT=26).MAIL_PORT,
        lambda s: repr(mail_section(s)),
        lambda s: s.get("UNHEARD_OF"),
        lambda s: hasattr(s, "unheard_of"),
        repr,
    ],
)
def test_what_names_no_key_to_read_is_no_read(
    look: Callable[[Settings], Any], loaded: Settings
) -> None:
    with loaded.track_reads() as reads:
        look(loaded)
    assert counted(reads) == {}


def test_dots_into_a_table_read_its_key(loaded: Settings) -> None:
    with loaded.track_reads() as reads:
        assert loaded["MAIL_ROUTES.alerts"] == ["c@d"]
    assert counted(reads) == {"MAIL_ROUTES": 1}


def test_values_are_those_of_settings_that_nobody_watches(loaded: Settings) -> None:
    before, view = dict(loaded), mail_section(loaded)
    with loaded.track_reads():
        assert {key: getattr(loaded, key) for key in loaded} == before
        watched = mail_section(loaded)
        assert (type(watched).__name__, repr(watched)) == (type(view).__name__, repr(view))
        assert isinstance(watched, mail_class())
        with pytest.raises(AttributeError, match="frozen"):
            watched.MAIL_PORT = 5


def test_keys_that_are_not_read_are_named_in_their_order(loaded: Settings) -> None:
    with loaded.track_reads() as reads:
        _ = loaded.MAIL_PORT, loaded.MAIL_HOST
    assert list(reads) == list(loaded)
    assert reads.unread == tuple(key for key in loaded if key not in ("MAIL_HOST", "MAIL_PORT"))
    with pytest.raises(KeyError):
        _ = reads["MAIL_PROT"]


def test_in_the_end_values_and_views_are_read_without_a_call(loaded: Settings) -> None:
    with loaded.track_reads() as reads:
        watched = mail_section(loaded)
    assert vars(loaded)["MAIL_PORT"] == 25
    assert (loaded.MAIL_PORT, mail_section(loaded).MAIL_PORT, watched.MAIL_PORT) == (25, 25, 25)
    assert (is_watched(watched), is_watched(mail_section(loaded))) == (True, False)
    assert counted(reads) == {}


def test_view_from_before_counts_nothing_and_is_given_out_no_more(loaded: Settings) -> None:
    before = mail_section(loaded)
    with loaded.track_reads() as reads:
        _ = before.MAIL_PORT
        assert counted(reads) == {}
        assert mail_section(loaded) is mail_section(loaded) is not before


def test_counts_within_each_other_end_in_any_order(loaded: Settings) -> None:
    outer, inner = loaded.track_reads(), loaded.track_reads()
    outer.start()
    view = mail_section(loaded)
    inner.start()
    _ = view.MAIL_PORT
    outer.stop()
    _ = loaded.MAIL_PORT
    inner.stop()
    _ = loaded.MAIL_PORT
    assert (outer["MAIL_PORT"], inner["MAIL_PORT"]) == (1, 2)


def test_count_begins_once_and_may_go_on(loaded: Settings) -> None:
    reads = loaded.track_reads()
    reads.start()
    with reads:
        _ = loaded.MAIL_PORT
    reads.stop()
    with reads:
        _ = loaded.MAIL_PORT
    assert reads["MAIL_PORT"] == 2


def test_reads_of_every_thread_count(loaded: Settings) -> None:
    with loaded.track_reads() as reads:
        threads = [threading.Thread(target=getattr, args=(loaded, "MAIL_PORT")) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert reads["MAIL_PORT"] == 4


# The process's own settings.


def test_settings_load_at_the_first_read(own: Settings, write: Write) -> None:
    with own.track_reads() as reads:
        assert repr(own) == "<settings, not loaded yet>"
        write("config.toml", "MAIL_PORT = 26")
        assert own.MAIL_PORT == 26
        assert counted(reads) == {"MAIL_PORT": 1}
    assert vars(own)["MAIL_PORT"] == 26


def test_reads_within_an_override_count(own: Settings) -> None:
    with own.track_reads() as reads:
        with settings_override(MAIL_PORT=5):
            assert (own.MAIL_PORT, mail_section(own).MAIL_PORT) == (5, 5)
        assert own.MAIL_PORT == 25
    assert reads["MAIL_PORT"] == 3


def test_override_that_ends_within_a_count_stays_ended(own: Settings) -> None:
    assert own.MAIL_PORT == 25
    override, reads = settings_override(MAIL_PORT=5), own.track_reads()
    with override:
        reads.start()
        assert mail_section(own).MAIL_PORT == 5
    assert (own.MAIL_PORT, mail_section(own).MAIL_PORT) == (25, 25)
    reads.stop()
    assert (vars(own)["MAIL_PORT"], reads["MAIL_PORT"]) == (25, 3)


def test_count_that_ends_within_an_override_leaves_it(own: Settings) -> None:
    reads = own.track_reads()
    reads.start()
    assert (own.MAIL_PORT, is_watched(mail_section(own))) == (25, True)
    with settings_override(MAIL_PORT=5):
        assert is_watched(mail_section(own))
        reads.stop()
        assert (vars(own)["MAIL_PORT"], mail_section(own).MAIL_PORT) == (5, 5)
    assert (vars(own)["MAIL_PORT"], mail_section(own).MAIL_PORT) == (25, 25)
    assert not is_watched(mail_section(own))
    assert counted(reads) == {"MAIL_PORT": 1}
