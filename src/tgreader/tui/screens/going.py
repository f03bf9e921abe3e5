"""Going to a place: in this document, in another, or in a file that has to be opened first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.worker import Worker, get_current_worker

from tgreader.errors import AddressError, TgReaderError
from tgreader.model.address import Address
from tgreader.tui.screens.arranging import Arranging

if TYPE_CHECKING:
    from tgreader.tui.in_turn import InTurn


class Going(Arranging):
    """A desk from which one goes to other places."""

    def open(self, address: Address) -> None:
        """Open a document where the reader left it."""
        try:
            arrival = self.session.resume(address)
        except TgReaderError as error:
            self.say_error(error)
            return
        self.show(arrival)
        self.say_opened(arrival)

    def go(self, address: Address, then: Callable[[], None] | None = None) -> None:
        """Go to a place, keeping the way back; say why where that cannot be done.

        A document that is not open is opened from its file, where that is known; what is typed meanwhile is for it.

        Args:
            address: the place.
            then: what to do when it is on the screen.
        """

        def arrive() -> None:
            try:
                self.show(self.session.go(address))
            except TgReaderError as error:
                self._say_not_reached(address, error)
            else:
                if then is not None:
                    then()

        self.with_file_of(address, arrive)

    def _say_not_reached(self, address: Address, error: TgReaderError) -> None:
        """Say why one cannot go to a place; of one that is not open, also what it is."""
        if self.session.shelf.index(address) is not None:
            self.say_error(error)
            return
        from tgreader.reading.pointing.known import known_of_place

        self.say("\n".join((str(error), *known_of_place(address), *self.said_of_index())))

    def said_of_index(self) -> tuple[str, ...]:
        """Why the library's index cannot be used, so that only what is open is known; nothing where it can."""
        trouble = self.session.index_trouble
        return (f"only what is open was looked through: {trouble}",) if trouble is not None else ()

    def with_file_of(self, address: Address, then: Callable[[], None], kept: str = "") -> None:
        """Do something with a place when its document is open, if the file it lies in is known and not open yet.

        Args:
            address: the place.
            then: what to do.
            kept: where its document lay when it was read last, or "".
        """
        file = self.file_to_open(address, kept)
        if not file:
            then()
            return
        self.say(f"opening {file} …")
        work = partial(self._take_file, file, then)
        self.run_worker(work, name="opening a file", group="taking", exclusive=True, thread=True)
        cast("InTurn", self.app).await_answer(self)  # what is typed next is for the document

    def file_to_open(self, address: Address, kept: str = "") -> str:
        """The file that must be opened before one can go to a place; "" where that is open, or lies nowhere."""
        return self.session.file_to_open(address, kept)

    def go_again(self, place: str, file: str, then: Callable[[], None] | None = None) -> None:
        """Go to a place that was kept, its document opened where it is not open; to the document, if that is all.

        Args:
            place: the address as it was kept.
            file: where its document lay, or "".
            then: what to do when it is on the screen.
        """
        self.set_focus(self.text)
        try:
            address = self.session.as_open(place)
        except TgReaderError as error:
            self.say_error(error)
            return

        def arrive() -> None:
            here = self.session.as_open(place)  # a file that was taken meanwhile is open by its own name
            try:
                try:
                    arrival = self.session.go(here)
                except AddressError:  # a corrected copy may have fewer paragraphs
                    arrival = self.session.go(here.whole)
            except TgReaderError as error:
                self._say_not_reached(here, error)
                return
            self.show(arrival)
            if then is not None:
                then()

        self.with_file_of(address, arrive, file)

    def _take_file(self, file: str, then: Callable[[], None]) -> None:
        worker = get_current_worker()
        try:
            self.session.shelf.take(file)
        except TgReaderError as error:
            self.app.call_from_thread(self._taken, partial(self.say_error, error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._taken, then)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A file that is not being opened any more, for whatever reason, is not waited for."""
        if event.worker.group == "taking" and event.worker.is_finished:
            cast("InTurn", self.app).answered(self)

    def _taken(self, then: Callable[[], None]) -> None:
        self.notice.hush()
        then()
        cast("InTurn", self.app).answered(self)
