"""Archival citations taken apart: repository, record group, collection, box, folder; and what a source note adds.

`Library of Congress, Manuscript Division, Kissinger Papers, Box CL 214, Geopolitical Files, …. Confidential;
Immediate. Drafted by … Repeated to …` The order is the same in all volumes: where it is kept, from the largest to the
smallest, then classification and precedence, then who drafted, cleared and received it.
"""

from __future__ import annotations

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple

REPOSITORIES = (
    r"National Archives(?: and Records Administration)?|Department of State|Library of Congress"
    r"|(?:Kennedy|Johnson|Eisenhower|Truman|Ford|Carter|Nixon|Reagan|Roosevelt) (?:Presidential )?Library"
    r"|Washington National Records Center|Central Intelligence Agency|National Security (?:Council|Agency)"
    r"|National Defense University|Department of Defense|Naval Historical Center|Minnesota Historical Society"
    r"|Center of Military History|Princeton University|Yale University|Hoover Institution|Nixon Presidential Materials"
    r"|U\.S\. Army Military History Institute|Federal Bureau of Investigation|Department of the Treasury"
)
"""Where papers are kept, as source notes name it."""

SHORT_FORMS = {
    "DOS, CF": "Department of State, Central Files",
    "DOS": "Department of State",
    "CIA": "Central Intelligence Agency",
    "DOD": "Department of Defense",
    "NDU": "National Defense University",
    "JCS": "Joint Chiefs of Staff",
    "WNRC": "Washington National Records Center",
    "NARA": "National Archives",
    "OSD": "Office of the Secretary of Defense",
}
"""How the lists of microfiche supplements write repositories; the longer form first."""

FILE_NUMBER = r"\d{3}[A-Za-z]?\.[\w.]{1,12}(?: ?[A-Z][\w–-]*)?/\d{1,2}[–-] ?\d{2,6}"
"""A number of the Department's central decimal files: the file, a slash, and the date of the paper."""

OLD_FILE_NUMBER = (
    r"(?:(?<=\()|(?<=No\. )|(?<=[Ff]ile )|(?<![^\n]))"
    r"\d{3}[A-Za-z]?\.\d[\w.]{0,10}/\d{1,6}(?:½|[A-Za-z])?(?=[):;.,\s]|$)"
)
"""Such a number till 1944, when the papers of a file were numbered, or whose dash was lost; where a file stands."""

LOT = r"[Ll]ot (?:No\. ?)?(?:F[ –-]?)?\d{2} ?[–-]?[A-Z][–-]? ?\d{1,4}\b"
"""A lot: papers that an office of the Department handed over together; with spaces in its number, or without."""

_KEPT = pattern(
    r"\b(?:[Ff]iles?|Papers|Box|RG|Record Group|[Ll]ot|Job|Central (?!Intell)|Records?|Collection|Histor\w+|Diary"
    r"|Material|Folder|Minutes|Microfilm|Project|Memoranda|Conversations?|FRC|Materials|Series"
    r"|Institutional|Advis[eo]r|NSF|Executive Committee)\b|\d{3}[A-Z]?\.\d"
)
_MARK = r"(?:Top Secret|Secret|Confidential|Limited Official Use|Official Use Only|Unclassified|No classification)"
_EDGE = pattern(
    rf"[()\[\]\n]|[.;](?=\s|\)|$|{_MARK}[.;/])|(?<=[\w,]) (?={_MARK}(?:[.;]| Drafted| Repeated))"
    rf"|,? (?:and|is|are) (?:[Ii]bid|in )|,? and (?:the )?(?=(?:{REPOSITORIES}),)"
)
_ABBREVIATED = pattern(
    r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|[Vv]ols?|Nos?|pp?|Dr|Mrs?|Gen|Lt|Col|Adm|Amb|Cpt|St|Pt|Corr|Memos?"
    r"|Misc|Sub|Admin|Para|Chron|Telcons?|Memcons?|Govt|Dept|Mtgs?|Conv|Rel|Sec|Corres"
    r"|con[’']t|(?<![/\d–-])(?<!Vol\. )[A-Z])$"
)
_INITIALS = pattern(r"\b(?:[A-Z]\.)+[A-Z]$|\bJr$|\bSr$")
_DATED = pattern(r"^[^,]*,\s?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d")
_RANKED = pattern(
    r"\s+(?:Top Secret|Secret|Confidential|No classification|Limited Official|Official Use|Unclassified|Restricted)"
)
_NAMED = pattern(r"(?!Entry|and |Lots? |Vols?\. )(?!(?:[A-Z][a-z]{2,8}\.? )?\d{4})[A-Z]")
_GENERAL = pattern(
    r"(?:(?:General|Subject|Country|Countries|Chron(?:ological)?|Office|Cables?|Convenience|Name|Trips?"
    r"|Presidential) )*(?:Files?|Series|Correspondence|Cables)|Chron [A-Z].*|[A-Z][a-z]+|[A-Z]{2,5} \d+"
    r"|(?:[A-Z]+/)+[A-Z]+"
)
_FILES_OF = pattern(r"^([^,:]*?(?: Files)?): ((?:Job|Lot) )")
_FILES_OF_A_HOUSE = pattern(r"(?P<house>CIA|USUN)(?:(?P<alone>(?: [Ff]iles)?: )|/[\w/]+ Files: | [Ff]iles: )")
_PIECES = pattern(r",\s*")
_NO_COMMA = pattern(r"\b(Central (?:Foreign Policy )?Files?) (?=\d{3}[A-Z]?\.\d|[A-Z]{1,6} |[DNP]\d{6})")
_GROUP = pattern(r"(?:RG|Record Group) ?\d+")
_LOT = pattern(r"(?:[Ll]ot|Job) ")
_DECIMAL = pattern(r"\d{3}[A-Za-z]?\.\S")
_BOX = pattern(r"[Bb]ox(?:es)? ")
_COLLECTION = pattern(r"\b(?:[Ff]iles?|Papers|Record|Lot|Library|Collection|Material|Series|Diary|Presidential|Advis)")
_FILE = pattern(
    rf"(?:{FILE_NUMBER}|\d{{3}}[ –-][A-Z][a-z]+, [A-Z]|\d{{3}}[A-Za-z]?\.\S+"
    r"|[A-Z]{2,6} (?:\d|[A-Z]{2})|(?:E|POL|DEF|AID|INCO) )"
)
_BEFORE_LOCATOR = frozenset(",:")
_LOCATOR = pattern(
    rf"(?:,[., ]*|: (?=Lot))(?!Documents? ?\d|[Ff]ootnote|Part \d|Vol)(?=[Ll]ot|{_FILE.pattern}|[A-Z][\w/–’.-]*)"
)


