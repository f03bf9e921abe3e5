"""The notebook as files: JSON and CSV for programs, Markdown for people; each is read again as it was written."""

from tgreader.reading.notebook.files.formats import FORMATS, Kept, format_of, read, written

__all__ = ["FORMATS", "Kept", "format_of", "read", "written"]
