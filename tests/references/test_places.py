"""Documents, footnotes, pages and volumes: what the printed forms point to."""

from __future__ import annotations

import pytest

from tgreader.references.numbers import number_list, roman, roman_value
from tgreader.references.volume_ids import volume_title

from .stand_ins import Shelf, document, found, in_note, targets

V = "frus1969-76v39"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Document 105.", ["d105"]),
        ("See Documents 95 and 96.", ["d95", "d96"]),
        ("Documents 13, 21, and 22.", ["d13", "d21", "d22"]),
        ("See Documents 134–136.", ["d134", "d136"]),
        ("See Documents 134136.", ["d134", "d136"]),
        ("See Documents 8097.", ["d80", "d97"]),
        ("See Documents 98102 and 105.", ["d98", "d102", "d105"]),
        ("See Document 130 and 134.", ["d130", "d134"]),
        ("See footnote 3, Document 95.", ["d95#fn3"]),
        ("See footnotes 1, 4, and 5, Document 31.", ["d31#fn1", "d31#fn4", "d31#fn5"]),
        ("See Document 47 and footnote 6 thereto.", ["d47#fn6"]),
        ("See Documents 81 and 87 and footnote 1 to Document 91.", ["d81", "d87", "d91#fn1"]),
        ("See Document 60 and footnote 4, Document 74.", ["d60", "d74#fn4"]),
        ("See the footnote to Document 101.", ["d101"]),
        ("See footnote 2 above.", ["d106#fn2"]),
        ("See footnote 5.", ["d106#fn5"]),
        ("See footnote 4, supra.", ["d105#fn4"]),
        ("Infra.", ["d107"]),
        ("See NSC Document 5508.", []),
        ("The Senate Committee on Foreign Relations met.", []),
    ],
)
def test_places_of_this_volume(text: str, expected: list[str]) -> None:
    assert [str(one.target).removeprefix(f"{V}/") for one in in_note(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See Foreign Relations, 1969–1976, vol. XIII, Document 4.", "frus1969-76v13/d4"),
        ("See vol. XIII, Document 4.", "frus1969-76v13/d4"),
        ("Foreign Relations, 1969–1976, vol. XIX, Part 1, Korea, 1969–1972, Document 75", "frus1969-76v19p1/d75"),
        ("Foreign Relations, 1969–1976, volume E–7, Documents on South Asia, 1969–1972", "frus1969-76ve07"),
        ("Foreign Relations, 1969–1976, vol. XV", "frus1969-76v15"),
        ("volume XV, Soviet Union, June 1972–August 1974, Document 3", "frus1969-76v15/d3"),
        ("FRUS, 1952–54, I, pt. 1, p. 798", "frus1952-54v01p1/pg_798"),
        ("Foreign Relations, 1949. VII, Part 2, p. 976", "frus1949v07p2/pg_976"),
        ("Foreign Relations, 1945, vol. ii, p. 44", "frus1945v02/pg_44"),
        ("Foreign Relations, 1945, The Conference of Berlin, vol. II, p. 44", "frus1945Berlinv02/pg_44"),
        ("Foreign Relations, 1919, The Paris Peace Conference, vol. V, p. 3", "frus1919Parisv05/pg_3"),
        ("Foreign Relations, The Conference at Quebec, 1944, p. 492", "frus1944Quebec/pg_492"),
        ("Foreign Relations, Japan, 1931–1941, vol. I, p. 700", "frus1931-41v01/pg_700"),
        ("Foreign Relations, The Soviet Union, 1933–1939, p. 5", "frus1933-39/pg_5"),
        ("Foreign Relations, The Paris Peace Conference, 1919, vol. III, p. 8", "frus1919Parisv03/pg_8"),
        ("Foreign Relations, The Conferences at Cairo and Tehran, 1943, p. 8", "frus1943CairoTehran/pg_8"),
        (
            "Foreign Relations, The Conference of Berlin (The Potsdam Conference), 1945, vol. II, p. 8",
            "frus1945Berlinv02/pg_8",
        ),
        ("Foreign Relations, 1943, China, p. 5", "frus1943China/pg_5"),
        ("Foreign Relations, 1889, p. 70", "frus1889/pg_70"),
        ("Foreign Relations, 1918, Russia, vol. I, p. 289", "frus1918Russiav01/pg_289"),
        ("Foreign Relations, 1917, Supplement 2, The World War, vol. I, p. 16", "frus1917Supp02v01/pg_16"),
        ("Foreign Relations, 1961–1963, volumes VII/VIII/IX, Microfiche Supplement", "frus1961-63v07-09mSupp"),
        (
            "scheduled for publication in Foreign Relations, 1969–1976, Soviet Union, June 1972–August 1974",
            "frus1969-76v15",
        ),
        ("is printed as Document 380 in Foreign Relations, 1969–1976, volume IV", "frus1969-76v04/d380"),
        ("Foreign Relations, 1952–1954, vol. IV, pp. 1056–1057 (Document 13)", "frus1952-54v04/d13"),
        ("Foreign Relations, 1955–1957, vol. XXII, footnote 5, p. 452", "frus1955-57v22/pg_452"),
        ("Foreign Relations, 1969–1976, vol. XXXI, Document 46, footnote 2", "frus1969-76v31/d46#fn2"),
    ],
)
def test_volumes_in_every_printed_style(text: str, expected: str) -> None:
    assert str(in_note(text)[0].target) == expected