class ArchivalSource(NamedTuple):
    """Where a paper is kept, and what its source note says of it; what is not said is empty.

    Attributes:
        repository: `Library of Congress, Manuscript Division`.
        record_group: `RG 59`.
        collection: `Kissinger Papers`, `Central Files 1967–69`.
        series: what stands between the collection and the box.
        box: `Box CL 214`.
        folder: all that follows: a folder's name or a file's number.
        classification, precedence, handling: `Confidential`; `Immediate`; `Nodis; Eyes Only`.
        drafted_by, cleared_by, approved_by: names or offices.
        repeated_to: the posts and commands that got it too.
        publication: the book or journal that it is printed from, where that is its source.
    """

    repository: str = ""
    record_group: str = ""
    collection: str = ""
    series: str = ""
    box: str = ""
    folder: str = ""
    classification: str = ""
    precedence: str = ""
    handling: str = ""
    drafted_by: str = ""
    cleared_by: str = ""
    approved_by: str = ""
    repeated_to: tuple[str, ...] = ()
    publication: str = ""

    @property
    def title(self) -> str:
        """Its short name: `Kissinger Papers, Box CL 214`, or the file's number where there is no box."""
        held = self._held or self.collection or self.record_group or self.repository or self.publication
        return ", ".join(part for part in (held, self.box or self.folder) if part)

    @property
    def _held(self) -> str:
        """What a box is counted in: the end of the series that can stand alone; a lot only with its office.

        The boxes of an entry, of the Kissinger Papers and of Nixon’s NSC Files are numbered through, whatever series
        stands before the box.
        """
        if self.collection.startswith("Entry "):
            return ", ".join(part for part in (self.record_group, self.collection) if part)
        if not self.series or self.collection == "Kissinger Papers":
            return ""
        parts = [self.collection, *self.series.split(", ")]
        first = len(parts) - 1
        while first and not (_NAMED.match(parts[first]) and not _GENERAL.fullmatch(parts[first])):
            first -= 1 + parts[first].startswith("and ")  # `Europe, Canada, and Ocean Affairs`: a list
        first = max(0, first)
        if parts[first] == "NSC Files":
            return parts[first]
        return ", ".join(parts[first:])

    @property
    def key(self) -> str:
        """What all references to the same box, or file, share."""
        return f"source {self.repository.partition(',')[0]}, {self.title}".casefold().replace("–", "-")


def in_full(words: str) -> str:
    """A citation of a microfiche supplement with its repository written out."""
    if files := _FILES_OF_A_HOUSE.match(words):
        house = {"CIA": "Central Intelligence Agency", "USUN": "Mission to the United Nations"}[files["house"]]
        return f"{house}, {words if files['house'] == 'USUN' else words[files.end('alone') if files['alone'] else 4 :]}"
    short = next((form for form in SHORT_FORMS if words == form or words.startswith(f"{form},")), "")
    return SHORT_FORMS[short] + words[len(short) :] if short else words


