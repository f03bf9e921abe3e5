"""Whether the index finds what a reading from end to end finds.

    python tests/benchmarks/library_correct.py LIBRARY [QUERIES] FILE…

LIBRARY is what `tgreader index FILE… --library` wrote. Prints the queries (200 by default) whose hits differ.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
from tests.library.brute_force import parsed
from tests.library.test_brute_force import disagreements
from tgreader.reading.shelf.shelf import Shelf


def main() -> None:
    """Compare."""
    library, count, files = Path(sys.argv[1]), 200, sys.argv[2:]
    if files[0].isdecimal():
        count, files = int(files[0]), files[1:]
    documents = [parsed(document) for document in Shelf(files).every_document()]
    wrong = disagreements(documents, library, count, seed=1)
    print(f"{len(documents):,} documents, {count} queries, {len(wrong)} that find something else")
    print("\n".join(wrong))


if __name__ == "__main__":
    main()
