"""The months, by the letters with which every printed form of their names begins."""

from __future__ import annotations

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH_BEGINS = f"(?:{'|'.join(MONTHS)})"
"""As a pattern."""
