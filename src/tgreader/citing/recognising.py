"""The other direction: from a citation, in any style or as people type it, to the address it means.

A citation that holds a web address or an id of the series is read from that. Else the words decide: the series must be
named; years and the volume's number, its own title, or the whole title of an early volume then say which volume is
meant, and what fits best is taken. Where several volumes fit equally well, they are given and none is chosen.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Literal

from tgreader.citing import catalogue
from tgreader.citing.entries import entries
from tgreader.citing.places_named import DOCUMENT, PAGE, placed, places_named, range_end
from tgreader.citing.repeated import repeated
from tgreader.citing.series_named import ANNOUNCED, IDENTITY, SERIES
from tgreader.citing.typed import in_known_words, with_document_numbers
from tgreader.citing.volume_meant import volumes_meant
from tgreader.citing.volume_number import VolumeNumber, arabic, read_number
from tgreader.errors import AddressError, CatalogueError
from tgreader.model.address import Address, parse_address
from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

Sure = Literal["certain", "likely", "ambiguous", "unknown"]

# No citation is longer; what is, is not read to its end.
_LONGEST = 4_000
_TARGET = pattern(r"(?P<volume>[\w-]+)[#/](?P<place>d\d+(?:[a-eA-E])?|pg_\w+)(?P<note>fn[\w*†‡-]+)?$")
_YEARS = pattern(r"\b(\d{4})\s*[-–—/]\s*(\d{4}|\d{2})\b|\b(\d{4})\b|\b(\d{2})\s*[-–/]\s*(\d{2})\b")
_BARE_NUMBER = pattern(
    r"[\s,:./(]{1,3}(?P<volume>e\s?[-–]?\s?\d{1,2}|[ivxlc]{1,7}(?:/[ivxlc]{1,7})*|\d{1,2}(?:/\d\d)*)\)?"
    r"(?:\s?[/.]\s?(?P<part>\d)|\s?\((?:pt\. |part )?(?P<brackets>\d)\)|,? \(?(?:pt|part)\.? (?P<word>\d|[iv]+)\)?)?"
    r"(?![\w–-])",
    re.IGNORECASE,
)
_IMPRINT = pattern(
    r"\(?(?:Washington(?:, ?D\. ?C\.|, ?DC)?: ?)?(?:U\. ?S\. )?"
    r"(?:G\.?P\.?O\b\.?|Government (?:Printing|Publishing) Office)(?:, ?\d{4})?\)?",
    re.IGNORECASE,
)
_AFTER = pattern(r",? accessed |https?:|\[accessed|history\.state\.gov", re.IGNORECASE)
# A citation that leaves the series out and begins with the years of a subseries and a volume: `1952–54, II/1, 847`.
_OF_SUBSERIES = pattern(
    r"\W{0,3}(?:1[89]\d\d\s?[-–—/]\s?(?:\d{4}|\d\d)|\d\d\s?[-–/]\s?\d\d),?\s+(?:vol|v\.?\s?\d|[IVXL]{1,7}\b|E[-–]?\d|\d{1,2}\b)",
    re.IGNORECASE,
)
# A part after a colon, where the document follows: `vol. 19:1, doc. 75`.
_PART_AT_END = pattern(r"\d\s?[:/]\s?(?P<part>\d)\W*$")
# A further volume of the same subseries or of another, without the series' name: `vol. XIV, doc. 10; vol. XV, doc. 4`,
# `1947, V, 32; VI, 100`, `1947, V, 32, and 1948, III, 46`.
_FURTHER = pattern(
    r";\s*(?:and |see also )?"
    r"(?=vols?\b|pt\.|part \d|\d{1,2}: ?\d|1[89]\d\d\s?[-–—/]\s?\d\d"
    r"|(?-i:[IVXL]{1,7})(?:/\d)?[,:] ?(?:pp?\. ?|docs?\. ?|#)?\d)"
    r"|(?:;|,? and|;? see also)\s+"
    r"(?=1[89]\d\d(?:\s?[-–—/]\s?(?:\d{4}|\d\d))?[,:]? (?:vol|v\.|(?-i:[IVXL]{1,7}\b)|\d{1,2}:\d))",
    re.IGNORECASE,
)
_PART_NAMED = pattern(r",? ?\b(?:pt\.|part) \d", re.IGNORECASE)
_YEAR_FIRST = pattern(r"1[89]\d\d\b")
# A document or page named before the series: `Document 42, FRUS, …`, `pp. 840–42 of FRUS, …`.
_BEFORE_SERIES = pattern(
    r"\W*(?:see |at |in )?(?:(?:foot)?notes? (?P<note>\d{1,3})(?:,| to| of) )?"
    r"(?P<place>(?:doc(?:ument|\.)?|#|pp?\.) ?\d{1,4}(?:[-–]\d{1,4})?),? ?(?:of |in |from )?(?:the )?$",
    re.IGNORECASE,
)
# What a number belongs to that is no volume's: `Supplement 2, I, 7`.
_NUMBERED_OTHERWISE = pattern(r"\b(?:supplement|appendix|part|pt\.)$", re.IGNORECASE)
_MOST_BARE = 12
"""So many numbers without a word are tried for the volume's."""
_NEAR = 60
"""Code points behind an id that may say which document is meant."""
_FILES = ("/pdf", "/ebook", "/epub", "/mobi")


