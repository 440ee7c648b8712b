"""Settings objects that refuse, each in its own way."""

import os
import sys
import time


def raises(config_path: str) -> None:
    raise ValueError(f"{config_path} with {os.environ.get('MONGO_PASSWORD', 'rootpassword')}")


def exits() -> None:
    sys.exit("no configuration")


def ends_its_process() -> None:
    os._exit(3)


def is_killed() -> None:
    os.kill(os.getpid(), 9)


def hangs() -> None:
    time.sleep(600)


class Lazy:
    @property
    def REDIS_PORT(self) -> int:
        raise OSError("no file")
