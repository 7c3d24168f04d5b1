from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from scoring.engines.folder import open_staged, stage_file, stage_folder
from scoring.errors import InputError


def test_files_take_their_places_at_the_end(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "out"
    with stage_folder(out) as staging:
        (staging / "a.txt").write_text("new", encoding="utf-8")
        (staging / "cards").mkdir()
        (staging / "cards/b.txt").write_text("new", encoding="utf-8")
        assert not (out / "a.txt").exists()
    assert sorted(path.name for path in out.rglob("*")) == ["a.txt", "b.txt", "cards"]


def test_what_is_not_replaced_stays(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with stage_folder(tmp_path) as staging:
        (staging / "a.txt").touch()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "mine.txt"]


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt), stage_folder(tmp_path) as staging:
        (staging / "a.txt").write_text("new", encoding="utf-8")
        raise KeyboardInterrupt
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"


def test_a_folder_made_for_nothing_goes_again(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="x"), stage_folder(tmp_path / "new"):
        raise ValueError("x")
    assert not (tmp_path / "new").exists()


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "a.csv"
    with open_staged(path) as file:
        file.write("a\n\ud800")
        assert not path.exists()
    assert path.read_bytes() == b"a\n?"
    assert [one.name for one in path.parent.iterdir()] == ["a.csv"]


def test_a_file_that_fails_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="x"), open_staged(path) as file:
        file.write("new")
        raise ValueError("x")
    assert path.read_text(encoding="utf-8") == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("place", ["file", "file/below"])
@pytest.mark.parametrize("stage", [stage_file, stage_folder])
def test_a_file_in_the_way_is_said(tmp_path: Path, place: str, stage: object) -> None:
    (tmp_path / "file").touch()
    wanted = tmp_path / place / "x.csv" if stage is stage_file else tmp_path / place
    with pytest.raises(InputError, match=r"cannot be written.*-o"), stage(wanted):  # type: ignore[operator]
        pytest.fail("nothing can be written here")


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it is a folder"), stage_file(tmp_path):
        pytest.fail("nothing can be written here")


def test_an_error_of_the_block_is_not_taken_for_one_of_the_output(tmp_path: Path) -> None:
    with pytest.raises(BrokenPipeError), open_staged(tmp_path / "a"):
        raise BrokenPipeError


def test_two_runs_into_one_folder_do_not_mix(tmp_path: Path) -> None:
    with stage_folder(tmp_path) as one:
        (one / "a.txt").write_text("one", encoding="utf-8")
        with stage_folder(tmp_path) as two:
            (two / "a.txt").write_text("two", encoding="utf-8")
        assert (one / "a.txt").read_text(encoding="utf-8") == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "one"


def test_two_runs_into_one_file_do_not_mix(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with open_staged(path) as one:
        one.write("one, and more")
        with open_staged(path) as two:
            two.write("two")
    assert path.read_text(encoding="utf-8") == "one, and more"


def test_what_a_killed_run_left_goes_after_a_week(tmp_path: Path) -> None:
    for name, age in (("old", 8), ("new", 6)):
        left = tmp_path / f".sourcegrade-{name}.part"
        left.mkdir()
        at = time.time() - age * 24 * 60 * 60
        os.utime(left, (at, at))
    with stage_folder(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [".sourcegrade-new.part"]
