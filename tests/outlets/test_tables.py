from __future__ import annotations

import csv

import pandas as pd
import pytest

from scoring.tables import disarm, write_csv


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("", ""),
        ("Gazette", "Gazette"),
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-x", "'-x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("'=1", "'=1"),
        (-3.5, -3.5),
        (None, None),
    ],
)
def test_formulas_are_disarmed(cell, safe):
    assert disarm(cell) == safe


def test_files_are_the_same_bytes_and_safe(tmp_path):
    frame = pd.DataFrame({"=outlet": ["=cmd", 'a "quoted", b\nc', None], "mean": [-1.5, float("nan"), 2.0]})
    for name in ("one.csv", "two.csv"):
        write_csv(frame, tmp_path / name)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    with (tmp_path / "one.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows == [["'=outlet", "mean"], ["'=cmd", "-1.5"], ['a "quoted", b\nc', ""], ["", "2"]]


def test_repeated_column_names_are_kept(tmp_path):
    frame = pd.DataFrame([["=a", "+b"]], columns=["x", "x"])
    write_csv(frame, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == "x,x\n'=a,'+b\n"


def test_broken_characters_do_not_stop_the_file(tmp_path):
    write_csv(pd.DataFrame({"x": ["a\ud800b"]}, dtype=object), tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == "x\na?b\n"
