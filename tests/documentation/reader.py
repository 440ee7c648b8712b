"""A reader of the documentation, who does in a folder of their own what a page says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import yaml

from .blocks import ROOT, Block, blocks_of

_SCRIPTS = {
    "integr8s-conf": "-c \"from integr8s_conf.cli import main; main(prog_name='integr8s-conf')\"",
    "dynaconf": "-c \"from dynaconf.cli import main; main(prog_name='dynaconf')\"",
    "python": "",
}


def _timeless(text: str) -> str:
    """Return an output without the version of the package, and without how long pytest took."""
    text = re.sub(r" in \d+\.\d+s", " in 0.00s", text)
    return re.sub(r"integr8s-conf \d+\.\d+\.\d+", "integr8s-conf 0.0.0", text).rstrip("\n")


@dataclass
class Reader:
    """Writes the files that a page shows, runs its code and its commands."""

    folder: Path
    said: str = ""
    """What the last block printed, which a ``text`` block behind it shows."""

    def begin(self) -> None:
        """Copy the reference deployment, and put the commands on the path."""
        shutil.copytree(ROOT / "settings", self.folder / "settings")
        (self.folder / "bin").mkdir()
        for name, arguments in _SCRIPTS.items():
            script = self.folder / "bin" / name
            script.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
            script.chmod(0o755)
        (self.folder / "benchmarks").symlink_to(ROOT / "benchmarks")

    def read(self, page: Path) -> None:
        """Do what a page shows, block by block; raise AssertionError at the first that is wrong."""
        for block in blocks_of(page):
            try:
                self.do(block)
            except AssertionError as error:
                where = f"{page.relative_to(ROOT)}:{block.line}"
                raise AssertionError(f"{where}: {error}") from None

    def do(self, block: Block) -> None:
        """Do what a block shows; raise AssertionError where it is not as the page says."""
        action = getattr(self, f"_{block.language}", None)
        assert action is not None, f"no rule for a {block.language} block"
        action(block)

    def _bash(self, block: Block) -> None:
        """Leave out what the continuous integration runs."""

    def _python(self, block: Block) -> None:
        if block.title:
            self._write(block)
            if "@hookimpl" in block.text:
                self._install(Path(block.title).stem)
            return
        done = self._run([sys.executable, "-c", block.text])
        assert done.returncode == 0, done.stdout
        self.said = done.stdout

    def _toml(self, block: Block) -> None:
        if block.title:
            self._write(block)
        else:
            tomllib.loads(block.text)

    def _text(self, block: Block) -> None:
        assert _timeless(self.said) == _timeless(block.text), f"it printed\n{self.said}"

    def _console(self, block: Block) -> None:
        expected = re.split(r"^\$ (.*)\n", block.text, flags=re.MULTILINE)[1:]
        for command, output in zip(expected[::2], expected[1::2], strict=True):
            said = self._run(["bash", "-c", command]).stdout
            assert _timeless(said) == _timeless(output), f"{command} printed\n{said}"

    def _yaml(self, block: Block) -> None:
        assert list(yaml.safe_load_all(block.text))
        if block.title:
            self._write(block)

    def _dockerfile(self, block: Block) -> None:
        self._write(block)

    _ini = _dockerfile

    def _write(self, block: Block) -> None:
        path = self.folder / str(block.title)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")

    def _install(self, name: str) -> None:
        metadata = self.folder / f"{name}-1.0.dist-info"
        metadata.mkdir(exist_ok=True)
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text(f"[integr8s_conf]\n{name} = {name}\n")

    def _variables(self) -> dict[str, str]:
        path = os.pathsep.join(filter(None, (str(self.folder), os.environ.get("PYTHONPATH"))))
        # Hundreds of processes show pages; other tests measure what they run.
        own = {name: text for name, text in os.environ.items() if not name.startswith("COVERAGE_")}
        return {
            **own,
            "PATH": f"{self.folder / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": path,
            "PYTHONSAFEPATH": "1",
            "COLUMNS": "100",
        }

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self._variables(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
