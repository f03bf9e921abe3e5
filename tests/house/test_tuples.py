"""Named tuples, which are what those of `typing` are."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from tgreader.model.tuples import NamedTuple


class Ours(NamedTuple):
    """A place.

    Attributes:
        name: of it.
    """

    name: str
    pages: tuple[int, ...] = ()
    more: Ours | None = None

    @property
    def spoken(self) -> str:
        """What is said of it."""
        return f"{self.name}: {len(self.pages)}"

    @classmethod
    def of(cls, name: str) -> Ours:
        """One with that name."""
        return cls(name, (1,))

    def __str__(self) -> str:
        return self.spoken


class Theirs(typing.NamedTuple):
    """The same, as the standard library makes it."""

    name: str
    pages: tuple[int, ...] = ()
    more: Theirs | None = None


def test_it_has_the_fields_and_defaults_that_typing_gives_it() -> None:
    assert Ours._fields == Theirs._fields == ("name", "pages", "more")
    assert Ours._field_defaults == Theirs._field_defaults == {"pages": (), "more": None}
    assert tuple(Ours("Moscow")) == tuple(Theirs("Moscow")) == ("Moscow", (), None)
    assert repr(Ours("a", (1,))) == repr(Theirs("a", (1,))).replace("Theirs", "Ours")
    assert Ours.__mro__ == (Ours, tuple, object)


def test_it_keeps_all_else_that_its_body_says() -> None:
    assert Ours.of("Moscow").spoken == str(Ours.of("Moscow")) == "Moscow: 1"
    assert (Ours.__doc__ or "").startswith("A place.")
    assert (Ours.__module__, Ours.__qualname__) == (__name__, "Ours")
    assert Ours.__annotations__ == {"name": "str", "pages": "tuple[int, ...]", "more": "Ours | None"}


def test_it_can_be_changed_copied_and_sent_elsewhere() -> None:
    one = Ours("Moscow", (3,))
    assert one._replace(name="Bonn") == Ours(pages=(3,), name="Bonn")
    assert type(one._replace(name="Bonn")) is Ours
    for again in (copy.deepcopy(one), pickle.loads(pickle.dumps(one))):  # noqa: S301 - our own
        assert again == one
        assert type(again) is Ours


def test_nothing_can_be_set_on_it_and_nothing_left_out() -> None:
    with pytest.raises(AttributeError):
        Ours("Moscow").name = "Bonn"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Ours()  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Ours("Moscow").added = 1  # type: ignore[attr-defined]


def test_another_base_is_refused_and_not_lost() -> None:
    with pytest.raises(TypeError, match="no base but NamedTuple"):

        class Mixed(NamedTuple, dict[str, str]):  # type: ignore[misc]
            name: str
