"""TEI P5, as the series' master files are written: one file a volume, read as a book.

What is built when:

- `READER.open` makes one light pass (`contents.py`) over the bytes with expat: it proves the file well-formed and
  harmless (`markup.py`), and keeps the contents, the byte range of every document and the printed pages. No tree is
  made; the bytes themselves stay in memory and nothing else of the text does.
- `Source.document` parses the byte range of the one document asked for (`build.py`), and keeps nothing.
- The lists of persons and terms are read when the first of them is asked for; where a name occurs is a search of the
  bytes. Both are in `source.py`.

Expat and not lxml: it costs 1 ms to import instead of 20, reports byte offsets, needs no tree (40 MB a volume), and by
itself loads no entity and no network. A repeated `xml:id`, which three volumes have, is no error to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tgreader.model.patterns import pattern
from tgreader.readers.base import suffix_of

if TYPE_CHECKING:
    from tgreader.readers.base import Facts
    from tgreader.readers.tei.source import TeiSource

_ROOT = pattern(rb"<(?:[A-Za-z_][\w.-]*:)?TEI[\s>]")


class TeiReader:
    """The TEI format; see `readers.base.Reader`."""

    name = "tei"

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether it is named as XML, or starts as TEI. What proves to be other XML is refused on opening."""
        return suffix_of(name) in {".xml", ".tei"} or _ROOT.search(head) is not None

    def open(self, data: bytes, path: str, facts: Facts) -> TeiSource:
        """Read the contents of a volume.

        Raises:
            UnreadableError: it is not well-formed, not TEI, or holds nothing to read; the line is named.
            RefusedError: it has a DOCTYPE, or is larger or deeper than any volume.
        """
        from tgreader.readers.tei.source import TeiSource

        return TeiSource(data, path, facts)


READER = TeiReader()
