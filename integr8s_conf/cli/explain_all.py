"""What ``explain --all`` and ``--worker`` answer: a key as the workers of a deployment see it."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ..deployment.checked import check_all
from ..deployment.combinations import find_deployment
from ..deployment.distinct import told_apart
from ..display import plain, show_short
from ..explanation import explain
from ..explanation_tree import tree_of
from ..request import request_from_process
from ..secret import MASK
from ..what_if.place import places_of
from .effect_report import place_report
from .named_key import named_key
from .named_worker import refuse_unknown
from .refusal import end_where_refused
from .report import origin_report
from .tables import print_json, print_table, print_text, print_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..deployment.checked import Checked
    from ..deployment.combination import Deployment
    from ..what_if.place import Place


def explain_all(keys: Sequence[str], form: str) -> None:
    """Show keys with a row for each worker: its value, and where that comes from."""
    workers = _workers(_deployment())
    names = _named(workers, keys)
    if form == "json":
        print_json({"keys": [_report(name, workers) for name in names]})
    else:
        for name in names:
            _print_rows(name, workers)
    _end(workers.values())


def explain_worker(keys: Sequence[str], worker: str, form: str) -> None:
    """Explain keys as one worker sees them, in each environment."""
    deployment = _deployment()
    refuse_unknown(worker, deployment)
    found = _workers(deployment)
    workers = {place: one for place, one in found.items() if place.name == worker}
    names = _named(workers, keys)
    if form == "json":
        print_json({"keys": [_explained(name, workers) for name in names]})
    else:
        for place, checked in workers.items():
            if place.environment:
                print_text(f"in {place}")
            for name in names:
                print_tree(tree_of(explain(checked.resolution, name)))
    _end(workers.values())


def _deployment() -> Deployment:
    with redirect_stdout(sys.stderr):
        return find_deployment(request_from_process().of_process())


def _workers(deployment: Deployment) -> Mapping[Place, Checked]:
    places = {place: one for place, one in places_of(deployment).items() if place.is_worker}
    with redirect_stdout(sys.stderr):
        return dict(zip(places, told_apart(check_all(places.values())), strict=True))


def _named(workers: Mapping[Place, Checked], keys: Sequence[str]) -> list[str]:
    catalogue = next(iter(workers.values())).resolution.catalogue
    return [named_key(catalogue, key) for key in keys]


def _print_rows(name: str, workers: Mapping[Place, Checked]) -> None:
    shown = [_shown(name, checked) for checked in workers.values()]
    columns = {
        "worker": [place.name for place in workers],
        "environment": [place.environment or "" for place in workers],
        "value": [value for value, _ in shown],
        "origin": [origin for _, origin in shown],
    }
    filled = {head: cells for head, cells in columns.items() if any(cells)}
    print_table(name, list(filled), list(zip(*filled.values(), strict=True)))


def _shown(name: str, checked: Checked) -> tuple[str, str]:
    resolution = checked.resolution
    if name not in resolution.values:
        return "no sound value", str(resolution.origin(name))
    secret = name in resolution.hidden
    return show_short(resolution.values[name], secret=secret), str(resolution.origin(name))


def _report(name: str, workers: Mapping[Place, Checked]) -> dict[str, Any]:
    return {
        "key": name,
        "workers": [_row(name, place, checked) for place, checked in workers.items()],
    }


def _row(name: str, place: Place, checked: Checked) -> dict[str, Any]:
    resolution = checked.resolution
    secret, value = name in resolution.hidden, resolution.values.get(name)
    return {
        "worker": place.name,
        "environment": place.environment,
        "files": list(checked.combination.files),
        "resolves": name in resolution.values,
        "value": MASK if secret and value is not None else plain(value),
        "secret": secret,
        "origin": origin_report(resolution.origin(name)),
    }


def _explained(name: str, workers: Mapping[Place, Checked]) -> dict[str, Any]:
    return {
        "key": name,
        "workers": [
            {**place_report(place), "explanation": asdict(explain(checked.resolution, name))}
            for place, checked in workers.items()
        ],
    }


def _end(workers: Iterable[Checked]) -> None:
    problems = dict.fromkeys(problem for one in workers for problem in one.problems)
    end_where_refused(tuple(problems))
