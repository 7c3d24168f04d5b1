"""How fast measuring and scoring run, as ratios to a plain pass timed in the same window.

Run ``python tests/bench/speed.py [ARTICLES]``. Absolute figures depend on the machine; the ratios
to the floor pass (words, sentences, zlib and word trigrams of the same text) travel.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice

from scoring import Article, analyse, load_model, read_articles
from scoring.document import parse
from scoring.features import features
from scoring.scorecard import score

ROUNDS = 3
MOST = 300
WORD = re.compile(r"\w+(?:['’-]\w+)*")


def run_floor(articles: Sequence[Article]) -> None:
    """The least that a pass over the text can do."""
    for article in articles:
        words = [match.group().lower() for match in WORD.finditer(article.text)]
        re.split(r"(?<=[.!?])\s+", article.text)
        zlib.compress(article.text.encode("utf-8", "replace"), 1)
        Counter(zip(words, words[1:], words[2:], strict=False))


def time_cpu(function: Callable[[Sequence[Article]], object], articles: Sequence[Article]) -> float:
    """Least CPU seconds of a few rounds, per article."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        function(articles)
        taken.append(time.process_time() - start)
    return min(taken) / len(articles)


def time_import() -> float:
    """CPU seconds of ``import scoring``, less those of a bare interpreter."""

    def run(code: str) -> float:
        measure = f"import time; start = time.process_time(); {code}; print(time.process_time() - start)"
        return min(
            float(
                subprocess.run(
                    [sys.executable, "-c", measure], capture_output=True, text=True, check=True
                ).stdout
            )
            for _ in range(5)
        )

    return run("import scoring") - run("pass")


def main() -> None:
    """Print the table."""
    articles = list(islice(read_articles(sys.argv[1:] or "seeds/articles"), MOST))
    model = load_model()
    list(score(articles[:2], model=model))
    floor = time_cpu(run_floor, articles)
    rows = [
        ("floor pass", floor),
        ("document only", time_cpu(lambda batch: [parse(a) for a in batch], articles)),
        ("analyse (measures and evidence)", time_cpu(lambda batch: [analyse(a) for a in batch], articles)),
        ("features (table)", time_cpu(features, articles)),
        ("score (cards)", time_cpu(lambda batch: list(score(batch, model=model)), articles)),
    ]
    words = sum(parse(article).n_words for article in articles) / len(articles)
    print(f"{len(articles)} articles, {words:.0f} words on average, one core, least of {ROUNDS} rounds")
    for name, seconds in rows:
        speed, ratio, each = 1 / seconds, seconds / floor, 1e6 * seconds / words
        print(f"{name:34} {speed:8.0f} articles/s   {ratio:6.2f} x floor   {each:6.2f} us/word")
    print(f"import scoring: {1000 * time_import():.0f} ms CPU")


if __name__ == "__main__":
    main()
