"""Volumes of the series as they are printed: `Foreign Relations, 1969–1976, volume XV, Soviet Union, June 1972–…`.

Three heads are read: the name of the series; `ibid.` with a volume behind it; and a bare `vol. iii`, which only a
place in it (`vol. XI, Document 234`) or a word before it (`see vol. iii`) makes a volume of this series and not of
another work or of an archive's file.
"""

from __future__ import annotations

import re
from typing import Literal

from tgreader.model.patterns import pattern
from tgreader.model.tuples import NamedTuple
from tgreader.references.months import MONTH_BEGINS
from tgreader.references.numbers import roman, roman_value

LAST_YEAR_OF_WAR_SUPPLEMENTS = 1918
"""Till then a supplement is a set with a title and volumes of its own; later, a part of one volume on microfiche."""

CONFERENCES = (
    r"(?:Conference of Berlin|Conferences? at (?:Malta|Cairo|Quebec|Washington)|Paris Peace Conference|Lansing Papers)"
    r"(?=[A-Za-z ]{0,30}(?: \((?:The )?Potsdam(?: Conference)?\))?(?:,? \d{4}(?:[–-]\d{4})?)?"
    r", (?:vols?\.|volumes?|pp?\.|pages?) ?[\divxIVX])"
)
"""The volumes that notes of their time name by their titles alone, most of them on the great conferences."""

NAMES = (
    r"Foreign Relations?|FRUS|For\. Rels?\.|Dip(?:lomatic|\.) Cor(?:respondence|r?\.)(?=,? 18\d\d)"
    r"|Papers [Rr]elating to the [Ff]oreign [Rr]elations?(?= of the United States)"
)
"""The series, as it names itself and as it is shortened; up to 1868 it was called the Diplomatic Correspondence."""

_STOP = (
    r"(?!Documents? ?\d|Docs?\. |Nos?\. ?\d|Part \d|See |Foreign Relations|FRUS|Ibid|[Vv]ol(?:s?\.|umes?\b)"
    r"|Microfiche Supplement(?=,)|(?:(?<=; )|(?<=and ))[IVXL]{1,7}, [A-Z])"
)
_WORD = (
    r"(?:(?:[A-Z]\.){2,5}|[A-Z][\w’']*(?:[–—-][\w’']+){0,3}|\d{4}(?:[–—-][\w’']+)?"
    r"|(?<=[a-z] )\d\d?[–—-](?:[A-Z][a-z]+ \d\d?)(?=, 1)|papers(?=, 1)|and(?= 1[89]\d\d, p)"
    r"|(?:of|and|the|in|on|to|for|with|at|from|&)(?= (?!Foreign Relations|FRUS|Document|[IVXL]{1,7}, )(?:the )?[A-Z]))"
)
_PIECES = {
    "years": pattern(r"\[?(1[89][\dl]{2}(?: ?[–—-] ?(?:1[89])?\d\d)?)(?!\d)\]?"),
    "number": pattern(
        r"[Vv]ol(?:ume|umes|s)?\b\.? ?(E ?[–—-]? ?\d{1,2}|[IVXLivxl]{1,8}(?![A-Za-z])|\d{1,2}(?!\d))"
        r"(?:/[IVXLivxl]{1,8}(?![A-Za-z])|[–-][IVXLivxl]{1,8}(?=,? (?:[Mm]icrofiche|[Ss]upp|[Pp]art))){0,4}"
    ),
    "part": pattern(r"\(?(?:[Pp]art|[Pp]t\.?) ?([1-5]|I{1,3}|IV|Two|One)\b\)?"),
    "supplement": pattern(r"(?:[Mm]icrofiche )?[Ss]upp(?:lement|\.)(?:,? ([12I]{1,2})\b)?"),
    "appendix": pattern(r"[Aa]pp(?:endix|\.)(?: (I{1,3}|[123])\b)?(?: \([A-Z][\w ]{2,60}\))?(?! to| of|:)"),
    "title": pattern(
        rf"(?=[A-Z]){_STOP}{_WORD}(?:[,;:]? {_STOP}{_WORD}){{0,30}}(?: \((?![^()]*\d{{4}}\))[A-Z][^()]{{0,40}}\))?"
    ),
}
_PIECES["span"] = _PIECES["years"]
_SUPPLEMENT_LAST = pattern(r"[,;]? ?Microfiche Supplement(?:,? ([12I]{1,2}))?$")
_MONTH = pattern(rf"{MONTH_BEGINS}[a-z]*(?:$| \d)")
_YEAR_LAST = pattern(r"1[89]\d\d(?:[–—-](?:1[89])?\d\d)?$")
_BARE_ROMAN = pattern(r"([IVXL]{1,7}|E[–—-]\d{1,2})(?:[–/-][IVXL]{1,8}){0,4}(?=[,.;:) ])")
_NAME_NEXT = pattern(r"[A-Z][a-z]+(?=, (?:[Vv]ol|pp?\.))")
_APART = pattern(r"[,;:.]? {0,2}")
_HEAD = pattern(
    rf"(?P<named>(?:Supplement to )?(?:{NAMES})(?: of the United States)?(?: \(FRUS\))?"
    r"(?:[:,]? [Dd]iplomatic Papers)?(?: (?:for|of)(?= (?:the year )?1[89]\d\d))?)"
    rf"|(?={CONFERENCES})(?P<conference>[^,]{{1,60}}?(?=,| \d{{4}}))|(?P<ibid>[Ii]bid(?: ?\.)?)|(?=[Vv]ol)"
)
_IMPRINT = pattern(
    r",? ?\((?:[A-Z][^()]{2,90}\d{4}|[Hh]ereafter[^()]{0,80})\)"
    r"(?=,? (?:[Ff]ootnotes? \d|Documents? ?\d|[Dd]ocs?\. ?\d|[Pp]ages? \d|pp?\. ?\d))"
)
_YEARS_BEFORE = pattern(r"(?:(?<=[;(] )|(?<=and )|^)(?:1[89]\d\d)(?: ?[–—-] ?(?:1[89])?\d\d)?, ?$")
_MEANT = pattern(
    r"(?:\bDocuments? \d{1,4}(?:(?: and |[–, -]+)\d{1,4}){0,3} in ?$"
    r"|\b[Ss]ection[^.;]{2,60} in ?$|\bDocuments? \d{1,4}(?:, | of )$"
    r"|(?:\b(?:[Ss]ee(?: also)?|and|also|cf\.|(?:[ie]s|are|printed|included|presented|publi\w+|found|appears?) in)"
    r"|;) ?$)"
)
_PLURAL = pattern(r"\b[Vv]ol(?:umes|s)\b|^[ivxlIVXL]+$")
_ANOTHER = pattern(r"(?:[,;]? and (?:[Vv]ol(?:ume|s?\.) )?|[,;] |[–—-])([IVXLivxl]{1,8})(?![\w’/])")
_PLACE_NEXT = pattern(r",? (?:Documents? ?\d|[Dd]ocs?\. ?\d|[Pp]ages? \d|pp?\. ?\d)")


