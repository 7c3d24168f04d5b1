"""Model folders: written with skops and JSON, read only if every type in them is on the list.

A folder holds ``model.skops`` (the fitted estimators), ``model.json`` (format, columns, reference,
digest), ``card.md`` and ``metrics.json``. Nothing is ever unpickled.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from skops.io import dumps, get_untrusted_types, loads

from scoring import __version__
from scoring.artefacts import find_model
from scoring.errors import ModelError
from scoring.model.additive import AdditiveClassifier
from scoring.model.canonical import canonicalise
from scoring.model.coverage import read_coverage
from scoring.model.preparing import score_columns
from scoring.model.scores import Model, Reference
from scoring.model.target import Target, to_state

FORMAT = 1
TRUSTED = ["scoring.model.additive.AdditiveClassifier"]
"""Types that a model file may hold beside those skops trusts by itself."""
KEYS = ("format", "name", "version", "sha256", "columns", "targets", "ranges", "reference")
"""What ``model.json`` holds."""
AGAIN = "Train the model again."
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError),
    *(ValueError, LookupError, TypeError, AttributeError, ImportError, ArithmeticError, AssertionError),
    *(MemoryError, SyntaxError, tokenize.TokenError, struct.error, lzma.LZMAError),
)
"""What opening a damaged or crafted file can raise, here and inside skops."""


def save_model(model: Model, folder: Path) -> None:
    """Write ``model.skops`` and ``model.json``; the same model gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    content = canonicalise(dumps({name: to_state(target) for name, target in model.targets.items()}))
    (folder / "model.skops").write_bytes(content)
    about = _describe(model, hashlib.sha256(content).hexdigest())
    text = json.dumps(about, indent=1, allow_nan=False) + "\n"
    (folder / "model.json").write_text(text, encoding="utf-8", newline="\n")


def _describe(model: Model, digest: str) -> dict[str, Any]:
    reference = model.reference
    return {
        "format": FORMAT,
        "name": model.name,
        "version": model.version,
        "sha256": digest,
        "columns": list(model.columns),
        "targets": list(model.targets),
        "ranges": {name: list(model.ranges[name]) for name in model.columns},
        "reference": {
            "corpus": reference.corpus,
            "articles": reference.articles,
            "medians": dict(reference.medians),
            "quantiles": {name: list(values) for name, values in reference.quantiles.items()},
        },
    }


