"""After ``--fix`` every combination of any deployment has the values that it had before."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from integr8s_conf.deployment.checked import check_all
from integr8s_conf.deployment.combinations import find_deployment
from integr8s_conf.lint.examined import Examined
from integr8s_conf.lint.lint import lint
from integr8s_conf.lint.removal import without_no_ops
from integr8s_conf.request import Request
from integr8s_conf.sources.edited_lines import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

TOML = {
    "WEB_THREADS": ["4", "0x4", "5", "'4'"],
    "KAFKA_GRACEFUL_TIMEOUT": ["10", "10.0", "11"],
    "OTEL_SERVICE_NAME": ["''", "'a'", '"""\n\\\n a"""'],
    "CORS_ORIGINS": ["['https://a']", "[\n  'https://a',\n\n  # b\n]", "['https://b']"],
    "MONGO_HOST": ["'mongo'", '"mongo"', "'other'", "'''\nWEB_THREADS = 4\n'''"],
    "REDIS_PASSWORD": ["'swordfish'", "''"],
    "UNKNOWN": ["1"],
}
ENV = {
    "INTEGR8S_WEB_THREADS": ["4", "5", "x"],
    "INTEGR8S_KAFKA_GRACEFUL_TIMEOUT": ["10", "11"],
    "INTEGR8S_MONGO_HOST": ["mongo", "'other'", "'a\nb'"],
    "INTEGR8S_MONGODB_URL": ["mongodb://localhost"],
    "REDIS_PASSWORD": ["swordfish", "redispass"],
}

noise = st.sampled_from(["", "", "\n", "# WEB_THREADS = 4\n", "\n# a\n\n"])


def texts(values: Mapping[str, list[str]], equals: str) -> st.SearchStrategy[str]:
    """Return texts that set each of some names at most once, with comments and blank lines."""

    @st.composite
    def drawn(draw: st.DrawFn) -> str:
        names = draw(st.lists(st.sampled_from(sorted(values)), unique=True))
        lines = [
            f"{draw(noise)}{name}{equals}{draw(st.sampled_from(values[name]))}"
            f"{draw(st.sampled_from(['', '  # b']))}"
            for name in names
        ]
        return draw(st.sampled_from(["", "\ufeff"])) * (equals != "=") + draw(
            st.sampled_from(["\n", "\r\n"])
        ).join([*lines, ""])

    return drawn()


def resolved(folder: Path) -> tuple[Examined, dict[str, Any], Any]:
    request = Request(folder=str(folder), secrets_dir=str(folder / "none"))
    deployment = find_deployment(request)
    checked = check_all(deployment.combinations)
    values = {one.combination.name: one.resolution.values for one in checked}
    examined = Examined(deployment, checked)
    return examined, values, lint(examined, str(folder), ())


@settings(max_examples=60)
@given(
    base=texts(TOML, " = "),
    overrides=st.lists(texts(TOML, " = "), min_size=1, max_size=2),
    env=texts(ENV, "="),
)
def test_values_stay(base: str, overrides: list[str], env: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contents = {f"config.{at}.toml": text for at, text in enumerate(overrides)}
        for file, text in {"config.toml": base, ".env": env, **contents}.items():
            (folder / file).write_text(text, encoding="utf-8", newline="")
        examined, before, found = resolved(folder)
        for place in {one.place for one in found.no_ops}:
            of_file = [one for one in found.no_ops if one.place == place]
            text = text_of(without_no_ops(place, of_file, examined.catalogue).lines)
            Path(place.path).write_text(text, encoding="utf-8", newline="")
        _, after, left = resolved(folder)
        assert after == before
        assert left.no_ops == ()