Head = Literal["named", "conference", "ibid", "bare"]


class SeriesVolume(NamedTuple):
    """The words that name a volume of the series, from `start` to `end`, and what they say.

    Attributes:
        head: whether the series is named, is carried by an `ibid.`, is implied by the title of a conference, or only
            by what stands around it.
        subseries, number, part, title: in the form that `Known.volumes` takes.
    """

    start: int
    end: int
    head: Head
    subseries: str | None = None
    number: str | None = None
    part: str | None = None
    title: str | None = None


def series_volume(text: str, at: int) -> SeriesVolume | None:
    """The volume of the series whose words begin at `at`, or None where no volume is named there."""
    head = _HEAD.match(text, at)
    if not head:
        return None
    start, end, found = _pieces(text, head)
    kind: Head = "bare"
    if head.lastgroup:
        kind = head.lastgroup  # type: ignore[assignment]  # the groups have the names of the heads
    if not _enough(kind, found) or (kind == "bare" and not _meant(text, at, end, found)):
        return None
    years = _years(found, kind)
    _set_supplement_apart(found)
    part, title = _part(found), found.get("title")
    if "appendix" in found:
        title = f"Appendix {roman(int(said)) if (said := found['appendix']).isdigit() else said} {title or ''}".strip()
    if part and part.startswith("supp") and years and int(years[:4]) <= LAST_YEAR_OF_WAR_SUPPLEMENTS:
        title = f"Supplement {part[4:]}, {title or ''}"
        part = None
    return SeriesVolume(start, end, kind, _subseries(years), _number(found.get("number")), part, title)


def _set_supplement_apart(found: dict[str, str]) -> None:
    """`Arms Control, Microfiche Supplement`: the supplement may stand at the end of the title."""
    title = found.get("title", "")
    if "supplement" not in found and (last := _SUPPLEMENT_LAST.search(title)):
        found["supplement"] = last[1] or ""
        found["title"] = title[: last.start()]


