"""The checks that the pydantic class needs beside pydantic's own, and the types that carry them."""

import re
from decimal import Decimal
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field

_POWERS = {
    "n": Decimal("1e-9"),
    "u": Decimal("1e-6"),
    "m": Decimal("1e-3"),
    "": Decimal(1),
    **{unit: Decimal(1000) ** power for power, unit in enumerate("kMGTPE", start=1)},
    **{f"{unit}i": Decimal(1024) ** power for power, unit in enumerate("KMGTPE", start=1)},
}
_QUANTITY = re.compile(r"([+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)([numkMGTPE]?|[KMGTPE]i)")
_BROKER = re.compile(r"(?:\[[0-9a-fA-F:.]+\]|[^\s\[\]:,]+):([0-9]{1,5})")
_LIMIT = re.compile(r"(?i)\s*[0-9]+\s*(?:/|per)\s*(?:second|minute|hour|day|month|year)s?\s*")
_LABEL = r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"


def amount(quantity: str) -> Decimal:
    """Return the number that a Kubernetes quantity such as ``128Mi`` stands for."""
    found = _QUANTITY.fullmatch(quantity)
    if not found:
        raise ValueError("not a Kubernetes quantity")
    return Decimal(found[1]) * _POWERS[found[2]]


def _quantity(text: str) -> str:
    if amount(text) <= 0:
        raise ValueError("must be greater than 0")
    return text


def _http_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("must be an http(s) URL with a host")
    return text


def _http_url_or_empty(text: str) -> str:
    return _http_url(text) if text else text


def _origins(origins: list[str]) -> list[str]:
    for origin in origins:
        parts = urlsplit(origin)
        if not parts.scheme or not parts.netloc or parts.path or parts.query or parts.fragment:
            raise ValueError("each must be scheme://host[:port] with no path")
    return origins


def _brokers(text: str) -> str:
    for broker in text.split(","):
        found = _BROKER.fullmatch(broker.strip())
        if not found or not 1 <= int(found[1]) <= 65535:
            raise ValueError("must be comma-separated host:port")
    return text


def _limits(text: str) -> str:
    if not all(_LIMIT.fullmatch(limit) for limit in text.split(";")):
        raise ValueError("must be N/unit or N per unit, several joined by ;")
    return text


def _attributes(text: str) -> str:
    for pair in text.split(","):
        name, equals, _ = pair.partition("=")
        if not equals or not name.strip():
            raise ValueError("must be comma-separated key=value")
    return text


Positive = Annotated[int, Field(gt=0)]
NotNegative = Annotated[int, Field(ge=0)]
Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Port = Annotated[int, Field(ge=1, le=65535)]
Text = Annotated[str, Field(pattern=r"\S")]
Label = Annotated[str, Field(pattern=_LABEL, max_length=63)]
MongoUrl = Annotated[str, Field(pattern=r"^mongodb(\+srv)?://")]
Quantity = Annotated[str, AfterValidator(_quantity)]
HttpUrl = Annotated[str, AfterValidator(_http_url)]
HttpUrlOrEmpty = Annotated[str, AfterValidator(_http_url_or_empty)]
Origins = Annotated[list[str], AfterValidator(_origins)]
Brokers = Annotated[str, AfterValidator(_brokers)]
Limits = Annotated[str, AfterValidator(_limits)]
Attributes = Annotated[str, AfterValidator(_attributes)]
