"""Bounds on the process that reads a PDF: a small file can ask for any amount of memory and time."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
import time
from pathlib import Path

MEMORY = 400 << 20  # bytes beyond what the process has at its start
ADDRESSES = 2 << 30  # bytes of address space, should memory grow between two looks at it
SECONDS = 12.0  # of the processor: on a busy machine a sound file may wait longer than it works
PATIENCE = 2 * SECONDS  # on the clock
LOOK_EVERY = 0.02  # seconds
TOO_MUCH_MEMORY, TOO_MUCH_TIME = 77, 78  # the exit codes


def bound_process() -> None:
    """Ends this process when it takes more memory than MEMORY, or more time than SECONDS."""
    if sys.platform != "win32":
        import resource

        for what, most in (
            (resource.RLIMIT_AS, ADDRESSES),
            (resource.RLIMIT_CPU, int(PATIENCE)),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):  # a system may know a limit and not grant it
                resource.setrlimit(what, (most, most))
    threading.Thread(target=_watch, args=(_memory() + MEMORY,), daemon=True).start()


def _watch(most: int) -> None:
    while time.process_time() <= SECONDS:
        if _memory() > most:
            os._exit(TOO_MUCH_MEMORY)
        time.sleep(LOOK_EVERY)
    os._exit(TOO_MUCH_TIME)


if sys.platform == "linux":

    def _memory() -> int:
        """The bytes that this process holds in memory."""
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGESIZE")

elif sys.platform == "win32":

    class _Counters(ctypes.Structure):
        _fields_ = [
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((f"Quota{index}", ctypes.c_size_t) for index in range(4)),
            *((name, ctypes.c_size_t) for name in ("PagefileUsage", "PeakPagefileUsage")),
        ]

    def _memory() -> int:
        """The bytes that this process has committed."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        kernel.K32GetProcessMemoryInfo.argtypes = [ctypes.c_void_p, ctypes.POINTER(_Counters), ctypes.c_ulong]
        counters = _Counters(cb=ctypes.sizeof(_Counters))
        kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), counters, counters.cb)
        return int(counters.PagefileUsage)

else:

    def _memory() -> int:
        """The most bytes that this process has held in memory so far; in kilobytes on some systems, which makes the bound a loose one."""
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
