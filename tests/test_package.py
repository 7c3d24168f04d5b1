"""The project as a package: where it is imported from, what lies at its top, what it depends on."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import scoring

ROOT = Path(__file__).resolve().parent.parent

TOP_FOLDERS = {"scoring", "models", "reports", "tests", "seeds"}
TOP_FILES = {"pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile"}

GPL = re.compile(r"\bA?GPL|(?<!Lesser )General Public License")
OTHERS = re.compile(r"\b(?:MIT|BSD|Apache|MPL|Mozilla|PSF|Python Software Foundation|ISC|LGPL|Lesser)")
"""Licences that a package under the GPL may also be had under."""


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """The files that git tracks, as paths from the top."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("needs git")
    if done.returncode or not done.stdout:
        pytest.skip("needs a git checkout")
    return done.stdout.rstrip("\0").split("\0")


def test_scoring_is_this_checkout_and_no_namesake_from_the_index() -> None:
    assert scoring.__file__ is not None
    assert Path(scoring.__file__).resolve() == ROOT / "scoring" / "__init__.py"


def test_the_version_is_the_projects() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert scoring.__version__ == project["version"]


def test_the_top_level_holds_what_the_owner_fixed(tracked: list[str]) -> None:
    folders = {path.split("/")[0] for path in tracked if "/" in path}
    files = {path for path in tracked if "/" not in path}
    unexpected = {name for name in (folders - TOP_FOLDERS) | (files - TOP_FILES) if not name.startswith(".")}
    assert not unexpected


def test_no_file_names_a_path_of_one_machine(tracked: list[str]) -> None:
    here = [f"{path}/" for path in (ROOT, Path.home()) if len(path.parts) > 1]
    anywhere = r"/(?:home|root|work|Users)/\w|[A-Z]:\\Users\\\w"
    machine = re.compile(rf"(?<![\w.])(?:{'|'.join([*map(re.escape, here), anywhere])})")
    found = []
    for path in tracked:
        if not (ROOT / path).is_file():  # deleted, and not yet committed as such
            continue
        lines = (ROOT / path).read_text(encoding="utf-8", errors="replace").splitlines()
        found += [f"{path}:{number}" for number, line in enumerate(lines, 1) if machine.search(line)]
    assert not found


def test_nothing_we_require_is_under_the_gpl_alone() -> None:
    """All that pip installs for us, extras and development tools included, by its own metadata."""
    licences = {package.name: licence_of(package) for package in required()}
    gpl = {name: words for name, words in licences.items() if GPL.search(words) and not OTHERS.search(words)}
    assert not gpl


def required() -> list[Distribution]:
    """Every installed distribution that sourcegrade needs, directly or through others."""
    found: dict[str, Distribution] = {}
    todo = ["sourcegrade[html,parquet,scale,web,dev]"]
    while todo:
        asked = Requirement(todo.pop())
        name = re.sub(r"[-_.]+", "-", asked.name).lower()
        try:
            package = distribution(name)
        except PackageNotFoundError:  # for another system, or an extra that is not installed
            continue
        key = f"{name}[{','.join(sorted(asked.extras))}]"
        if key not in found:
            found[key] = package
            todo += [line for line in package.requires or () if applies(Requirement(line), asked.extras)]
    return list(found.values())


def applies(requirement: Requirement, extras: set[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def licence_of(package: Distribution) -> str:
    """What its metadata says: the licence expression, else classifiers and the licence's first line."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return str(expression)
    classifiers = [line for line in metadata.get_all("Classifier") or () if line.startswith("License")]
    return "; ".join([*classifiers, metadata.get("License", "").split("\n")[0]])


def test_the_licences_were_read() -> None:
    names = {package.name.lower() for package in required()}
    assert {"numpy", "scikit-learn", "textstat", "pyphen"} <= names
    assert "MPL" in licence_of(distribution("pyphen"))


def test_the_command_and_the_module_are_the_same_program(tmp_path: Path) -> None:
    script = Path(sys.executable).with_name("sourcegrade")
    said = [
        subprocess.run([*start, "--help"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        for start in ([str(script)], [sys.executable, "-m", "scoring"])
    ]
    assert "score" in said[0]
    assert said[0] == said[1]


def test_a_test_that_leaves_the_machine_fails() -> None:
    with pytest.raises(AssertionError, match="nothing may be fetched"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()
