"""Writing what is exported to a new file; none that is there already is ever touched."""

from __future__ import annotations

from pathlib import Path

from tgreader.errors import TgReaderError

_MOST_FILES = 1_000


def new_file(folder: Path, name: str, text: str) -> Path:
    """Write text to a new file in a folder.

    Args:
        folder: the folder.
        name: what the file is called; where there is one of that name, `citations-2.bib` follows `citations.bib`.
        text: what it holds, with the line ends it is to have; written as UTF-8.

    Returns:
        The file written.

    Raises:
        TgReaderError: no file can be written there.
    """
    wanted = Path(name)
    for number in range(1, _MOST_FILES):
        path = folder / (name if number == 1 else f"{wanted.stem}-{number}{wanted.suffix}")
        try:
            with path.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            raise TgReaderError(
                f"cannot be written ({(error.strerror or str(error)).lower()})", str(path), "copy it instead"
            ) from error
        return path
    raise TgReaderError(f"has {_MOST_FILES - 1:,} files of the name {name} already", str(folder), "remove some")