def test_a_list_of_documents_stays_in_the_volume_that_was_named() -> None:
    text = "See Foreign Relations, 1969–1976, volume E–12, Documents on Asia, 1973–1976, Documents 141, 150, and 341."
    assert [str(one.target) for one in in_note(text)] == [f"frus1969-76ve12/d{n}" for n in (141, 150, 341)]


def test_the_next_sentence_is_about_this_volume_again() -> None:
    text = "See Foreign Relations, 1969–1976, vol. XIII, Document 4. See also Document 5."
    assert targets(in_note(text))[1] == ("Document 5", f"{V}/d5")


def test_volumes_and_parts_that_the_words_leave_open() -> None:
    (open_parts,) = in_note("See Foreign Relations, 1952–1954, vol. II, p. 847.")
    assert (open_parts.status, open_parts.target) == ("ambiguous", None)
    assert [str(one) for one in open_parts.candidates] == ["frus1952-54v02p1/pg_847", "frus1952-54v02p2/pg_847"]


def test_another_part_of_this_volume() -> None:
    (one, two) = in_note("Documentation is in Part 1, Documents 108–139.", volume="frus1958-60v10p2", identity="d17")
    assert [str(one.target), str(two.target)] == ["frus1958-60v10p1/d108", "frus1958-60v10p1/d139"]


@pytest.mark.parametrize("text", ["Kissinger, White House Years, pp. 12–14", "Public Papers: Nixon, 1970, p. 18"])
def test_pages_of_other_books_are_not_pages_of_this_volume(text: str) -> None:
    (book,) = in_note(f"For his own account, see {text}.", volume="frus1948v01p2", identity="d21")
    assert (book.kind, book.target, book.text) == ("publication", None, text)


def test_volumes_to_1954_cite_their_own_pages_and_later_ones_do_not() -> None:
    early = in_note("March 30, p. 545.", volume="frus1948v01p2", identity="d15")
    assert targets(early) == [("p. 545", "frus1948v01p2/pg_545")]
    assert in_note("March 30, p. 545.") == []
    assert in_note("March 30, p. 545.", volume="frus1952-54Guat", identity="d15") == []


def test_a_volume_of_a_book_is_not_one_of_the_series() -> None:
    (book,) = in_note("See Congressional Quarterly Almanac, Vol. XXV, p. 445.")
    assert (book.kind, book.target) == ("publication", None)


def test_what_is_not_in_an_open_volume_is_said() -> None:
    shelf = Shelf({V: {"d95": ("1", "2"), "d106": ()}})
    missing, resolved = in_note("See footnote 3, Document 95. See footnote 2, Document 95.", shelf)
    assert (missing.status, missing.why) == (
        "unknown",
        "Document 95 is open and has no footnote 3",
    )
    assert (resolved.status, resolved.why) == ("resolved", None)


def test_a_loose_file_knows_its_own_notes_alone() -> None:
    made = document("See footnote 2.", "See Document 4.", volume=None)
    refs = found(made)
    assert str(refs["note 1"][0].target) == "loose.txt#fn2"
    assert refs["note 2"][0].why == "the volume of this document is not known"


def test_numbers() -> None:
    numbers, end = number_list("163165, 170, 171", 0, plural=True, ceiling=1999)
    assert [one.label for one in numbers] == ["163", "165", "170", "171"]
    assert [(one.start, one.end) for one in numbers][:2] == [(0, 3), (3, 6)]
    assert end == 16
    assert [roman_value(text) for text in ("XXXIX", "iv", "IIII", "", "xlq")] == [39, 4, None, None, None]
    assert all(roman_value(roman(value)) == value for value in range(1, 200))


@pytest.mark.parametrize(
    ("volume", "title"),
    [
        ("frus1969-76v19p1", "1969–1976, vol. XIX, Part 1"),
        ("frus1969-76ve07", "1969–1976, vol. E–7"),
        ("frus1919Parisv05", "1919 Paris, vol. V"),
        ("frus1948v02", "1948, vol. II"),
        ("elsewhere", "elsewhere"),
    ],
)
def test_short_names_of_volumes(volume: str, title: str) -> None:
    assert volume_title(volume) == title


def test_the_two_volumes_on_the_conference_of_berlin_number_their_documents_in_one_row() -> None:
    open_here = Shelf({"frus1945Berlinv01": {"d26": ()}})
    first, second = in_note("See documents Nos. 26 and 1152.", open_here, volume="frus1945Berlinv01")
    assert str(first.target) == "frus1945Berlinv01/d26"
    assert str(second.target) == "frus1945Berlinv02/d1152"
    (alone,) = in_note("See document No. 1152.", volume="frus1945Berlinv01")
    assert alone.status == "ambiguous"
    assert in_note("See document No. 1152.", volume="frus1945v01") == []
