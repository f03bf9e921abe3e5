"""From an address and what is known of a document to a citation, and from a citation back to the address.

Knows no screen, no file format and no library: it takes an `Address` and, where there is one, a `model.Document`.

`tgreader cite ADDRESS` is meant to be done in a few times the start of Python itself: the records here are named
tuples and patterns are compiled when first used, because a data class costs four times, and `dataclasses` itself as
much as the rest of the program.
"""
