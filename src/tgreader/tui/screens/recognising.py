"""Copies of documents whose volume is open: recognised while one reads, and told what they have lost."""

from __future__ import annotations

from functools import partial
from time import monotonic

from textual.worker import get_current_worker

from tgreader.model.document import Document
from tgreader.reading.document.arrival import Arrival
from tgreader.tui.screens.finding import Finding

_GROUP = "recognising"
_TELL_AFTER, _TELL_EVERY = 0.5, 0.2
"""Seconds until it is said how far the comparing is, and between two times of saying so."""


class Recognising(Finding):
    """A desk at which a copy is recognised, each time it is shown or more files are open."""

    _said_of_comparing = ""
    """What was last said of how far it is; once a key has taken it away, no more is said."""

    def find_references(self) -> None:
        """Look also whether the document is of a volume that is open, in a thread: its words are compared."""
        super().find_references()
        document, shelf = self.reading.document, self.session.shelf
        self._said_of_comparing = ""
        if document.format != "tei" and any(volume.whole for volume in shelf.volumes.copy().values()):
            work = partial(self._recognise, document)
            self.run_worker(work, name=_GROUP, group=_GROUP, exclusive=True, thread=True)
        else:
            self.workers.cancel_group(self, _GROUP)

    def _recognise(self, document: Document) -> None:
        from tgreader.reading.shelf.same_words import recognised

        worker, tell_at = get_current_worker(), monotonic() + _TELL_AFTER

        def go_on(done: int, total: int) -> bool:
            nonlocal tell_at
            if monotonic() > tell_at and not worker.is_cancelled:
                tell_at = monotonic() + _TELL_EVERY
                self.app.call_from_thread(self._tell_comparing, document, done, total)
            return not worker.is_cancelled

        told = recognised(self.session.shelf, document, go_on)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._tell, document, told)

    def _tell_comparing(self, document: Document, done: int, total: int) -> None:
        """Say how far it is, unless something else is being said or the reader has gone on."""
        if document is self.reading.document and self.notice.said == self._said_of_comparing:
            self._said_of_comparing = (
                f"is this a copy of a document that is open? {done:,} of {total:,} compared · Esc stops"
            )
            self.say(self._said_of_comparing)

    def _tell(self, document: Document, told: Document | None) -> None:
        """Show the copy as it is now, at the same place, and say so."""
        if document is not self.reading.document:
            return
        if self._said_of_comparing and self.notice.said == self._said_of_comparing:
            self.notice.hush()
        self._said_of_comparing = ""
        if told is None or told == document:
            return
        self.session.shelf.tell(told)
        block = self.text.block
        self.show(Arrival(told, block + (len(told.blocks) - len(document.blocks)) * (block > 0)))
        self.say(told.faults[0])

    def action_leave(self) -> None:
        """Stop comparing, where that is being said; else as at every desk."""
        if self._said_of_comparing and self.workers.cancel_group(self, _GROUP):
            self._said_of_comparing = ""
            self.say("stopped: this copy is read as it is")
        else:
            super().action_leave()
