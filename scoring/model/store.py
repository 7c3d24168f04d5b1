"""Model folders: written with skops and JSON, read only if every type in them is on the list.

A folder holds ``model.skops`` (the fitted estimators), ``model.json`` (format, columns, reference,
digest), ``card.md`` and ``metrics.json``. Nothing is ever unpickled.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

from skops.io import dumps, get_untrusted_types, loads

from scoring.artefacts import find_model
from scoring.errors import ModelError
from scoring.extractors import COLUMNS
from scoring.model.preparing import score_columns
from scoring.model.scores import Model, Reference
from scoring.model.target import Target, to_state

FORMAT = 1
TRUSTED = ["scoring.model.additive.AdditiveClassifier"]
"""Types that a model file may hold beside those skops trusts by itself."""


def save_model(model: Model, folder: Path) -> None:
    """Write ``model.skops`` and ``model.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    content = dumps({name: to_state(target) for name, target in model.targets.items()})
    (folder / "model.skops").write_bytes(content)
    about = {
        "format": FORMAT,
        "name": model.name,
        "version": model.version,
        "sha256": hashlib.sha256(content).hexdigest(),
        "columns": list(model.columns),
        "targets": list(model.targets),
        "ranges": {name: list(model.ranges[name]) for name in model.columns},
        "reference": {
            "corpus": model.reference.corpus,
            "articles": model.reference.articles,
            "medians": dict(model.reference.medians),
            "quantiles": {name: list(values) for name, values in model.reference.quantiles.items()},
        },
    }
    (folder / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def load_model(name_or_folder: str | Path = "default") -> Model:
    """Open a model by the name of a shipped one or the path of a folder.

    Raises
    ------
    ModelError
        If there is none, or it is damaged, of another format, made for other measures, or holds
        types that are not on the list. Nothing in the file is executed.

    Examples
    --------
    >>> sorted(load_model().targets)
    ['bias', 'quality']
    """
    folder = find_model(name_or_folder)
    about = _read_about(folder)
    content = _read_bytes(folder / "model.skops")
    digest = hashlib.sha256(content).hexdigest()
    if digest != about["sha256"]:
        raise ModelError(f"{folder.name}: model.skops does not match the digest in model.json. The file is damaged or was changed; train it again.")
    if tuple(about["columns"]) != tuple(score_columns(COLUMNS)):
        changed = sorted(set(about["columns"]) ^ set(score_columns(COLUMNS))) or ["their order"]
        raise ModelError(f"{folder.name}: made for other measures than this version has ({', '.join(changed[:5])}). Train it again.")
    return Model(
        name=about["name"],
        version=about["version"],
        digest=digest[:16],
        columns=tuple(about["columns"]),
        targets=_open_targets(folder.name, content),
        reference=Reference(**about["reference"]),
        ranges={name: (low, high) for name, (low, high) in about["ranges"].items()},
    )


def _read_about(folder: Path) -> dict[str, Any]:
    try:
        about = json.loads(_read_bytes(folder / "model.json"))
        keys = {"format", "name", "version", "sha256", "columns", "targets", "ranges", "reference"}
        if not isinstance(about, dict) or not keys <= set(about):
            raise ModelError(f"{folder.name}: model.json lacks {', '.join(sorted(keys - set(about)))}. Train the model again.")
    except ValueError as error:
        raise ModelError(f"{folder.name}: model.json is no valid JSON ({error}). Train the model again.") from error
    if about["format"] != FORMAT:
        raise ModelError(f"{folder.name}: format {about['format']} found, {FORMAT} expected. Train the model again with this version.")
    return about


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path.parent.name}: {path.name} cannot be read ({error.strerror}). A model folder holds model.skops and model.json.") from error


def _open_targets(name: str, content: bytes) -> dict[str, Target]:
    try:
        unknown = [found for found in get_untrusted_types(data=content) if found not in TRUSTED]
        if unknown:
            raise ModelError(f"{name}: model.skops holds types that are not allowed: {', '.join(unknown[:3])}. Refused; nothing was run.")
        return {target: Target(**state) for target, state in loads(content, trusted=TRUSTED).items()}
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{name}: model.skops cannot be opened ({type(error).__name__}: {error}). Train the model again.") from error
