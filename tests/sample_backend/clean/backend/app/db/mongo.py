"""The database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from motor.motor_asyncio import AsyncIOMotorClient

if TYPE_CHECKING:
    from integr8s_conf import Settings


class Database:
    """A connection to MongoDB."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    async def connect(self) -> Self:
        """Connect to the server."""
        self._client = AsyncIOMotorClient(self._settings.MONGODB_URL)
        self._database = self._client[self._settings.DATABASE_NAME]
        return self

    async def close(self) -> None:
        """Give the connection up."""
        self._client.close()
