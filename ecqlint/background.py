"""Work that is done beside the parser and the checks, in a thread of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, lru_cache
from typing import TypeVar

Asked = TypeVar("Asked", bound=Hashable)
Answer = TypeVar("Answer")


def in_background(work: Callable[[Asked], Answer]) -> Callable[[Asked], Future[Answer]]:
    """The same work, begun at the first call and not waited for; the last answer is kept, so that all who ask share it.

    It is done one call at a time. A process that was forked inherits no threads, and has its own.
    """

    @cache
    def worker(process: int) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, thread_name_prefix=work.__name__)

    @lru_cache(maxsize=1)
    def begun(process: int, asked: Asked) -> Future[Answer]:
        return worker(process).submit(work, asked)

    return lambda asked: begun(os.getpid(), asked)
