"""What differs between the systems that the tests run on."""

from __future__ import annotations

import os
import signal
import sys

import pytest

ctrl_c = pytest.mark.skipif(sys.platform == "win32", reason="Windows can't send Ctrl-C to one process alone")
root = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may do this")
KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL  # both end a process at once
