"""Addresses: what is written can be read, and nothing written can do harm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tgreader.errors import AddressError
from tgreader.model.address import Address, parse_address

WRITTEN = {
    "frus1969-76v39": Address("frus1969-76v39"),
    "frus1969-76v39/pg_325": Address("frus1969-76v39", page="325"),
    "frus1969-76v39/pg_[ii]": Address("frus1969-76v39", page="[ii]"),
    "frus1969-76v39/d106": Address("frus1969-76v39", "d106"),
    "frus1969-76v39/preface": Address("frus1969-76v39", "preface"),
    "frus1961-63v10-12mSupp/d999A": Address("frus1961-63v10-12mSupp", "d999A"),
    "frus1969-76v39/d106#p0": Address("frus1969-76v39", "d106", paragraph=0),
    "frus1969-76v39/d106#p4": Address("frus1969-76v39", "d106", paragraph=4),
    "frus1969-76v39/d106#p4:120": Address("frus1969-76v39", "d106", paragraph=4, offset=120),
    "frus1969-76v39/d106#fn3": Address("frus1969-76v39", "d106", note="3"),
    "frus1969-76v39/d106#fn3p2": Address("frus1969-76v39", "d106", note="3", paragraph=2),
    "frus1969-76v39/d106#fn3p2:9": Address("frus1969-76v39", "d106", note="3", paragraph=2, offset=9),
    "frus1969-76v39/d106#fn*": Address("frus1969-76v39", "d106", note="*"),
    "frus1969-76v39/d106#fn-sym1": Address("frus1969-76v39", "d106", note="-sym1"),
    "frus1969-76v39/d106#pg_326": Address("frus1969-76v39", "d106", page="326"),
    "frus1969-76v39/d106#pg_XIII": Address("frus1969-76v39", "d106", page="XIII"),
    "notes/a.txt": Address(path="notes/a.txt"),
    "notes/a.txt#p4": Address(path="notes/a.txt", paragraph=4),
    "notes/a.txt#fn12": Address(path="notes/a.txt", note="12"),
    "notes/a.txt#pg_A1": Address(path="notes/a.txt", page="A1"),
    "notes/#1 copy.txt": Address(path="notes/#1 copy.txt"),
    "notes/#1.txt#p2:3": Address(path="notes/#1.txt", paragraph=2, offset=3),
    " spaced .txt": Address(path=" spaced .txt"),
    "C:\\papers\\a.txt": Address(path="C:\\papers\\a.txt"),
    "frus1969-76v39.xml": Address(path="frus1969-76v39.xml"),
    "frus1969-76v39/d106.txt": Address(path="frus1969-76v39/d106.txt"),
    "frus1969-76v39/papers/d106": Address(path="frus1969-76v39/papers/d106"),
    "./frus1969-76v39/d106": Address(path="./frus1969-76v39/d106"),
}


@pytest.mark.parametrize(("written", "address"), WRITTEN.items(), ids=lambda value: str(value))
def test_every_written_form_is_read_and_written_alike(written: str, address: Address) -> None:
    assert parse_address(written) == address
    assert str(address) == written


LABELS = st.from_regex(r"[0-9]{1,3}[a-o]?|[*†‡§]{1,3}", fullmatch=True)
PLACES: st.SearchStrategy[dict[str, object]] = st.one_of(
    st.just({}),
    st.fixed_dictionaries({"paragraph": st.integers(0, 999_999), "offset": st.integers(0, 999_999_999)}),
    st.fixed_dictionaries({"page": st.from_regex(r"[0-9]{1,4}|[IVXLC]{1,6}|A[0-9]|\[[ivx]{1,4}\]", fullmatch=True)}),
    st.fixed_dictionaries({"note": LABELS, "offset": st.integers(0, 99)}),
    st.fixed_dictionaries({"note": LABELS, "paragraph": st.integers(2, 99), "offset": st.integers(0, 99)}),
)
WHOLES = st.one_of(
    st.builds(
        lambda volume, document: Address(volume, document),
        st.from_regex(r"frus[0-9]{4}(-[0-9]{2})?v[0-9]{2}(p[12]|mSupp)?", fullmatch=True),
        st.from_regex(r"d[0-9]{1,4}[A-Z]?|preface|ch[0-9]sub1", fullmatch=True),
    ),
    st.builds(
        lambda path: Address(path=path),
        path=st.from_regex(r"[a-z ]{1,9}/[0-9a-z #–é]{1,12}\.(txt|xml)", fullmatch=True),
    ),
)


@given(WHOLES, PLACES)
def test_any_place_of_any_document_comes_back(whole: Address, place: dict[str, object]) -> None:
    address = Address(whole.volume, whole.document, whole.path, **place)  # type: ignore[arg-type]
    assert parse_address(str(address)) == address
    assert address.whole == whole


@given(st.text())
def test_no_text_does_worse_than_be_no_address(text: str) -> None:
    try:
        address = parse_address(text)
    except AddressError:
        return
    assert address.path or address.volume


@given(WHOLES, st.text())
def test_no_text_after_the_sharp_does_worse(whole: Address, within: str) -> None:
    try:
        address = parse_address(f"{whole}#{within}")
    except AddressError:
        assert whole.volume
    else:
        assert address.volume == whole.volume


@pytest.mark.parametrize(
    "place", ["p", "p-1", "p4:", "q4", "fn", "pg_", "p4#p5", "p" + "9" * 5_000, "p1:" + "9" * 5_000]
)
def test_what_names_no_place_is_refused_with_a_remedy(place: str) -> None:
    with pytest.raises(AddressError, match=r"names no place.* write p4, p4:120, fn3 or pg_325"):
        parse_address(f"frus1969-76v39/d106#{place}")


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_nothing_is_no_address(text: str) -> None:
    with pytest.raises(AddressError, match="empty"):
        parse_address(text)