def load_model(name_or_folder: str | Path = "default") -> Model:
    """Open a model by the name of a shipped one or the path of a folder.

    Parameters
    ----------
    name_or_folder : str or Path
        A name comes before a folder of the same name.

    Returns
    -------
    Model

    Raises
    ------
    ModelError
        If there is none, or it is damaged, of another format or release, made for other measures, or
        holds types that are not on the list. Nothing in the file is executed.

    Examples
    --------
    >>> sorted(load_model().targets)
    ['bias', 'quality']
    """
    folder = find_model(name_or_folder)
    about, content = _read_about(folder), _read_bytes(folder / "model.skops")
    digest = hashlib.sha256(content).hexdigest()
    if digest != about["sha256"]:
        found = "model.skops does not match the digest in model.json: the file is damaged or was changed"
        raise ModelError(f"{folder}: {found}. {AGAIN}")
    _check_version(folder, about["version"])
    _check_columns(folder, about["columns"])
    targets = _open_targets(folder, content)
    try:
        model = Model(
            name=str(about["name"]),
            version=str(about["version"]),
            digest=digest[:16],
            columns=tuple(about["columns"]),
            targets={name: targets[name] for name in about["targets"]},
            reference=_read_reference(about["reference"]),
            ranges={name: (float(low), float(high)) for name, (low, high) in about["ranges"].items()},
            coverage=read_coverage(folder),
        )
        _check_whole(model, targets)
    except (LookupError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise ModelError(f"{folder}: model.json is not as `train` writes it ({error}). {AGAIN}") from error
    return model


def _read_reference(found: Mapping[str, Any]) -> Reference:
    """The reference articles, every figure a number."""
    medians = {name: float(value) for name, value in found["medians"].items()}
    quantiles = {name: tuple(map(float, values)) for name, values in found["quantiles"].items()}
    if not all(quantiles.values()):
        raise ValueError("the reference lacks quantiles")
    return Reference(str(found["corpus"]), int(found["articles"]), medians, quantiles)


def _read_about(folder: Path) -> Mapping[str, Any]:
    try:
        about = json.loads(_read_bytes(folder / "model.json"))
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{folder}: model.json is no valid JSON ({error}). {AGAIN}") from error
    missing = [key for key in KEYS if not isinstance(about, dict) or key not in about]
    if "format" not in missing and about["format"] != FORMAT:
        found = f"format {about['format']!r} found, {FORMAT} expected"
        raise ModelError(f"{folder}: {found}. Train the model again with this version.")
    if missing:
        raise ModelError(f"{folder}: model.json lacks {', '.join(missing)}. {AGAIN}")
    return dict(about)


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        found = f"{path.name} cannot be read ({error.strerror})"
        raise ModelError(f"{path.parent}: {found}. A model is model.skops and model.json.") from error


def _check_version(folder: Path, found: object) -> None:
    """Between releases a measure may come to mean something else under the same name."""
    if str(found).split(".")[:2] != __version__.split(".")[:2]:
        said = f"made by sourcegrade {found}, whose measures may differ from those of {__version__}"
        raise ModelError(f"{folder}: {said}. Train the model again with this version.")


def _check_columns(folder: Path, found: object) -> None:
    """A model stays usable when measures are added: it must name measures there are, in their order."""
    names = [str(name) for name in found] if isinstance(found, list) else []
    if names and names == [name for name in score_columns() if name in set(names)]:
        return
    changed = sorted(set(names) - set(score_columns())) or ["their order"]
    said = f"made for other measures than this version has ({', '.join(changed[:5])})"
    raise ModelError(f"{folder}: {said}. {AGAIN}")


def _open_targets(folder: Path, content: bytes) -> dict[str, Target]:
    """Check every type in the file before anything is made of it."""
    try:
        unknown = [found for found in get_untrusted_types(data=content) if found not in TRUSTED]
        if unknown:
            said = f"model.skops holds types that are not allowed: {', '.join(unknown[:3])}"
            raise ModelError(f"{folder}: {said}. Refused; nothing in it was run.")
        states = loads(content, trusted=TRUSTED)
        return {str(name): _make_target(state) for name, state in states.items()}
    except _BROKEN as error:
        found = f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"
        raise ModelError(f"{folder}: model.skops cannot be opened ({found}). {AGAIN}") from error


def _check_whole(model: Model, targets: Mapping[str, Target]) -> None:
    """model.json has no digest: what it says must fit model.skops, and be whole.

    Raises
    ------
    LookupError, TypeError, ValueError
        If something is missing, is no number, or contradicts the other file.
    """
    if set(model.targets) != set(targets):
        raise ValueError("its targets are not those of model.skops")
    fits = [fit for target in targets.values() for fit in (target.curves, *target.refits)]
    if any(tuple(fit.columns) != model.columns for fit in fits):
        raise ValueError("its columns are not those of model.skops")
    for name in model.columns:
        low, high = model.ranges[name]
        places = [float(place) for place in model.reference.quantiles[name]]
        if not low <= high or places != sorted(places) or not places:
            raise ValueError(f"the range or the quantiles of {name} do not rise")
        if np.isinf([low, high, *places, model.reference.medians[name]]).any():
            raise ValueError(f"a figure of {name} is beyond all numbers")


def _make_target(state: Mapping[str, Any]) -> Target:
    target = Target(**state)
    if not all(isinstance(curves, AdditiveClassifier) for curves in (target.curves, *target.refits)):
        raise TypeError("a target's curves are no AdditiveClassifier")
    usual, words = target.reference[None, :], np.array([1000.0])
    if not np.isfinite([*target.predict(usual, words), target.explain(usual, words).sum(axis=1)]).all():
        raise ValueError("the reference article gets no score")
    return target
