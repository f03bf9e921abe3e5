"""What a key costs in documents of 1, 10 and 100 lengths, in one run: it must not grow with the document.

    python -m pytest tests/benchmarks/test_reading_speed.py -s

Times are of the processor, without waiting, so that a busy machine matters little; only their ratios are judged.
"""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from statistics import median
from time import process_time

from tests.reading.documents import document, heading, note
from tests.tui.reader import Reader, reader_app, reading
from tgreader.model.document import Block, Document
from tgreader.model.inline import NoteMark, PageBreak

PARAGRAPHS, LENGTHS, TIMES = 50, (1, 10, 100), 25
MOST = {"j": 2, "page down": 2, "l": 2, "resize": 4}
"""Times as much as in the shortest document. A key that looked at every paragraph would cost 100 times as much; another
width estimates the height of every paragraph anew, and sets only those on the screen."""

Action = Callable[[Reader, int], Awaitable[None]]


async def next_paragraph(reader: Reader, turn: int) -> None:
    del turn
    reader._send("j")


async def page_down(reader: Reader, turn: int) -> None:
    reader._send("b" if turn % 8 > 3 else "space")  # the shortest document has but a few pages


async def next_marker(reader: Reader, turn: int) -> None:
    del turn
    reader._send("l")


async def resize(reader: Reader, turn: int) -> None:
    await reader.pilot.resize_terminal(110 - turn % 2 * 14, 36)


ACTIONS: dict[str, Action] = {"j": next_paragraph, "page down": page_down, "l": next_marker, "resize": resize}


def long_document(length: int) -> Document:
    """So many times fifty paragraphs, with a note to every fourth and a page to every third."""
    blocks = [
        Block(
            "paragraph",
            f"Paragraph {number}. See Document {number % 400 + 1}. "
            + "He stated flatly that there must be none. " * 12,
            (NoteMark(20, str(number // 4 + 1), number // 4 + 1),) if number % 4 == 0 else (),
            (PageBreak(9, str(number // 3 + 1)),) if number % 3 == 0 else (),
        )
        for number in range(PARAGRAPHS * length)
    ]
    notes = [note(number + 1, f"See Document {number % 300 + 1}.") for number in range(-(-len(blocks) // 4))]
    return document(heading("Long"), *blocks, notes=notes, id=f"d{length}")


async def cost(reader: Reader, action: Action) -> float:
    """Milliseconds of processor time for one turn of an action, until everything is drawn."""
    costs = []
    for turn in range(TIMES):
        started = process_time()
        await action(reader, turn)
        for _ in range(3):
            await reader.pilot._wait_for_screen()
        costs.append((process_time() - started) * 1_000)
        await reader.pilot.pause()
    return median(costs)


async def test_a_key_costs_the_same_in_a_document_of_a_hundred_lengths(tmp_path: Path) -> None:
    costs: dict[str, list[float]] = {name: [] for name in ACTIONS}
    for length in LENGTHS:
        async with reading(reader_app(tmp_path, long_document(length)), (110, 36)) as reader:
            while reader.desk.text.heights.next_estimate(0) is not None:  # measured while nothing is typed
                await reader.pilot.pause()
            await reader.press("j", "space", "b", "l")
            for name, action in ACTIONS.items():
                costs[name].append(await cost(reader, action))
                await reader.press("g")
    table = ["", "ms a key " + "".join(f"{PARAGRAPHS * length:>9,} ¶" for length in LENGTHS) + "   growth"]
    for name, times in costs.items():
        table.append(f"{name:9}" + "".join(f"{time:11.2f}" for time in times) + f"{times[-1] / times[0]:8.2f}×")
    sys.stdout.write("\n".join(table) + "\n")
    grown = {name: times[-1] / times[0] for name, times in costs.items() if times[-1] > MOST[name] * times[0]}
    assert not grown
