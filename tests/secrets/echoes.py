"""Plugins whose code speaks of a secret: where, and in which way of writing."""

from __future__ import annotations

from textwrap import dedent

PREFACE = """
import json, os
from dataclasses import dataclass
from urllib.parse import quote, quote_plus, urlencode
from dynaconf import Validator
from integr8s_conf import Section, hookimpl, rule, setting

def said(value=None):
    secret = str(os.environ["MONGO_PASSWORD"] if value is None or value == "********" else value)
    return {writing}

def refused(value):
    return None if value == "fine" else said(value)

def raising(*values):
    raise ValueError(said(*values))

def leaving(*values):
    raise SystemExit(said(*values))

@hookimpl
def integr8s_sections():
    return [Mail]
"""

WRITINGS = {
    "as it is": 'f"bad {secret} text"',
    "its repr": 'f"bad {secret!r} text"',
    "its ascii": 'f"bad {secret!a} text"',
    "repr of a longer text": "repr(f'bad \"{secret}\" text')",
    "repr of another longer text": 'repr(f"it\'s bad {secret} text")',
    "its bytes": 'f"bad {secret.encode()} text"',
    "JSON": 'json.dumps({"bad": secret})',
    "JSON of all characters": "json.dumps(secret, ensure_ascii=False)",
    "percent-encoded": 'f"mongodb://me:{quote(secret, safe=str())}@host"',
    "percent-encoded but slashes": "quote(secret)",
    "percent-encoded with plus": "quote_plus(secret)",
    "percent-encoded in lower case": "quote(secret, safe=str()).lower()",
    "a query": 'urlencode({"a": secret})',
    "in a URL": 'f"http://host/?a={secret}"',
    "one of its lines": '"bad " + secret.splitlines()[0]',
    "another of its lines": '"bad " + secret.splitlines()[-1]',
    "many lines": '"\\n".join(["bad", secret, "text"])',
    "blanks made one": '" ".join(secret.split())',
    "very long": '"bad " * 100 + secret + "tail" * 400',
    "cut": '"bad " * 114 + secret + "tail" * 400',
    "twice": "secret * 2",
}

SPOTS = {
    "check of a secret": """
        class Mail(Section):
            MAIL_KEY: str = setting("fine", "a", secret=True, check=refused)
    """,
    "check of another key": """
        class Mail(Section):
            MAIL_HOST: str = setting("fine", "a", check=lambda v: None if v == "fine" else said())
    """,
    "check with a hint": """
        class Mail(Section):
            MAIL_KEY: str = setting(
                "fine", "a", secret=True, check=lambda v: v == "fine" or f"a\\n{refused(v)}"
            )
    """,
    "check that raises": """
        class Mail(Section):
            MAIL_KEY: str = setting(
                "fine", "a", secret=True, check=lambda v: None if v == "fine" else raising(v)
            )
    """,
    "check of another key that raises": """
        class Mail(Section):
            MAIL_HOST: str = setting(
                "fine", "a", check=lambda v: None if v == "fine" else raising()
            )
    """,
    "check that exits": """
        class Mail(Section):
            MAIL_HOST: str = setting(
                "fine", "a", check=lambda v: None if v == "fine" else leaving()
            )
    """,
    "cast that raises": """
        class Mail(Section):
            MAIL_HOST: bytes = setting(b"fine", "a", cast=lambda v: raising())
    """,
    "cast of a secret that raises": """
        class Mail(Section):
            MAIL_KEY: str = setting(
                "fine", "a", secret=True, cast=lambda v: v if v == "fine" else raising(v)
            )
    """,
    "record that raises": """
        @dataclass
        class Host:
            name: str
            def __post_init__(self):
                raising()

        class Mail(Section):
            MAIL_SERVER: Host = setting(lambda: {"name": "a"}, "a")
    """,
    "rule": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [rule("MONGO_PASSWORD", check=said, wanted="another")]
    """,
    "rule that warns": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [rule("MONGO_PASSWORD", check=said, wanted="another", severity="warning")]
    """,
    "rule that raises": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [rule("MONGO_PASSWORD", check=raising, wanted="another")]
    """,
    "rule that exits": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [rule("MONGO_PASSWORD", check=leaving, wanted="another")]
    """,
    "Validator's own message": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [Validator("MONGO_PASSWORD", eq="x", messages={"operations": "is {value}"})]
    """,
    "Validator of another key": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            messages = {"condition": said().replace("{", "{{").replace("}", "}}")}
            return [Validator("MONGO_DB", condition=lambda _: False, messages=messages)]
    """,
    "Validator that raises": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [Validator("MONGO_PASSWORD", condition=lambda _: raising())]
    """,
    "Validators combined": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [Validator("MONGO_PASSWORD", eq="x") | Validator("MONGO_PASSWORD", eq="y")]
    """,
    "operation of a Validator": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            return [Validator("MONGO_DB", eq=said())]
    """,
    "computed value that raises": """
        class Mail(Section):
            MAIL_URL: str = setting(description="a", computed=True)

        @hookimpl
        def integr8s_computed():
            return {"MAIL_URL": lambda s: raising(s["MONGO_PASSWORD"])}
    """,
    "computed value that exits": """
        class Mail(Section):
            MAIL_URL: str = setting(description="a", computed=True)

        @hookimpl
        def integr8s_computed():
            return {"MAIL_URL": lambda s: leaving(s["MONGO_PASSWORD"])}
    """,
    "computed value that reads a key that is none": """
        class Mail(Section):
            MAIL_URL: str = setting(description="a", computed=True)

        @hookimpl
        def integr8s_computed():
            return {"MAIL_URL": lambda s: s[said(s["MONGO_PASSWORD"])]}
    """,
    "computed value that its check refuses": """
        class Mail(Section):
            MAIL_URL: str = setting(description="a", computed=True, check=refused)

        @hookimpl
        def integr8s_computed():
            return {"MAIL_URL": lambda s: s["MONGO_PASSWORD"]}
    """,
    "default that raises": """
        class Mail(Section):
            MAIL_NAME: str = setting(lambda: raising(), "a")
    """,
    "default that exits": """
        class Mail(Section):
            MAIL_NAME: str = setting(lambda: leaving(), "a")
    """,
    "default that its check refuses": """
        class Mail(Section):
            MAIL_NAME: str = setting(lambda: "x", "a", check=lambda v: said())
    """,
    "default that breaks its own rule": """
        class Mail(Section):
            MAIL_KEY: str = setting("x", "a", secret=True, check=lambda v: said())
    """,
    "import that raises": """
        raising()
    """,
    "import that exits": """
        leaving()
    """,
    "hook that raises": """
        class Mail(Section):
            MAIL_PORT: int = setting(25, "a")

        @hookimpl
        def integr8s_validators():
            raising()
    """,
    "type that raises": """
        class Mail(Section):
            MAIL_PORT: "raising()" = setting(3, "a")
    """,
    "bound that is none": """
        class Mail(Section):
            MAIL_PORT: int = setting(3, "a", gt=said())
    """,
}


def plugin(spot: str, writing: str) -> str:
    """Return the source of a plugin that speaks of a secret at one spot, in one way of writing."""
    return PREFACE.format(writing=WRITINGS[writing]) + dedent(SPOTS[spot])
