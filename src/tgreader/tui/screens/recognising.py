"""Copies of documents whose volume is open: recognised while one reads, and told what they have lost."""

from __future__ import annotations

from functools import partial

from tgreader.model.document import Document
from tgreader.reading.document.arrival import Arrival
from tgreader.tui.screens.finding import Finding


class Recognising(Finding):
    """A desk at which a copy is recognised, each time it is shown or more files are open."""

    def find_references(self) -> None:
        """Look also whether the document is of a volume that is open, in a thread: its words are compared."""
        super().find_references()
        document, shelf = self.reading.document, self.session.shelf
        if document.format != "tei" and any(volume.whole for volume in shelf.volumes.copy().values()):
            work = partial(self._recognise, document)
            self.run_worker(work, name="recognising", group="recognising", exclusive=True, thread=True)

    def _recognise(self, document: Document) -> None:
        from tgreader.reading.shelf.same_words import recognised

        told = recognised(self.session.shelf, document)
        if told is not None and told != document:
            self.app.call_from_thread(self._tell, document, told)

    def _tell(self, document: Document, told: Document) -> None:
        """Show the copy as it is now, at the same place, and say so."""
        if document is not self.reading.document:
            return
        self.session.shelf.tell(told)
        block = self.text.block
        self.show(Arrival(told, block + (len(told.blocks) - len(document.blocks)) * (block > 0)))
        self.say(told.faults[0])
