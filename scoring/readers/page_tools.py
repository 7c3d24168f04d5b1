"""The libraries that take web pages apart: found, loaded when first needed, kept quiet."""

from __future__ import annotations

import importlib
import logging
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any, NamedTuple

from scoring.errors import InputError

MISSING = (
    "HTML files need trafilatura and justext, which are not (or not wholly) installed. "
    "Install the extra html (in a checkout: pip install '.[html]'), or save the articles' text as .txt."
)

_lock = threading.Lock()


class Tools(NamedTuple):
    """The libraries that read pages."""

    trafilatura: Any
    justext: Any
    lxml_html: Any
    etree: Any


def require_tools() -> None:
    """Look for the libraries without loading them.

    Raises
    ------
    InputError
        They are not installed.
    """
    if not all(find_spec(name) for name in ("trafilatura", "justext")):
        raise InputError(MISSING)


def import_tools() -> Tools:
    """Load the libraries.

    Raises
    ------
    InputError
        They are not (or not wholly) installed.
    """
    try:
        return Tools(*map(importlib.import_module, ("trafilatura", "justext", "lxml.html", "lxml.etree")))
    except ImportError as error:
        raise InputError(MISSING) from error


@contextmanager
def quietly() -> Iterator[None]:
    """Silence the libraries for one page: their news are rejections, said by us."""
    logger = logging.getLogger("trafilatura")
    with _lock, warnings.catch_warnings():  # both settings belong to the process, so one page at a time
        warnings.simplefilter("ignore")
        level = logger.level
        logger.setLevel(logging.CRITICAL + 1)
        try:
            yield
        finally:
            logger.setLevel(level)
