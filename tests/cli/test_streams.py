"""Real processes: pipes, encodings, several cores, Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import scoring

HOME = str(Path(scoring.__file__).resolve().parent.parent)


def environment(**more: str) -> dict[str, str]:
    path = os.pathsep.join(filter(None, [HOME, os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONPATH": path} | more


def sourcegrade(*arguments: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    words = [sys.executable, "-m", "scoring", *map(str, arguments)]
    return subprocess.run(
        words, cwd=cwd, env=environment(**more), capture_output=True, check=False, timeout=300
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_processes_give_the_bytes_of_one(root: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        done = sourcegrade(
            "score", root / "seeds/articles", "-o", jobs, "--jobs", jobs, "--cards", "4", cwd=tmp_path
        )
        assert done.returncode == 0, done.stderr.decode()
    one, two = contents(tmp_path / "1"), contents(tmp_path / "2")
    assert len(one) == 9
    assert one == two


@pytest.mark.parametrize(
    "command", [["measures"], ["features", "{seeds}", "-o", "-"], ["evidence", "{seeds}", "-o", "-"]]
)
def test_a_reader_that_leaves_is_no_error(command: list[str], root: Path, tmp_path: Path) -> None:
    words = [word.format(seeds=root / "seeds/articles") for word in command]
    process = subprocess.Popen(
        [sys.executable, "-m", "scoring", *words],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=120) in (0, 141)
    assert errors == b""


@pytest.mark.parametrize("command", [["measures"], ["explain", "rail-anvil.txt"], ["--help"]])
def test_a_terminal_that_knows_ascii_alone(command: list[str], root: Path) -> None:
    done = sourcegrade(*command, cwd=root / "seeds/articles", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()


def test_data_on_stdout_is_utf_8_whatever_the_terminal(tmp_path: Path) -> None:
    record = {"id": "Zoë", "text": "It may “rain”, Zoë said."}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    done = sourcegrade("features", "a.jsonl", "-o", "-", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert done.stdout.decode("utf-8").splitlines()[1].startswith("Zoë,")


@pytest.mark.skipif(os.name == "nt", reason="a shell of POSIX")
@pytest.mark.parametrize(
    ("command", "status"), [("explain a.txt", 0), ("features a.txt -o -", 0), ("explain b.txt", 2)]
)
def test_closed_streams_are_no_error(command: str, status: int, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It may rain.", encoding="utf-8")
    words = ["sh", "-c", f'exec "$0" -m scoring {command} >&- 2>&-', sys.executable]
    done = subprocess.run(words, cwd=tmp_path, env=environment(), check=False, timeout=120)
    assert done.returncode == status


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_ctrl_c_leaves_the_earlier_run(number: str, root: Path, tmp_path: Path) -> None:
    assert (
        sourcegrade("score", root / "seeds/articles", "-o", "out", "--cards", "2", cwd=tmp_path).returncode
        == 0
    )
    before = contents(tmp_path / "out")
    many = tmp_path / "many.jsonl"
    record = json.dumps({"text": "The council said that it may rain. " * 100})
    many.write_text(f"{record}\n" * 3000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "scoring", "score", "many.jsonl", "-o", "out"],
        cwd=tmp_path,
        env=environment(),
        stderr=subprocess.PIPE,
    )
    for _ in range(600):
        if list((tmp_path / "out").glob(".sourcegrade-*.part/cards")):
            break
        time.sleep(0.05)
    time.sleep(0.3)
    process.send_signal(getattr(signal, number))
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.decode().strip() == "Interrupted."
    assert contents(tmp_path / "out") == before
