"""Work on several cores: in order, a Ctrl-C that only the parent hears, and processes that end."""

from __future__ import annotations

import os
import signal

import pytest

from scoring.errors import ScoringError
from scoring.features import parallel
from scoring.features.parallel import map_items, open_workers


def test_results_come_in_order_from_several_workers() -> None:
    assert list(map_items(abs, range(-600, 0), n_jobs=2)) == list(range(600, 0, -1))


def test_workers_leave_an_interrupt_to_the_parent() -> None:
    with open_workers(2) as run:
        assert run(signal.getsignal, [signal.SIGINT] * 40) == [signal.SIG_IGN] * 40
    with open_workers(1) as run:
        assert run(signal.getsignal, [signal.SIGINT]) != [signal.SIG_IGN]


def test_a_process_that_is_gone_is_waited_for_no_longer() -> None:
    with pytest.raises(ScoringError, match="has ended"):
        list(map_items(os._exit, [1, 1, 1], n_jobs=2))


def test_more_processes_than_cores_can_use_are_not_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    monkeypatch.setattr(parallel, "MOST_A_CORE", 1)
    assert list(map_items(os.fspath, ["a", "b"], n_jobs=10**9)) == ["a", "b"]
