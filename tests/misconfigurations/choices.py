"""One of several words, nearly: the hint names the nearest."""

from .misconfiguration import Misconfiguration

ROWS = (
    Misconfiguration(
        "level-in-lower-case", line='LOG_LEVEL = "debug"', wanted="DEBUG", hint="DEBUG"
    ),
    Misconfiguration("level-cut-short", line='LOG_LEVEL = "WARN"', wanted="WARNING"),
    Misconfiguration("level-of-others", line='LOG_LEVEL = "TRACE"', wanted="DEBUG"),
    Misconfiguration("level-empty", line='LOG_LEVEL = ""', wanted="INFO"),
    Misconfiguration("level-by-number", line="LOG_LEVEL = 20", wanted="INFO"),
    Misconfiguration("level-with-a-blank", line='LOG_LEVEL = "INFO "', wanted="INFO", hint="INFO"),
    Misconfiguration(
        "level-in-a-variable", env={"INTEGR8S_LOG_LEVEL": "info"}, wanted="INFO", hint="INFO"
    ),
    Misconfiguration(
        "algorithm-with-swapped-digits", line='ALGORITHM = "HS265"', wanted="HS256", hint="HS256"
    ),
    Misconfiguration(
        "algorithm-in-lower-case", line='ALGORITHM = "hs512"', wanted="HS512", hint="HS512"
    ),
    Misconfiguration("algorithm-with-key-pairs", line='ALGORITHM = "RS256"', wanted="HS256"),
    Misconfiguration("algorithm-none", line='ALGORITHM = "none"', wanted="HS256"),
    Misconfiguration(
        "offset-misspelt",
        line='KAFKA_AUTO_OFFSET_RESET = "earlest"',
        wanted=("earliest", "latest"),
        hint="earliest",
    ),
    Misconfiguration(
        "offset-capitalised",
        line='KAFKA_AUTO_OFFSET_RESET = "Latest"',
        wanted="latest",
        hint="latest",
    ),
    Misconfiguration(
        "offset-by-another-name",
        override='KAFKA_AUTO_OFFSET_RESET = "beginning"',
        wanted="earliest",
    ),
    Misconfiguration(
        "rate-limiter-with-a-hyphen",
        line='RATE_LIMIT_ALGORITHM = "sliding-window"',
        wanted="sliding_window",
        hint="sliding_window",
    ),
    Misconfiguration(
        "rate-limiter-unknown",
        line='RATE_LIMIT_ALGORITHM = "leaky_bucket"',
        wanted="token_bucket",
    ),
)
