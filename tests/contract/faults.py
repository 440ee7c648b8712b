"""Small changes of the sample plugin, each one a fault, and the test that must find it."""

from __future__ import annotations

from typing import NamedTuple


class SeededFault(NamedTuple):
    name: str
    old: str
    new: str
    found_by: str


LOADS = "test_plugin_loads"
CHECKS = "test_checks_answer_with_a_text_or_none"
PURE = "test_computed_values_follow_from_the_others"

FAULTS = [
    SeededFault("bad default", "setting(25,", "setting(0,", LOADS),
    SeededFault("lower-case key", "MAIL_HOST: str", "mail_host: str", "test_names_follow_the_form"),
    SeededFault("no type", "MAIL_HOST: str =", "MAIL_HOST =", LOADS),
    SeededFault("secret number", "MAIL_PASSWORD: str", "MAIL_PASSWORD: int", LOADS),
    SeededFault("bad pattern", 'pattern=r"', 'pattern=r"(', LOADS),
    SeededFault(
        "taken key", "MAIL_HEADERS: ", "REDIS_HOST: ", f"{LOADS}_beside_the_installed_ones"
    ),
    SeededFault(
        "bad default of another's",
        '"TRACING_SERVICE_NAME": "mailer"',
        '"TRACING_SERVICE_NAME": " "',
        f"{LOADS}_beside_the_installed_ones",
    ),
    SeededFault(
        "any type", "MAIL_SENDER: str | None", "MAIL_SENDER: object", "test_each_key_has_a_type"
    ),
    SeededFault(
        "no description",
        'setting("plain", "Transport security")',
        'setting("plain")',
        "test_each_key_has_a_description",
    ),
    SeededFault(
        "description of two lines",
        '"Transport security"',
        '"Transport\\nsecurity"',
        "test_each_key_has_a_description",
    ),
    SeededFault(
        "no unit",
        '"Socket timeout", unit="seconds"',
        '"Socket timeout"',
        "test_each_quantity_has_a_unit",
    ),
    SeededFault(
        "no docstring",
        'class Mail(Section):\n    """Outgoing mail."""\n',
        "class Mail(Section):",
        "test_each_section_has_a_docstring",
    ),
    SeededFault(
        "section in lower case",
        "@hookimpl\ndef integr8s_sections():",
        'Mail.__name__ = "mail_keys"\n\n\n@hookimpl\ndef integr8s_sections():',
        "test_names_follow_the_form",
    ),
    SeededFault(
        "bad example",
        '"SMTP port", ge=1',
        '"SMTP port", examples=[0], ge=1',
        "test_examples_pass_their_own_rules",
    ),
    SeededFault(
        "bad made default",
        '{"news": {"to": ["all@example.org"]}}',
        '{"news": ["all@example.org"]}',
        "test_defaults_pass_their_own_rules",
    ),
    SeededFault(
        "defaults that break a rule",
        "setting(60.0,",
        "setting(4.0,",
        "test_defaults_pass_their_own_rules",
    ),
    SeededFault(
        "hook with an argument",
        "def integr8s_defaults():",
        "def integr8s_defaults(settings):",
        "test_hooks_have_the_right_names_and_signatures",
    ),
    SeededFault(
        "misspelt hook",
        "def integr8s_computed():",
        "def integr8s_compute():",
        "test_hooks_have_the_right_names_and_signatures",
    ),
    SeededFault(
        "misspelt hook without its mark",
        "@hookimpl\ndef integr8s_defaults():",
        "def integr8s_default():",
        "test_hooks_have_the_right_names_and_signatures",
    ),
    SeededFault("wrong return", "return [Mail]", "return Mail", LOADS),
    SeededFault(
        "prose for a name",
        '{Mail: "How',
        '{"Mail": "How',
        "test_prose_is_a_text_for_each_section",
    ),
    SeededFault(
        "other defaults at the second call",
        'return {"TRACING_SERVICE_NAME": "mailer"}',
        'return {"TRACING_SERVICE_NAME": _calls.append(1) or f"mailer{len(_calls)}"}',
        "test_hooks_return_the_same_at_each_call",
    ),
    SeededFault(
        "check that returns True",
        'return None if text.endswith(":") else',
        'return True if text.endswith(":") else',
        CHECKS,
    ),
    SeededFault(
        "check that raises",
        'return None if text.endswith(":") else',
        'return None if text[-1] == ":" else',
        CHECKS,
    ),
    SeededFault(
        "check that shows the secret",
        '"a text without blanks" if " " in text',
        'f"no blank as in {text[:6]}" if len(text) > 12',
        CHECKS,
    ),
    SeededFault(
        "check that raises for few values",
        'return None if text.endswith(":") else',
        'return text.encode("ascii") if text > "z" else None if text.endswith(":") else',
        "test_checks_answer_for_every_value",
    ),
    SeededFault(
        "rule that raises for equal values",
        "timeout <= limit",
        "1 / (limit - timeout) > 0",
        "test_rules_answer_with_true_false_or_a_text",
    ),
    SeededFault(
        "rule that returns a number",
        "timeout <= limit",
        "limit - timeout",
        "test_rules_answer_with_true_false_or_a_text",
    ),
    SeededFault(
        "rule that raises for some values",
        "timeout <= limit",
        "timeout <= limit or [0, 1][timeout > 1e12 and int(timeout)] == 0",
        "test_rules_answer_for_all_sound_values",
    ),
    SeededFault(
        "Validator that raises",
        "lambda port: port != 465",
        "lambda port: 1 / (port - 65535) != 465",
        "test_rules_answer_with_true_false_or_a_text",
    ),
    SeededFault(
        "variable in a computed value",
        's["MAIL_TIMEOUT"] /',
        'len(os.environ.get("MAIL_X", "x")) /',
        PURE,
    ),
    SeededFault(
        "chance in a computed value", 's["MAIL_TIMEOUT"] /', "__import__('random').random() /", PURE
    ),
    SeededFault(
        "memory in a computed value",
        'return s["MAIL_TIMEOUT"] /',
        "_calls.append(1)\n    return len(_calls) /",
        PURE,
    ),
    SeededFault(
        "computed value that is printed",
        '    return f"smtp',
        "    print(s['MAIL_PASSWORD'])\n    return f\"smtp",
        PURE,
    ),
    SeededFault(
        "computed value that changes another",
        'return s["MAIL_TIMEOUT"] /',
        's["MAIL_HEADERS"].append("X")\n    return s["MAIL_TIMEOUT"] /',
        PURE,
    ),
    SeededFault(
        "computed value of some values alone",
        '(s["MAIL_RETRIES"] + 1)',
        's["MAIL_RETRIES"]',
        "test_computed_values_follow_from_all_valid_values",
    ),
    SeededFault(
        "secret in a description",
        '"SMTP password"',
        '"SMTP password, dev-mail in development"',
        "test_secrets_are_masked_everywhere",
    ),
]
