"""Names of the application, its tokens, and its database."""

from collections.abc import Callable, Mapping
from typing import Any, Literal
from urllib.parse import quote

from integr8s_conf import Section, hookimpl, json_schema, non_empty, setting


@json_schema(pattern="^/")
def _path_prefix(text: str) -> str | None:
    """A path that starts with /."""
    if text.startswith("/"):
        return None
    return f"a path that starts with /\nput a slash in front: {f'/{text.strip()}'[:80]!r}"


@json_schema(pattern=r"^mongodb(?:\+srv)?://")
def _mongodb_url(text: str) -> str | None:
    """A text that starts with mongodb:// or mongodb+srv://."""
    if text.startswith(("mongodb://", "mongodb+srv://")):
        return None
    return (
        "a connection string that starts with mongodb:// or mongodb+srv://"
        "\nleave MONGODB_URL unset to have it built from the MONGO_ keys"
    )


class Core(Section):
    """Names of the application, its tokens, and its database."""

    PROJECT_NAME: str = setting(
        "integr8scode", "Application name for logs and metadata", check=non_empty
    )
    DATABASE_NAME: str = setting("integr8scode_db", "MongoDB database name", check=non_empty)
    API_V1_STR: str = setting(
        "/api/v1", "Path prefix of version 1 of the HTTP API", check=_path_prefix
    )
    SECRET_KEY: str = setting(
        "CHANGE_ME_min_32_chars_long_!!!!", "JWT signing key", secret=True, min_length=32
    )
    ALGORITHM: Literal["HS256", "HS384", "HS512"] = setting("HS256", "JWT signing algorithm")
    ACCESS_TOKEN_EXPIRE_MINUTES: int = setting(1440, "Token lifetime", unit="minutes", gt=0)
    MONGO_HOST: str = setting("mongo", "MongoDB host", check=non_empty)
    MONGO_PORT: int = setting(27017, "MongoDB port", ge=1, le=65535)
    MONGO_DB: str = setting(
        "integr8scode", "MongoDB database that the connection string names", check=non_empty
    )
    MONGO_USER: str = setting("root", "MongoDB root username", secret=True)
    MONGO_PASSWORD: str = setting("rootpassword", "MongoDB root password", secret=True)
    MONGODB_URL: str = setting(
        description=(
            "MongoDB connection string built from MONGO_USER and MONGO_PASSWORD (percent-encoded)"
            " + MONGO_HOST + MONGO_PORT + MONGO_DB + ?authSource=admin"
        ),
        secret=True,
        computed=True,
        check=_mongodb_url,
    )


@hookimpl
def integr8s_sections() -> list[type[Section]]:
    """Return the one section of this plugin."""
    return [Core]


@hookimpl
def integr8s_computed() -> dict[str, Callable[[Mapping[str, Any]], str]]:
    """Return the function that builds the connection string."""
    return {"MONGODB_URL": _build_mongodb_url}


def _build_mongodb_url(settings: Mapping[str, Any]) -> str:
    """Return the connection string; percent-encoding lets every character into a password."""
    user = quote(settings["MONGO_USER"], safe="")
    password = quote(settings["MONGO_PASSWORD"], safe="")
    host, port, database = (settings[key] for key in ("MONGO_HOST", "MONGO_PORT", "MONGO_DB"))
    return f"mongodb://{user}:{password}@{host}:{port}/{database}?authSource=admin"
