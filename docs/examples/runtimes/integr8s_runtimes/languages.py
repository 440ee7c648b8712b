"""What is known of a language, and the languages that run where no file says otherwise."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LanguageInfo:
    """A language with the versions of it that run, the preferred one first."""

    versions: list[str]
    file_ext: str


def languages() -> dict[str, LanguageInfo]:
    """Return the languages that run by default."""
    return {
        "python": LanguageInfo(["3.12", "3.11", "3.10"], "py"),
        "node": LanguageInfo(["22", "20", "18"], "js"),
        "ruby": LanguageInfo(["3.3", "3.2"], "rb"),
        "go": LanguageInfo(["1.23", "1.22"], "go"),
        "bash": LanguageInfo(["5.2", "5.1"], "sh"),
    }
