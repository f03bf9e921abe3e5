"""Named tuples that are made without a look at their types.

`typing.NamedTuple` compiles the annotation of every field each time the program starts, though only a type checker ever
reads them: two thirds of what making such a class costs, and a shell's verb makes some fifty. What stands for it here
makes the same class of the names and defaults alone. That these are well given is for the type checker to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    class _Making(type):
        """Makes of each class with `NamedTuple` as its base a tuple with the fields that its body annotates."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, object]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            if len(bases) > 1:
                raise TypeError(f"{name}: a named tuple has no base but NamedTuple")
            if "__annotations__" not in body:  # since Python 3.14 they are there only where a file asks for it
                raise TypeError(f"{name}: a named tuple has fields, and its file imports annotations from __future__")
            annotations = body.pop("__annotations__")
            defaults = [body.pop(field) for field in annotations if field in body]
            made = namedtuple(name, annotations, defaults=defaults, module=body.pop("__module__"))
            made.__annotations__ = annotations
            for attribute, value in body.items():
                setattr(made, attribute, value)
            return made

    class NamedTuple(metaclass=_Making):
        """The base of a class that is a tuple with named fields, as `typing.NamedTuple` is."""
