"""Tables on their way out of the program, safe to open in a spreadsheet."""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pandas import DataFrame

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet run a cell as a formula (OWASP, "CSV Injection")."""


def disarm(cell: Any) -> Any:
    """Return the cell; a text that a spreadsheet would run as a formula gets an apostrophe before it.

    Numbers are left alone, so that negative ones stay numbers. Half a character (a lone surrogate,
    which JSON may hold and UTF-8 may not) becomes "?".

    Examples
    --------
    >>> disarm("=1+1"), disarm("Gazette"), disarm(-3.5)
    ("'=1+1", 'Gazette', -3.5)
    """
    if not isinstance(cell, str):
        return cell
    whole = cell.encode("utf-8", "replace").decode("utf-8")
    return f"'{whole}" if whole.startswith(FORMULA_STARTS) else whole


def write_csv(frame: DataFrame, path: str | PathLike[str]) -> None:
    """Write a table as UTF-8 CSV with ``\\n`` line ends; the same bytes for the same table.

    Parameters
    ----------
    frame : pandas.DataFrame
        Its index is left out. Numbers keep six digits; undefined ones (NaN) and missing texts become
        empty cells.
    path : path-like
        The file to write; an existing one is replaced.
    """
    safe = frame.rename(columns=disarm)
    for place, kind in enumerate(safe.dtypes):
        if kind.kind not in "biufcmM":
            safe.isetitem(place, [disarm(cell) for cell in safe.iloc[:, place]])
    safe.to_csv(path, index=False, float_format="%.6g", encoding="utf-8", lineterminator="\n")
