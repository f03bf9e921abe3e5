"""Volumes of the series: which one words name, alone, behind a place, or by what was named before."""

from __future__ import annotations

from tgreader.model.patterns import pattern
from tgreader.references.context import Context, Run
from tgreader.references.grammar import Places, Pointer
from tgreader.references.numbers import roman_value
from tgreader.references.placing import Holder, volume_place
from tgreader.references.series import SeriesVolume
from tgreader.references.volume_ids import named_volumes, number_of, supplemented

_IN = pattern(r",? (?:in|of) (?:the )?|, ")
_IN_PART = pattern(r",? in ")
_IN_THAT = pattern(r",? (?:in|of) (?:that|the same|the latter) volume\b")
_OF_THIS_VOLUME = pattern(r"(?: of this volume)?,? ?")
_AND = pattern(r"(?:,? ff\.| passim)?[;,]? (?:and )?(?:ibid\.,? )?")


def volume(now: Context, words: SeriesVolume, at: int) -> None:
    """A volume: alone a reference, else what its places are in."""
    holder = volume_of(now, words)
    now.run = Run(holder, words.start, words.end)
    if now.text.startswith(": ", words.end):
        now.listed = holder, words.end
    if not isinstance(now.next(at), Places):
        now.add_place(holder, volume_place(), words.start, words.end)


def volume_of(now: Context, words: SeriesVolume) -> Holder:
    """The volume that the words name; an `ibid., vol. iii` is of the subseries named last."""
    subseries = words.subseries
    carried = words.head == "ibid" or (words.head == "bare" and _listed_with_another(now, words))
    if carried and not subseries and now.series:
        subseries = now.series.subseries
    part = "supp" if now.text.endswith("Supplement to ", 0, words.start) and not words.number else words.part
    now.series = words._replace(subseries=subseries)
    own = None if words.head == "conference" else now.document.volume
    volumes: tuple[str, ...] = ()
    if words.head == "named" and words.title and not subseries:  # the series' own name: of any year
        volumes = named_volumes(now.known.volumes(None, words.number, part, words.title, None), words.title)
    if len(volumes) != 1 and (subseries or words.title or own):
        like = None if subseries else own
        volumes = named_volumes(now.known.volumes(subseries, words.number, part, words.title, own), words.title, like)
    return Holder(volumes, now.text[words.start : words.end], own=bool(volumes) and volumes == now.own.volumes)


def volume_behind(now: Context, at: int) -> SeriesVolume | None:
    """The volume that the words behind a place name: `Document 25 in Foreign Relations, …`, `Document 5 in vol. IX`.

    After a comma it is one of its own where places of it follow.
    """
    volume = now.next(at, _IN)
    place = now.words(at)
    if place is None or not isinstance(volume, SeriesVolume):
        return None
    after_comma = now.text[place.end : volume.start].strip() == ","
    if after_comma and (volume.head not in {"named", "bare"} or isinstance(now.next(at + 1), Places)):
        return None
    return volume


def that_volume_behind(now: Context, words: Places) -> tuple[Holder, int, str] | None:
    """`Document 12 in that volume`: the volume named last, where the words end, and the reason."""
    said, last = _IN_THAT.match(now.text, words.end), now.printed
    if not said or not last or not last.holder:
        return None
    return last.holder, said.end(), f"{last.where} cites {last.reference.title}; that volume is meant"


def part_behind(now: Context, at: int) -> Run | None:
    """The part that the words behind a place name: `Document 134 in Part 1`."""
    words = now.next(at, _IN_PART)
    if not isinstance(words, Pointer) or words.kind != "part":
        return None
    part(now, words)
    return now.run


def printed_volumes(now: Context, at: int) -> Holder | None:
    """In a microfiche supplement, the volumes whose `printed Document 320` is meant by words that begin at `at`."""
    numbers = supplemented(now.document.volume) if now.text.endswith("printed ", 0, at) else ()
    volumes = [v for number in numbers for v in now.known.volumes(None, number, None, None, now.document.volume)]
    return Holder(tuple(volumes), "the printed volume") if volumes else None


def _listed_with_another(now: Context, words: SeriesVolume) -> bool:
    """Whether nothing but a comma or `and` is between a volume and the places of another subseries' volume."""
    run = now.run
    return bool(run and not run.holder.own and _AND.fullmatch(now.text, run.end, words.start))


def part(now: Context, words: Pointer) -> None:
    """`Part 1` before a document or page: of this volume, or of the one cited just before (`…, p. 132, and Part 2`)."""
    number, subseries, run = number_of(now.document.volume), None, now.run
    if run and not run.holder.own and now.series and _AND.fullmatch(now.text, run.end, words.start):
        number, subseries = now.series.number, now.series.subseries
    if not number:
        return
    said = words.word.split()[-1]
    volumes = now.known.volumes(subseries, number, str(roman_value(said) or said), None, now.document.volume)
    behind = _OF_THIS_VOLUME.match(now.text, words.end)
    end = behind.end() if behind else words.end
    now.run = Run(Holder(volumes, words.word, own=volumes == now.own.volumes), words.start, end)


def supplement(now: Context, words: Pointer, at: int) -> int:
    """`See Supplement.`: the microfiche supplement to this volume, where it has one."""
    number = number_of(now.document.volume)
    volumes = now.known.volumes(None, number, "supp", None, now.document.volume) if number else ()
    if now.edited and volumes:
        now.run = Run(Holder(volumes, words.word), words.start, words.end)
        if not isinstance(now.next(at), Places):
            now.add_place(now.run.holder, volume_place(), words.start, words.end)
    return 1
