"""A notice: what the program has to say, over the foot of the screen, until the next key."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tgreader.tui.glyphs import drawable


class Notice(Static):
    """A few lines over the text: nothing on the screen moves because of them.

    Attributes:
        said_before: what was being said when the last key was pressed, or "": the same key again may mean more.
    """

    said_before = ""

    def __init__(self) -> None:
        super().__init__()
        self.display = False  # nothing is said at the start

    @property
    def said(self) -> str:
        """What is being said, or ""."""
        return str(self.content) if self.display else ""

    def say(self, words: str) -> None:
        """Say something; it is shown as it is, never read as markup."""
        self.update(Content("\n".join(drawable(line) for line in words.split("\n"))))
        self.display = True

    def hush(self) -> None:
        """Say nothing any more."""
        self.said_before = self.said
        if self.display:
            self.display = False
