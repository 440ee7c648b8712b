"""Hostile distributions, all installed at once: each is told once, and the others work."""

from __future__ import annotations

import json
import re

import pytest

from .hostile import HERE, sources
from .metadata import metadata_file, rewrite_entry_points

HEALTHY = """
    import pathlib, sys, types
    from integr8s_conf import Section, hookimpl, setting

    class {0}(Section):
        {1}_PORT: int = setting(25, "Port")
        {1}_HOSTS: list[str] = setting(["a", "b"], "Hosts")
        {1}_PASSWORD: str = setting("dev-{0}", "Password", secret=True)

    @hookimpl
    def integr8s_sections():
        return [{0}]

    class Quiet(types.ModuleType):
        @property
        def integr8s_defaults(self):
            pathlib.Path("touched").touch()

    sys.modules[__name__].__class__ = Quiet
"""
SECRET = "canary-5d1f0a"

LOAD = """
    import contextlib, io, json
    from integr8s_conf import ConfigError, Settings
    from integr8s_conf.cli import main

    try:
        Settings()
    except ConfigError as error:
        report = str(error)
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.suppress(SystemExit):
        main(["show", "--format", "json"])
    print(json.dumps([report, shown.getvalue()]))
"""

SHUFFLED = """
    import importlib, json, random, sys
    from integr8s_conf import ConfigError, Settings
    from integr8s_conf.discover.discovery import installed_plugins, load_catalogue
    from integr8s_conf.request import request_from_process
    from integr8s_conf.resolve.plugin_policy import policy_of

    def outcome():
        for name in [one for one in sys.modules if one.startswith(("hostile_", "healthy_"))]:
            del sys.modules[name]
        installed_plugins.cache_clear()
        load_catalogue.cache_clear()
        try:
            Settings()
        except ConfigError as error:
            report = str(error)
        found = load_catalogue(policy_of(request_from_process()))
        keys = [(name, str(key.plugin)) for name, key in found.keys.items()]
        states = [(str(one.plugin), one.state) for one in found.admissions]
        return repr((report, keys, dict(found.defaults), states, list(found.computed)))

    outcomes = set()
    for seed in range(100):
        random.Random(seed).shuffle(sys.path)
        outcomes.add(outcome())
    print(json.dumps(list(outcomes)))
"""


@pytest.fixture
def _hostile(stranger, monkeypatch) -> None:
    for name, source in sources().items():
        stranger(source, name, f"hostile-{name}")
    for name in ("victim", "well", "zone"):
        stranger(HEALTHY.format(name.title(), name.upper()), name, f"healthy-{name}")
    stranger("", "twin", "healthy-twin")
    api = "[integr8s_conf]\napi-99 = hostile_api_99.api_99\n[integr8s_conf.api]\napi-99 = v99\n"
    rewrite_entry_points(api, "hostile-api-99")
    rewrite_entry_points("[integr8s_conf]\n\xff", "hostile-broken-entry-points")
    metadata_file("hostile-unreadable-metadata", "METADATA").write_bytes(b"Name: \xff\n")
    monkeypatch.setenv("VICTIM_PASSWORD", SECRET)


@pytest.mark.usefixtures("_hostile")
def test_each_hostile_distribution_is_told_once_and_the_others_work(python, tmp_path) -> None:
    report, shown = json.loads(python(LOAD, HURRY="1"))
    assert report == (HERE / "report.txt").read_text().rstrip("\n")
    entries = report.split("\n\n")[1:]
    names = [rf"\bhostile-{name}\b(?!-)" for name in sources()]
    assert [len([one for one in entries if re.search(name, one)]) for name in names] == [1] * 34
    assert len(entries) == 34
    keys = {
        key["key"]: key["value"] for one in json.loads(shown)["sections"] for key in one["keys"]
    }
    assert keys["WELL_PORT"] == 25
    assert keys["REDIS_PORT"] == 6379
    assert SECRET not in report + shown
    assert not (tmp_path / "touched").exists()


@pytest.mark.usefixtures("_hostile")
def test_report_and_catalogue_are_the_same_in_every_order(python) -> None:
    assert len(json.loads(python(SHUFFLED, HURRY="1"))) == 1
