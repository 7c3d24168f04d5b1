"""Fits all that ships: ``python -m scoring.model.build CORPORA -o models``."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from scoring.extractors import COLUMNS
from scoring.extractors.background import load_background
from scoring.features import features
from scoring.features.screening import MIN_WORDS
from scoring.lexicon import load_lexicon
from scoring.model.background import build_background
from scoring.model.building import build_model, describe_reference
from scoring.model.corpora import (
    Marked,
    digest_rows,
    read_articles_of,
    read_attributions,
    read_hedges,
    registered_domain,
)
from scoring.model.doubting import build_doubts
from scoring.model.examples import Examples, join
from scoring.model.fitting import fit_curves
from scoring.model.headlines import build_headlines
from scoring.model.preparing import WORDS, Floats, score_columns, shrink
from scoring.model.puffery import build_puffery
from scoring.model.scores import Model
from scoring.model.seen import digest_article, join_digests
from scoring.model.sentencing import build_charged
from scoring.model.sides import compare_sides, name_sides
from scoring.model.standing import NELA, PENALTY, compare, flip
from scoring.model.tagging import fit_tagger, save_tagger
from scoring.model.tasks import HEALTH, HORNE, SEMEVAL, WEBIS, Part, list_tasks
from scoring.model.tone import build_tone
from scoring.taggers import load_tagger
from scoring.taggers.doubts import load_doubts
from scoring.taggers.headlines import load_headline_model

TAGGERS: dict[str, Callable[[Path], Sequence[Marked]]] = {
    "attribution": read_attributions,
    "hedge": read_hedges,
}
Truth = Callable[[dict[str, Any]], float]
TRUTHS: Mapping[str, Truth] = {
    SEMEVAL: lambda row: float(row["bias"] == "high"),
    WEBIS: lambda row: float(row["orientation"] != "mainstream"),
    HORNE: lambda row: {"high": 1.0, "low": 0.0}.get(row["quality"] or "", float("nan")),
    HEALTH: lambda row: float(row["kind"] == "news_story"),
}
"""Labelled corpus to the label of a record: biased, partisan, credible, news story; NaN for none."""
ABOUT = tomllib.loads((files("scoring.model") / "corpora.toml").read_text(encoding="utf-8"))
"""What the cards say of the corpora."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """One article corpus as numbers: measures, records without their text, groups."""

    name: str
    table: Floats
    rows: Sequence[dict[str, Any]]
    groups: Sequence[str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Command line of the build."""
    parser = argparse.ArgumentParser(
        description="Fit the taggers and the default model from labelled corpora."
    )
    parser.add_argument("corpora", type=Path, help="folder with article/ and feature/")
    parser.add_argument("-o", "--out", type=Path, required=True, help="folder to write into, usually models")
    parser.add_argument("--jobs", type=int, default=-1, help="processes for measuring (default: all cores)")
    parser.add_argument("--only", choices=["taggers", "default"], help="fit only this part")
    options = parser.parse_args(arguments)
    if options.only != "default":
        build_taggers(options.corpora, options.out)
    if options.only != "taggers":
        build_default(options.corpora, options.out, jobs=options.jobs)
    return 0


def build_taggers(folder: Path, out: Path) -> None:
    """Fit every tagger for which there is an annotated corpus, and count what recurs in ordinary news."""
    for kind, read in TAGGERS.items():
        saved, metrics = fit_tagger(kind, read(folder))
        save_tagger(
            out / "taggers" / kind, saved, metrics | {"fitted_on": " ".join(ABOUT["taggers"][kind].split())}
        )
        print(f"{kind}: {metrics['out_of_fold']}", file=sys.stderr)  # noqa: T201
    load_tagger.cache_clear()
    build_doubts(folder, out)
    build_charged(folder, out)
    build_headlines(folder, out)
    build_puffery(folder, out)
    build_tone(folder, out)
    build_background(folder, out / "background")
    load_background.cache_clear()
    load_tagger.cache_clear()
    load_doubts.cache_clear()
    load_headline_model.cache_clear()
    load_lexicon.cache_clear()


def build_default(folder: Path, out: Path, *, jobs: int) -> None:
    """Fit the default model: bias and quality, with figures inside and across corpora."""
    corpora = {name: measure_corpus(folder, name, jobs=jobs) for name in ABOUT["articles"]}
    corpora[SEMEVAL] = adopt_groups(corpora[SEMEVAL], corpora[WEBIS])
    reference = describe_reference(
        "AllSides events (one per event and outlet)", _one_per_event_and_outlet(corpora["events_allsides"])
    )
    labelled = {name: label(corpora[name], truth) for name, truth in TRUTHS.items()}
    semeval, partisan, credible = labelled[SEMEVAL], labelled[WEBIS], labelled[HORNE]
    mainstream = flip(partisan)
    medians = np.array([reference.medians[name] for name in score_columns(COLUMNS)])
    across = [
        _across("bias", semeval, partisan, medians),
        _across("bias", partisan, semeval, medians),
        _across("quality", credible, mainstream, medians),
        _across("quality", mainstream, credible, medians),
    ]
    from scoring import __version__

    def judge(model: Model, metrics: Mapping[str, Any]) -> dict[str, Any]:
        parts = {name: Part(data, _read_texts(folder, corpora[name])) for name, data in labelled.items()}
        return {
            "standing": _compare(parts, medians, metrics),
            "sides": _compare_sides(model, corpora["events_allsides"]),
        }

    both = {"quality": join(credible, mainstream), "bias": join(semeval, partisan)}
    about = describe_data(folder, corpora, across)
    out = out / "default"
    sides = name_sides(corpora["events_allsides"].rows, corpora[WEBIS].rows, corpora[WEBIS].groups)
    build_model(
        both, reference, name="default", version=__version__, out=out, about=about, sides=sides, judge=judge
    )


