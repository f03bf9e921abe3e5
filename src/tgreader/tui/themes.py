"""Two quiet themes: text the brightest thing on the screen, one accent for the cursor."""

from __future__ import annotations

from textual.theme import Theme

DARK, LIGHT = "reading-dark", "reading-light"

THEMES = (
    Theme(
        name=DARK,
        primary="#d9a441",
        secondary="#8fa8bf",
        accent="#d9a441",
        warning="#e0b050",
        error="#e07a6a",
        success="#9bbf85",
        foreground="#e6e1d6",
        background="#16181a",
        surface="#1d2023",
        panel="#272b2f",
        dark=True,
        variables={"text-dim": "#9a978e", "rule": "#3a3f44", "input-selection-background": "#d9a441 35%"},
    ),
    Theme(
        name=LIGHT,
        primary="#8a4b08",
        secondary="#2f5573",
        accent="#8a4b08",
        warning="#8a5a00",
        error="#a32718",
        success="#3d6b2a",
        foreground="#1e1c18",
        background="#faf7f0",
        surface="#f2eee4",
        panel="#e6e0d2",
        dark=False,
        variables={"text-dim": "#6b675e", "rule": "#cbc4b4", "input-selection-background": "#8a4b08 30%"},
    ),
)
