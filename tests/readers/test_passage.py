from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tgreader.readers.flattext.passage import Cuts, Passage

TEXT = st.text("abc 12", min_size=1, max_size=60)


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXT)
    ends = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    return text, list(zip(ends[::2], ends[1::2], strict=False))


@given(cut_texts())
def test_what_is_left_knows_where_it_was(cut: tuple[str, list[tuple[int, int]]]) -> None:
    text, cuts = cut
    passage = Passage("##" + text, ((0, 100),)).without([(0, 2)]).without(cuts)
    kept = [at for at in range(len(text)) if not any(start <= at < end for start, end in cuts)]
    assert passage.text == "".join(text[at] for at in kept)
    assert [passage.place(at) for at in range(len(kept))] == [at + 102 for at in kept]
    assert [Cuts(cuts).moved(at) for at in range(len(text))] == [
        sum(one < at for one in kept) for at in range(len(text))
    ]
    for at, was in enumerate(kept):
        assert passage.find(was + 102) == at


def test_a_place_that_is_cut_out_is_found_where_the_cut_is() -> None:
    passage = Passage("word3 more", ((0, 10),)).without([(4, 5)])
    assert passage.find(14) == 4
    assert passage.find(9) is None
    assert passage.find(99) is None


def test_everything_may_be_cut() -> None:
    passage = Passage("abc", ((0, 7),)).without([(0, 3)])
    assert (passage.text, passage.origin) == ("", ((0, 7),))
