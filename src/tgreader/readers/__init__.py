"""Bytes to model: one file a format, behind one small Protocol."""
