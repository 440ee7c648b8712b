"""What is wrong with a deployment: each problem once, with the combinations that it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ..origin import Origin
    from ..problems import Problem
    from .checked import Checked
    from .combination import Combination


class Finding(NamedTuple):
    """A problem or warning, and the names of the combinations that have it."""

    problem: Problem
    combinations: tuple[str, ...] = ()
    """None for a problem of how the deployment is listed."""


class Verdict(NamedTuple):
    """Every combination that was checked, and what was found in all of them together."""

    checked: tuple[Checked, ...]
    problems: tuple[Finding, ...]
    warnings: tuple[Finding, ...]

    @property
    def paths(self) -> Mapping[str, str]:
        """The TOML files as their user named them, and where they are."""
        return {
            layer.name: layer.path
            for one in self.checked
            for layer in one.resolution.layers
            if layer.path
        }

    def first(self, finding: Finding) -> Checked:
        """Return the first combination that a finding concerns."""
        names = finding.combinations
        return next((one for one in self.checked if one.combination.name in names), self.checked[0])

    def where(self, finding: Finding) -> tuple[str, ...]:
        """Return what to say of the combinations that a finding concerns.

        Nothing where it concerns all, or all that its file takes part in: its place says that.
        """
        names = finding.combinations
        everything = tuple(one.combination for one in self.checked)
        if len(names) in (0, len(everything)):
            return ()
        for said, members in _groups(everything, finding.problem.origin):
            if members == names and (len(members) > 1 or not said):
                return said
        return names


def _groups(
    combinations: Sequence[Combination], origin: Origin | None
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield groups of combinations that have a name in common: what to say, and their names."""
    place = origin.name if origin else None
    yield (), tuple(one.name for one in combinations if place in one.files)
    for environment in dict.fromkeys(one.environment for one in combinations if one.environment):
        members = tuple(one.name for one in combinations if one.environment == environment)
        yield (f"every combination of the environment {environment}",), members
    for file in dict.fromkeys(file for one in combinations for file in one.files):
        members = tuple(one.name for one in combinations if file in one.files)
        yield (f"every combination of {file}",), members


def verdict(checked: Sequence[Checked], of_listing: Iterable[Problem] = ()) -> Verdict:
    """Return the verdict on a deployment; ``of_listing`` are problems of how it is listed.

    What is a problem in one combination is no warning, though it is no more in another one; what
    is wrong with ``pyproject.toml`` is no problem of each combination besides.
    """
    listing = tuple(Finding(problem) for problem in of_listing)
    told = {finding.problem for finding in listing}
    problems = tuple(
        finding
        for finding in _merged((one.combination.name, one.problems) for one in checked)
        if finding.problem not in told
    )
    warnings = _merged((one.combination.name, one.warnings) for one in checked)
    known = {finding.problem for finding in problems}
    advice = tuple(finding for finding in warnings if finding.problem not in known)
    return Verdict(tuple(checked), (*listing, *problems), advice)


def _merged(found: Iterable[tuple[str, Iterable[Problem]]]) -> tuple[Finding, ...]:
    """Return each problem once, in the order in which the combinations have them."""
    names: dict[Problem, list[str]] = {}
    for name, problems in found:
        for problem in problems:
            names.setdefault(problem, []).append(name)
    return tuple(Finding(problem, tuple(those)) for problem, those in names.items())
