"""Tokens and passwords."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import bcrypt
import jwt

if TYPE_CHECKING:
    from integr8s_conf import Settings


class Tokens:
    """Makes and reads tokens."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def make(self, user: str) -> str:
        """Return a token of a user."""
        lifetime = timedelta(minutes=self.settings.ACCESS_TOKEN_EXPIRE_MINUTES)
        claims = {"sub": user, "exp": datetime.now(UTC) + lifetime}
        return jwt.encode(claims, self.settings.SECRET_KEY, algorithm=self.settings.ALGORITHM)

    def read(self, token: str) -> str:
        """Return the user of a token."""
        config = self.settings
        claims = jwt.decode(token, config.SECRET_KEY, algorithms=[config.ALGORITHM])
        return str(claims["sub"])

    def hashed(self, password: str) -> bytes:
        """Return the hash of a password."""
        return bcrypt.hashpw(password.encode(), bcrypt.gensalt(self.settings.BCRYPT_ROUNDS))
