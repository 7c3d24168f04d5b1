from __future__ import annotations

import hashlib
import io
import json
import math
import os
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from skops.io import dumps

from scoring.artefacts import find_model
from scoring.errors import ModelError
from scoring.extractors import COLUMNS
from scoring.model import load_model, save_model
from scoring.model.canonical import canonicalise
from scoring.model.target import to_state

USUAL = dict.fromkeys(COLUMNS, float("nan")) | {"language_word_count": 400.0}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(find_model("default"), tmp_path / "copy"))


def change_about(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    path = folder / "model.json"
    about = json.loads(path.read_text(encoding="utf-8"))
    change(about)
    path.write_text(json.dumps(about), encoding="utf-8")


def replace_content(folder: Path, content: bytes) -> None:
    """As a crafted folder would be: the digest is right."""
    (folder / "model.skops").write_bytes(content)
    change_about(folder, lambda about: about.update(sha256=hashlib.sha256(content).hexdigest()))


def test_a_saved_model_loads_and_scores_the_same(tmp_path: Path) -> None:
    model = load_model()
    save_model(model, tmp_path / "again")
    again = load_model(tmp_path / "again")
    assert again.predict([USUAL]) == model.predict([USUAL])
    assert (again.ranges, again.reference, again.columns) == (model.ranges, model.reference, model.columns)


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param(None, {}, id="no metrics.json"),
        pytest.param("no JSON", {}, id="damaged"),
        pytest.param("[]", {}, id="another shape"),
        pytest.param("[" * 100_000, {}, id="nested too deeply"),
        pytest.param('{"targets": {"bias": {"coverage": null}}}', {}, id="a test that could not be made"),
        pytest.param('{"targets": {"bias": {"coverage": 0.8}}}', {"bias": 0.8}, id="measured"),
    ],
)
def test_coverage_is_read_where_it_was_measured(
    record: str | None, expected: dict[str, float], folder: Path
) -> None:
    (folder / "metrics.json").unlink()
    if record is not None:
        (folder / "metrics.json").write_text(record, encoding="utf-8")
    assert load_model(folder).coverage == expected


def test_the_same_model_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        save_model(load_model(), tmp_path / name)
    save_model(load_model(tmp_path / "one"), tmp_path / "three")
    for name in ("two", "three"):
        for file in ("model.skops", "model.json"):
            assert (tmp_path / name / file).read_bytes() == (tmp_path / "one" / file).read_bytes()


