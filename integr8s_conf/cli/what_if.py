"""What ``explain --set`` and ``--without`` answer: what a change would do, before it is made."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING, NamedTuple

import click

from ..deployment.combinations import find_deployment, single
from ..origin import LayerKind
from ..request import request_from_process
from ..sources.locate import locate_base, locate_override
from ..what_if.effect import effect_of
from ..what_if.place import Place, places_of
from ..what_if.silenced import UnknownLayerError, silenced
from ..what_if.suppose import kept, suppose, with_dependents
from ..what_if.supposition import Supposition, supposed_name
from .effect_end import end_with
from .named_key import named_key
from .named_worker import refuse_unknown
from .options import declared

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..declare.catalogue import Catalogue
    from ..deployment.combination import Combination
    from ..what_if.compared import Compared


class Asked(NamedTuple):
    """What a user supposes, in their words."""

    sets: Sequence[str]
    without: Sequence[str]
    worker: str | None

    def __bool__(self) -> bool:
        return bool(self.sets or self.without)


def what_if(
    keys: Sequence[str], asked: Asked, config: str | None, override: str | None, form: str
) -> None:
    """Show what would change, of ``keys`` and what is computed from them if any are given."""
    catalogue = declared()
    shown = [named_key(catalogue, key) for key in keys]
    texts = dict(_text(catalogue, one) for one in asked.sets)
    with redirect_stdout(sys.stderr):
        places = _places(asked, config, override)
        supposition, paths = _supposition(asked, texts, places)
        found = suppose(places, supposition, asked.worker)
    _refuse_secrets(texts, found)
    effect = effect_of(found, with_dependents(shown, found) if shown else None)
    above = kept(found, supposition, asked.worker)
    now = (one.before.problems for one in found if one.before)
    problems = tuple(dict.fromkeys(problem for those in now for problem in those))
    end_with("explain", effect, form, problems, above, paths)


def _text(catalogue: Catalogue, given: str) -> tuple[str, str]:
    name, equals, text = given.partition("=")
    if not equals:
        raise click.BadParameter("write KEY=VALUE", param_hint="--set")
    key = named_key(catalogue, name, "--set")
    try:
        text.encode()
    except UnicodeEncodeError:
        said = f"the value of {key} is not UTF-8"
        raise click.BadParameter(said, param_hint="--set") from None
    return key, text


def _refuse_secrets(keys: Iterable[str], found: Iterable[Compared]) -> None:
    """Refuse secrets, and what is computed from them: it holds them."""
    hidden = {key for one in found if one.before for key in one.before.resolution.hidden}
    for key in keys:
        if key in hidden:
            said = f"{key} is a secret, and everyone on the machine sees a command line; "
            said += f"set the variable {key}, or name a file in {key}_FILE"
            raise click.BadParameter(said, param_hint="--set")


def _places(asked: Asked, config: str | None, override: str | None) -> Mapping[Place, Combination]:
    """Return every worker, or the one configuration that its files name."""
    request = request_from_process(config, override).of_process()
    if config or override:
        one = single(request)
        return {Place(one.name): one}
    deployment = find_deployment(request)
    refuse_unknown(asked.worker, deployment)
    return {place: one for place, one in places_of(deployment).items() if place.is_worker}


def _supposition(
    asked: Asked, texts: Mapping[str, str], places: Mapping[Place, Combination]
) -> tuple[Supposition, Mapping[str, str]]:
    """Return what is supposed, and the path of the file that is supposed to say it."""
    chosen = [one for place, one in places.items() if asked.worker in (None, place.name)]
    try:
        silent = silenced(asked.without, [one.request for one in chosen])
    except UnknownLayerError as error:
        raise click.BadParameter(str(error), param_hint="--without") from None
    request = chosen[0].request
    base = locate_base(request)
    if not asked.worker:
        supposition = Supposition(texts, LayerKind.BASE_FILE, base.name, silent)
        return supposition, {supposed_name(base.name): base.path}
    override = locate_override(request, base)
    name = override.name if override else asked.worker
    path = override.path if override else base.path
    supposition = Supposition(texts, LayerKind.OVERRIDE_FILE, name, silent)
    return supposition, {supposed_name(name): path}
