"""Work on several cores: in order, and a Ctrl-C that only the parent hears."""

from __future__ import annotations

import signal

from scoring.features.parallel import map_items, open_workers


def test_results_come_in_order_from_several_workers() -> None:
    assert list(map_items(abs, range(-600, 0), n_jobs=2)) == list(range(600, 0, -1))


def test_workers_leave_an_interrupt_to_the_parent() -> None:
    with open_workers(2) as run:
        assert run(signal.getsignal, [signal.SIGINT] * 40) == [signal.SIG_IGN] * 40
    with open_workers(1) as run:
        assert run(signal.getsignal, [signal.SIGINT]) != [signal.SIG_IGN]
