"""Where the trained models and taggers lie: the one module that computes a path from ``__file__``.

In a checkout they are in ``models/`` beside the package, in an installed wheel in ``scoring/_models/``.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from scoring.errors import ModelError

_PACKAGE = Path(__file__).resolve().parent
_TAGGERS = "taggers"
_BACKGROUND = "background"
_NAME = re.compile(r"\w[\w.-]*")


def find_model(name_or_folder: str | Path) -> Path:
    """Return the folder of a model.

    Parameters
    ----------
    name_or_folder : str or Path
        The name of a model that comes with sourcegrade, or the path of a folder that holds one.
        A string that is such a name is taken as the name, even if a folder here is called the same.

    Returns
    -------
    Path
        An existing folder. What it holds is checked by whoever opens it.

    Raises
    ------
    ModelError
        If it is neither; the message lists the names there are.

    Examples
    --------
    >>> find_model("default").name
    'default'
    >>> find_model("no-such-model")
    Traceback (most recent call last):
        ...
    scoring.errors.ModelError: 'no-such-model' is neither a model that comes with sourcegrade nor a folder...
    """
    names = list_models()
    if isinstance(name_or_folder, str) and name_or_folder in names:
        return _home() / name_or_folder
    if str(name_or_folder) and os.path.isdir(name_or_folder):  # Path raises where a name is too long
        return Path(name_or_folder)
    raise ModelError(
        f"{str(name_or_folder)!r} is neither a model that comes with sourcegrade nor a folder. "
        f"Models: {_listing(names)}. Give one of these names, or the folder that `sourcegrade train` wrote."
    )


def list_models() -> list[str]:
    """Return the names of the models that come with sourcegrade, sorted.

    Examples
    --------
    >>> "default" in list_models()
    True
    """
    return [name for name in _folders_in(_home()) if name not in (_TAGGERS, _BACKGROUND)]


def find_tagger(name: str) -> Path:
    """Return the folder of a tagger, ``taggers/NAME`` among the models.

    Parameters
    ----------
    name : str
        A name only; a path is refused.

    Raises
    ------
    ModelError
        If there is none of that name; the message lists the names there are.

    Examples
    --------
    >>> find_tagger("../default")
    Traceback (most recent call last):
        ...
    scoring.errors.ModelError: No tagger is called '../default'. Taggers: ...
    """
    names = list_taggers()
    if name in names:
        return _home() / _TAGGERS / name
    raise ModelError(
        f"No tagger is called {name!r}. Taggers: {_listing(names)}. "
        "Give one of these names; `make models` fits them anew from the corpora."
    )


def list_taggers() -> list[str]:
    """Return the names of the taggers that come with sourcegrade, sorted.

    Examples
    --------
    >>> "attribution" in list_taggers()
    True
    """
    return _folders_in(_home() / _TAGGERS)


def find_background() -> Path:
    """Return the folder of the background frequencies, ``background`` among the models.

    Raises
    ------
    ModelError
        If it is missing.

    Examples
    --------
    >>> find_background().name
    'background'
    """
    folder = _home() / _BACKGROUND
    if folder.is_dir():
        return folder
    raise ModelError(
        f"No background frequencies were found. Looked for {folder}. "
        "Install sourcegrade again, or run `make models` in a checkout."
    )


def _home() -> Path:
    """Return the folder that holds all models; it exists."""
    installed, checkout = _PACKAGE / "_models", _PACKAGE.parent / "models"
    if installed.is_dir():
        return installed
    if checkout.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return checkout
    raise ModelError(
        f"No folder of models was found. Looked for {installed} and, in a checkout, {checkout}. "
        "Install sourcegrade again, or run `make models` in a checkout."
    )


def _folders_in(folder: Path) -> list[str]:
    """Return the names of the folders directly inside, sorted; none if there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and _NAME.fullmatch(entry.name))


def _listing(names: list[str]) -> str:
    """Return the names for a message."""
    return ", ".join(names) or "none"
