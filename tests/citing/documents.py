"""Documents that several tests cite."""

from __future__ import annotations

from tgreader.model.address import Address
from tgreader.model.document import Block, Document, Note
from tgreader.model.inline import NoteMark, PageBreak

HEADING = "Telegram From the Embassy in the Soviet Union to the Department of State"


def telegram(
    address: Address,
    number: str | None = "106",
    *,
    heading: str = HEADING,
    date: str | None = None,
    place: str | None = None,
    dateline: str | None = None,
) -> Document:
    """The seed's telegram in short: three blocks on pages 325 and 326, two notes."""
    return Document(
        address=address,
        path="seeds/a.txt",
        format="flattext",
        heading=heading,
        number=number,
        volume=address.volume,
        id=address.document,
        date=date,
        place=place,
        dateline=dateline,
        blocks=(
            Block("heading", heading, marks=(NoteMark(72, "1", 1),)),
            Block("paragraph", "8334. Subj: Approach.", pages=(PageBreak(0, "325"),)),
            Block(
                "paragraph", "It goes on “there.” And on.", pages=(PageBreak(3, "326"),), marks=(NoteMark(8, "2", 2),)
            ),
        ),
        notes=(Note(1, "1", True, (Block("paragraph", "Source."),)), Note(2, "2", True, (Block("paragraph", "See."),))),
    )
