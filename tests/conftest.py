"""What the tests need from outside, each asked for by name and skipped with a reason when it is not there."""

from __future__ import annotations

import ipaddress
import os
import shutil
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("sourcegrade")
    group.addoption(
        "--corpora", metavar="DIR", help="folder of the labelled corpora (or SOURCEGRADE_CORPORA)"
    )
    group.addoption("--real", metavar="DIR", help="folder of real articles as .txt (or SOURCEGRADE_REAL)")
    group.addoption("--wheel", action="store_true", help="also build the wheel and install it elsewhere")


def pytest_configure() -> None:
    """Hear Ctrl-C even where a shell started the tests in the background, which makes it unheard."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--wheel"):
        return
    reason = "builds and installs the wheel, which is slow and needs a package index: ask with --wheel"
    for item in items:
        if item.get_closest_marker("wheel"):
            item.add_marker(pytest.mark.skip(reason=reason))


def _folder_from(config: pytest.Config, option: str, variable: str) -> Path:
    given = config.getoption(option) or os.environ.get(variable)
    if not given:
        pytest.skip(f"needs a folder: {option} DIR or {variable}=DIR")
    folder = Path(given).expanduser()
    if not folder.is_absolute():
        folder = config.invocation_params.dir / folder
    assert folder.is_dir(), f"{option} or {variable} names {given!r}, which is no folder"
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of this checkout."""
    return ROOT


@pytest.fixture(scope="session")
def corpora(request: pytest.FixtureRequest) -> Path:
    """Return the folder of the labelled corpora, or skip."""
    return _folder_from(request.config, "--corpora", "SOURCEGRADE_CORPORA")


@pytest.fixture(scope="session")
def real_articles(request: pytest.FixtureRequest) -> list[Path]:
    """Return the .txt files of real articles, sorted, or skip."""
    found = sorted(_folder_from(request.config, "--real", "SOURCEGRADE_REAL").glob("*.txt"))
    assert found, "the folder of real articles holds no .txt file"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Yield a headless Chromium driven by playwright, or skip."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright (the dev extra)")
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.skip("needs a Chromium on the PATH")
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(CHROMIUM_OPTIONS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Yield an empty page, 390 pixels wide like a phone; resize it with `set_viewport_size`."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, offline=True)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Refuse every connection that leaves this machine: nothing may be fetched at run time."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        internet = self.family in (socket.AF_INET, socket.AF_INET6) and self.type == socket.SOCK_STREAM
        if internet and not _is_local(address[0]):
            self.close()
            raise AssertionError(f"a test tried to reach {address[0]}; nothing may be fetched at run time")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


def _is_local(host: str) -> bool:
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
