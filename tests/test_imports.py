"""Who may import whom: the rooms in the order text flows, and one home for each large library."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scoring"

ROOMS = (
    ("article", "errors", "tables", "later"),
    ("readers", "cleaning"),
    ("document",),
    ("lexicon", "own_lexicon"),
    ("artefacts", "notebook"),
    ("taggers",),
    ("attributions",),
    ("extractors",),
    ("features",),
    ("model",),
    ("scorecard",),
    ("outlets",),
    ("reports",),
    ("validation",),
    ("engines",),
    ("cli", "web", "__main__"),
)
"""A room may import its own step and any step above it, never one below."""

STEP = {room: step for step, rooms in enumerate(ROOMS) for room in rooms}

DOORS = {"cli": ("__main__",), "web": ("cli",), "__main__": ()}
"""Nothing imports a door, but for the rooms named here: `python -m` starts cli, `serve` starts web."""

HOMES = {
    "sklearn": "scoring.model",
    "skops": "scoring.model",
    "matplotlib": "scoring.reports.charts",
    "textstat": "scoring.extractors.language",
    "dask": "scoring.engines.dask",
    "distributed": "scoring.engines.dask",
    "fastapi": "scoring.web",
    "uvicorn": "scoring.web",
    "starlette": "scoring.web",
    "click": "scoring.cli",
}
"""Library: the only module or package that may import it."""

LAZY = (
    *("pandas", "numpy", "scipy", "sklearn", "skops", "joblib", "matplotlib", "textstat", "nltk"),
    *("jinja2", "click", "dask", "distributed", "fastapi", "pyarrow", "trafilatura"),
)
"""What `import scoring` must not load."""

DISTRIBUTION = {"sklearn": "scikit-learn", "ahocorasick_rs": "ahocorasick-rs"}
"""Import name: distribution, where they differ."""


class Import(NamedTuple):
    importer: str  # dotted module
    imported: str  # dotted module, or the longest part of it that is a module of ours
    line: int
    at_import: bool  # runs when the module is imported, not only when a function is called

    def __str__(self) -> str:
        return f"{self.importer}, line {self.line}, imports {self.imported}"


@cache
def modules() -> dict[str, Path]:
    """Every module of the package: dotted name to file."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


@cache
def imports() -> tuple[Import, ...]:
    """Every import statement of the package, those inside functions and TYPE_CHECKING blocks included."""
    return tuple(row for module, path in modules().items() for row in imports_of(module, path))


def imports_of(module: str, path: Path) -> Iterator[Import]:
    """Its imports; names like `__version__` reach no further than the front and are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    inside = {id(node) for function in ast.walk(tree) if is_delayed(function) for node in ast.walk(function)}
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = base_of(node, package)
            targets = [
                longest_module(f"{base}.{alias.name}") for alias in node.names if alias.name[:2] != "__"
            ]
        else:
            continue
        for target in targets:
            yield Import(module, target, node.lineno, at_import=id(node) not in inside)


def is_delayed(node: ast.AST) -> bool:
    """True for what does not run when its module is imported."""
    if isinstance(node, ast.If):
        return ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING")
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def base_of(node: ast.ImportFrom, package: str) -> str:
    """The dotted module that `from ... import` names, with leading dots resolved."""
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


def longest_module(name: str) -> str:
    """Cut a name from its end until it is a module; names from other packages lose their last part."""
    if not name.startswith("scoring."):
        return name.rpartition(".")[0]
    while name not in modules() and "." in name:
        name = name.rpartition(".")[0]
    return name


def room_of(module: str) -> str | None:
    """The room of one of our modules; None for the package's own front, `scoring/__init__.py`."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


def lies_in(module: str, home: str) -> bool:
    return module == home or module.startswith(f"{home}.")


def ours() -> list[Import]:
    return [row for row in imports() if lies_in(row.imported, "scoring") and row.importer != "scoring"]


def others() -> list[Import]:
    top = sys.stdlib_module_names | {"scoring"}
    return [row for row in imports() if row.imported.split(".")[0] not in top]


def test_every_module_stands_in_a_room() -> None:
    homeless = [module for module in modules() if room_of(module) not in (None, *STEP)]
    assert not homeless, f"no room in ROOMS for: {homeless}"


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {name.rpartition(".")[0] for name in modules() if "." in name}
    assert folders <= set(modules()), "a folder without __init__.py"


def test_no_room_imports_one_to_its_right() -> None:
    breaches = [
        str(row)
        for row in ours()
        if room_of(row.imported) is not None and STEP[room_of(row.imported)] > STEP[room_of(row.importer)]
    ]
    assert not breaches, "\n".join(breaches)


