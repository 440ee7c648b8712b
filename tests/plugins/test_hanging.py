"""A plugin that takes very long to load is named on standard error while it does."""

from __future__ import annotations

import pytest

LOAD = """
    import contextlib, sys
    from integr8s_conf import Settings
    from integr8s_conf.declare import watchdog

    watchdog.HANG_SECONDS = 1
    with contextlib.redirect_stderr(sys.stdout):
        Settings()
"""
HOOK = """
    from integr8s_conf import hookimpl

    @hookimpl
    def integr8s_sections():
        {body}
        return []
"""
WAIT = "import time; time.sleep(2.5)"


@pytest.mark.parametrize(
    "source", [f"    {WAIT}{HOOK.format(body='')}", HOOK.format(body=WAIT)], ids=["import", "hook"]
)
def test_plugin_that_takes_long_is_named(stranger, python, source: str) -> None:
    stranger(source)
    said = python(LOAD).splitlines()
    assert said[0] == "integr8s-conf: still waiting for plugin mail (mail-conf 1.0) to load"
    assert len(set(said)) == 1


def test_plugins_that_take_long_together_are_not_named(stranger, python) -> None:
    for name in ("mail", "fax", "post", "weather"):
        stranger(f"    import time; time.sleep(0.4){HOOK.format(body='')}", name, f"acme-{name}")
    assert python(LOAD) == ""


def test_plugin_that_loads_at_once_is_not_named(stranger, python) -> None:
    stranger(HOOK.format(body=""))
    assert python(LOAD) == ""
