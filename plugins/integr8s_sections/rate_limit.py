"""Rate limiting."""

import re
from typing import Literal

from integr8s_conf import Section, hookimpl, json_schema, non_empty, setting

# Numbers beyond 18 digits would overflow in Redis.
_POSITIVE = "0*[1-9][0-9]{0,17}"
_LIMIT = re.compile(
    rf"\s*{_POSITIVE}\s*(?:/|per)\s*(?:{_POSITIVE}\s*)?(?:second|minute|hour|day|month|year)s?\s*",
    re.ASCII | re.IGNORECASE,
)
# JSON Schema has no flag for letters of both cases.
_LIKE_A_LIMIT = rf"\s*{_POSITIVE}\s*(?:/|[Pp][Ee][Rr])\s*(?:{_POSITIVE}\s*)?[A-Za-z]{{3,7}}\s*"
_WANTED = (
    "limits as N/unit or N per unit, N greater than 0"
    " and unit second, minute, hour, day, month or year; several joined by ;"
)


@json_schema(pattern=f"^{_LIKE_A_LIMIT}(?:;{_LIKE_A_LIMIT})*$")
def _limits(text: str) -> str | None:
    """Limits as N/unit or N per unit (second, minute, hour, day, month, year), joined by ;."""
    for limit in text.split(";"):
        if not _LIMIT.fullmatch(limit):
            return f"{_WANTED}\n{_advice(limit)}"
    return None


def _advice(limit: str) -> str:
    shown = repr(limit.strip()[:80])
    if any(_LIMIT.fullmatch(part) for part in re.split(r",|\band\b", limit)):
        return f"join the limits of {shown} with ;"
    return f"write it so: 100/minute, not {shown}"


class RateLimit(Section):
    """Rate limiting."""

    RATE_LIMITS: str = setting("100/minute", "Default rate limit string", check=_limits)
    RATE_LIMIT_ENABLED: bool = setting(True, "Enable rate limiting")
    RATE_LIMIT_DEFAULT_REQUESTS: int = setting(
        100, "Requests per window where no rule matches", unit="requests", gt=0
    )
    RATE_LIMIT_DEFAULT_WINDOW: int = setting(
        60, "Length of the default window", unit="seconds", gt=0
    )
    RATE_LIMIT_BURST_MULTIPLIER: float = setting(
        1.5, "Burst allowance over the limit", unit="ratio", ge=1
    )
    RATE_LIMIT_REDIS_PREFIX: str = setting(
        "rate_limit:", "Prefix of the rate limiter's Redis keys", check=non_empty
    )
    RATE_LIMIT_ALGORITHM: Literal["sliding_window", "token_bucket"] = setting(
        "sliding_window", "Rate limiting algorithm"
    )


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [RateLimit]
