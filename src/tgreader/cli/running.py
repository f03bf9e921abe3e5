"""From the words of the command line to a verb and its exit status.

0 done, 1 nothing found or partly failed, 2 wrong usage, 3 unreadable input. Errors go to standard error, one line each.

Only the verb that is asked for is imported: a shell's verb must start as quickly as the shell's own.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn, Protocol, cast

from tgreader import __version__
from tgreader.cli.output import DONE, PARTLY, UNREADABLE, USAGE, drop_output, fail, print_lines, speak_utf8
from tgreader.errors import TgReaderError, UnreadableError
from tgreader.reading.document.visible import visible

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from types import SimpleNamespace

VERBS = {
    "read": "open the reader on files or folders",
    "parse": "print the parsed documents, one JSON object a line",
    "check": "list what is doubtful, lost or out of order",
    "index": "make files and folders searchable, and keep the index",
    "search": "search everything that is indexed",
    "refs": "print what a place cites, and what cites it",
    "telegrams": "print the register of the telegrams that are cited",
    "notebook": "list, export and import your marks and annotations",
    "cite": "print one citation a line",
    "find": "print the address that a citation means",
}
"""What each verb does. The verb's module, of the same name in this room, declares its arguments and does it."""


class Verb(Protocol):
    """A verb's module."""

    def declare(self, parser: ArgumentParser) -> None:
        """Say which arguments it takes."""

    def run(self, given: Namespace | SimpleNamespace) -> int:
        """Do it; returns the exit status.

        A module may have `plainly_given`, which says what is given by words that are simple enough, and None of others.
        Then the parser, which costs as much as a citation, is not asked.

        Raises:
            TgReaderError: it cannot be done.
        """


def run(arguments: Sequence[str]) -> int:
    """Do what the command line asks.

    Args:
        arguments: the words after the program's name.

    Returns:
        The exit status.
    """
    speak_utf8()
    try:
        status = _do(arguments)
        sys.stdout.flush()
    except UnreadableError as error:
        return fail(error, UNREADABLE)
    except TgReaderError as error:
        return fail(error, PARTLY)
    except BrokenPipeError:  # the reader of our output has seen enough
        drop_output()
        return DONE
    except OSError as error:  # a full disk, for one
        drop_output()
        return fail(TgReaderError((error.strerror or str(error)).lower(), error.filename or "output"), PARTLY)
    except KeyboardInterrupt:
        return 130
    return status


def _do(arguments: Sequence[str]) -> int:
    if list(arguments) == ["--version"]:
        print_lines(f"tgreader {__version__}")
        return DONE
    if not arguments:
        return fail(TgReaderError("nothing to read is named", "", "see tgreader --help"), USAGE)
    if arguments[0] in ("-h", "--help"):
        print_lines(_overview())
        return DONE
    verb, words = (arguments[0], arguments[1:]) if arguments[0] in VERBS else ("read", arguments)
    module = _module(verb)
    plainly = getattr(module, "plainly_given", None)
    if plainly is not None and (given := plainly(words)) is not None:
        return module.run(given)
    parser = _parser(f"tgreader {verb}", f"{VERBS[verb][0].upper()}{VERBS[verb][1:]}.")
    module.declare(parser)
    return module.run(parser.parse_args(words))


def _module(verb: str) -> Verb:
    from importlib import import_module

    return cast("Verb", import_module(f"tgreader.cli.{verb}"))


def _overview() -> str:
    """What there is, for who asks for help: it needs no parser of arguments, which starts as slowly as Python does."""
    widest = max(len(verb) for verb in VERBS)
    verbs = "\n".join(f"  {verb:{widest}}  {words}" for verb, words in VERBS.items())
    return f"""usage: tgreader PATH…
       tgreader VERB …

Reads annotated historical documents: the notes beside the line, the page in
the margin, the citation on one key. `tgreader PATH…` is `tgreader read PATH…`.
A PATH is a file or a folder; - is standard input.

verbs:
{verbs}

`tgreader VERB --help` says what each takes; `tgreader --version` prints the version."""


def _parser(program: str, description: str) -> ArgumentParser:
    import argparse

    class Parser(argparse.ArgumentParser):
        """Says what is wrong with the words given in one line, as every error."""

        def error(self, message: str) -> NoReturn:
            self.exit(USAGE, f"{self.prog}: {visible(message)}; see {self.prog} --help\n")

    class Formatter(argparse.HelpFormatter):
        """Looks for no width of its own: what it would import for that takes half as long as Python's own start."""

        def __init__(self, prog: str) -> None:
            super().__init__(prog, width=78)

    return Parser(prog=program, description=description, formatter_class=Formatter)