def test_a_saved_model_is_undated_and_packed(tmp_path: Path) -> None:
    save_model(load_model(), tmp_path)
    with zipfile.ZipFile(tmp_path / "model.skops") as packed:
        assert {member.date_time for member in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert packed.testzip() is None
    assert (tmp_path / "model.skops").stat().st_size < 1_000_000


def test_canonical_bytes_hold_the_same_arrays() -> None:
    from skops.io import loads

    shared = np.arange(5.0)
    thing = {"a": shared, "b": [shared, np.zeros(3)], "c": ("x", 1, 2.5, None)}
    found = loads(canonicalise(dumps(thing)))
    np.testing.assert_array_equal(found["b"][0], shared)
    assert found["c"] == thing["c"]
    assert canonicalise(dumps(thing)) == canonicalise(dumps(json.loads('{"a": 0}') | thing))


@pytest.mark.parametrize("file", ["model.skops", "model.json"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(ModelError, match=f"{file} cannot be read"):
        load_model(folder)


def test_a_changed_byte_is_noticed(folder: Path) -> None:
    content = bytearray((folder / "model.skops").read_bytes())
    content[len(content) // 2] ^= 1
    (folder / "model.skops").write_bytes(bytes(content))
    with pytest.raises(ModelError, match="does not match the digest"):
        load_model(folder)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="no bytes"),
        pytest.param(lambda content: b"not a zip file", id="no zip file"),
        pytest.param(lambda content: content[: len(content) // 2], id="half a file"),
        pytest.param(lambda content: content[:2000] + b"\0" * 500 + content[2500:], id="zeros inside"),
        pytest.param(lambda content: dumps([1, 2]), id="a list"),
        pytest.param(lambda content: dumps({"quality": {"curves": 1}}), id="a target without its parts"),
        pytest.param(lambda content: break_array(content), id="an array whose header goes on"),
        pytest.param(lambda content: pack({}), id="an empty zip file"),
        pytest.param(lambda content: pack({"schema.json": b"{}"}), id="an empty schema"),
        pytest.param(lambda content: pack({"schema.json": b"[" * 100_000}), id="nested too deeply"),
    ],
)
def test_a_damaged_or_foreign_file_with_the_right_digest_is_an_error(
    folder: Path, damage: Callable[[bytes], bytes]
) -> None:
    replace_content(folder, damage((folder / "model.skops").read_bytes()))
    with pytest.raises(ModelError, match="Train the model again"):
        load_model(folder)


def break_array(content: bytes) -> bytes:
    """The first array's header opens a bracket that is never closed, as Python 2 might have written it."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    name = next(name for name in members if name.endswith(".npy"))
    members[name] = members[name].replace(b"'shape': (", b"'shape':(((", 1)
    return pack(members)


def pack(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as out:
        for name, content in members.items():
            out.writestr(name, content)
    return buffer.getvalue()


class Trap:
    """A type that is not on the list; making one leaves a mark."""

    made: list[str] = []  # noqa: RUF012

    def __init__(self) -> None:
        self.note = "x"

    def __setstate__(self, state: object) -> None:
        Trap.made.append("set")


def node(module: str, name: str, loader: str, content: Any) -> dict[str, Any]:
    return {"__class__": name, "__module__": module, "__loader__": loader, "content": content, "__id__": 99}


@pytest.mark.parametrize("where", ["beside the targets", "inside a target", "as the whole"])
def test_a_type_that_is_not_on_the_list_is_refused_and_nothing_of_it_runs(folder: Path, where: str) -> None:
    targets: dict[str, Any] = {name: to_state(target) for name, target in load_model().targets.items()}
    Trap.made.clear()
    if where == "beside the targets":
        targets["more"] = Trap()
    elif where == "inside a target":
        targets["quality"]["slope"] = Trap()
    replace_content(folder, dumps(Trap() if where == "as the whole" else targets))
    with pytest.raises(ModelError, match=r"types that are not allowed: .*Trap.*nothing in it was run"):
        load_model(folder)
    assert Trap.made == []


@pytest.mark.parametrize(
    "planted",
    [
        pytest.param(
            {
                "__class__": "function",
                "__module__": "builtins",
                "__loader__": "FunctionNode",
                "content": {"module_path": "os", "function": "mkdir"},
                "__id__": 7,
            },
            id="a function of os",
        ),
        pytest.param(
            node("builtins", "reduce", "ReduceNode", {"reduce": [], "constructor": "os.system"}),
            id="a reduce",
        ),
        pytest.param(
            {"__class__": "system", "__module__": "os", "__loader__": "TypeNode", "__id__": 8}, id="a type"
        ),
        pytest.param(node("os", "system", "UnknownNode", "touch planted"), id="a loader nobody knows"),
    ],
)
def test_a_crafted_node_is_refused(
    folder: Path, planted: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "system", lambda command: pytest.fail(f"ran {command}"))
    state = node("builtins", "dict", "DictNode", {"quality": planted})
    state |= {"key_types": node("builtins", "list", "ListNode", []), "protocol": 2, "_skops_version": "0.11"}
    replace_content(folder, pack({"schema.json": json.dumps(state).encode()}))
    with pytest.raises(ModelError):
        load_model(folder)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(
            lambda about: about.update(format=99), "format 99 found, 1 expected", id="a later format"
        ),
        pytest.param(lambda about: about.update(format="1"), "format '1' found", id="a format that is text"),
        pytest.param(lambda about: about.pop("ranges"), "lacks ranges", id="a key less"),
        pytest.param(lambda about: about.clear(), "lacks format, name", id="nothing"),
        pytest.param(lambda about: about["columns"].reverse(), "their order", id="another order"),
        pytest.param(lambda about: about["columns"].append("new_rate"), "new_rate", id="a column more"),
        pytest.param(lambda about: about.update(columns=None), "other measures", id="no columns"),
        pytest.param(
            lambda about: about["reference"].pop("medians"), "not as `train`", id="half a reference"
        ),
        pytest.param(lambda about: about.update(ranges=[]), "not as `train`", id="ranges as a list"),
        pytest.param(lambda about: about["ranges"].popitem(), "not as `train`", id="a range less"),
        pytest.param(
            lambda about: about["reference"]["medians"].update(language_lix_grade="x"),
            "not as `train`",
            id="a median that is text",
        ),
        pytest.param(
            lambda about: about["reference"]["quantiles"].update(language_lix_grade=5),
            "not as `train`",
            id="quantiles that are one number",
        ),
        pytest.param(
            lambda about: about["reference"]["quantiles"].update(language_lix_grade=[1, {}]),
            "not as `train`",
            id="a quantile that is an object",
        ),
        pytest.param(
            lambda about: about.update(targets=["taste"]), "not as `train`", id="a target that is not there"
        ),
        pytest.param(lambda about: about["targets"].pop(), "targets are not", id="a target less"),
        pytest.param(
            lambda about: about.update(version="99.0.0"), "made by sourcegrade 99", id="a later release"
        ),
        pytest.param(lambda about: about.update(version=None), "made by sourcegrade None", id="no release"),
        pytest.param(lambda about: about["columns"].pop(), "columns are not", id="a column less"),
        pytest.param(lambda about: about.update(ranges={}), "not as `train`", id="ranges of nothing"),
        pytest.param(
            lambda about: next(iter(about["ranges"].values())).reverse(),
            "do not rise",
            id="a range upside down",
        ),
        pytest.param(
            lambda about: about["reference"].update(medians={}), "not as `train`", id="medians of nothing"
        ),
        pytest.param(
            lambda about: about["reference"].update(medians=dict.fromkeys(about["columns"], "x")),
            "not as `train`",
            id="medians that are no numbers",
        ),
        pytest.param(
            lambda about: about["reference"].update(quantiles={}), "not as `train`", id="quantiles of nothing"
        ),
        pytest.param(
            lambda about: about["reference"].update(quantiles={key: [2, 1] for key in about["columns"]}),
            "do not rise",
            id="quantiles that fall",
        ),
        pytest.param(
            lambda about: about.update(ranges={key: [0, math.inf] for key in about["columns"]}),
            "beyond all numbers",
            id="a range without an end",
        ),
        pytest.param(
            lambda about: about["reference"]["medians"].update(language_lix_grade=-math.inf),
            "beyond all numbers",
            id="a median below all numbers",
        ),
    ],
)
def test_what_model_json_may_not_say(
    folder: Path, change: Callable[[dict[str, Any]], object], says: str
) -> None:
    change_about(folder, change)
    with pytest.raises(ModelError, match=says):
        load_model(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[1]", b"null"])
def test_model_json_that_is_none(folder: Path, content: bytes) -> None:
    (folder / "model.json").write_bytes(content)
    with pytest.raises(ModelError, match=r"copy: model\.json"):
        load_model(folder)


@pytest.mark.parametrize("name", ["mine 2", "módel", "a.b", "-x"])
def test_a_folder_may_have_any_name(folder: Path, name: str) -> None:
    moved = folder.rename(folder.parent / name)
    assert load_model(moved).name == "default"
    assert load_model(str(moved)).digest == load_model().digest


@pytest.mark.parametrize("name", ["", "nothing-of-this-name", "../default", "taggers"])
def test_a_name_that_is_none_says_which_there_are(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match="default"):
        load_model(name)
