"""Markers, links and pages against the truth, by the scorer, on volumes that the weights were never fitted on.

    pytest tests/benchmarks/test_anchor_accuracy.py        a minute or two a style

TGREADER_CORPUS and TGREADER_TOOLS: see `corpus.py`. TGREADER_EVERY=10 takes each tenth document only.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.benchmarks.corpus import HELD_BACK, TOOLS, volumes

LEAST = {  # recall, precision, documents right and linked, in per cent
    "seed": (99.7, 99.8, 99.0),
    "listnum": (99.5, 99.7, 98.5),
    "bracket": (99.5, 99.7, 98.5),
    "traf": (99.0, 99.5, 97.5),
    "space": (98.5, 99.3, 97.0),
}
PAGES = 99.9
pytestmark = pytest.mark.skipif(
    not (volumes() and (TOOLS / "score_anchors.py").exists()), reason="the corpus or the scorer is not here"
)


@pytest.mark.parametrize("modern", [False, True], ids=["2015", "modern"])
@pytest.mark.parametrize("style", LEAST)
def test_markers_are_found(style: str, modern: bool) -> None:
    held_back = [str(volume) for volume in volumes() if volume.stem in HELD_BACK]
    command = [sys.executable, str(TOOLS / "score_anchors.py"), "--parse", f"{sys.executable} -m tgreader parse"]
    command += ["--style", style, "--every", os.environ.get("TGREADER_EVERY", "1")]
    run = subprocess.run([*command, *["--modern"] * modern, *held_back], capture_output=True, text=True, check=True)
    print(run.stdout)
    last = run.stdout.splitlines()[-1]
    figures = {name: float(found[1]) for name in NAMES if (found := re.search(rf"{name} ([\d.]+) %", last))}
    recall, precision, right = LEAST[style]
    assert "(0 unparsed)" in last
    assert figures["recall"] >= recall
    assert figures["precision"] >= precision
    assert figures["right and linked"] >= right
    assert all(float(share) >= PAGES for share in re.findall(r"([\d.]+) %", run.stdout.splitlines()[-2]))
    after_digit = re.search(r"after a digit +recall ([\d.]+) %", run.stdout)
    assert after_digit is None or style == "space" or float(after_digit[1]) >= 99.0


NAMES = ("recall", "precision", "right and linked")
