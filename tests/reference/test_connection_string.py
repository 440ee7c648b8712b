"""MONGODB_URL is built from its parts, whatever characters a user or a password has."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from integr8s_conf import Settings


def test_connection_string_follows_its_parts() -> None:
    parts = {"MONGO_HOST": "db", "MONGO_PORT": 27018, "MONGO_DB": "runs", "MONGO_USER": "app"}
    url = Settings(overrides=parts).MONGODB_URL
    assert url == "mongodb://app:rootpassword@db:27018/runs?authSource=admin"


def test_connection_string_percent_encodes_what_would_end_a_password() -> None:
    url = Settings(overrides={"MONGO_USER": "a:b", "MONGO_PASSWORD": "/p@?#%+ ~"}).MONGODB_URL
    user_info = "a%3Ab:%2Fp%40%3F%23%25%2B%20~"
    assert url == f"mongodb://{user_info}@mongo:27017/integr8scode?authSource=admin"


@settings(max_examples=50)
@given(user=st.text(min_size=1), password=st.text(min_size=1))
def test_every_user_and_password_survives_the_connection_string(user: str, password: str) -> None:
    url = Settings(overrides={"MONGO_USER": user, "MONGO_PASSWORD": password}).MONGODB_URL
    parts = urlsplit(str(url))
    assert (unquote(parts.username or ""), unquote(parts.password or "")) == (user, password)
    assert parts.hostname == "mongo"
