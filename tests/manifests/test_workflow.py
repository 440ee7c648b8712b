"""What a workflow of GitHub Actions gives to its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from integr8s_conf.manifests.workflow import read_workflow

if TYPE_CHECKING:
    from integr8s_conf.manifests.manifest import Manifest

    from ..conftest import Write


class Read(Protocol):
    def __call__(self, text: str) -> Manifest: ...


@pytest.fixture
def read(write: Write) -> Read:
    return lambda text: read_workflow("ci.yml", str(write("ci.yml", text)))


CI = """\
on: [push]
env:
  A: workflow
  KEY: ${{ secrets.SECRET_KEY }}
defaults: {run: {working-directory: backend}}
jobs:
  test:
    env:
      A: job
    container:
      image: python:3.12
      env: {IN_CONTAINER: yes}
    services:
      mongo:
        image: mongo:8
        env:
          MONGO_INITDB_ROOT_USERNAME: root
    steps:
      - uses: actions/checkout@v5
      - name: Test
        env:
          A: step
          URL: http://${{ matrix.host }}
        run: pytest -q
      - run: echo LATER=1 >> "$GITHUB_ENV"
      - run: true
        working-directory: other
  deploy:
    uses: ./.github/workflows/deploy.yml
    secrets: inherit
"""


def test_each_process_has_a_name_and_a_line(read: Read) -> None:
    manifest = read(CI)
    assert manifest.problems == ()
    assert [(one.name, one.kind, one.origin.line) for one in manifest.workloads] == [
        ("test / mongo", "container", 14),
        ("test / actions/checkout@v5", "step", 19),
        ("test / Test", "step", 20),
        ("test / step 3", "step", 25),
        ("test / step 4", "step", 26),
        ("deploy", "step", 28),
    ]


def test_the_innermost_value_wins_with_its_own_line(read: Read) -> None:
    step = read(CI).workloads[2]
    assert {one.name: (one.origin.line, one.supply, one.value) for one in step.variables} == {
        "A": (22, "literal", "step"),
        "KEY": (4, "secret", None),
        "IN_CONTAINER": (12, "literal", "yes"),
        "URL": (23, "unknown", None),
    }
    assert (step.folder, step.image, step.command) == ("backend", "python:3.12", ("pytest -q",))


def test_a_service_has_its_own_variables_alone(read: Read) -> None:
    mongo = read(CI).workloads[0]
    assert [one.name for one in mongo.variables] == ["MONGO_INITDB_ROOT_USERNAME"]


def test_what_may_be_given_more_is_open(read: Read) -> None:
    assert [one.name for one in read(CI).workloads if one.open] == ["test / step 4", "deploy"]


@pytest.mark.parametrize(
    ("text", "supply", "source", "value"),
    [
        ("${{ secrets.KEY }}", "secret", "KEY", None),
        ("${{vars['KEY']}}", "config", "KEY", None),
        ("${{ secrets.KEY || 'it''s' }}", "secret", "KEY", "it's"),
        ("x-${{ secrets.KEY }}", "unknown", "", None),
        ("${{ github.sha }}", "unknown", "", None),
        ("$KEY", "literal", "", "$KEY"),
    ],
)
def test_an_expression_says_who_gives_the_value(
    read: Read, text: str, supply: str, source: str, value: str | None
) -> None:
    manifest = read(f'env:\n  A: "{text}"\njobs: {{a: {{steps: [{{run: x}}]}}}}\n')
    [variable] = manifest.workloads[0].variables
    assert (variable.supply, variable.source, variable.value) == (supply, source, value)
    assert variable.has_default is (supply == "secret" and value is not None)


@pytest.mark.parametrize("text", ["jobs: [", "jobs: {a: }", "- 1", "", "jobs: {a: {steps: 3}}"])
def test_no_text_is_too_odd(read: Read, text: str) -> None:
    manifest = read(text)
    assert manifest.workloads == ()
    assert len(manifest.problems) == (text == "jobs: [")
