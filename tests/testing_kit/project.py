"""A project whose 200 tests override settings in every way, and fail in some of them on purpose."""

from __future__ import annotations

CONFTEST = '''
import pytest

from integr8s_conf import settings
from integr8s_conf.testing import settings_override
from integr8s_conf.testing.overrides_in_force import _below, _in_force


@pytest.fixture(autouse=True)
def _at_rest():
    """Every test finds what the base file says, and leaves it so; looking loads nothing."""
    with settings_override() as now:
        assert now.MONGO_HOST == "mongo"
    yield
    with settings_override() as now:
        assert now.MONGO_HOST == "mongo"


def pytest_sessionfinish(session):
    worker = getattr(session.config, "workerinput", {"workerid": "main"})["workerid"]
    if worker != "main":
        left = (settings.MONGO_HOST, settings.REDIS_DB, settings.REDIS_PORT, _in_force, _below)
        session.config.rootpath.joinpath(f"{worker}.left").write_text(repr(left))
'''

TESTS = """
import asyncio
import threading
import unittest

import pytest

from integr8s_conf import settings
from integr8s_conf.testing import settings_override
from integr8s_sections.core import Core

each = pytest.mark.parametrize("number", range(20))


@each
def test_reads(number):
    assert settings.MONGO_HOST == settings.section(Core).MONGO_HOST == "mongo"


@each
def test_fixture(settings_override, number):
    assert settings_override(MONGO_HOST=f"host-{number}") is settings
    settings_override(REDIS_DB=number)
    assert settings.section(Core).MONGO_HOST == f"host-{number}"
    assert (settings.REDIS_DB, f"@host-{number}:" in settings.MONGODB_URL) == (number, True)


@each
def test_fails(settings_override, number):
    settings_override(MONGO_HOST="other")
    with_it = settings.MONGO_HOST
    raise ZeroDivisionError(with_it)


@pytest.fixture
def broken_before(settings_override):
    settings_override(MONGO_HOST="other")
    raise ZeroDivisionError


@pytest.fixture
def broken_after(settings_override):
    settings_override(MONGO_HOST="other")
    yield
    raise ZeroDivisionError


@each
def test_fixture_fails(request, number):
    request.getfixturevalue("broken_before" if number % 2 else "broken_after")


@each
@settings_override(MONGO_HOST="outer", REDIS_DB=1)
def test_nested(number):
    with settings_override(MONGO_HOST="inner"):
        assert (settings.MONGO_HOST, settings.REDIS_DB) == ("inner", 1)
    assert settings.MONGO_HOST == "outer"


async def hold(host, ticks):
    with settings_override(MONGO_HOST=host):
        for _ in range(ticks):
            await asyncio.sleep(0)
            assert settings.MONGO_HOST.startswith("host-")


async def overlap(number):
    await asyncio.gather(*(hold(f"host-{one}", (one * 7 + number) % 5 + 1) for one in range(4)))


@each
def test_overlapping_tasks(number):
    asyncio.run(overlap(number))


class TestCase(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        self.enterContext(settings_override(REDIS_DB=5))


async def method(self):
    assert (settings.MONGO_HOST, settings.REDIS_DB) == ("case", 5)
    await asyncio.sleep(0)
    assert settings.MONGO_HOST == "case"


for number in range(20):
    setattr(TestCase, f"test_{number}", settings_override(MONGO_HOST="case")(method))


@each
def test_threads(number):
    def change(host):
        for _ in range(3):
            with settings_override(MONGO_HOST=host):
                assert settings.MONGO_HOST in "ab"

    threads = [threading.Thread(target=change, args=(host,)) for host in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""

WIDER = """
import pytest

from integr8s_conf import settings
from integr8s_conf.testing import settings_override


@pytest.fixture(scope="module")
def module_wide():
    with settings_override(REDIS_PORT=7):
        yield


@pytest.mark.parametrize("number", range(20))
def test_first_or_not(module_wide, settings_override, number):
    settings_override(MONGO_HOST="other")
    assert (settings.MONGO_HOST, settings.REDIS_PORT) == ("other", 7)


@pytest.mark.parametrize("number", range(20))
def test_wider_one_begins_later(request, settings_override, number):
    settings_override(MONGO_HOST="other")
    request.getfixturevalue("module_wide")
    assert (settings.MONGO_HOST, settings.REDIS_PORT) == ("other", 7)
"""

FILES = {"config.toml": "", "conftest.py": CONFTEST, "test_ways.py": TESTS, "test_wider.py": WIDER}
OUTCOME = "30 failed, 170 passed, 10 errors"
"""A test whose fixture fails behind it has passed, and is an error as well."""

LEFT = repr(("mongo", 0, 6379, [], []))
"""What each worker says in the end."""