def _compare(parts: Mapping[str, Part], medians: Floats, metrics: Mapping[str, Any]) -> dict[str, Any]:
    """The table beside simple learners, with the shipped score where it was fitted on the corpus, too."""
    inside = {"semeval": ("bias", SEMEVAL), "webis": ("bias", WEBIS), "horne": ("quality", HORNE)}
    shipped = {
        row: metrics[target]["corpora"][name]["auc_unseen_groups"] for row, (target, name) in inside.items()
    }
    said = f"{NELA['source']}, measured {NELA['measured']}"
    return {"nela": said, "rows": compare(list_tasks(parts), medians, shipped)}


def _read_texts(folder: Path, corpus: Corpus) -> list[str]:
    """Titles and texts of a corpus's examples, in their order."""
    kept = list_labelled(corpus, TRUTHS[corpus.name])
    pairs = list(read_articles_of(folder, f"article/{corpus.name}"))
    return [f"{pairs[i][0].title or ''}\n{pairs[i][0].text}" for i in kept]


def _compare_sides(model: Model, events: Corpus) -> dict[str, dict[str, float]]:
    table = events.table[:, [COLUMNS.index(name) for name in model.columns]]
    return compare_sides(model, table, events.table[:, COLUMNS.index(WORDS)], events.rows, least=MIN_WORDS)


def measure_corpus(folder: Path, name: str, *, jobs: int) -> Corpus:
    """Measures of every article of a corpus; no text is kept."""
    pairs = list(read_articles_of(folder, f"article/{name}"))
    table = features([article for article, _ in pairs], n_jobs=jobs).to_numpy()
    rows = [
        {**{key: row[key] for key in row if key not in ("text", "title")}, "seen": digest_article(article)}
        for article, row in pairs
    ]
    groups = [registered_domain(row.get("outlet"), row.get("url")) or str(row["id"]) for row in rows]
    return Corpus(name, table, rows, groups)


def adopt_groups(corpus: Corpus, owner: Corpus) -> Corpus:
    """The corpus with the domains that `owner` files under one of its outlets in that outlet's group."""
    outlet_of = {registered_domain(None, row.get("url")): str(row["outlet"]) for row in owner.rows}
    return replace(corpus, groups=[outlet_of.get(group, group) for group in corpus.groups])


def list_labelled(corpus: Corpus, truth: Truth) -> NDArray[np.int64]:
    """Row numbers of the articles that have words and a label."""
    labels = np.array([truth(row) for row in corpus.rows])
    return np.flatnonzero(~np.isnan(labels) & (corpus.table[:, COLUMNS.index(WORDS)] > 0))


def label(corpus: Corpus, truth: Truth) -> Examples:
    """Examples of one corpus; articles without words or label are left out."""
    kept, columns = list_labelled(corpus, truth), score_columns(COLUMNS)
    places = np.array([COLUMNS.index(name) for name in columns])
    return Examples(
        columns,
        corpus.table[np.ix_(kept, places)],
        corpus.table[kept, COLUMNS.index(WORDS)],
        np.array([truth(corpus.rows[i]) for i in kept]),
        np.array(corpus.groups)[kept],
        np.full(len(kept), corpus.name),
    )


def _across(target: str, train: Examples, test: Examples, medians: Floats) -> dict[str, Any]:
    curves = fit_curves(train, medians, target, PENALTY)
    odds = curves.decision_function(shrink(test.table, test.words, medians, test.columns))
    auc = round(float(roc_auc_score(test.labels, odds)), 4)
    return {
        "target": target,
        "fitted_on": str(train.corpora[0]),
        "tested_on": str(test.corpora[0]),
        "auc": auc,
    }


def _one_per_event_and_outlet(corpus: Corpus) -> Floats:
    first: dict[tuple[str, str], int] = {}
    for i, row in enumerate(corpus.rows):
        first.setdefault((str(row["event"]), str(row["outlet"])), i)
    return corpus.table[sorted(first.values())]


def describe_data(folder: Path, corpora: dict[str, Corpus], across: list[dict[str, Any]]) -> dict[str, Any]:
    """What the card says of the data, and what no figure can say."""
    data = [
        {
            "name": name,
            "articles": len(corpus.rows),
            "sha256": digest_rows(folder, f"article/{name}"),
            **ABOUT["articles"][name],
        }
        for name, corpus in corpora.items()
    ]
    texts = {key: " ".join(ABOUT[key].split()) for key in ("labels", "tests", "worst", "changes")}
    fitted = [corpora[row["name"]] for row in data if not row["used_for"].endswith(" only")]
    seen = join_digests(row["seen"] for corpus in fitted for row in corpus.rows)
    return {**texts, "data": data, "across": across, "seen": seen}


if __name__ == "__main__":
    sys.exit(main())
