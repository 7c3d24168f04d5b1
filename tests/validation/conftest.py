"""A folder of labelled corpora in miniature: our own sentences, made from a few parts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

WHO = ("The mayor", "A neighbour", "The baker", "Her cousin", "The clerk")
DID = ("opened a library", "repaired the harbour wall", "planted forty trees", "mended an old bridge")
WHEN = ("on Monday", "before noon", "after the storm", "in the spring", "late at night")


def sentences(count: int) -> list[str]:
    """Plain sentences, no two of the first hundred alike."""
    parts = ((who, did, when) for when in WHEN for did in DID for who in WHO)
    return [" ".join(part) + "." for part in islice(cycle(parts), count)]


def write(folder: Path, name: str, rows: Iterable[dict[str, Any]]) -> None:
    path = folder / f"{name}.jsonl.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def hedged(prefix: str) -> list[dict[str, Any]]:
    """Twelve documents of three sentences: a marked "may", an unmarked "may", and none."""
    rows = []
    for n, (did, who) in enumerate(islice(cycle(zip(DID * 5, WHO * 4, strict=True)), 12)):
        cases = [(f"{who} may have {did}.", True), (f"It was in May that {who} {did}.", False)]
        for place, (text, is_marked) in enumerate([*cases, (f"{who} {did}.", False)]):
            at = text.find("may")
            spans = [[at, at + 3, "cue:speculation"]] if is_marked else []
            rows.append({"id": f"{prefix}/{n}/{place}", "text": text, "spans": spans, "doc": f"{prefix}/{n}"})
    return rows


def labelled(good: str, bad: str, label: tuple[str, str], count: int = 20) -> list[dict[str, Any]]:
    """Sentences with a word each, half of them labelled."""
    rows = []
    for n, sentence in enumerate(sentences(count)):
        word, name = ((good, label[0]), (bad, label[1]))[n % 2]
        text = f"In a {word} move {sentence[0].lower()}{sentence[1:]}"
        rows.append({"id": f"x/{name}/{n // 2}", "text": text, "label": name})
    return rows


def attributed() -> list[dict[str, Any]]:
    rows = []
    for n in range(6):
        claims = sentences(8)[n : n + 2 + n % 3]
        text = " ".join(f"{claim[:-1]}, officials said." for claim in claims)
        text += " " + " ".join(sentences(6 + n))
        spans, at = [], 0
        for claim in claims:
            end = at + len(claim) - 1
            spans += [[at, end, "Content"], [end + 2, end + 11, "Source"], [end + 12, end + 16, "Cue"]]
            at = end + 18
        rows.append({"id": f"news/{n}", "title": "News", "text": text, "spans": spans})
    return rows


def toned() -> list[dict[str, Any]]:
    words = {"positive": "splendid", "negative": "dreadful", "neutral": "local"}
    rows = []
    for n, sentence in enumerate(sentences(30)):
        label = list(words)[n % 3]
        text = f"Ana Ruiz, a {words[label]} mayor, spoke. {sentence}"
        rows.append({"id": f"newsmtsc/set_{n}_0", "text": text, "spans": [[0, 8, "target"]], "label": label})
    return rows


def event_rows() -> list[dict[str, Any]]:
    rows = []
    for n in range(6):
        drawn = sentences(60)[n * 3 : n * 3 + 40]
        text = "\n\n".join(" ".join(drawn[i : i + 4]) for i in range(0, len(drawn), 4))
        rows.append({"id": f"event/{n}", "title": "News", "text": text, "outlet": f"O{n}", "event": "e"})
    return rows


@pytest.fixture(scope="session")
def small_corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with every corpus but the health news, a few rows each."""
    folder = tmp_path_factory.mktemp("corpora")
    for part in ("train", "dev"):
        loaded = labelled("disgraceful", "quiet", ("Biased", "Non-biased"))
        for row in loaded:
            is_marked = row["label"] == "Biased"
            row["spans"] = [[5, 16, "biased_word"]] if is_marked else []
        biased = labelled("disgraceful", "quiet", ("biased", "neutral_featured"))
        titles = labelled("weird", "quiet", ("clickbait", "news"))
        scores = [{"id": f"c/{part}/{n}", "text": row["text"], "score": 2.0 + 3 * ("may" not in row["text"])}
                  for n, row in enumerate(hedged(part))]  # fmt: skip
        puffed = labelled("legendary", "quiet", ("pos", "neg_ir")) + labelled(
            "famed", "small", ("pos", "neg_same_article")
        )
        for row in puffed:
            row["group"] = row["label"]
        write(folder, f"feature/loaded_babe_{part}", loaded)
        write(folder, f"feature/biased_wikinpov_{part}", biased)
        write(folder, f"feature/clickbait_{part}", titles)
        write(folder, f"feature/certainty_science_{part}", scores)
        write(folder, f"feature/promotional_puffery_{part}", puffed)
        write(folder, f"feature/hedge_sfu_{part}", hedged(part))
    write(folder, "feature/hedge_bioscope_abstracts", hedged("abstract"))
    write(folder, "feature/attribution_polnear_dev", attributed())
    write(folder, "feature/tone_newsmtsc_train", toned())
    write(folder, "article/events_allsides", event_rows())
    return folder
