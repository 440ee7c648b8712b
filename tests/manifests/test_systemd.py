"""What a unit of systemd gives to its service."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from integr8s_conf.manifests.systemd import read_unit

if TYPE_CHECKING:
    from integr8s_conf.manifests.manifest import Manifest

    from ..conftest import Write


class Read(Protocol):
    def __call__(self, text: str) -> Manifest: ...


@pytest.fixture
def read(write: Write) -> Read:
    return lambda text: read_unit("api.service", str(write("api.service", text)))


def _said(manifest: Manifest) -> dict[str, tuple[str, str, str | None]]:
    [unit] = manifest.workloads
    return {one.name: (str(one.origin), one.supply, one.value) for one in unit.variables}


def test_each_variable_has_the_line_that_it_stands_on(read: Read) -> None:
    manifest = read(
        '[Unit]\nEnvironment=NOT=1\n[Service]\r\n; comment\nEnvironment=A=1 "B=two words" \\\n'
        "  # about C\n  'C=100%%' D=%h/x\nPassEnvironment=E F\nEnvironment=A=2\n"
        "UnsetEnvironment=F\n"
    )
    assert _said(manifest) == {
        "E": ("api.service:8", "host", None),
        "A": ("api.service:9", "literal", "2"),
        "B": ("api.service:5", "literal", "two words"),
        "C": ("api.service:7", "literal", "100%"),
        "D": ("api.service:7", "unknown", None),
    }


def test_an_empty_assignment_forgets_those_before(read: Read) -> None:
    manifest = read(
        "[Service]\nEnvironment=A=1\nEnvironment=\nEnvironment=B=2\n"
        "ExecStart=/bin/old\nExecStart=\nExecStart=-@/usr/bin/gunicorn -w '2'\n"
    )
    assert _said(manifest) == {"B": ("api.service:4", "literal", "2")}
    assert manifest.workloads[0].command == ("/usr/bin/gunicorn", "-w", "2")


def test_drop_ins_count_in_the_order_of_their_names(read: Read, write: Write) -> None:
    write("api.service.d/20-later.conf", "[Service]\nEnvironment=A=3\n")
    write("api.service.d/10-first.conf", "[Service]\nEnvironment=A=2 B=2\n")
    manifest = read("[Service]\nEnvironment=A=1\n")
    assert _said(manifest) == {
        "A": ("api.service.d/20-later.conf:2", "literal", "3"),
        "B": ("api.service.d/10-first.conf:2", "literal", "2"),
    }


@pytest.mark.parametrize("line", ["/etc/api.env", "-/etc/api.env"])
def test_a_file_of_variables_leaves_it_open_what_there_is(read: Read, line: str) -> None:
    [unit] = read(f"[Service]\nEnvironmentFile={line}\n").workloads
    assert unit.open


def test_credentials_are_secret_files_unless_the_unit_holds_them(read: Read) -> None:
    [unit] = read(
        "[Service]\nLoadCredential=KEY:/etc/key\nLoadCredentialEncrypted=TOKEN\n"
        "SetCredential=PLAIN:it's open\n"
    ).workloads
    assert [(one.target, one.files, one.secret) for one in unit.mounts] == [
        ("/run/credentials/api.service", ("KEY", "TOKEN"), True),
    ]
    [plain] = unit.variables
    assert (plain.name, plain.supply, plain.value) == ("PLAIN", "literal", "it's open")


def test_bound_paths_and_the_working_directory_are_known(read: Read) -> None:
    [unit] = read(
        "[Service]\nWorkingDirectory=-/srv/api\n"
        "BindReadOnlyPaths=-/etc/a.toml:/srv/a.toml:rbind /b\n"
    ).workloads
    assert unit.folder == "/srv/api"
    assert [(one.source, one.target) for one in unit.mounts] == [
        ("/etc/a.toml", "/srv/a.toml"),
        ("/b", "/b"),
    ]


def test_what_cannot_be_read_is_said(read: Read) -> None:
    manifest = read("[Service]\nEnvironment=A=1\nEnvironment='s3cret\n")
    [problem] = manifest.problems
    assert str(problem.origin) == "api.service:3"
    assert "s3cret" not in str(problem)
    assert list(_said(manifest)) == ["A"]
    assert read_unit("gone", "/nowhere/a.service").problems[0].wanted == "a readable file"


def test_a_unit_that_starts_nothing_has_no_process(read: Read) -> None:
    assert read("[Timer]\nOnCalendar=daily\n").workloads == ()
