"""Code that reads settings in every way that is understood; comments say what a line reads."""

FILES = {
    "app/__init__.py": "",
    "app/config.py": """
        from functools import lru_cache
        from integr8s_conf import Settings, settings

        @lru_cache
        def get_settings() -> Settings:
            return Settings()

        def given():
            return settings

        def stream():
            yield settings
        """,
    "app/again/__init__.py": "from ..config import settings as conf, get_settings\n",
    "app/own.py": """
        import integr8s_conf
        import integr8s_conf as c
        from integr8s_conf import Settings as S, settings as own

        own.APP_URL                                   # reads APP_URL
        own["REDIS_HOST"]                             # reads REDIS_HOST
        own.get("MAIL_HOST", 1), own.get("REDIS_DB")  # reads REDIS_DB
        getattr(own, "REDIS_PORT")                    # reads REDIS_PORT
        getattr(own, "LOG_LEVEL", None)               # reads LOG_LEVEL
        hasattr(own, "REDIS_SSL")                     # reads REDIS_SSL
        "SECRET_KEY" in own                           # reads SECRET_KEY
        own.kafka_bootstrap_servers                   # reads KAFKA_BOOTSTRAP_SERVERS
        own.get("cors_origins")                       # reads CORS_ORIGINS
        integr8s_conf.settings.ALGORITHM              # reads ALGORITHM
        c.settings.ALGORITHM                          # reads ALGORITHM
        S("x.toml").MONGO_HOST                        # reads MONGO_HOST
        (own
            .WEB_TIMEOUT)                             # reads WEB_TIMEOUT

        def later():
            from integr8s_conf import settings
            return f"{settings.MONGO_PORT}"           # reads MONGO_PORT

        async def coming():
            with open("x") as file:
                return [own.MONGO_DB for _ in file]   # reads MONGO_DB
        """,
    "app/names.py": """
        from app.config import given, get_settings, settings
        from app.config import stream
        from contextlib import contextmanager
        from copy import copy
        from typing import cast
        from integr8s_conf import Settings
        from integr8s_conf.testing import settings_override

        conf = settings
        one, (two, three) = conf, (get_settings(), 1)
        conf.APP_URL, one.APP_URL                     # reads APP_URL
        two.REDIS_DB                                  # reads REDIS_DB
        given().REDIS_HOST                            # reads REDIS_HOST
        if (walrus := given()):
            walrus.REDIS_PORT                         # reads REDIS_PORT
        (conf or None).LOG_LEVEL                      # reads LOG_LEVEL
        (conf if one else None).LOG_LEVEL             # reads LOG_LEVEL
        copy(conf).REDIS_SSL                          # reads REDIS_SSL
        cast(Settings, object()).ALGORITHM            # reads ALGORITHM
        cast("Settings", object()).ALGORITHM          # reads ALGORITHM
        conf.replace(REDIS_DB=1).MONGO_HOST           # reads MONGO_HOST
        with settings_override(REDIS_DB=1) as changed:
            changed.MONGO_PORT                        # reads MONGO_PORT
        with contextmanager(stream)() as given_out:
            pass

        def declared():
            global everywhere
            everywhere = settings
        everywhere.MONGO_DB                           # reads MONGO_DB

        match settings:
            case Settings(ENVIRONMENT="test"):        # reads ENVIRONMENT
                pass
            case other:
                other.WEB_TIMEOUT                     # reads WEB_TIMEOUT
        """,
    "app/keys.py": """
        from app.config import settings

        NAME = "REDIS_DB"
        NAMES = ("REDIS_HOST", "REDIS_PORT")
        settings[NAME]                                # reads REDIS_DB
        for key in NAMES:
            settings[key]                             # reads REDIS_HOST REDIS_PORT
        {key: settings.get(key) for key in ["APP_URL"]}  # reads APP_URL
        settings["MAIL" if NAME else "LOG_LEVEL"]     # reads LOG_LEVEL
        """,
    "app/parameters.py": """
        from __future__ import annotations
        from typing import TYPE_CHECKING, Annotated, Optional, Union
        from fastapi import Depends
        from .config import get_settings
        from integr8s_sections.kafka import Kafka
        if TYPE_CHECKING:
            from integr8s_conf import Settings

        Dependency = Annotated["Settings", Depends(get_settings)]

        def plain(settings: Settings): settings.APP_URL              # reads APP_URL
        def text(s: "Settings"): s.APP_URL                           # reads APP_URL
        def none(s: Settings | None): s.APP_URL                      # reads APP_URL
        def optional(s: Optional[Settings] = None): s.APP_URL        # reads APP_URL
        def union(s: Union[int, "Settings"]): s.APP_URL              # reads APP_URL
        def alias(s: Dependency): s.APP_URL                          # reads APP_URL
        def annotated(s: Annotated[Settings, 1]): s.APP_URL          # reads APP_URL
        def depends(s=Depends(get_settings)): s.APP_URL              # reads APP_URL
        def default(*, s=get_settings()): s.APP_URL                  # reads APP_URL
        def view(kafka: Kafka): kafka.KAFKA_MAX_POLL_RECORDS         # reads KAFKA_MAX_POLL_RECORDS
        def handed(s, *, t): s.REDIS_DB, t.REDIS_HOST                # reads REDIS_DB REDIS_HOST
        def on(thing): handed(thing, t=thing)
        on(get_settings())
        """,
    "app/sections.py": """
        import integr8s_sections.kafka as k
        from integr8s_conf import settings
        from integr8s_sections.redis import Redis

        settings.section(k.Kafka).KAFKA_MAX_POLL_RECORDS             # reads KAFKA_MAX_POLL_RECORDS
        redis = settings.section(Redis)
        redis.REDIS_DB, getattr(redis, "REDIS_HOST")                 # reads REDIS_DB REDIS_HOST
        """,
    "app/objects.py": """
        from dataclasses import dataclass
        from functools import cached_property
        import app.config as config
        from integr8s_conf import Settings, settings

        class Server:
            def run(self):
                self.settings.APP_URL                 # reads APP_URL
                self.fresh.REDIS_DB                   # reads REDIS_DB
                self.own().REDIS_HOST                 # reads REDIS_HOST
                self.conf.REDIS_PORT                  # reads REDIS_PORT

            def __init__(self, settings: Settings) -> None:
                self.settings = settings

            @cached_property
            def fresh(self): return config.get_settings()

            def own(self): return self.settings

            conf = settings

        class Child(Server):
            def more(self): self.settings.LOG_LEVEL   # reads LOG_LEVEL

        class Loose:
            def __init__(self, conf): self._conf = conf
            def run(self): self._conf.ALGORITHM       # reads ALGORITHM
        Loose(config.settings)

        @dataclass
        class Record:
            settings: Settings
            def run(self): return self.settings.MONGO_HOST  # reads MONGO_HOST

        def outside(record: Record, server: "Server"):
            record.settings.MONGO_PORT                # reads MONGO_PORT
            server.conf.MONGO_DB                      # reads MONGO_DB

        class Scoped:
            settings = {}
            def run(self): settings.ALGORITHM         # reads ALGORITHM

        class Mine(Settings):
            def both(self): self.REDIS_SSL            # reads REDIS_SSL
        Mine().WEB_TIMEOUT                            # reads WEB_TIMEOUT
        """,
    "app/state.py": """
        from fastapi import FastAPI, Request
        from app.config import settings

        app = FastAPI()
        app.state.settings = settings

        def endpoint(request: Request):
            request.app.state.settings.APP_URL        # reads APP_URL
            request.app.other.settings.NOT_OURS
            request.app.state.settings.NOT_SURE
        """,
    "app/imported.py": """
        import app.config
        import app.config as c
        from app import again, config
        from app.again import *
        from . import config as relative
        from .again import get_settings as get

        app.config.settings.APP_URL                   # reads APP_URL
        c.settings.REDIS_DB                           # reads REDIS_DB
        config.settings.REDIS_HOST                    # reads REDIS_HOST
        again.conf.REDIS_PORT                         # reads REDIS_PORT
        conf.LOG_LEVEL                                # reads LOG_LEVEL
        relative.settings.ALGORITHM                   # reads ALGORITHM
        get().MONGO_HOST                              # reads MONGO_HOST
        """,
    "script.py": "from app.config import settings\nsettings.MONGO_PORT  # reads MONGO_PORT\n",
}

