"""What a document is known by from session to session.

A document of a known volume is known by its address. A loose file is known by where it lies and, where it lies
elsewhere now, by what is in it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tgreader.errors import TgReaderError
from tgreader.model.address import Address
from tgreader.model.document import Document
from tgreader.readers.registry import read_bytes
from tgreader.reading.shelf.files import STANDARD_INPUT


def lasting(address: Address) -> Address:
    """An address that means the same in another folder: a loose file's has its whole path."""
    if address.path is None:
        return address
    return address._replace(path=storable(str(Path(address.path).absolute())))


def key_of(document: Document) -> str:
    """The address of a document, as it is kept."""
    return str(lasting(document.address))


def content_of(document: Document) -> str:
    """The digest of a loose file; "" for a document of a known volume, and where the file is not there any more."""
    if document.address.path is None or document.path == STANDARD_INPUT:
        return ""
    from hashlib import sha256

    try:
        return sha256(read_bytes(document.path)).hexdigest()
    except (TgReaderError, ValueError):  # a name that no file can have
        return ""


def file_of(document: Document) -> str:
    """Where a document lies, with its whole path; "" where it lies nowhere."""
    return "" if document.path == STANDARD_INPUT else storable(str(Path(document.path).absolute()))


def storable(text: str) -> str:
    """Text that can be kept: a file's name may hold lone surrogates."""
    return text.encode("utf-8", "backslashreplace").decode()


def now() -> str:
    """Now, as ISO 8601 in UTC with milliseconds: what is kept is put in order by it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
