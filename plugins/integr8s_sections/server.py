"""The HTTP server and its workers."""

import re
from ipaddress import IPv6Address

from integr8s_conf import Section, hookimpl, json_schema, non_empty, setting

_ORIGIN = r"[A-Za-z][A-Za-z0-9+.-]*://(?:\[([0-9A-Fa-f:.]+)\]|[A-Za-z0-9._-]+)(?::([0-9]{1,5}))?"
_LAST_PORT = 65535
_LOCAL_ORIGINS = [
    "https://localhost:5001",
    "https://127.0.0.1:5001",
    "https://[::1]:5001",
    "https://localhost",
    "https://127.0.0.1",
    "https://localhost:443",
    "https://127.0.0.1:443",
    "https://[::1]:443",
]


@json_schema(items={"pattern": f"^{_ORIGIN}$"})
def _origins(origins: list[str]) -> str | None:
    """Each scheme://host[:port] with no path."""
    for origin in origins:
        if not _is_origin(origin):
            return f"origins, each scheme://host[:port] with no path\n{_advice(origin)}"
    return None


def _is_origin(text: str) -> bool:
    found = re.fullmatch(_ORIGIN, text)
    if found is None:
        return False
    ipv6, port = found.groups()
    return 1 <= int(port or 1) <= _LAST_PORT and (ipv6 is None or _is_ipv6(ipv6))


def _is_ipv6(text: str) -> bool:
    try:
        IPv6Address(text)
    except ValueError:
        return False
    return True


def _advice(origin: str) -> str:
    shown = repr(origin[:80])
    start = re.match(_ORIGIN, origin)
    if "@" in origin:
        return "drop the user and password from an origin"
    if "*" in origin:
        return f"name each origin in place of {shown}: there are no wildcards"
    if "," in origin:
        return f"write a text for each origin of {shown}"
    if start and _is_origin(start[0]) and origin[start.end()] in "/?#":
        return f"write {start[0][:80]!r} in place of {shown}"
    if _is_origin(f"https://{origin}"):
        return f"put the scheme in front: 'https://{origin[:80]}'"
    return f"mend {shown}: a scheme, ://, a host and, if need be, a port of 1 to 65535"


class Server(Section):
    """The HTTP server and its workers."""

    SERVER_HOST: str = setting("localhost", "Bind address", check=non_empty)
    SERVER_PORT: int = setting(443, "Bind port", ge=1, le=65535)
    SSL_KEYFILE: str = setting("/app/certs/server.key", "TLS private key file")
    SSL_CERTFILE: str = setting("/app/certs/server.crt", "TLS certificate file")
    SECURE_COOKIES: bool = setting(True, "Send cookies over TLS only")
    CORS_ORIGINS: list[str] = setting(_LOCAL_ORIGINS, "Allowed CORS origins", check=_origins)
    WEB_CONCURRENCY: int = setting(4, "Gunicorn worker processes", unit="processes", gt=0)
    WEB_THREADS: int = setting(1, "Threads per worker", unit="threads", gt=0)
    WEB_TIMEOUT: int = setting(60, "Request timeout", unit="seconds", gt=0)
    WEB_BACKLOG: int = setting(2048, "TCP connection backlog", unit="connections", gt=0)
    BCRYPT_ROUNDS: int = setting(12, "Password hashing rounds", unit="rounds", ge=4, le=31)


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Server]
