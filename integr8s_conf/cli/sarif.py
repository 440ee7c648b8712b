"""Problems as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ..problems import subject
from ..secret import escape_unprintable
from .file_place import FilePlace, file_place, from_here
from .tables import print_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..problems import Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "integr8sConf/v1"


def print_sarif(rules: Mapping[str, str], results: Iterable[Mapping[str, Any]]) -> None:
    """Print one run with its results; ``rules`` say what each rule finds."""
    numbers = {rule: number for number, rule in enumerate(rules)}
    run = {
        "tool": {"driver": _driver(rules)},
        "columnKind": "unicodeCodePoints",
        "results": [
            {"ruleId": one["ruleId"], "ruleIndex": numbers[one["ruleId"]], **one} for one in results
        ],
    }
    print_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _driver(rules: Mapping[str, str]) -> dict[str, Any]:
    from importlib.metadata import version

    described = [{"id": rule, "shortDescription": {"text": text}} for rule, text in rules.items()]
    return {"name": "integr8s-conf", "version": version("integr8s-conf"), "rules": described}


def sarif_result(
    rule: str, level: str, problem: Problem, text: str, paths: Mapping[str, str], place: str
) -> dict[str, Any]:
    """Return a problem as a result; ``place`` is the file of one that is in no file."""
    location = _location(problem, paths, place)
    result = {
        "ruleId": rule,
        "level": level,
        "message": {"text": f"{escape_unprintable(subject(problem))}\n{text}"},
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(rule, problem, location)},
    }
    if related := list(_related(problem, paths)):
        result["relatedLocations"] = related
    return result


def _location(problem: Problem, paths: Mapping[str, str], place: str) -> dict[str, Any]:
    """Return the place of a problem; viewers want one of each."""
    found = file_place(problem.origin, paths) or FilePlace(from_here(place))
    location: dict[str, Any] = {"physicalLocation": _physical(found)}
    if problem.key:
        key = escape_unprintable(subject(problem))
        qualified = f"{problem.section}.{key}" if problem.section else key
        location["logicalLocations"] = [{"name": key, "fullyQualifiedName": qualified}]
    return location


def _physical(place: FilePlace) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line is not None:
        column = {} if place.column is None else {"startColumn": place.column}
        physical["region"] = {"startLine": place.line, **column}
    return physical


def _uri(path: str) -> str:
    return Path(path).as_uri() if path.startswith("/") else quote(os.fsencode(path))


def _related(problem: Problem, paths: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for key, origin in problem.related:
        place = file_place(origin, paths)
        if place and place.line is not None:
            yield {"physicalLocation": _physical(place), "message": {"text": key}}


def _fingerprint(rule: str, problem: Problem, location: dict[str, Any]) -> str:
    """Return what stays the same when lines move, or a value is changed for another wrong one."""
    about = subject(problem) if problem.key else problem.plugin or problem.found
    related = [f"{key} {origin.name}" for key, origin in problem.related]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    identity = "\n".join((rule, about, uri, *related))
    return hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest()