class Found(NamedTuple):
    """One citation in a text.

    Attributes:
        text: its words.
        sure: `certain`; `likely`, where years or number were worked out; `ambiguous`, where several volumes fit; or
            `unknown`, where none does.
        address: what it means, where one volume is meant.
        candidates: the places that it may mean.
        last_page: where the address is of a page that begins a range, the end of that range.
    """

    text: str
    sure: Sure
    address: Address | None = None
    candidates: tuple[Address, ...] = ()
    last_page: str = ""


def find(text: str) -> list[Found]:
    """Every citation of the series in a text: one citation, or a whole bibliography, in the order it has them."""
    return list(dict.fromkeys(one for _, found in in_entries(text) for one in found))


def in_entries(text: str) -> Iterator[tuple[str, list[Found]]]:
    """Each entry of a text, and the citations in it; what `Ibid.` repeats is likely at best."""
    last = None
    for entry in entries(text):
        found = in_entry(entry)
        if not found and (place := repeated(entry, last)):
            found = [Found(entry, "likely", place)]
        last = found[0].address if len(found) == 1 and ";" not in entry else None
        yield entry, found


def in_entry(entry: str) -> list[Found]:
    """The citations of one entry: a new one begins where the series is named again."""
    entry = ANNOUNCED.sub("", entry[:_LONGEST])
    starts = [match.start() for match in SERIES.finditer(entry)]
    if not starts:
        return _of_identities(entry, 0, len(entry)) or _of_subseries(entry)
    found = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(entry)
        words = entry[start if index else 0 : end].strip(" ;,")
        found += _of_identities(entry, start, end, words) or _of_volumes(entry[start:end], words)
    before = _BEFORE_SERIES.match(entry[: starts[0]])
    if before and found[0].address and not (found[0].address.document or found[0].address.page):
        place = _following(found[0].address, in_known_words(before["place"]), "")
        found[0] = found[0]._replace(address=place.at_note(before["note"]) if before["note"] else place)
    return found


def _of_subseries(entry: str) -> list[Found]:
    """What a citation means that does not name the series: never for certain, and nothing where no volume fits."""
    if not _OF_SUBSERIES.match(entry):
        return []
    found = [one for one in _of_words(entry, entry) if one.sure != "unknown"]
    return [one._replace(sure="likely") if one.address else one for one in found]


def _of_volumes(segment: str, words: str) -> list[Found]:
    """What a citation without id means, and the further volumes of the same years that it names after semicolons."""
    first, *further = _FURTHER.split(segment)
    years, part_of_it = _YEARS.search(first), _PART_NAMED.search(first)
    head = first[: years.end()] if years else ""
    found = _of_words(first, words)
    for part in further:
        if part_of_it and _PART_NAMED.match(part):
            segment = f"{first[: part_of_it.start()]}, {part}"
        else:
            segment = part if _YEAR_FIRST.match(part) else f"{head}, {part}"
        found += _of_words(segment, part.strip(" .;"))
    return found


def _of_identities(entry: str, start: int, end: int, words: str = "") -> list[Found]:
    """What the ids and web addresses between two places of an entry mean; the file of a volume means the volume."""
    identities = list(IDENTITY.finditer(entry, start, end))
    found: list[Found] = []
    for index, match in enumerate(identities):
        after = entry[match.end() : identities[index + 1].start() if index + 1 < len(identities) else end]
        identity = match[0].partition("/")[0] if match[0].lower().endswith(_FILES) else match[0]
        one = _of_identity(identity, entry[start : match.start()] if words else "", words or identity, after)
        if not (found and one.address and one.address == found[-1].address):
            found.append(one)
    return found


