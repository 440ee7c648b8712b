"""The verdict of ``check`` as SARIF 2.1.0, which code scanning reads."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ...deployment.problem_kind import ProblemKind, problem_kind
from ...problems import subject
from ...secret import escape_unprintable
from ..report import files_of
from ..tables import print_json
from .file_place import FilePlace, file_place, from_here
from .finding_text import finding_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...deployment.verdict import Finding, Verdict
    from ...problems import Problem

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "integr8sConf/v1"


def print_as_sarif(verdict: Verdict) -> None:
    """Print one run with a result for each problem and warning."""
    print_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(verdict)]})


def _run(verdict: Verdict) -> dict[str, Any]:
    found = [("error", one) for one in verdict.problems]
    found += [("warning", one) for one in verdict.warnings]
    return {
        "tool": {"driver": _driver()},
        "columnKind": "unicodeCodePoints",
        "results": [_result(level, finding, verdict) for level, finding in found],
    }


def _driver() -> dict[str, Any]:
    from importlib.metadata import version

    rules = [{"id": kind, "shortDescription": {"text": kind.text}} for kind in ProblemKind]
    return {"name": "integr8s-conf", "version": version("integr8s-conf"), "rules": rules}


def _result(level: str, finding: Finding, verdict: Verdict) -> dict[str, Any]:
    problem, resolution = finding.problem, verdict.first(finding).resolution
    kind = problem_kind(problem, resolution.catalogue)
    location = _location(problem, files_of(resolution)[0], verdict)
    result = {
        "ruleId": kind,
        "ruleIndex": list(ProblemKind).index(kind),
        "level": level,
        "message": {
            "text": f"{escape_unprintable(subject(problem))}\n{finding_text(finding, verdict)}"
        },
        "locations": [location],
        "partialFingerprints": {_FINGERPRINT: _fingerprint(kind, problem, location)},
    }
    if related := list(_related(problem, verdict)):
        result["relatedLocations"] = related
    if finding.combinations:
        names = list(map(escape_unprintable, finding.combinations))
        result["properties"] = {"combinations": names}
    return result


def _location(problem: Problem, base: str, verdict: Verdict) -> dict[str, Any]:
    """Return the place of a problem; of one that is in no file, the base file: viewers want one."""
    place = file_place(problem.origin, verdict.paths)
    place = place or FilePlace(from_here(verdict.paths[base]))
    location: dict[str, Any] = {"physicalLocation": _physical(place)}
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


def _related(problem: Problem, verdict: Verdict) -> Iterator[dict[str, Any]]:
    for key, origin in problem.related:
        place = file_place(origin, verdict.paths)
        if place and place.line is not None:
            yield {"physicalLocation": _physical(place), "message": {"text": key}}


def _fingerprint(kind: ProblemKind, problem: Problem, location: dict[str, Any]) -> str:
    """Return what stays the same when lines move, or a value is changed for another wrong one."""
    about = subject(problem) if problem.key else problem.plugin or problem.found
    related = [f"{key} {origin.name}" for key, origin in problem.related]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    identity = "\n".join((kind, about, uri, *related))
    return hashlib.sha256(identity.encode(errors="surrogatepass")).hexdigest()
