"""The kinds of documents, as headings of the series name them: which words they are, and which have small letters."""

from __future__ import annotations

# Nouns that kinds are made of. They are no proper names: citations print them in lower case.
_NOUNS = frozenset(
    """address agenda aide-mémoire airgram analysis announcement article brief briefing broadcast cable cablegram
    chronology circular communication communiqué conference contact conversation conversations counterproposal
    debriefing declaration despatch determination diary directive discussion discussions dispatch document draft
    entry essay evaluation excerpt excerpts extract extracts guidelines information instruction instructions
    interview interviews letter letters list log meeting meetings memoranda memorandum message minute minutes
    note notes opinion order outline paper papers plan points proclamation proposal questions record release
    remarks report research resolution response review speech statement statements study summary survey telegram
    telegrams telephone testimony text toast toasts transcript transcripts translation""".split()  # noqa: SIM905 - words read better as a text
)
# Words that stand with them, as common as they are: alone, they name no kind (the Joint Chiefs, a personal envoy).
_WITH_NOUNS = frozenset(
    """action background backchannel conclusions decisions editorial file files handwritten informal intelligence joint
    oral personal preliminary press substance talking trans-atlantic transatlantic verbale""".split()  # noqa: SIM905 - as above
)
_COMMON = _NOUNS | _WITH_NOUNS
# These are small where no name stands beside them: a special report, but a Special National Intelligence Estimate.
_OFTEN_COMMON = frozenset(
    """agreement alert annual contingency diplomatic final interim intermediate issues off-the-record
    outstanding policy position program progress proposed radio rough scope special staff strategy supplementary
    supplemental television unofficial unsigned""".split()  # noqa: SIM905 - as above
)
_LINKING = frozenset(
    """a among an at between by concerning following for from held in of on regarding the with""".split()  # noqa: SIM905 - as above
)
# With a name before them, these make a kind: a National Intelligence Estimate, the Combined Chiefs of Staff Minutes.
_LAST = frozenset(
    {"directive", "estimate", "memorandum", "minutes", "notes", "paper", "release", "report", "supplement"}
)


def is_kind(words: str) -> bool:
    """Whether words name a kind of document: one of the common words is their noun."""
    first = words.split(",")[0].replace("/", " ").split()
    plain = [word.lower() for word in first]
    return (
        any(word in _NOUNS for word in plain[:3])
        or any(word in _NOUNS for word in first[3:4])
        or any(word in _LAST for word in plain[1:][-1:])
    )


def small(kind: str) -> str:
    """A kind in small letters, up to its first proper name: `minutes of a National Security Council Meeting`."""
    words = kind.split()
    head = next((index for index, word in enumerate(words) if index and word.lower() in _LINKING), len(words))
    plain = all(_bare(word) in _COMMON | _OFTEN_COMMON for word in words[:head])
    for index, word in enumerate(words):
        if not (plain and index < head) and _bare(word) not in _COMMON and word.lower() not in _LINKING:
            break
        words[index] = word.lower()
    return " ".join(words)


def _bare(word: str) -> str:
    return word.lower().rstrip(",")
