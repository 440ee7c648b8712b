"""A plugin that takes very long to load is named while it does, and interrupted in the end."""

from __future__ import annotations

import pytest

from .refusals import only_problem

LOAD = """
    import contextlib, sys
    from integr8s_conf import Settings
    from integr8s_conf.discover import watchdog

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


# A limit of time.

LIMITED = """
    import signal, sys
    from integr8s_conf import ConfigError, Settings

    try:
        Settings()
    except ConfigError as error:
        [problem] = error.problems
        print(problem.plugin, problem.found)
    print(signal.getsignal(signal.SIGALRM) is signal.SIG_DFL, signal.getitimer(signal.ITIMER_REAL))
"""
FOUND = "mail code that was not done after 0.5 s, and was interrupted, in plugin mail"
FOREVER = "import time; time.sleep(600)"
STUBBORN = """
        import time
        try:
            time.sleep(600)
        except BaseException:
            time.sleep(600)
"""


@pytest.mark.parametrize(
    "source",
    [
        f"    {FOREVER}{HOOK.format(body='')}",
        HOOK.format(body=FOREVER),
        HOOK.format(body=STUBBORN),
        HOOK.format(
            body=f"return []\n\n    @hookimpl\n    def integr8s_loaded():\n        {FOREVER}"
        ),
    ],
    ids=["import", "hook", "hook that catches everything", "hook after the load"],
)
def test_plugin_that_hangs_is_interrupted_and_refused(stranger, python, source: str) -> None:
    stranger(source)
    said = python(LIMITED, INTEGR8S_CONF_PLUGINS="mail", INTEGR8S_CONF_PLUGIN_TIMEOUT="0.5")
    assert said == f"{FOUND} (mail-conf 1.0)\nTrue (0.0, 0.0)\n"


@pytest.mark.parametrize(
    "beginning",
    [
        "import signal; signal.signal(signal.SIGALRM, lambda *_: None)",
        "import signal; signal.setitimer(signal.ITIMER_REAL, 500)",
        "import threading",
    ],
    ids=["a handler", "a timer", "another thread"],
)
def test_what_the_host_has_of_alarms_is_left_alone(stranger, python, beginning: str) -> None:
    stranger(HOOK.format(body="import time; time.sleep(0.4)"))
    code = f"""
        {beginning}
        import signal
        from integr8s_conf import Settings

        def state():
            timer = signal.getitimer(signal.ITIMER_REAL)
            return signal.getsignal(signal.SIGALRM), timer[0] > 0

        def load():
            before = state()
            print(len(Settings()), state() == before)

        if "threading" in globals():
            thread = threading.Thread(target=load)
            thread.start()
            thread.join()
        else:
            load()
    """
    names = {"INTEGR8S_CONF_PLUGINS": "mail,sse", "INTEGR8S_CONF_PLUGIN_TIMEOUT": "0.1"}
    assert python(code, **names) == "2 True\n"


@pytest.mark.parametrize("text", ["soon", "-1", "nan", "inf"])
def test_limit_that_is_no_number_of_seconds_is_a_problem(monkeypatch, text: str) -> None:
    monkeypatch.setenv("INTEGR8S_CONF_PLUGIN_TIMEOUT", text)
    problem = only_problem()
    assert str(problem.origin) == "environment variable INTEGR8S_CONF_PLUGIN_TIMEOUT"
    assert problem.wanted == "a number of seconds"


def test_zero_is_no_limit(stranger, python) -> None:
    stranger(HOOK.format(body="import signal; print(signal.getitimer(signal.ITIMER_REAL))"))
    said = python(LIMITED, INTEGR8S_CONF_PLUGIN_TIMEOUT="0")
    assert said == "(0.0, 0.0)\nTrue (0.0, 0.0)\n"


def test_interrupt_from_the_keyboard_passes(stranger, python) -> None:
    stranger(HOOK.format(body="import os, signal; os.kill(os.getpid(), signal.SIGINT)"))
    assert (
        python("""
        import signal
        from integr8s_conf import Settings
        try:
            Settings()
        except KeyboardInterrupt:
            print("interrupted", signal.getsignal(signal.SIGALRM) is signal.SIG_DFL)
    """)
        == "interrupted True\n"
    )