def test_nothing_imports_a_door() -> None:
    breaches = [
        str(row)
        for row in ours()
        if (door := room_of(row.imported)) in DOORS and room_of(row.importer) not in (door, *DOORS[door])
    ]
    assert not breaches, "\n".join(breaches)


def test_only_doors_use_the_front() -> None:
    """`import scoring` from within a room would reach rooms to its right unseen."""
    breaches = [
        str(row) for row in ours() if room_of(row.imported) is None and room_of(row.importer) not in DOORS
    ]
    assert not breaches, "\n".join(breaches)


def test_extractors_never_import_each_other() -> None:
    breaches = [
        str(row)
        for row in ours()
        if (target := extractor_of(row.imported))
        and lies_in(row.importer, "scoring.extractors")
        and row.importer != "scoring.extractors"
        and target != extractor_of(row.importer)
    ]
    assert not breaches, "\n".join(breaches)


def extractor_of(module: str) -> str | None:
    """The extractor that a module is or belongs to; None for shared helpers and other rooms."""
    parts = module.split(".")
    inside = parts[:2] == ["scoring", "extractors"] and len(parts) > 2
    return parts[2] if inside and parts[2] in extractors() else None


@cache
def extractors() -> frozenset[str]:
    """Names under scoring/extractors/ that define an EXTRACTOR."""
    return frozenset(
        name.split(".")[2]
        for name, path in modules().items()
        if name.startswith("scoring.extractors.") and defines(path, "EXTRACTOR")
    )


def defines(path: Path, name: str) -> bool:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return True
    return False


def test_the_extractors_are_found() -> None:
    assert {"hedging", "sourcing", "promotion", "stuffing", "stance", "language"} <= extractors()


def test_only_artefacts_computes_paths_from_its_own_file() -> None:
    askers = [
        module
        for module, path in modules().items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id == "__file__"
    ]
    assert set(askers) <= {"scoring.artefacts"}


@pytest.mark.parametrize("library", HOMES)
def test_a_large_library_has_one_home(library: str) -> None:
    breaches = [
        str(row)
        for row in others()
        if row.imported.split(".")[0] == library and not lies_in(row.importer, HOMES[library])
    ]
    assert not breaches, "\n".join(breaches)


def declared() -> tuple[set[str], set[str]]:
    """Distributions that pyproject.toml requires always, and those of the extras for users."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = [line for extra in ("html", "parquet", "scale", "web") for line in extras[extra]]
    always = {Requirement(line).name for line in project["dependencies"]}
    return always, {Requirement(line).name for line in asked}


def test_every_library_is_declared() -> None:
    always, extra = declared()
    comes_with = {"joblib": "scikit-learn", "starlette": "fastapi", "markupsafe": "jinja2"}
    breaches = []
    for row in others():
        top = row.imported.split(".")[0]
        distribution = comes_with.get(top) or DISTRIBUTION.get(top, top)
        optional_here = distribution in extra and (not row.at_import or top in HOMES)
        if distribution not in always and not optional_here:
            breaches.append(f"{row}: not among the dependencies, or an extra imported outside a function")
    assert not breaches, "\n".join(breaches)


def test_import_scoring_is_light(tmp_path: Path) -> None:
    code = f"import sys, scoring; print(*sorted(set({LAZY!r}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "", "")


@pytest.mark.parametrize(
    ("statement", "module", "expected"),
    [
        pytest.param("import scoring.model", "scoring.article", "scoring.model", id="plain"),
        pytest.param(
            "from scoring import model", "scoring.article", "scoring.model", id="a room from the front"
        ),
        pytest.param(
            "from scoring import score", "scoring.article", "scoring", id="a function from the front"
        ),
        pytest.param(
            "from scoring.errors import InputError", "scoring.model", "scoring.errors", id="a class"
        ),
        pytest.param("from . import errors", "scoring.article", "scoring.errors", id="relative"),
        pytest.param("def f():\n    import pandas", "scoring.article", "pandas", id="inside a function"),
        pytest.param(
            "from sklearn.base import clone", "scoring.article", "sklearn.base", id="another package"
        ),
    ],
)
def test_reading_an_import(
    statement: str, module: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("scoring", "scoring.article", "scoring.errors", "scoring.model")
    monkeypatch.setitem(globals(), "modules", lambda: dict.fromkeys(names))
    path = tmp_path / "module.py"
    path.write_text(statement, encoding="utf-8")
    [row] = imports_of(module, path)
    assert row.imported == expected
    assert row.at_import is not statement.startswith("def")