def citation_end(text: str, at: int) -> int:
    """Where the citation that starts at `at` ends: at its bracket's or its sentence's end, or after 400 points."""
    depth = 0
    limit = min(len(text), at + 400)
    for edge in _EDGE.finditer(text, at, limit):
        sign = edge[0][0]
        if sign in "([":
            depth += 1
        elif sign in ")]":
            if not depth:
                return edge.start()
            depth -= 1
        elif sign == "\n" or (not depth and sign in ";, ") or (not depth and not _abbreviation(text, edge.start(), at)):
            own_stop = sign == "." and _INITIALS.search(text, at, edge.start())
            return edge.end() if own_stop else len(text[: edge.start()].rstrip(","))
    return limit


def _abbreviation(text: str, stop: int, start: int) -> bool:
    """Whether the full stop belongs to a short form and the citation goes on: `Jan. 1972`, `Vol. II`."""
    if _RANKED.match(text, stop + 1) or not text[stop + 1 : stop + 3].strip():
        return False
    goes_on = text[stop + 1 : stop + 2] == " " and text[stop + 2].islower()
    return goes_on or bool(_ABBREVIATED.search(text, max(start, stop - 12), stop))


def archival_source(words: str) -> ArchivalSource | None:
    """Take a citation apart, from repository to folder; None where the words name no place of papers."""
    if not _KEPT.search(words, 0, 120) or _DATED.search(words, 0, 60):
        return None
    if ": " in words:
        words = _FILES_OF.sub(r"\1, \2", words, count=1)
    if "Central F" in words:
        words = _NO_COMMA.sub(r"\1, ", words, count=1)
    pieces = [piece for piece in _PIECES.split(words) if piece]
    own = 2 if pieces[1:] and pieces[1] in {"Manuscript Division", "Center for Legislative Archives"} else 1
    return _within(ArchivalSource(repository=", ".join(pieces[:own])), pieces[own:])


def _within(kept: ArchivalSource, pieces: list[str]) -> ArchivalSource:
    """Fill in what follows the repository."""
    if pieces and (group := _GROUP.match(pieces[0])):
        kept, pieces = kept._replace(record_group=group[0]), pieces[1:]
    box = next((index for index, piece in enumerate(pieces) if _BOX.match(piece)), None)
    if box is None:
        return kept._replace(collection=pieces[0] if pieces else "", folder=", ".join(pieces[1:]))
    series = ", ".join(pieces[1:box]) if box else ""
    collection = pieces[0] if box else kept.collection
    return kept._replace(collection=collection, series=series, box=pieces[box], folder=", ".join(pieces[box + 1 :]))


def is_locator(text: str, at: int) -> int:
    """Where what is kept begins after an Ibid. (`, Box 495`, `, 611.56/9–2959`); -1 where something else follows."""
    found = _LOCATOR.match(text, at) if text[at : at + 1] in _BEFORE_LOCATOR else None
    return found.end() if found else -1


def is_file(words: str) -> bool:
    """Whether the words behind an Ibid. can only be an archive's: a box, a lot, a file's number, papers."""
    return bool(_FILE.match(words) or _KEPT.search(words))


def repeated_source(last: ArchivalSource, words: str) -> ArchivalSource:
    """What an Ibid. with a locator means: as much of the last citation as the locator does not replace."""
    words = words.removesuffix(", respectively")
    first, *rest = [piece for piece in _PIECES.split(words.strip(" ,")) if piece] or [""]
    house = ArchivalSource(last.repository, last.record_group)
    same = house._replace(collection=last.collection, series=last.series)
    if _GROUP.match(first):
        return _within(ArchivalSource(last.repository), [first, *rest])
    if _BOX.match(first):
        return same._replace(box=first, folder=", ".join(rest))
    if last.box and last.box.startswith(f"Box {first.partition(' ')[0]} "):  # the word Box was left out
        return same._replace(box=f"Box {first}", folder=", ".join(rest))
    if first.startswith("Folder"):
        return same._replace(box=last.box, folder=", ".join([first, *rest]))
    if _LOT.match(first) and ": " in last.collection:
        return house._replace(collection=f"{last.collection.partition(': ')[0]}: {first}", folder=", ".join(rest))
    if _DECIMAL.match(first) or ("Central" in last.collection and _FILE.match(first)):
        collection = last.collection if "Central" in last.collection else "Central Files"
        return house._replace(collection=collection, folder=", ".join([first, *rest]))
    if (
        last.collection
        and not last.box
        and not any(_COLLECTION.search(piece) or _BOX.match(piece) for piece in [first, *rest])
    ):
        return same._replace(folder=", ".join([first, *rest]))
    return _within(house, [first, *rest])
