"""A small library for the search screen: three volumes, nine documents, made once for all tests of a run."""

from __future__ import annotations

from pathlib import Path

from tests.library.volumes import LETTER, MEMORANDUM, MOSCOW, indexed, written

TELEGRAM = """<head>{number}. Telegram From the Embassy in the Soviet Union to the Department of State
    <note n="1" type="source">Source: National Archives. Secret; Priority.</note></head>
    <opener><dateline>Moscow, <date when="{date}">{date}</date>.</dateline></opener>
    <p>{before} the talks on Berlin {after}.</p><p>Nothing more of it was said.</p>"""
BERLIN = (
    ("1971-03-04", "They broke off", "in the spring"),
    ("1971-03-19", "He would resume", "at once"),
    ("1971-09-03", "Nobody regretted", "after the signature"),
)


def made(folder: Path) -> Path:
    """The volumes' folder, with the library beside it."""
    volumes = folder / "volumes"
    written(volumes, "frus1969-76v39", (MOSCOW, LETTER, MEMORANDUM))
    telegrams = [
        TELEGRAM.format(number=number, date=date, before=before, after=after)
        for number, (date, before, after) in enumerate(BERLIN, 40)
    ]
    written(volumes, "frus1969-76v40", telegrams, first=40)
    written(volumes, "frus1952-54v05p1", ["<head>6. Editorial Note</head><p>Of Korea alone.</p>"], first=6)
    indexed(folder / "library", volumes)
    return volumes
