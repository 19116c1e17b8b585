"""How much work a piece of Python is, counted in steps and so the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def count_steps(run: Callable[[], Any]) -> int:
    """Return how many instructions of Python code it takes; what is done within C is not seen."""
    steps = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        steps += event == "opcode"
        return trace

    former = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(former)
    return steps
