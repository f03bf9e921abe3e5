from __future__ import annotations

import pytest

from .hard_cases import Case, answer, cases

CASES = list(cases())


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 200


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number}-{case.where}")
def test_the_room_decides_as_the_table_does(case: Case) -> None:
    assert answer(case) == case.expected
