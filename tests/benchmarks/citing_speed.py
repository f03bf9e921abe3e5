"""What a citation costs within a program, in each style; `shell_verbs.py` has what it costs from the shell.

python tests/benchmarks/citing_speed.py
"""

from __future__ import annotations

import time

from tgreader.citing import catalogue
from tgreader.citing.citation import STYLES, cite
from tgreader.model.address import Address


def main() -> None:
    """Print the table."""
    addresses = [Address(identity, "d12") for identity in catalogue.ids()]
    for style in STYLES:
        cite(addresses[0], None, style)
        begun = time.perf_counter()
        for address in addresses:
            cite(address, None, style)
        print(f"{style:<36} {(time.perf_counter() - begun) / len(addresses) * 1000:6.3f} ms a citation")


if __name__ == "__main__":
    main()