def _of_identity(identity: str, before: str, words: str, after: str = "") -> Found:
    """What an id or a web address means; a page or note that the words before it name is added.

    Where it is of a volume alone, a document or page that follows at once, or stands before, is meant. Where the words
    name another volume than the id does, either may be meant.
    """
    volume, _, rest = identity.partition("/")
    if target := _TARGET.match(identity):  # as one volume's file points into another
        volume, rest = target["volume"], f"{target['place']}#{target['note'] or ''}".rstrip("#")
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
        address = placed(address, before)
    elif not address.document and not address.page:
        address = _following(address, in_known_words(after[:_NEAR]), in_known_words(before))
    said = _of_words(before, words) if before else []
    if len(said) == 1 and said[0].sure == "certain" and said[0].address and said[0].address.volume != address.volume:
        return Found(words, "ambiguous", None, (address, said[0].address))
    return Found(words, "certain", address)


def _following(volume: Address, after: str, before: str) -> Address:
    """The document or page of a volume that the words right behind its id, or before it, name; else the volume."""
    for words, within in ((after, 3), (before, len(before))):
        document, page = DOCUMENT.search(words), PAGE.search(words)
        if document and document.start() < within:
            home = Address(volume.volume, f"d{document['number'].lower()}")
            return placed(home, words[document.end("number") - 1 :])
        if page and page.start() < within:
            return volume.at_page(page["page"])
    return volume


def _of_words(segment: str, words: str) -> list[Found]:
    """What a citation without id means: the volume that fits best, and the places in it."""
    segment, imprints = _IMPRINT.subn(" ", in_known_words(segment))
    if after := _AFTER.search(segment):
        segment = segment[: after.start()]
    years = _YEARS.search(segment)
    covered = _covered(years)
    segment = with_document_numbers(segment, covered[0] if covered else 0)
    place = DOCUMENT.search(segment) or PAGE.search(segment)
    head = segment[: place.start()] if place else segment
    number = read_number(head)
    if place and number.volumes and not number.part and (part := _PART_AT_END.search(head)):
        number = number._replace(part=part["part"])
    meant, typed = volumes_meant(head, covered, number), None
    bare_numbers = _BARE_NUMBER.finditer(head, years.end() if years else 0)
    for bare in islice(bare_numbers, _MOST_BARE) if not number.volumes else ():
        if _NUMBERED_OTHERWISE.search(head[: bare.start()]):
            continue
        found = volumes_meant(head, covered, _bare(bare, number))
        before_a_page = re.match(r"\s?:\s?\d", head[bare.end() :])
        if found.volumes and (found.fit > meant.fit or before_a_page):
            meant, typed = found, bare
            break
    start, said = (typed.end(), "") if typed else (0, years[0] if years and years.end() <= len(head) else "")
    rest = segment[start:]
    by = "page" if imprints or re.match(r"\s*:", rest) else "document"
    places = [
        places_named(facts, _without(rest, facts.name, said), by, bare=typed is not None) for facts in meant.volumes
    ]
    if len(places) == 1:
        sure: Sure = "likely" if typed or places[0].guessed or meant.by_name_alone else "certain"
        return [
            Found(words, sure, address, last_page=range_end(address.page or "", rest))
            for address in places[0].addresses
        ]
    several = [one.addresses[0] for one in places]
    if not places and len(number.volumes) > 1:  # `vols. I–IV`: each of them
        each = (volumes_meant(head, covered, number._replace(volumes=(one,))).volumes for one in number.volumes)
        several = [Address(facts.id) for volumes in each for facts in volumes]
    return [Found(words, "ambiguous" if several else "unknown", None, tuple(several))]


def _without(segment: str, *understood: str) -> str:
    """A citation without words that have been understood already, once each: the figures in them are no pages."""
    for words in map(in_known_words, understood):
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
    """The number that stands after the years, or the title, without the word “volume”."""
    volume = re.sub(r"[\s–-]", "", typed["volume"]).lower()
    volumes = tuple(arabic(one) for one in volume.split("/"))
    part = typed["part"] or typed["brackets"] or typed["word"]
    return number._replace(volumes=volumes, part=arabic(part) if part else number.part)
