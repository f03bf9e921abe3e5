"""Leaving the program: what Ctrl+C says, and an end that comes from outside."""

from __future__ import annotations

import asyncio
import signal
import sys
from functools import partial

from tgreader.tui.in_turn import InTurn

_ENDED = 128 + signal.SIGTERM
"""The exit status of a program that was told to end, as shells have it."""
_HOW = "q quits; Ctrl+Q quits from everywhere"


class Leaving(InTurn):
    """An application that leaves the terminal as it was, also where the system tells it to end."""

    def on_mount(self) -> None:
        """Told to end, end as by `q`: a terminal that was left as it is would show nothing that is typed."""
        if sys.platform != "win32" and not self.is_headless:
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, partial(self.exit, return_code=_ENDED))

    def action_help_quit(self) -> None:
        """Ctrl+C, which many expect to quit, and which would be pressed by mistake where it copies: say what does."""
        say = getattr(self.screen, "say", self.notify)  # a dialog has no place of its own to say it
        say(_HOW)
