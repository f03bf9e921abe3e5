"""One citation: an address, and what is known of the volume and the document, in the words of a style."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tgreader.citing import catalogue
from tgreader.citing.locator import Locator, Wording, locator_of, worded
from tgreader.citing.words import visible
from tgreader.errors import CatalogueError, SettingsError
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tgreader.citing.catalogue import VolumeFacts
    from tgreader.model.address import Address
    from tgreader.model.document import Document
    from tgreader.model.title_page import TitlePage

SITE = "https://history.state.gov/historicaldocuments/"

# Each style is a function of one module, imported when it is first asked for.
STYLES = {
    "office": "office:office",
    "chicago-note": "chicago:note",
    "chicago-short": "chicago:short_note",
    "chicago-bibliography": "chicago:bibliography",
    "turabian": "chicago:turabian",
    "mla": "mla:works_cited",
    "apa": "apa:reference",
    "frus": "office:series",
    "url": "office:url",
    "bibtex": "bibtex:bibtex",
    "biblatex": "bibtex:biblatex",
    "ris": "ris:ris",
    "csl-json": "csl:csl_json",
}
EXPORTS = {"bibtex", "biblatex", "ris", "csl-json"}
"""The styles that programs read, several citations as one text."""


class Citation(NamedTuple):
    """A citation, and what could not be said in it.

    Attributes:
        text: plain.
        italics: ranges of `text`, in code points, that are set in italics.
        missing: one plain sentence for each thing that is not known, and how to add it.
    """

    text: str
    italics: tuple[tuple[int, int], ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def markdown(self) -> str:
        """The text with its italics as `*…*`, and what Markdown would read otherwise escaped."""
        parts, at = [], 0
        for start, end in self.italics:
            parts += [_escaped(self.text[at:start]), "*", _escaped(self.text[start:end]), "*"]
            at = end
        return "".join([*parts, _escaped(self.text[at:])])


def _escaped(text: str) -> str:
    return "".join("\\" + character if character in "*_[]`\\<$~^" else character for character in text)


class Cited(NamedTuple):
    """What a style puts into words.

    Attributes:
        address: what is cited.
        volume: the facts of its volume, or None where the volume is not known.
        document: as it was read, or None.
        locator: the place in the volume.
        url: of the page on the Office's site, or "" where none is known or none is wanted.
        accessed: the day it was read there, as an ISO date, or "".
    """

    address: Address
    volume: VolumeFacts | None
    document: Document | None
    locator: Locator
    url: str
    accessed: str = ""

    def place(self, wording: Wording) -> list[str]:
        """The parts of the locator in the words of a style."""
        return worded(self.locator, wording, by_page=self.volume is not None and self.volume.cited_by == "page")


class Line:
    """Words being put together, some of them in italics."""

    __slots__ = ("italics", "text")

    def __init__(self) -> None:
        self.text = ""
        self.italics: list[tuple[int, int]] = []

    def add(self, words: str, *, italic: bool = False) -> Line:
        """Append words."""
        if italic and words:
            self.italics.append((len(self.text), len(self.text) + len(words)))
        self.text += words
        return self

    def list(self, words: Iterable[str], before: str = ", ") -> Line:
        """Append each of the words that is not empty, with `before` in front of it."""
        self.text += "".join(before + word for word in words if word)
        return self

    def stopped(self) -> Line:
        """Closed with a full stop where it has none: `edited by William F. Sanford, Jr.` ends with its own."""
        if not self.text.endswith((".", ".”", "?", "!")):
            self.text += "."
        return self

    def ended(self) -> Citation:
        """The citation, closed with a full stop where it has none."""
        return self.stopped().as_it_is()

    def as_it_is(self) -> Citation:
        """The citation without a further stop."""
        return Citation(self.text, tuple(self.italics))


def cite(
    address: Address,
    document: Document | None = None,
    style: str = "office",
    *,
    locator: Locator | None = None,
    title_page: TitlePage | None = None,
    url: bool | None = None,
    accessed: str = "",
) -> Citation:
    """Cite a place.

    Args:
        address: a volume, a page of it, a document, or a place in one; or a loose file's.
        document: the document it is in, where it has been read.
        style: one of `STYLES`.
        locator: the place in words, where more is known than the address says (a range of pages, an attachment);
            what it leaves empty is taken from the address and the document.
        title_page: what a file of the volume says of it, for what the catalogue lacks.
        url: whether to print the web address; None leaves it to the style.
        accessed: an ISO date, printed after the web address by the styles that have a place for it.

    Raises:
        SettingsError: there is no such style.
        CatalogueError: the address names a volume that the series catalogue does not list, and there is no title page.
    """
    if style not in STYLES:
        raise SettingsError("is no citation style", style, "choose one of " + ", ".join(STYLES))
    if address.volume is None and document is not None and document.volume and document.id:
        address = address._replace(volume=document.volume, document=document.id, path=None)
    volume = facts_of(address.volume, title_page) if address.volume else None
    place = locator_of(address, document, volume)
    if locator is not None:
        place = _completed(locator, place)
    cited = Cited(address, volume, document, place, "" if url is False else web_address(address), accessed)
    module, _, name = STYLES[style].partition(":")
    write: Callable[[Cited, bool | None], Citation] = getattr(import_module(f"tgreader.citing.{module}"), name)
    citation = write(cited, url)
    return citation._replace(text=visible(citation.text), missing=(*citation.missing, *_not_known(cited)))


def facts_of(volume: str, title_page: TitlePage | None = None) -> VolumeFacts:
    """What is known of a volume: from the catalogue, and from its title page what that lacks.

    Raises:
        CatalogueError: the catalogue does not list it, and there is no title page.
    """
    if title_page is None or not title_page.title:
        return catalogue.volume(volume)
    from tgreader.citing.imprint import completed, from_title_page

    try:
        return completed(catalogue.volume(volume), title_page)
    except CatalogueError:
        return from_title_page(title_page)


def many(citations: Iterable[Citation], style: str) -> str:
    """Several citations in one style as one text that programs read back; the same one is given once."""
    texts = list(dict.fromkeys(citation.text for citation in citations))
    if style == "csl-json":
        return "[\n" + ",\n".join(texts) + "\n]"
    return ("\n\n" if style in EXPORTS else "\n").join(texts)


def _completed(given: Locator, read: Locator) -> Locator:
    return Locator(
        given.document or read.document,
        given.section or read.section,
        given.page or read.page,
        given.last_page if given.page else read.last_page,
        given.note or read.note,
        given.attachment or read.attachment,
        given.paragraph or read.paragraph,
    )


def web_address(address: Address) -> str:
    """The page of the Office's site that shows a place, or "" for a loose file of unknown volume."""
    if not address.volume:
        return ""
    within = address.document or (f"pg_{address.page}" if address.page else "")
    note = f"#{within}fn{address.note}" if address.note else ""
    return f"{SITE}{address.volume}" + (f"/{within}{note}" if within else "")


def _not_known(cited: Cited) -> tuple[str, ...]:
    """One sentence for each thing that a citation should say and that is not known here."""
    volume, locator = cited.volume, cited.locator
    if volume is None:
        name = file_name(cited)
        example = f'[documents."{name}"] volume = "frus1969-76v39"'
        return (f"the volume is not known: name it in a tgreader.toml beside the file, as {example}",)
    unknown = []
    if not volume.published:
        status = volume.status.replace("-", " ")
        unknown.append(f"the catalogue has no year of publication for {volume.id} (its record says: {status})")
    if volume.cited_by == "page" and locator.document and not locator.page:
        unknown.append(
            f"{volume.id} is cited by page, and the page of its document {locator.document} is not known without the "
            f"text: open the volume, or cite the page, as {volume.id}/pg_1"
        )
    if volume.media == "epub" and locator.page and not locator.document:
        unknown.append(
            f"{volume.id} begins its page numbers anew in some documents: cite the document, as {volume.id}/d1#pg_1"
        )
    return tuple(unknown)


def file_name(cited: Cited) -> str:
    """The name of a loose file, without its folder."""
    return (cited.address.path or "").replace("\\", "/").rpartition("/")[2]
