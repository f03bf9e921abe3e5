"""What a volume's title page says, as a file of the volume has it."""

from __future__ import annotations

from tgreader.model.tuples import NamedTuple


class TitlePage(NamedTuple):
    """What a file says of its volume; what it does not say is empty.

    Attributes:
        volume: the series' id.
        title: complete, in one line.
        editors: in their order, general editors left out.
        general_editors: of the series when the volume was made.
        publisher: in its own words.
        published: the year.
    """

    volume: str
    title: str = ""
    editors: tuple[str, ...] = ()
    general_editors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
