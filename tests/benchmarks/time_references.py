"""Times finding and resolving the references of documents against reading them.

    python tests/benchmarks/time_references.py PATH…

A PATH is what `tgreader parse` takes: a volume, or a folder of volumes or flattened documents. Reading and referring
take turns, document by document, and both are timed as processor time in one process: the ratio is what counts.
"""

from __future__ import annotations

import argparse
import time

from tgreader.reading.pointing.referring import Referring
from tgreader.reading.shelf.shelf import Shelf


def main() -> None:
    """Print milliseconds a document for both, and their ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="+", metavar="PATH")
    shelf = Shelf(parser.parse_args().paths)
    referring = Referring(shelf)
    started = time.process_time()
    documents = shelf.every_document()
    read = referred = 0.0
    count = found = 0
    for document in documents:
        read += (now := time.process_time()) - started
        found += sum(map(len, referring.find(document)))
        referred += (started := time.process_time()) - now
        count += 1
    each = 1000 / max(1, count)
    print(
        f"{count:,} documents: read {each * read:.2f} ms each, {found:,} references {each * referred:.2f} ms each,"
        f" ratio {referred / read:.2f}"
    )


if __name__ == "__main__":
    main()
