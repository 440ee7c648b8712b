"""Starts gunicorn as the settings ask."""

from __future__ import annotations

from gunicorn.app.wsgiapp import WSGIApplication

from app.main import app
from integr8s_conf import settings
from integr8s_sections.server import Server


class Application(WSGIApplication):
    """The application with its options."""

    def load_config(self) -> None:
        """Take every option from the settings."""
        server = settings.section(Server)
        options = {
            "bind": f"{server.SERVER_HOST}:{server.SERVER_PORT}",
            "workers": server.WEB_CONCURRENCY,
            "threads": server.WEB_THREADS,
            "timeout": server.WEB_TIMEOUT,
            "backlog": server.WEB_BACKLOG,
            "keyfile": server.SSL_KEYFILE,
            "certfile": server.SSL_CERTFILE,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> object:
        """Return the application."""
        return app


if __name__ == "__main__":
    Application("%(prog)s").run()
