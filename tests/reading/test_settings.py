"""Settings: read, checked, and without effect where the file cannot be used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tgreader.reading.settings import FILE, Settings, load, settings_file

THEMES, COMMANDS = {"reading-dark", "reading-light"}, {"cite", "copy"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TGREADER_CONFIG", str(tmp_path / "mine.toml"))
    return tmp_path / "mine.toml"


def test_everything_that_can_be_set(file: Path) -> None:
    file.write_text(
        'style = "mla"\nurl = false\naccessed = true\ntheme = "reading-light"\nmeasure = 60\n'
        '[keys]\ncite = "c,ctrl+y"\n'
    )
    assert load(THEMES, COMMANDS) == Settings("mla", False, True, "reading-light", 60, {"cite": "c,ctrl+y"})


def test_a_name_that_is_none_of_many_is_answered_with_those_like_it(file: Path) -> None:
    file.write_text('theme = "solarised-dark"')
    known = [f"theme-{number}" for number in range(30)] + ["solarized-dark", "reading-dark"]
    trouble = str(load(known).trouble)
    assert "solarized-dark" in trouble
    assert len(trouble.removeprefix(str(file))) < 160


def test_what_is_left_out_is_as_usual(file: Path) -> None:
    file.write_text("# nothing yet\n")
    assert load() == Settings()
    assert Settings().accessed_on == ""
    before = date.today()
    assert before <= date.fromisoformat(Settings(accessed=True).accessed_on) <= date.today()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("style = \nurl = true", "line 1"),
        ('style = "vancouver"', "vancouver"),
        ("style = 3", "style"),
        ('url = "yes"', "true or false"),
        ("accessed = 1", "true or false"),
        ("measure = true", "whole number"),
        ('theme = "pink"', "pink"),
        ('colour = "red"', "colour"),
        ('keys = "c"', "table"),
        ('[keys]\nfly = "f"', "fly"),
        ("[keys]\ncite = 3", "cite"),
        ('[keys]\ncite = ""', "cite"),
        ('[keys]\ncite = "x,,y"', "cite"),
        ('[keys]\ncite = "x"\ncopy = "y,x"', "both"),
        ("style = " + "[" * 10_000, "brackets"),
        ("x" * 2**14 + "y", "larger"),
        ("style = '\udcff'", "utf-8"),
    ],
)
def test_a_wrong_file_is_one_line_and_everything_as_usual(file: Path, text: str, said: str) -> None:
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    loaded = load(THEMES, COMMANDS)
    assert loaded._replace(trouble=None) == Settings()
    assert loaded.trouble is not None
    assert loaded.trouble.where == str(file)
    assert said in str(loaded.trouble)
    assert "\n" not in str(loaded.trouble)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200))
def test_no_file_stops_anything(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    loaded = load(THEMES, COMMANDS)
    assert loaded.trouble is None or "\n" not in str(loaded.trouble)


def test_a_file_that_is_named_must_be_there(file: Path) -> None:
    assert load().trouble is not None
    file.mkdir()
    assert load().trouble is not None


def test_the_file_is_where_the_platform_has_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from platformdirs import user_config_path

    monkeypatch.delenv("TGREADER_CONFIG", raising=False)
    for home in ("", str(tmp_path / "set")):
        monkeypatch.setenv("XDG_CONFIG_HOME", home)
        assert Path(settings_file()) == user_config_path("tgreader", appauthor=False) / FILE


def test_no_file_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TGREADER_CONFIG", raising=False)
    monkeypatch.setattr("tgreader.reading.settings.settings_file", lambda: str(tmp_path / "none.toml"))
    assert load() == Settings()


def test_names_of_the_screen_are_not_asked_of_verbs(file: Path) -> None:
    file.write_text('theme = "pink"\n[keys]\nfly = "f"\n')
    assert load().trouble is None


def test_what_was_chosen_last_fills_what_the_file_leaves_out() -> None:
    kept = {"style": "mla", "url": "false", "accessed": "true"}
    assert Settings().chosen(kept.get) == Settings("mla", False, True)
    assert Settings().chosen(lambda name: None) == Settings()
    assert Settings(url=True).chosen({"url": ""}.get) == Settings(url=True)
    assert Settings("apa", False, True, "reading-dark", 60).kept == {
        "style": "apa", "url": "false", "accessed": "true", "theme": "reading-dark", "measure": "60",
    }  # fmt: skip
