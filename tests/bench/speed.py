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
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from scoring import Article, analyse, load_model, read_articles
from scoring.document import Document, Name, parse
from scoring.document.tokens import find_tokens
from scoring.extractors.sides import find_sides
from scoring.extractors.tone import average_tone
from scoring.features import features
from scoring.lexicon import find_candidates
from scoring.scorecard import score
from scoring.taggers import judge, judge_sentences

ROUNDS = 3
TAGGERS = ("attribution", "hedge", "loaded")
SENTENCES = ("loaded_sentence", "promotional_sentence")
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


def compare_taggers(articles: Sequence[Article], *, rounds: int = ROUNDS) -> dict[str, float]:
    """CPU seconds per article of the tokeniser, of each tagger and of all, and of tone toward the sides.

    Of each article the least of a few rounds, each over a document of its own whose candidates and
    sides are known. The first tagger pays for what all of them look up.
    """
    least: dict[int, dict[str, float]] = {}
    for _ in range(rounds):
        for i, article in enumerate(articles):
            doc = parse(article)
            find_candidates(doc)
            taken = {"tokeniser": _time(find_tokens, article.text, ())}
            taken |= {kind: _time(judge, doc, kind) for kind in TAGGERS}
            taken |= {kind: _time(judge_sentences, doc, kind) for kind in SENTENCES}
            taken["tone"] = _time(run_tone, doc, find_sides(doc))
            least[i] = {name: min(time, least.get(i, taken)[name]) for name, time in taken.items()}
    costs = {name: sum(each[name] for each in least.values()) / len(articles) for name in least[0]}
    together = sum(costs[kind] for kind in (*TAGGERS, *SENTENCES))
    return costs | {"taggers together": together, "and tone": together + costs["tone"]}


def run_tone(doc: Document, sides: Mapping[str, Sequence[Name]]) -> None:
    """Tone toward every side of a document whose sides are known."""
    for names in sides.values():
        average_tone(doc, names)


def _time(run: Callable[..., object], *given: object) -> float:
    start = time.process_time()
    run(*given)
    return time.process_time() - start


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
    costs = compare_taggers(articles)
    for name in list(costs)[1:]:
        print(f"{name:22}{costs[name] / costs['tokeniser']:6.2f} x tokeniser")
    print(f"import scoring: {1000 * time_import():.0f} ms CPU")


if __name__ == "__main__":
    main()
