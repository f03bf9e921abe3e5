"""Make the README's picture, `.github/reader.svg`, from the running reader: `python .github/screenshot.py`."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from tgreader.reading.remembering.memory import Memory
from tgreader.reading.session import Session
from tgreader.reading.shelf.shelf import Shelf
from tgreader.tui.app import ReaderApp

SIZE = (116, 34)
KEYS = ("j", "j", "j", "j", "l")
PICTURE = Path(__file__).with_name("reader.svg")


async def take(paths: list[str]) -> str:
    """The screen, as SVG, after a few keys on what is read from `paths`."""
    shelf = Shelf(paths)
    list(shelf.open_all())
    session = Session(shelf, Memory(None))
    app = ReaderApp(session, session.go(shelf.places[0].entry.address))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in KEYS:
            await pilot.press(key)
            await pilot.pause()
        # Without the fonts' web addresses: the picture is complete in itself.
        return re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="tgreader seeds/"), flags=re.DOTALL)


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(take(sys.argv[1:] or ["seeds/"])), encoding="utf-8")
