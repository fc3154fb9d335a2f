"""Texts that end the process which looks at them, as a fault in a library of others would."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path


class Crashing(str):
    """Ends the process with exit code 3."""

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """Never returns."""
        os._exit(3)


class Hanging(str):
    """Takes longer than anybody waits."""

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """Returns after an hour."""
        time.sleep(3600)
        return super().encode(encoding, errors)


class KilledOnce(str):
    """The first process that looks at it is killed, as a machine that is taken away would; others may read it."""

    flag: Path
    """A file that is there once it was looked at."""

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        """The bytes, from the second process on."""
        if not self.flag.exists():
            self.flag.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().encode(encoding, errors)
