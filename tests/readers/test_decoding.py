from __future__ import annotations

import pytest

from tgreader.errors import UnreadableError
from tgreader.readers.decoding import decode


def test_utf8_is_read_as_it_is() -> None:
    decoded = decode("Kœnig’s note — 5 £\r\n".encode(), "a.txt")
    assert (decoded.text, decoded.faults) == ("Kœnig’s note — 5 £\r\n", ())


def test_a_byte_order_mark_is_no_text() -> None:
    assert decode(b"\xef\xbb\xbfabc", "a").text == "abc"
    assert decode("é1".encode("utf-16"), "a").text == "é1"
    assert decode(b"\xfe\xff" + "é1".encode("utf-16-be"), "a").text == "é1"


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (b"\xe9", "1 byte is"),
        (b"\xe9\xe8", "2 bytes are"),
        (b"\xe2\x82", "2 bytes are"),
        (b"\xff\xe2\x82", "3 bytes are"),
    ],
)
def test_lost_bytes_are_counted_and_said(bad: bytes, said: str) -> None:
    good = "a true \ufffd stands here and is no loss; the rest is long enough ".encode()
    decoded = decode(good + bad + b" end", "a.txt")
    assert decoded.faults[0].startswith(f"{said} not valid UTF-8")
    assert decoded.text.startswith(good.decode())
    assert decoded.text.endswith(" end")


def test_stray_control_characters_are_kept() -> None:
    text = "a \0 stray NUL, a \x1b[31m sequence and a bell \x07 in an otherwise plain text"
    assert decode(text.encode(), "a").text == text


@pytest.mark.parametrize(
    "data", [b"\0\x01\x02abc\0\0", bytes(range(256)), "привет".encode("koi8-r"), b"\x1f\x8b\x08\0\0"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^a\.bin: this is not a text file"):
        decode(data, "a.bin")


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text in this file"):
        decode(data, "a.txt")


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_what_is_not_utf8_is_read_as_windows_has_it_and_said(codec: str) -> None:
    text = "The communiqué of the Chargé: a coup d'état in Saigon; £5 and 3°."
    decoded = decode(text.encode(codec), "a.txt")
    assert decoded.text == text
    (fault,) = decoded.faults
    assert fault.startswith("this is not UTF-8 and is read as Windows-1252")


def test_the_quotation_marks_of_windows() -> None:
    text = "“Yes” — so he’s said to us, and to all the others who were present at the time."
    assert decode(text.encode("cp1252"), "a.txt").text == text


def test_a_stray_byte_among_utf8_is_no_sign_of_windows() -> None:
    decoded = decode("“Yes” — he’s there. ".encode() * 3 + b"caf\xe9", "a.txt")
    assert decoded.text.endswith("caf\ufffd")
    assert decoded.faults[0].startswith("1 byte is not valid UTF-8")


@pytest.mark.parametrize("bad", [b"caf\xe9", b"caf\xe9 n\xe9e"])
def test_a_byte_or_two_are_no_sign_of_windows(bad: bytes) -> None:
    decoded = decode(b"In the " + bad + b" there was nobody who knew", "a.txt")
    assert decoded.text == "In the " + bad.decode(errors="replace") + " there was nobody who knew"
    assert "not valid UTF-8" in decoded.faults[0]


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark(codec: str) -> None:
    text = "7. Letter¹\n\nIt is “agreed”.²\n"
    assert decode(text.encode(codec), "a.txt").text == text
