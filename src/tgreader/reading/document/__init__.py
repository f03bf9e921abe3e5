"""One document as it is read: its notes beside its paragraphs, its stops, the words found in it, what it is called.

Nothing here knows of files or of other documents.
"""
