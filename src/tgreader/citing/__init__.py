"""From an address and what is known of a document to a citation, and from a citation back to the address.

Knows no screen, no file format and no library: it takes an `Address` and, where there is one, a `model.Document`.
"""
