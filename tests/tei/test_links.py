from __future__ import annotations

import pytest

from tgreader.model.address import parse_address

from .volumes import block, source


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("#d80", "frus1969-76v99/d80"),
        ("#d100fn2", "frus1969-76v99/d100#fn2"),
        ("#pg_313", "frus1969-76v99/pg_313"),
        ("#pg_XIII", "frus1969-76v99/pg_XIII"),
        ("frus1964-68v20#d104", "frus1964-68v20/d104"),
        ("frus1964-68v20#d104fn3", "frus1964-68v20/d104#fn3"),
        ("frus1952-54v01p1#pg_798", "frus1952-54v01p1/pg_798"),
        ("frus1977-80v04", "frus1977-80v04"),
        ("https://history.state.gov/historicaldocuments/frus1969-76v28/d3", "frus1969-76v28/d3"),
        ("#sources", "frus1969-76v99/sources"),
        # faults that can mean one thing only
        ("d346", "frus1969-76v99/d346"),
        ("d13fn3", "frus1969-76v99/d13#fn3"),
        ("#d12fn3fn3", "frus1969-76v99/d12#fn3"),
        ("#cr_d6fn4", "frus1969-76v99/d6#fn4"),
        ("#d705fn-sym1", "frus1969-76v99/d705#fn-sym1"),
        ("#D1", "frus1969-76v99/d1"),
        ("frus1977-80v06#103", "frus1977-80v06/d103"),
        ("#dXIII", "frus1969-76v99/pg_XIII"),
        # and those that cannot
        ("#d12fn3fn4", None),
        ("#", None),
        ("", None),
        ("#p_KHA_1", None),
        ("http://bookstore.gpo.gov", None),
        ("mailto:history@state.gov", None),
    ],
)
def test_targets_are_addresses(written: str, address: str | None) -> None:
    (link,) = block(f'<p>See <ref target="{written}">that</ref>.</p>').links
    assert (link.start, link.end, link.written) == (4, 8, written)
    assert link.target == (parse_address(address) if address else None)


def test_ids_that_tell_another_note_or_page_than_is_printed_lead_to_the_printed_one() -> None:
    opened = source(
        '<div type="document" n="7" xml:id="d7"><head>7. A</head><p><pb n="1" xml:id="pg_001"/>x'
        '<note n="1" xml:id="d7fn12">y <ref target="#d7fn12">a</ref> <ref target="#pg_001">b</ref></note></p></div>'
    )
    (made,) = opened.documents()
    assert [str(link.target) for link in made.notes[0].blocks[0].links] == [
        "frus1969-76v99/d7#fn1",
        "frus1969-76v99/pg_1",
    ]
