"""What steers the process's own ``settings``, and what every instance."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from ..conftest import Python, Write


BOTH = """
    from integr8s_conf import Settings, settings
    print(settings.REDIS_DB, Settings().REDIS_DB)
"""


def test_conf_file_steers_the_process_s_own_settings_alone(write: Write, python: Python) -> None:
    write("config.toml", "REDIS_DB = 1")
    write("config.test.toml", "REDIS_DB = 2")
    assert python(BOTH, INTEGR8S_CONF_FILE="config.test.toml") == "2 1\n"


def test_conf_override_steers_the_process_s_own_settings_alone(
    write: Write, python: Python
) -> None:
    write("config.toml", "REDIS_DB = 1")
    write("config.worker.toml", "REDIS_DB = 2")
    assert python(BOTH, INTEGR8S_CONF_OVERRIDE="config.worker.toml") == "2 1\n"


def test_conf_override_is_looked_up_beside_the_base_file(write: Write, python: Python) -> None:
    write("config.toml", "REDIS_DB = 1")
    write("other/config.toml", "")
    write("other/config.worker.toml", "REDIS_DB = 3")
    done = python(
        BOTH, INTEGR8S_CONF_FILE="other/config.toml", INTEGR8S_CONF_OVERRIDE="config.worker.toml"
    )
    assert done == "3 1\n"


def test_conf_dir_steers_every_instance(write: Write, python: Python) -> None:
    write("etc/config.toml", "REDIS_DB = 3")
    assert python(BOTH, INTEGR8S_CONF_DIR="etc") == "3 3\n"


def test_conf_plugins_steers_every_instance(write: Write, python: Python) -> None:
    done = python(
        """
        from integr8s_conf import Settings, settings
        print("KAFKA_MAX_POLL_RECORDS" in settings, "KAFKA_MAX_POLL_RECORDS" in Settings())
        """,
        INTEGR8S_CONF_PLUGINS="redis,service",
    )
    assert done == "False False\n"


def test_steering_variables_are_no_unknown_keys(write: Write, python: Python) -> None:
    write("config.worker.toml", "REDIS_DB = 2")
    done = python(
        BOTH,
        INTEGR8S_CONF_DIR=".",
        INTEGR8S_CONF_FILE="config.toml",
        INTEGR8S_CONF_OVERRIDE="config.worker.toml",
        INTEGR8S_CONF_PLUGINS="redis,service",
    )
    assert done == "2 0\n"


def test_import_of_settings_reads_nothing(python: Python, tmp_path: Path) -> None:
    """A broken configuration does not break the import."""
    (tmp_path / "config.toml").unlink()
    assert python("from integr8s_conf import settings; print('imported')") == "imported\n"


def test_variables_are_read_at_the_first_use_and_not_at_import(python: Python) -> None:
    done = python(
        """
        import os
        from integr8s_conf import settings
        os.environ["INTEGR8S_REDIS_DB"] = "3"
        print(settings.REDIS_DB)
        os.environ["INTEGR8S_REDIS_DB"] = "4"
        print(settings.REDIS_DB)
        """
    )
    assert done == "3\n3\n"
