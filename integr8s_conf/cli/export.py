"""``integr8s-conf export``: files that follow from the declarations."""

from __future__ import annotations

import sys
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING

import click

from ..deployment.combinations import find_deployment
from ..origin import LayerKind
from ..problems import ConfigError
from ..request import request_from_process
from .deliver import deliver, of_delivery
from .examples import examples
from .export_keys import export_keys
from .options import declared, of_base, resolved_request
from .refusal import end_where_refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..declare.catalogue import Catalogue
    from ..deployment.combination import Deployment
    from ..problems import Problem
    from ..request import Request
    from ..resolve.resolution import Resolution
    from .deliver import Delivery


@click.group(short_help="Generate docs, schema, stubs, manifests and more.")
def export() -> None:
    """Generate a file from what the sections of all installed plugins declare.

    The same declarations always give the same text. With --check nothing is written: the exit
    code is 1 where the file on disk is stale, so that CI notices.
    """


export.add_command(export_keys)


@export.command(
    "docs",
    short_help="The configuration reference, as Markdown or HTML.",
    epilog=examples(
        ("The reference of this deployment", "integr8s-conf export docs -o configuration.md"),
        ("As a page of its own", "integr8s-conf export docs --format html -o configuration.html"),
    ),
)
@of_base
@click.option("--format", "form", type=click.Choice(["markdown", "html"]), default="markdown")
@of_delivery
def export_docs(config: str | None, form: str, delivery: Delivery) -> None:
    """Write the reference of every key: defaults, and beside them what the deployment sets."""
    from ..export.html import html_text
    from ..export.markdown import markdown_text
    from ..export.reference_page import reference_page

    request = _request(config)
    write = html_text if form == "html" else markdown_text
    resolution, deployment = _of_files(request), _deployment(request)
    with _refused_at_an_error():
        text = write(reference_page(resolution, deployment))
    deliver(text, delivery)


@export.command(
    "schema",
    short_help="A JSON Schema for editors of the TOML files.",
    epilog=examples(
        ("Beside the base file", "integr8s-conf export schema -o settings/config.schema.json"),
        ("In CI", "integr8s-conf export schema -o settings/config.schema.json --check"),
    ),
)
@of_delivery
def export_schema(delivery: Delivery) -> None:
    """Write a JSON Schema (2020-12) of the base file and of every override."""
    from ..export.schema import schema_text

    deliver(schema_text(loaded_catalogue()), delivery)


@export.command(
    "stubs",
    short_help="A .pyi that tells type checkers every key and its type.",
    epilog=examples(
        (
            "Where mypy and pyright look",
            "integr8s-conf export stubs -o typings/integr8s_conf_keys.pyi",
        ),
    ),
)
@of_delivery
def export_stubs(delivery: Delivery) -> None:
    """Write type stubs of all installed plugins' keys."""
    from ..export.stubs import stubs_text

    deliver(stubs_text(loaded_catalogue()), delivery)


@export.command(
    "env",
    short_help="A commented .env.example.",
    epilog=examples(("For a new colleague", "integr8s-conf export env -o .env.example")),
)
@of_delivery
def export_env(delivery: Delivery) -> None:
    """Write an env file that names every secret and, commented out, every other key."""
    from ..export.env_example import env_text

    deliver(env_text(loaded_catalogue()), delivery)


@export.command(
    "config",
    short_help="A fresh config.toml, every key at its default.",
    epilog=examples(("What the installed plugins know", "integr8s-conf export config")),
)
@of_delivery
def export_config(delivery: Delivery) -> None:
    """Write a commented base file of all installed sections."""
    from ..export.config_file import config_text

    deliver(config_text(loaded_catalogue()), delivery)


@export.command(
    "compose",
    short_help="Docker Compose: the secrets' anchor and each service's environment.",
    epilog=examples(("The services of this deployment", "integr8s-conf export compose")),
)
@of_base
@click.option("--image", default="backend", show_default=True, help="The image of the services.")
@of_delivery
def export_compose(config: str | None, image: str, delivery: Delivery) -> None:
    """Write a Compose file: x-backend-secrets, and a service for the backend and each worker."""
    from ..export.compose import compose_text

    deployment = _deployment(_request(config))
    with _refused_at_an_error():
        text = compose_text(loaded_catalogue(), deployment, image=image)
    deliver(text, delivery)


@export.command(
    "k8s",
    short_help="Kubernetes: ConfigMap, Secret, and what a Deployment says of them.",
    epilog=examples(("The manifests of this deployment", "integr8s-conf export k8s")),
)
@of_base
@click.option("--name", default="backend", show_default=True, help="What the objects begin with.")
@click.option("--image", default="backend", show_default=True, help="The image of the containers.")
@of_delivery
def export_k8s(config: str | None, name: str, image: str, delivery: Delivery) -> None:
    """Write a ConfigMap of the TOML files, a Secret without values, and the Deployments."""
    from ..export.manifests import UnfitNameError, manifests_text

    deployment = _deployment(_request(config))
    try:
        with _refused_at_an_error():
            text = manifests_text(loaded_catalogue(), deployment, name=name, image=image)
    except UnfitNameError as error:
        raise click.BadParameter(str(error), param_hint="--name") from None
    deliver(text, delivery)


def _request(config: str | None) -> Request:
    return request_from_process(config).of_process()


def loaded_catalogue() -> Catalogue:
    """Return what the installed plugins declare; end where they do not fit together."""
    catalogue = declared()
    end_where_refused(catalogue.problems)
    return catalogue


def _of_files(request: Request) -> Resolution:
    """Return what the base file resolves to, whatever variables this process has.

    What its environment alone would set is missing then, and no fault of the file; what is wrong
    in the file or with a plugin is the end.
    """
    own = {
        name: text for name, text in request.environ.items() if name.startswith("INTEGR8S_CONF_")
    }
    resolution = resolved_request(request._replace(environ=own, env_file=None))
    of_plugins = resolution.catalogue.problems
    end_where_refused([one for one in resolution.problems if one in of_plugins or _is_of_file(one)])
    return resolution


def _is_of_file(problem: Problem) -> bool:
    return problem.origin is not None and problem.origin.layer is LayerKind.BASE_FILE


@contextmanager
def _refused_at_an_error() -> Iterator[None]:
    """End where a file of the deployment cannot be read, or a plugin's hook fails.

    What plugins print is not what was asked for.
    """
    try:
        with redirect_stdout(sys.stderr):
            yield
    except ConfigError as error:
        end_where_refused(error.problems)


def _deployment(request: Request) -> Deployment:
    """Return the files of the deployment; end where its listing is wrong."""
    deployment = find_deployment(request)
    end_where_refused(deployment.problems)
    return deployment
