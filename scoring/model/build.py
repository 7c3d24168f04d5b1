"""Fits all that ships: ``python -m scoring.model.build CORPORA -o models``."""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from scoring.extractors import COLUMNS
from scoring.extractors.background import load_background
from scoring.extractors.everyday import load_manner
from scoring.features.screening import MIN_WORDS
from scoring.lexicon import load_lexicon
from scoring.model.background import build_background
from scoring.model.building import build_model, describe_reference
from scoring.model.corpora import Marked, digest_rows, read_articles_of, read_attributions
from scoring.model.doubting import build_doubts
from scoring.model.examples import Examples, join
from scoring.model.fitting import fit_curves
from scoring.model.headlines import build_headlines
from scoring.model.manner import fill, measure_again, save_weights
from scoring.model.measuring import TRUTHS, Corpus, adopt_groups, label, list_labelled, measure_corpus
from scoring.model.news import read_all_hedges
from scoring.model.preparing import WORDS, Floats, score_columns, shrink
from scoring.model.puffery import build_puffery
from scoring.model.saving import save_tagger
from scoring.model.scores import Model
from scoring.model.seen import join_digests
from scoring.model.sentencing import build_charged
from scoring.model.sides import compare_sides, name_sides
from scoring.model.standing import NELA, PENALTY, compare, flip
from scoring.model.tagging import fit_tagger, write_tagger_card
from scoring.model.tasks import HEALTH, HORNE, SEMEVAL, WEBIS, Part, list_tasks
from scoring.model.tone import build_tone
from scoring.model.uses import encode
from scoring.model.vocabulary import find_vocabulary
from scoring.taggers import load_tagger
from scoring.taggers.doubts import load_doubts
from scoring.taggers.headlines import load_headline_model

EVENTS = "events_allsides"
WIDTHS = 100
"""Splits of the outlets from which the width of intervals comes, and as many to test it: the coverage that
forty hold scatters by .013, so that the .93 of bias turned out as .91 in 120."""
TAGGERS: dict[str, Callable[[Path], Sequence[Marked]]] = {
    "attribution": read_attributions,
    "hedge": read_all_hedges,
}
ABOUT = tomllib.loads((files("scoring.model") / "corpora.toml").read_text(encoding="utf-8"))
"""What the cards say of the corpora."""


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
        metrics |= {"fitted_on": " ".join(ABOUT["taggers"][kind].split())}
        save_tagger(out / "taggers" / kind, saved, metrics, write_tagger_card(saved, metrics))
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
    vocabulary = find_vocabulary([count.every for count in corpora[EVENTS].counts])
    corpora = _weigh_words(corpora, vocabulary, out)
    reference = describe_reference(
        "AllSides events (one per event and outlet)", _one_per_event_and_outlet(corpora[EVENTS])
    )
    labelled = _label_all(corpora, vocabulary)
    medians = np.array([reference.medians[name] for name in score_columns()])
    from scoring import __version__

    def judge(model: Model, metrics: Mapping[str, Any]) -> dict[str, Any]:
        parts = {name: Part(data, _read_texts(folder, corpora[name])) for name, data in labelled.items()}
        return {
            "standing": _compare(parts, medians, metrics),
            "sides": _compare_sides(model, corpora[EVENTS]),
        }

    both = _join_labelled(labelled)
    about = describe_data(folder, corpora, _compare_across(labelled, medians))
    load_manner.cache_clear()
    out = out / "default"
    sides = name_sides(corpora[EVENTS].rows, corpora[WEBIS].rows, corpora[WEBIS].groups)
    build_model(
        both,
        reference,
        name="default",
        version=__version__,
        out=out,
        about=about,
        sides=sides,
        judge=judge,
        splits=WIDTHS,
    )


def _weigh_words(corpora: Mapping[str, Corpus], vocabulary: Sequence[str], out: Path) -> dict[str, Corpus]:
    """The corpora with everyday words measured by weights just fitted, which are written."""
    usual = np.asarray(encode(corpora[EVENTS].counts, vocabulary).full.mean(axis=0)).ravel()
    weights = save_weights(_join_labelled(_label_all(corpora, vocabulary)), vocabulary, usual, out)
    return {
        name: replace(corpus, table=measure_again(corpus.table, COLUMNS, corpus.counts, vocabulary, weights))
        for name, corpus in corpora.items()
    }


def _label_all(corpora: Mapping[str, Corpus], vocabulary: Sequence[str]) -> dict[str, Examples]:
    return {name: label(corpora[name], truth, vocabulary) for name, truth in TRUTHS.items()}


def _join_labelled(labelled: Mapping[str, Examples]) -> dict[str, Examples]:
    """Score to what it is fitted on."""
    semeval, partisan, credible = (labelled[name] for name in (SEMEVAL, WEBIS, HORNE))
    return {"quality": join(credible, flip(partisan)), "bias": join(semeval, partisan)}


def _compare(parts: Mapping[str, Part], medians: Floats, metrics: Mapping[str, Any]) -> dict[str, Any]:
    """The table beside simple learners, with the shipped score where it was fitted on the corpus, too."""
    inside = {"semeval": ("bias", SEMEVAL), "webis": ("bias", WEBIS), "horne": ("quality", HORNE)}
    shipped = {
        row: metrics[target]["corpora"][name]["auc_unseen_groups"] for row, (target, name) in inside.items()
    }
    said = f"{NELA['source']}, measured {NELA['measured']}"
    own = " ".join(ABOUT["own"].split())
    return {"nela": said, "own": own, "rows": compare(list_tasks(parts), medians, shipped)}


def _read_texts(folder: Path, corpus: Corpus) -> list[str]:
    """Titles and texts of a corpus's examples, in their order."""
    kept = list_labelled(corpus, TRUTHS[corpus.name])
    pairs = list(read_articles_of(folder, f"article/{corpus.name}"))
    return [f"{pairs[i][0].title or ''}\n{pairs[i][0].text}" for i in kept]


def _compare_sides(model: Model, events: Corpus) -> dict[str, dict[str, float]]:
    table = events.table[:, [COLUMNS.index(name) for name in model.columns]]
    return compare_sides(model, table, events.table[:, COLUMNS.index(WORDS)], events.rows, least=MIN_WORDS)


def _compare_across(labelled: Mapping[str, Examples], medians: Floats) -> list[dict[str, Any]]:
    """How a fit on one corpus does on the other of the same score, and quality on stories beside releases."""
    semeval, partisan, credible, stories = (labelled[name] for name in (SEMEVAL, WEBIS, HORNE, HEALTH))
    mainstream = flip(partisan)
    return [
        _across("bias", semeval, partisan, medians),
        _across("bias", partisan, semeval, medians),
        _across("quality", credible, mainstream, medians),
        _across("quality", mainstream, credible, medians),
        _across("quality", join(credible, mainstream), stories, medians),
    ]


def _across(target: str, train: Examples, test: Examples, medians: Floats) -> dict[str, Any]:
    known, asked = fill(train, test, target)
    odds = fit_curves(known, medians, target, PENALTY).decision_function(
        shrink(asked.table, asked.words, medians, asked.columns)
    )
    auc = round(float(roc_auc_score(test.labels, odds)), 4)
    return {
        "target": target,
        "fitted_on": " and ".join(dict.fromkeys(map(str, train.corpora))),
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
