"""Searching the library as a screen does: the search, its filters, timeline and concordance, and opening quickly."""
