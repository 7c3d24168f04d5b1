"""Finding models and taggers by name, by folder, and not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring import artefacts
from scoring.artefacts import find_background, find_model, find_tagger, list_models
from scoring.errors import ModelError


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two models and one tagger, and the current folder somewhere else."""
    for name in ("default", "second", "taggers/cue", "background", ".hidden"):
        (tmp_path / "top/models" / name).mkdir(parents=True)
    (tmp_path / "top/pyproject.toml").touch()
    (tmp_path / "top/models/README.md").touch()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setattr(artefacts, "_PACKAGE", tmp_path / "top/scoring")
    return tmp_path / "top"


def test_names_leave_out_taggers_background_files_and_hidden_folders(checkout: Path) -> None:
    assert list_models() == ["default", "second"]


def test_a_name_finds_the_shipped_model_though_a_folder_here_is_called_the_same(checkout: Path) -> None:
    Path("default").mkdir()
    assert find_model("default") == checkout / "models/default"
    assert find_model(Path("default")) == Path("default")
    assert find_model("./default") == Path("default")


def test_a_folder_of_ones_own(checkout: Path, tmp_path: Path) -> None:
    assert find_model(str(checkout / "models/second")) == checkout / "models/second"
    Path("mine").mkdir()
    assert find_model("mine") == Path("mine")


@pytest.mark.parametrize("name", ["", "absent", "taggers", "../nowhere", "models/absent", "a\nb"])
def test_neither_a_name_nor_a_folder(checkout: Path, name: str) -> None:
    with pytest.raises(ModelError, match="Models: default, second"):
        find_model(name)


def test_a_tagger_by_name(checkout: Path) -> None:
    assert find_tagger("cue") == checkout / "models/taggers/cue"


@pytest.mark.parametrize("name", ["", "absent", "../default", "cue/../cue", ".", ".."])
def test_a_tagger_is_never_a_path(checkout: Path, name: str) -> None:
    with pytest.raises(ModelError, match="Taggers: cue"):
        find_tagger(name)


def test_the_background_is_found_or_its_lack_is_told(checkout: Path) -> None:
    assert find_background() == checkout / "models/background"
    (checkout / "models/background").rmdir()
    with pytest.raises(ModelError, match="No background frequencies were found"):
        find_background()


def test_an_installed_wheel_has_its_models_inside_the_package(checkout: Path) -> None:
    (checkout / "scoring/_models/inside").mkdir(parents=True)
    assert list_models() == ["inside"]
    with pytest.raises(ModelError, match="Taggers: none"):
        find_tagger("cue")


def test_a_name_too_long_for_a_file_is_none() -> None:
    with pytest.raises(ModelError, match="neither a model"):
        find_model("a" * 9999)


def test_a_neighbour_called_models_is_not_ours_outside_a_checkout(checkout: Path) -> None:
    (checkout / "pyproject.toml").unlink()
    with pytest.raises(ModelError, match="No folder of models was found"):
        find_model("default")
