"""By what a register of telegrams may be sorted; apart, so that whoever only offers them imports nothing else."""

from __future__ import annotations

ORDERS = ("number", "from", "to", "date", "fate", "cited")
"""By number; sender; recipient; date; printed first and then by file; the most cited first."""