LOOK_ALIKES = {
    "other/django.py": """
        from django.conf import settings
        settings.MAIL_HOST, settings["REDIS_DB"]
        """,
    "other/shadows.py": """
        from integr8s_conf import settings

        def parameter(settings): return settings.NOT_OURS

        def local():
            settings = {}
            return settings["NOT_OURS"]

        def loop():
            for settings in range(3):
                settings.NOT_OURS
            return [settings.NOT_OURS for settings in ()], (lambda settings: settings.NOT_OURS)

        def caught():
            try:
                pass
            except ValueError as settings:
                settings.NOT_OURS
        """,
    "other/objects.py": """
        import enum
        from integr8s_conf import Settings, settings

        class Unrelated:
            def __init__(self, settings): self.settings = settings
            def run(self): return self.settings.NOT_OURS, self.NOT_OURS

        class Colour(enum.Enum):
            NOT_OURS = 1

        Unrelated(object()).settings.NOT_OURS, Colour.NOT_OURS
        settings.as_dict, settings.explain("REDIS_DB"), settings.replace, settings.__class__
        settings.section, Settings.NOT_OURS, "NOT_OURS" in {}, {"NOT_OURS": 1}["NOT_OURS"]
        settings.CORS_ORIGINS.NOT_OURS                       # reads CORS_ORIGINS
        settings["REDIS_DB"]["NOT_OURS"]                     # reads REDIS_DB

        class Mine(Settings):
            NOT_OURS = 1
            def run(self): return self.NOT_OURS

        try:
            from somewhere import conf
        except ImportError:
            conf = settings
        conf.NOT_OURS
        """,
    "other/config.py": "import logging\nsettings = logging.getLogger()\n",
    "other/same_name.py": """
        from other.config import settings
        from config import settings as conf
        settings.NOT_OURS, conf.NOT_OURS
        """,
}
