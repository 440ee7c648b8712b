"""The plugin: two keys, what each must hold, and what they must hold together."""

from collections.abc import Mapping, Sequence

from integr8s_conf import Rule, Section, hookimpl, rule, setting

from .languages import LanguageInfo, languages
from .scripts import SCRIPTS


def each_has_a_version(runtimes: Mapping[str, LanguageInfo]) -> str | None:
    """At least one version of each language."""
    empty = [name for name, language in runtimes.items() if not language.versions]
    return f"at least one version of {' and '.join(empty)}" if empty else None


def are_of_supported_runtimes(
    scripts: Mapping[str, str], runtimes: Mapping[str, LanguageInfo]
) -> str | None:
    """Return which scripts are of no supported runtime, if there are any."""
    others = [name for name in scripts if name not in runtimes]
    return f"{' and '.join(others)} cannot run" if others else None


class Runtimes(Section):
    """The languages that run, and a script of each to begin with."""

    SUPPORTED_RUNTIMES: dict[str, LanguageInfo] = setting(
        languages(), "Languages that run, by name", min_length=1, check=each_has_a_version
    )
    EXAMPLE_SCRIPTS: dict[str, str] = setting(
        SCRIPTS, "Script that the editor shows first, by language"
    )


@hookimpl
def integr8s_sections() -> Sequence[type[Section]]:
    """Return the section of this plugin."""
    return [Runtimes]


@hookimpl
def integr8s_validators() -> Sequence[Rule]:
    """Return the rule between the two keys."""
    return [
        rule(
            "EXAMPLE_SCRIPTS",
            "SUPPORTED_RUNTIMES",
            check=are_of_supported_runtimes,
            wanted="for languages of SUPPORTED_RUNTIMES alone",
        )
    ]
