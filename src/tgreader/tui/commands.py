"""Every command, once: its keys, what it does, what it is called. Bindings, help and command palette are made of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding

from tgreader.model.tuples import NamedTuple

MOVE, NOTES, WAY, OWN, COPY, SCREEN = (
    "Reading",
    "Notes and references",
    "Finding the way",
    "Your own work",
    "Copying",
    "The screen",
)
SEARCHING = "Searching"
SEARCH = "search"
"""The name of the search screen among the screens."""


class Command(NamedTuple):
    """A command of the reading screen.

    Attributes:
        id: what a keymap calls it.
        keys: Textual's names of its keys, comma-separated.
        shown: its keys as help shows them.
        action: the screen's action.
        words: what it does.
        group: where help lists it.
        palette: whether the command palette offers it: moving by a line is no command to search for.
    """

    id: str
    keys: str
    shown: str
    action: str
    words: str
    group: str
    palette: bool = True


COMMANDS = (
    Command("next", "j,down,right_curly_bracket", "j ↓ }", "move(1)", "next paragraph, note or entry", MOVE, False),
    Command(
        "previous", "k,up,left_curly_bracket", "k ↑ {", "move(-1)", "previous paragraph, note or entry", MOVE, False
    ),
    Command("page-down", "space,pagedown", "space PgDn", "page(1)", "a page down", MOVE, False),
    Command("page-up", "b,pageup", "b PgUp", "page(-1)", "a page up", MOVE, False),
    Command("half-down", "d", "d", "page(0.5)", "half a page down", MOVE, False),
    Command("half-up", "u", "u", "page(-0.5)", "half a page up", MOVE, False),
    Command("first", "g,home", "g Home", "end(False)", "to the beginning", MOVE),
    Command("last", "G,end", "G End", "end(True)", "to the end", MOVE),
    Command("next-document", "right_square_bracket", "]", "document(1)", "next document", MOVE),
    Command("previous-document", "left_square_bracket", "[", "document(-1)", "previous document", MOVE),
    Command("right", "greater_than_sign", ">", "sideways(1)", "further right in a table wider than the pane", MOVE),
    Command("left", "less_than_sign", "<", "sideways(-1)", "further left in it", MOVE),
    Command("next-stop", "l,right", "l →", "stop(1)", "next marker or reference", NOTES, False),
    Command("previous-stop", "h,left", "h ←", "stop(-1)", "previous marker or reference", NOTES, False),
    Command("follow", "enter", "Enter", "follow", "follow: marker to note and back, reference to target", NOTES),
    Command("peek", "p", "p", "peek", "peek at what is pointed to, beside the text", NOTES),
    Command("web", "w", "w", "web", "the web address of this place; open it, and by w again copy it", NOTES),
    Command("back", "ctrl+o,backspace", "Ctrl+O ⌫", "back", "back to where you were", NOTES),
    Command("forward", "alt+right", "Alt+→", "forward", "forward again", NOTES),
    Command("notes", "f", "f", "notes", "footnotes: show, go there, hide", NOTES),
    Command("references", "r", "r", "references", "references: show, go there, hide", NOTES),
    Command("names", "i", "i", "names", "who and what is that: persons and terms, their entries", NOTES),
    Command("scope", "full_stop", ".", "scope", "references of the document, the volume, the paragraph", NOTES),
    Command("cited-by", "R", "R", "cited_by", "what cites this: document, note, page, telegram, box", NOTES),
    Command("telegrams", "number_sign", "#", "telegrams", "the register of telegrams cited; export it as CSV", NOTES),
    Command("next-doubt", "D", "D", "doubt", "next marker whose place is in doubt", NOTES),
    Command("settle", "x", "x", "settle", "put the marker of this note where it belongs", NOTES),
    Command("pane", "tab", "Tab", "pane(1)", "next pane", NOTES),
    Command("pane-back", "shift+tab", "Shift+Tab", "pane(-1)", "previous pane", NOTES, False),
    Command("find", "slash", "/", "find", "find in the text and its notes", WAY),
    Command("next-hit", "n", "n", "hit(1)", "next hit", WAY),
    Command("previous-hit", "N", "N", "hit(-1)", "previous hit", WAY),
    Command("search", "s", "s", "search", "search the library", WAY),
    Command("open-quickly", "o", "o", "open_quickly", "open a document by its number, heading, people, date", WAY),
    Command("index", "I", "I", "index", "index what is open here, to search it; again: stop", WAY),
    Command("go-to", "colon", ":", "go_to", "go to a page, note, document, address or citation", WAY),
    Command("contents", "t", "t", "contents", "contents: show, go there, hide; / filters", WAY),
    Command("history", "H", "H", "history", "where you were, to go there again", WAY),
    Command("mark", "m", "m", "mark", "mark the paragraph, note or selection; again, no more", OWN),
    Command("annotate", "a", "a", "annotate", "write on it; at the heading, on the document", OWN),
    Command("next-own", "right_parenthesis", ")", "next_own(1)", "next mark or annotation of the document", OWN),
    Command("previous-own", "left_parenthesis", "(", "next_own(-1)", "previous mark or annotation", OWN),
    Command("marks", "M", "M", "marks", "all marks", OWN),
    Command("annotations", "A", "A", "annotations", "all annotations: filter, edit, export, import", OWN),
    Command("cite", "c", "c", "cite", "copy the citation, with the page at the cursor", COPY),
    Command("styles", "C", "C", "styles", "copy the citation in a style to choose, used from then on", COPY),
    Command("copy", "y", "y", "copy", "copy the paragraph or selection with its citation", COPY),
    Command("copy-markdown", "Y", "Y", "copy(True)", "the same as Markdown, with the citation as a footnote", COPY),
    Command("copy-words", "ctrl+c,super+c", "Ctrl+C", "copy_text", "copy the selected words alone", COPY, False),
    Command("basket", "B", "B", "basket", "what was cited: go there, export it", COPY),
    Command("select", "v", "v", "select", "select by keys: h l by word, j k by paragraph", COPY),
    Command("wider", "plus,equals_sign", "+", "measure(4)", "wider lines", SCREEN),
    Command("narrower", "minus", "-", "measure(-4)", "narrower lines", SCREEN),
    Command("alone", "z", "z", "alone", "the text alone, or with its panels", SCREEN),
    Command("light-or-dark", "T", "T", "light_or_dark", "light or dark", SCREEN),
    Command("escape", "escape", "Esc", "leave", "back to the text; forget the hits", SCREEN, False),
    Command("help", "question_mark,f1", "?", "help", "these keys", SCREEN),
    Command("quit", "q", "q", "app.quit", "quit", SCREEN, False),
)

SEARCH_COMMANDS = (
    Command("search-next", "j,down,right_curly_bracket", "j ↓", "move(1)", "next hit, volume or period", MOVE, False),
    Command(
        "search-previous",
        "k,up,left_curly_bracket",
        "k ↑",
        "move(-1)",
        "previous; above the first, the query",
        MOVE,
        False,
    ),
    Command("search-page-down", "space,pagedown", "space PgDn", "page(1)", "a page down; a year on", MOVE, False),
    Command("search-page-up", "b,pageup", "b PgUp", "page(-1)", "a page up; a year back", MOVE, False),
    Command("search-first", "g,home", "g Home", "end(False)", "the first", MOVE, False),
    Command("search-last", "G,end", "G End", "end(True)", "the last", MOVE, False),
    Command("search-later", "l,right", "l →", "stop(1)", "next period of the timeline", MOVE, False),
    Command("search-earlier", "h,left", "h ←", "stop(-1)", "previous period", MOVE, False),
    Command("search-pane", "tab", "Tab", "pane(1)", "next pane: query, hits, timeline, volumes", MOVE),
    Command("search-pane-back", "shift+tab", "Shift+Tab", "pane(-1)", "previous pane", MOVE, False),
    Command("search-open", "enter", "Enter", "follow", "open the hit; ask for the period or volume alone", SEARCHING),
    Command("search-query", "slash,s,i", "/ s", "query", "type the query", SEARCHING),
    Command("search-filters", "f", "f", "filters", "filters: dates, volume, kind, classification …", SEARCHING),
    Command("search-clear", "x", "x", "clear", "all periods, all volumes", SEARCHING),
    Command("search-order", "r", "r", "order", "order: by rank or date; in context by what follows", SEARCHING),
    Command("search-context", "c", "c", "context", "the words in context, or the hits", SEARCHING),
    Command("search-past", "L", "L", "past", "the log of past searches, with their counts", SEARCHING),
    Command("search-index", "I", "I", "index", "index what is open here, or stop indexing", SEARCHING),
    Command("search-leave", "q,escape,ctrl+o,backspace", "q Esc Ctrl+O", "leave", "back to the text", WAY),
    Command("search-help", "question_mark,f1", "?", "help", "these keys", SCREEN),
)


def keys_of(command: Command, given: Mapping[str, str]) -> str:
    """A command's keys as help shows them, where it may have been given others."""
    return given[command.id].replace(",", " ") if command.id in given else command.shown


def bound(commands: Iterable[Command]) -> list[Binding]:
    """Commands as Textual binds them; a keymap may give each other keys by its id.

    They have priority, so that a key is acted on before the next one is looked at: a word typed fast after `/` belongs
    to the prompt. `Following.check_action` leaves them to whatever is typed into.
    """
    return [
        Binding(command.keys, command.action, command.words, show=False, id=command.id, priority=True)
        for command in commands
    ]
