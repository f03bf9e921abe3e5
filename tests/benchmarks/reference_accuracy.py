"""How often references lead where the encoders of the series linked them, read with and without their links.

    python tests/benchmarks/reference_accuracy.py [--slips] VOLUME.xml…

Each volume is opened alone. Its documents are read twice: with the links of the file withheld, when the words alone
must tell, and with them. A link is *found* where a reference overlaps it and *right* where that reference has its
target, or a closer place in it. `contradicted` are references that overlap links and lead where none of these does.
`--slips` prints the links that were not right without them, so that a person can judge whose mistake each is.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from tgreader.model.address import Address
from tgreader.model.document import Block, Document
from tgreader.model.inline import Link, Reference
from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf


def without_links(document: Document) -> Document:
    """The document as if its file made no links."""
    return document._replace(
        blocks=tuple(block._replace(links=()) for block in document.blocks),
        notes=tuple(
            note._replace(blocks=tuple(block._replace(links=()) for block in note.blocks)) for note in document.notes
        ),
    )


def scored(document: Document, block: Block) -> Iterator[tuple[str, Link, Address]]:
    """The links of a block that are counted, with the kind of place that each leads to."""
    for link in block.links:
        target = link.target
        if target is None or target.volume is None or link.start >= link.end:
            continue
        elsewhere = "" if target.volume == document.volume else " elsewhere"
        if target.note is not None:
            yield f"footnote{elsewhere}", link, target
        elif target.page is not None:
            yield f"page{elsewhere}", link, target
        elif target.document is None:
            yield "volume", link, target
        elif target.document[1:2].isdigit():
            yield f"document{elsewhere}", link, target


def agrees(reference: Reference, target: Address) -> bool:
    """Whether a reference leads to a link's target or to a closer place in it."""
    said = str(reference.target or "")
    return said == str(target) or said.startswith((f"{target}/", f"{target}#"))


def over(references: Sequence[Reference], link: Link) -> list[Reference]:
    """The references whose words are the link's, or some of them."""
    return [one for one in references if one.start < link.end and link.start < one.end]


def measure(path: str, slips: bool, count: Counter[tuple[str, str]]) -> None:
    """Count the links of one volume."""
    shelf = Shelf([path])
    referring = Referring(shelf)
    for document in shelf.every_document():
        if not (document.id or "").startswith("d"):
            continue
        withheld = referring.find(without_links(document))
        given = referring.find(document)
        for (_, block), plain, linked in zip(document.every_block(), withheld, given, strict=True):
            links = list(scored(document, block))
            for kind, link, target in links:
                read, told = over(plain, link), over(linked, link)
                right = any(agrees(one, target) for one in read)
                missing = referring.standing(target) == "missing"
                ours = target.volume == document.volume and not missing
                count[kind, "links"] += 1
                count[kind, "found"] += bool(read)
                count[kind, "right"] += right
                count[kind, "of what is there"] += ours
                count[kind, "led there"] += ours and any(
                    agrees(one, target) and one.status == "resolved" for one in told
                )
                if slips and not right:
                    words = block.text[max(0, link.start - 60) : link.end + 20].replace("\n", " ")
                    print(f"{document.address} → {target}: {[str(one.target) for one in read]} | {words}")
            for one in plain:
                met = [target for _, link, target in links if one.start < link.end and link.start < one.end]
                count["all", "references"] += 1
                count["all", "contradicted"] += bool(met) and not any(agrees(one, target) for target in met)


def main() -> None:
    """Print a line for each kind of link."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("volumes", nargs="+", metavar="VOLUME.xml")
    parser.add_argument("--slips", action="store_true", help="print the links that the words do not bear out")
    given = parser.parse_args()
    count: Counter[tuple[str, str]] = Counter()
    for path in given.volumes:
        measure(path, given.slips, count)
    for kind in sorted({kind for kind, what in count if what == "links"}):
        links = count[kind, "links"]
        found, right = (100 * count[kind, what] / links for what in ("found", "right"))
        led, there = count[kind, "led there"], count[kind, "of what is there"]
        print(f"{kind:20} {links:6,} links: found {found:.2f} %, right {right:.2f} %; with them {led:,} of {there:,}")
    contradicted, references = count["all", "contradicted"], count["all", "references"]
    print(f"{references:,} references, contradicted {100 * contradicted / max(1, references):.2f} %")


if __name__ == "__main__":
    main()
