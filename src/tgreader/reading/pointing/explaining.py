"""What is known of a reference that does not simply open, in a sentence for the reader."""

from __future__ import annotations

from tgreader.model.inline import Reference

_NOT_OF_THE_SERIES = {
    "source": "papers in an archive; what else is from there, and what cites it, R lists",
    "publication": "another book or journal",
}


def explained(reference: Reference) -> str:
    """Say plainly what a reference points to and why it is not opened here."""
    why = f" ({reference.why})" if reference.why else ""
    target = str(reference.target) if reference.target else ""
    name = reference.title or reference.text
    if reference.status == "absent":
        return f"{target or name} is not among the documents opened{why}"
    if reference.status == "unprinted":
        return f"{name}: not printed in the documents opened{why}"
    if reference.status == "ambiguous":
        return f"{name} may be {' or '.join(map(str, reference.candidates))}{why}"
    if reference.status == "resolved":
        return f"{target or name} is open here{why}"
    if reference.kind in _NOT_OF_THE_SERIES and reference.key != "source ibid.":
        return f"{name}: {_NOT_OF_THE_SERIES[reference.kind]}{why}"
    return f"{name}: where this is cannot be known from what is open{why}"
