"""Each command as a whole process: on the reference deployment, and with 10,000 keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from .. import generated
from ..ground import BASE, OVERRIDE, environment, process_time
from ..report import Row
from ..timing import Samples, compare, interleave

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..effort import Effort

PROGRAM = "from integr8s_conf.cli import main; main(prog_name='integr8s-conf')"
FIRST = "--version"
COMMANDS = (
    "plugins",
    "doctor",
    "get {key}",
    "explain {key}",
    "show",
    "show --changed",
    "show --format toml",
    "check --config {base}",
    "check",
    "check --format sarif",
    "diff {base} {base}",
    "diff {base} --defaults",
    "export schema",
    "export stubs",
    "export env",
    "export config",
    "export docs",
    "export docs --format html",
    "export compose",
    "export k8s",
)
SECOND = 1e9


def run(effort: Effort) -> list[Row]:
    """Measure against ``--version``, then against one second."""
    with TemporaryDirectory() as folder:
        variables = environment(Path(folder), INTEGR8S_CONF_OVERRIDE=OVERRIDE)
        found = _times(variables, effort.rounds(15), BASE, "KAFKA_BOOTSTRAP_SERVERS")
    version = found.pop(FIRST)
    rows = [
        Row(
            f"integr8s-conf {command}",
            samples,
            beside=version,
            beside_name=FIRST,
            ratio=compare(samples, version),
            against=FIRST,
            limit=1.5,
        )
        for command, samples in found.items()
    ]
    return rows + _with_many_keys(effort)


def _with_many_keys(effort: Effort) -> list[Row]:
    (keys,) = effort.sizes(10_000)
    with TemporaryDirectory() as folder:
        made = generated.write(Path(folder), plugins=1, keys=keys)
        (name,) = made.names
        plugins = {"INTEGR8S_CONF_PLUGINS": name, "INTEGR8S_CONF_DIR": folder}
        variables = environment(Path(folder), **plugins)
        found = _times(variables, effort.rounds(7), str(made.config), f"{name.upper()}_KEY_00042")
    return [
        Row(
            f"integr8s-conf {command}, {keys:,} keys",
            samples,
            ratio=compare(samples, Samples((SECOND,) * len(samples.values))),
            against="one second",
            limit=1,
        )
        for command, samples in found.items()
    ]


def _times(variables: Mapping[str, str], rounds: int, base: str, key: str) -> dict[str, Samples]:
    return interleave(
        {
            command: partial(
                process_time, PROGRAM, variables, *command.format(base=base, key=key).split()
            )
            for command in (FIRST, *COMMANDS)
        },
        rounds,
    )
