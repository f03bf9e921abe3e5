"""Times finding and resolving the references of flattened documents against reading them.

    python tests/benchmarks/time_references.py FOLDER [--every N]

FOLDER holds flattened documents (`.txt`), each taken for a document of `frus1969-76v39`. Both are timed as processor
time in one process, the reading first; the ratio is what counts.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from tgreader.model.address import Address
from tgreader.readers.base import Facts
from tgreader.readers.registry import open_file
from tgreader.references import Standing, references_in


class Nothing:
    """A Known of nothing: no look-up costs anything."""

    def standing(self, address: Address) -> Standing:
        """Nothing is open."""
        return "closed"

    def volumes(
        self, subseries: str | None, number: str | None, part: str | None, title: str | None, like: str | None
    ) -> tuple[str, ...]:
        """No catalogue."""
        return ()


def main() -> None:
    """Print milliseconds a document for both, and their ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=1)
    given = parser.parse_args()
    files = sorted(given.folder.glob("*.txt"))[:: given.every]
    facts = Facts(volume="frus1969-76v39")
    started = time.process_time()
    documents = []
    for file in files:
        source = open_file(str(file), facts=facts)
        documents.append(source.document(next(source.volume.entries()).address))
    read = time.process_time() - started
    started = time.process_time()
    found = sum(len(block) for document in documents for block in references_in(document, Nothing()))
    referred = time.process_time() - started
    each = 1000 / max(1, len(files))
    print(
        f"{len(files)} documents: read {each * read:.2f} ms each, {found} references {each * referred:.2f} ms each,"
        f" ratio {referred / read:.2f}"
    )


if __name__ == "__main__":
    main()
