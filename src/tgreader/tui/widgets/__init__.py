"""Widgets: messages go up, data comes down, siblings never ask each other."""
