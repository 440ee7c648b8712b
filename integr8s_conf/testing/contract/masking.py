"""Whether a secret can be seen where nobody asked for it by name."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ...cli.report import configuration_report
from ...configuration import settings_of
from ...declare.section import MISSING
from ...explanation import explain
from ...problems import ConfigError
from ..resolved import resolved
from ..taken import takes
from .documents import declaration_texts, reference_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...declare.declarations import Key
    from ...resolve.resolution import Resolution
    from .subject import Subject

_SHORTEST = 8
"""The least characters of a text that means something where it is found."""


def shown_secrets(subject: Subject) -> Iterator[str]:
    """Yield the secrets of the plugin that can be seen, and where."""
    canaries = {key.name: canary for key in subject.keys if (canary := canary_of(key)) is not None}
    needed = {key.name: key.setting.examples[0] for key in subject.keys if _needs_example(key)}
    resolution = resolved(subject.together, {**needed, **canaries})
    hidden = {**_defaults(subject), **_computed(subject, resolution), **canaries}
    texts = {
        **_readings(subject, resolution),
        **_errors(subject, canaries),
        **declaration_texts(subject.alone),
        **reference_texts(subject.alone, canaries),
    }
    for name, secret in hidden.items():
        for where, text in texts.items():
            if len(secret) >= _SHORTEST and (secret in text or repr(secret)[1:-1] in text):
                yield f"{name} is shown in the {where}: no description, text or value may hold it"


def canary_of(key: Key) -> str | None:
    """Return a text to look for as the value of a secret; None where none is known."""
    setting = key.setting
    if not setting.secret or setting.computed:
        return None
    text = f"canary-{key.name.lower()}-5d41402abc4b"
    fitting = text.ljust(setting.min_length or 0, "x")[: setting.max_length]
    known = (fitting, *setting.examples, setting.default)
    return next((one for one in known if isinstance(one, str) and takes(key, one)), None)


def _needs_example(key: Key) -> bool:
    """Tell whether a key must be set, and its author says to what."""
    return key.required and not key.setting.secret and bool(key.setting.examples)


def _defaults(subject: Subject) -> dict[str, str]:
    return {
        f"the default of {key.name}": key.setting.default
        for key in subject.keys
        if key.setting.secret and isinstance(key.setting.default, str)
    }


def _computed(subject: Subject, resolution: Resolution) -> dict[str, str]:
    """Return the texts of what was computed from secrets."""
    return {
        name: str(resolution.values[name])
        for name in subject.together.computed
        if name in resolution.hidden and resolution.values.get(name, MISSING) is not MISSING
    }


def _readings(subject: Subject, resolution: Resolution) -> dict[str, str]:
    """Return what settings show of themselves to whoever reads no value by name."""
    if resolution.problems:
        return {"errors of sound secrets": str(ConfigError(resolution.problems))}
    settings = settings_of(resolution, said=resolution.warnings)
    sections = {
        section.__name__: names
        for section, names in subject.together.sections.items()
        if section in subject.contribution.sections
    }
    explained = [explain(resolution, key.name) for key in subject.keys]
    views = [settings.section(one) for one in subject.alone.sections]
    return {
        "repr of the settings": f"{settings!r} {settings}",
        "repr of a section's view": repr(views),
        "dict of the settings": repr(settings.as_dict()),
        "explanations": " ".join(f"{one} {one!r} {asdict(one)}" for one in explained),
        "tables of integr8s-conf show": json.dumps(configuration_report(resolution, sections)),
    }


def _errors(subject: Subject, canaries: Mapping[str, str]) -> dict[str, str]:
    """Return the errors where secrets have faults, and where everything else has."""
    secrets = canaries.keys()
    others = [key.name for key in subject.keys if key.name not in secrets]
    wrong: list[dict[str, Any]] = [
        {name: [secret] for name, secret in canaries.items()},
        {name: f" {secret}\n{secret}" for name, secret in canaries.items()},
        {**canaries, **dict.fromkeys(others, object)},
    ]
    texts = []
    for overrides in wrong:
        resolution = resolved(subject.together, overrides)
        error = ConfigError(resolution.problems, resolution.warnings)
        texts.append(f"{error} {error!r} {resolution.problems!r} {resolution.warnings!r}")
    return {"errors": " ".join(texts)}