def _pieces(text: str, head: re.Match[str]) -> tuple[int, int, dict[str, str]]:
    """The words after a head taken apart, with the range of it all; years may stand before a bare volume."""
    start, end, found = head.start(), head.end(), dict[str, str]()
    if head["conference"]:
        found["title"] = head["conference"]
    if not head.lastgroup and (before := _YEARS_BEFORE.search(text, max(0, start - 18), start)):
        start, found["years"] = before.start(), before[0].rstrip(", ")
    while piece := _next_piece(text, end, found, bool(head.lastgroup), end > head.start()):
        name, words, end = piece
        found[name] = words
    if found and (imprint := _IMPRINT.match(text, end)):
        end = imprint.end()
    return start, end, found


def _meant(text: str, at: int, end: int, found: dict[str, str]) -> bool:
    """Whether a bare `vol.` is one of this series: years, a word before it or a place behind it say so."""
    if "years" in found or _MEANT.search(text, max(0, at - 80), at):
        return True
    return not found["number"].isdigit() and bool(_PLACE_NEXT.match(text, end))  # `vol. 5, p. 4535` is another work's


def another_volume(text: str, volume: SeriesVolume) -> SeriesVolume | None:
    """The next volume of a list (`volumes VII and VIII`), of the same subseries."""
    if not _PLURAL.search(text, volume.start, volume.end) and not (volume.title and volume.number):
        return None
    found = _ANOTHER.match(text, volume.end)
    if not found or (volume.title and text[found.end() : found.end() + 2] != ", "):
        return None
    pieces, end = {"number": found[1], "years": ""}, found.end()
    while piece := _next_piece(text, end, pieces, headed=True, begun=True):
        name, words, end = piece
        pieces[name] = words
    return volume._replace(
        start=found.start(1), end=end, number=_number(found[1]), part=_part(pieces), title=pieces.get("title")
    )


def _enough(kind: str, found: dict[str, str]) -> bool:
    """Whether the pieces name a volume: years alone are too little, and an Ibid. needs a volume's number.

    Behind an Ibid. a title comes after the number: `ibid., Memos to the President, Vol. 15` is an archive's file.
    """
    if kind == "ibid" and "years" not in found and next(iter(found), "number") == "title":
        return False
    if "number" in found or kind not in {"named", "conference"}:
        return "number" in found
    said = {"years", "supplement", "appendix"} | ({"title"} if not _MONTH.match(found.get("title", "")) else set())
    return bool(said & found.keys())


def _next_piece(text: str, at: int, found: dict[str, str], headed: bool, begun: bool) -> tuple[str, str, int] | None:
    start = _APART.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty string
    if start == at and begun:
        return None
    stop = text[at:start].strip()
    if not stop and "years" in found and "number" not in found and (piece := _NAME_NEXT.match(text, start)):
        return "title", piece[0], piece.end()  # `Foreign Relations, 1919 Paris, vol. V`
    if headed and "years" in found and "number" not in found and (piece := _BARE_ROMAN.match(text, start)):
        return "number", piece[1], piece.end()
    for name, form in _PIECES.items():
        if (
            name in found
            or (name == "span" and ("number" not in found or stop != ","))
            or (stop == "." and name != "number")
            or (name == "title" and (stop != "," or not (headed or "number" in found)))
        ):
            continue
        if piece := form.match(text, start):
            words = piece[1] or "" if form.groups else piece[0]
            joined = name == "number" and "/" in piece[0]
            return name, words + "/" * joined, piece.end()
    return None


def _subseries(years: str | None) -> str | None:
    """`1969–1976` as the ids write it: `1969-76`."""
    if not years:
        return None
    first, *last = re.split(r" ?[–—-] ?", years.replace("l", "1"))
    return f"{first}-{last[0][-2:]}" if last else first


def _number(words: str | None) -> str | None:
    if not words:
        return None
    digits = words.lstrip("E –—-").rstrip("/")
    value = int(digits) if digits.isdigit() else roman_value(digits)
    return f"{'e' if words[0] == 'E' else ''}{value}" if value else None


def _years(found: dict[str, str], kind: str) -> str | None:
    """The years of the subseries; a title that stands in their place ends with them: `Japan, 1931–1941, vol. I`."""
    years = found.get("years")
    if years or kind != "named":
        return years
    said = list(found)
    in_place = "title" in found and ("number" not in found or said.index("title") < said.index("number"))
    last = _YEAR_LAST.search(found["title"]) if in_place else None
    return last[0] if last else None


def _part(found: dict[str, str]) -> str | None:
    if "supplement" in found:
        number = found["supplement"] or found.get("part", "")
        return "supp" + {"I": "1", "II": "2"}.get(number, number)
    if found.get("number", "").endswith("/"):  # one number for several volumes: what supplements them all
        return "supp"
    part = found.get("part")
    return (part and {"One": "1", "Two": "2"}.get(part)) or (part and str(roman_value(part) or part))
