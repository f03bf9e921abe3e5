"""The other direction: from a citation, in any style or as people type it, to the address it means.

A citation that holds a web address or an id of the series is read from that. Else the words decide: the series must be
named; years and the volume's number, its own title, or the whole title of an early volume then say which volume is
meant, and what fits best is taken. Where several volumes fit equally well, they are given and none is chosen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from tgreader.citing import catalogue
from tgreader.citing.locator import SECTIONS
from tgreader.citing.volume_meant import volumes_meant
from tgreader.citing.volume_number import VolumeNumber, arabic, read_number
from tgreader.errors import AddressError, CatalogueError
from tgreader.model.address import Address, parse_address

if TYPE_CHECKING:
    from tgreader.citing.catalogue import VolumeFacts

Sure = Literal["certain", "likely", "ambiguous", "unknown"]

# No citation is longer; what is, is not read to its end.
_LONGEST = 4_000
_SERIES = re.compile(
    r"papers relating to (?:the )?foreign (?:affairs|relations)(?: of the united states)?"
    r"|(?<!annual )message of the president of the united states|(?:index to the )?(?:the )?executive documents"
    r"|general index to the published volumes of the diplomatic correspondence and foreign relations"
    r"|foreign relations(?: of the (?:united states|u\.? ?s\.?))?(?: ?\(FRUS\))?|\bF\.? ?R\.? ?U\.? ?S\b\.?",
    re.IGNORECASE,
)
_IDENTITY = re.compile(r"\bfrus\d{4}[\w-]*(?:/[A-Za-z][\w-]*(?:\.[\w-]+)*)?(?:#[\w*†‡:-]+)?", re.IGNORECASE)
_WEB_ADDRESS = re.compile(rf"historicaldocuments/(?P<identity>{_IDENTITY.pattern[2:]})", re.IGNORECASE)
# What a reference manager exports: there the web address alone says what is cited.
_STRUCTURED = re.compile(r'^\s*@\w+\s*\{|^TY  - |"type"\s*:\s*"', re.MULTILINE)
_YEARS = re.compile(r"\b(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})\b|\b(\d{4})\b|\b(\d{2})\s*[-–/]\s*(\d{2})\b")
_BARE_NUMBER = re.compile(
    r"[\s,:.]{1,3}(?P<volume>e\s?[-–]?\s?\d{1,2}|[ivxlc]{1,7}|\d{1,2})"
    r"(?:\s?/\s?(?P<part>\d)|,? (?:pt|part)\.? (?P<word>\d))?(?![\w–-])",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:\bdoc(?:ument)?(?P<plural>s)?\b\.?\s*(?:nos?\.?\s*)?#?|#)\s?(?P<number>\d{1,4}[A-Za-z]?)\b"
    r"(?P<more>(?:\s*(?:,|and|&|,\s*and|-|–)\s*\d{1,4}[A-Za-z]?\b)*)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\bpp?\b\.?\s*(?P<page>[ivxlc]+|[A-Z]?\d{1,4})\b", re.IGNORECASE)
# A page without `p.`, at the end of what is left when imprint and volume title are taken away.
_BARE_PAGE = re.compile(
    r"[,)]\s*(?P<page>[ivxlc]+|[A-Z]?\d{1,4})(?:\s*[-–]\s*\w{1,5})?(?:n[\d*†‡]{1,3})?(?:,? n\. ?[\w*†‡]+)?\W*$",
    re.IGNORECASE,
)
_IMPRINT = re.compile(
    r"\(?(?:Washington(?:, ?D\. ?C\.|, ?DC)?: ?)?(?:U\. ?S\. )?"
    r"(?:G\.?P\.?O\b\.?|Government (?:Printing|Publishing) Office)(?:, ?\d{4})?\)?",
    re.IGNORECASE,
)
_AFTER = re.compile(r",? accessed |https?:|\[accessed|history\.state\.gov", re.IGNORECASE)
_NOTE = re.compile(
    r"\bn\. ?(?P<note>\d{1,3}|[*†‡])|(?<=\d)n(?P<joined>\d{1,3}|[*†‡])(?!\w)|\bfootnote (?P<word>\d{1,3})"
)
_SECTION = re.compile(rf"[,(] ?(?P<section>{'|'.join(SECTIONS.values())})(?=[).,]|$)", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"[\s,;:](?P<number>\d{1,4})(?:\s*[-–]\s*\d{1,4})?\W*$")
# A further volume of the same subseries, named by its number alone: `…, vol. XIV, doc. 10; vol. XV, doc. 4`.
_FURTHER = re.compile(r";\s*(?:and |see also )?(?=vols?\b)", re.IGNORECASE)
_MOST_DOCUMENTS = 50


class Found(NamedTuple):
    """One citation in a text.

    Attributes:
        text: its words.
        sure: `certain`; `likely`, where years or number were worked out; `ambiguous`, where several volumes fit; or
            `unknown`, where none does.
        address: what it means, where one volume is meant.
        candidates: the places that it may mean.
    """

    text: str
    sure: Sure
    address: Address | None = None
    candidates: tuple[Address, ...] = ()


def find(text: str) -> list[Found]:
    """Every citation of the series in a text: one citation, or a whole bibliography, in the order it has them."""
    found: list[Found] = []
    if is_export(text):
        found = [_of_identity(match["identity"], "", match["identity"]) for match in _WEB_ADDRESS.finditer(text)]
    else:
        for entry in entries(text):
            found += _in_entry(entry)
    return list(dict.fromkeys(found))


def is_export(text: str) -> bool:
    """Whether a text is what a reference manager exports, rather than citations as people read them."""
    return _STRUCTURED.search(text) is not None


def entries(text: str) -> list[str]:
    """The entries of a bibliography, each on one line.

    Blank lines part them where there are any; else each line is one, and a line that does not name the series, after
    one that does, is the rest of it.
    """
    if re.search(r"\n[ \t]*\n", text.strip()):
        return [" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text) if part.strip()]
    lines: list[list[str]] = []
    for line in text.splitlines():
        if lines and not _names_series(line) and (line[:1] in " \t" or not line[:1].isupper() or len(lines[-1]) < 2):
            lines[-1].append(line)
        else:
            lines.append([line])
    return [" ".join(" ".join(line).split()) for line in lines if any(part.strip() for part in line)]


def _names_series(text: str) -> bool:
    return bool(_SERIES.search(text) or _IDENTITY.search(text))


def _in_entry(entry: str) -> list[Found]:
    """The citations of one entry: a new one begins where the series is named again."""
    entry = entry[:_LONGEST]
    starts = [match.start() for match in _SERIES.finditer(entry)]
    if not starts:
        return [_of_identity(match[0], "", match[0]) for match in _IDENTITY.finditer(entry)]
    found = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(entry)
        words = entry[start if index else 0 : end].strip(" ;,")
        identities = list(_IDENTITY.finditer(entry, start, end))
        if identities:
            found += [_of_identity(match[0], entry[start : match.start()], words) for match in identities]
        else:
            found += _of_volumes(entry[start:end], words)
    return found


def _of_volumes(segment: str, words: str) -> list[Found]:
    """What a citation without id means, and the further volumes of the same years that it names after semicolons."""
    first, *further = _FURTHER.split(segment)
    years = _YEARS.search(first)
    head = first[: years.end()] if years else ""
    found = _of_words(first, words)
    for part in further:
        found += _of_words(f"{head}, {part}", part.strip(" .;"))
    return found


def _of_identity(identity: str, before: str, words: str) -> Found:
    """What an id or a web address means; a page or note that the words before it name is added."""
    volume, _, rest = identity.partition("/")
    base, _, within = f"{volume.lower()}/{rest[:3].lower()}{rest[3:]}".rstrip("/").partition("#")
    note = within.rpartition("fn")[2] if "fn" in within else ""
    try:
        address = parse_address(f"{base}#{within}" if within and not note else base)
        facts = catalogue.volume(address.volume or "")
    except (AddressError, CatalogueError):
        return Found(words, "unknown")
    address = Address(facts.id, address.document, None, address.note, address.paragraph, address.page, address.offset)
    if note:
        return Found(words, "certain", address.at_note(note))
    if address.document and not within:
        address = _placed(address, before)
    return Found(words, "certain", address)


def _placed(address: Address, words: str) -> Address:
    """The address of a document with the note or page that the words of its citation name."""
    if note := _NOTE.search(words):
        return address.at_note(note["note"] or note["joined"] or note["word"])
    page = _PAGE.search(words)
    return address.at_page(page["page"]) if page else address


def _of_words(segment: str, words: str) -> list[Found]:
    """What a citation without id means: the volume that fits best, and the places in it."""
    segment, imprints = _IMPRINT.subn(" ", segment)
    if after := _AFTER.search(segment):
        segment = segment[: after.start()]
    place = _DOCUMENT.search(segment) or _PAGE.search(segment)
    head = segment[: place.start()] if place else segment
    years = _YEARS.search(head)
    number = read_number(head)
    typed = _BARE_NUMBER.match(head, years.end()) if years and not number.volumes else None
    volumes = volumes_meant(head, _covered(years), _bare(typed, number)) if typed else []
    if not volumes:
        typed = None
        volumes = volumes_meant(head, _covered(years), number)
    by = ("page" if imprints else "document") if typed else ""
    start, said = (typed.end(), "") if typed else (0, years[0] if years else "")
    meant = [_places(facts, _without(segment[start:], facts.name, said), by) for facts in volumes]
    if len(meant) == 1:
        return [Found(words, "likely" if typed else "certain", address) for address in meant[0]]
    return [Found(words, "ambiguous" if meant else "unknown", None, tuple(places[0] for places in meant))]


def _without(segment: str, *understood: str) -> str:
    """A citation without words that have been understood already, once each: the figures in them are no pages."""
    for words in understood:
        segment = segment.replace(words, " ", 1) if words else segment
    return segment


def _covered(years: re.Match[str] | None) -> tuple[int, int] | None:
    """The years of `1969–1976`, `1969-76`, `69-76` or `1948`."""
    if years is None:
        return None
    first, last, single, short_first, short_last = years.groups()
    if short_first:
        return 1900 + int(short_first), 1900 + int(short_last)
    start = int(first or single)
    end = int(last) if last else start
    return start, end if end > 99 else start // 100 * 100 + end


def _bare(typed: re.Match[str], number: VolumeNumber) -> VolumeNumber:
    """The number that stands after the years without the word “volume”."""
    volume = re.sub(r"[\s–-]", "", typed["volume"]).lower()
    if not volume[-1:].isdecimal():
        volume = arabic(volume)
    return number._replace(volumes=(volume,), part=typed["part"] or typed["word"] or number.part)


def _places(facts: VolumeFacts, segment: str, by: str) -> list[Address]:
    """The places in a volume that the words name: documents, a page, a section; or the volume.

    `by` says what a last number without a word is: a `page`, a `document` where the volume has numbered ones, or ""
    for neither.
    """
    volume = Address(facts.id)
    if document := _DOCUMENT.search(segment):
        numbers = _listed(document["number"], document["more"] if document["plural"] else "")
        addresses = [Address(facts.id, f"d{number.lower()}") for number in numbers]
        return [_placed(addresses[0], segment[document.end("number") :])] if len(addresses) == 1 else addresses
    page = _PAGE.search(segment) or (None if by else _BARE_PAGE.search(segment))
    if page:
        return [volume.at_page(page["page"])]
    if section := _SECTION.search(segment):
        return [Address(facts.id, section["section"].lower().replace(" ", ""))]
    last = _LAST_NUMBER.search(segment) if by else None
    if last:
        number = last["number"]
        return [volume.at_page(number) if "page" in (by, facts.cited_by) else Address(facts.id, f"d{number}")]
    return [volume]


def _listed(first: str, more: str) -> list[str]:
    """`10, 11 and 14–16` as each of its numbers."""
    numbers = [first]
    for joint, number in re.findall(r"(,|and|&|-|–)\s*(\d+[A-Za-z]?)", more):
        last = numbers[-1]
        if joint in "-–" and last.isdecimal() and number.isdecimal():
            numbers += [
                str(between) for between in range(int(last) + 1, min(int(number), int(last) + _MOST_DOCUMENTS) + 1)
            ]
        else:
            numbers.append(number)
    return numbers[:_MOST_DOCUMENTS]
