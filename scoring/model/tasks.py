"""The rows of the table of the card: which corpora, how they are split, and what is to be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring.model.examples import Examples, join
from scoring.model.standing import Split, Task, flip, split_corpora, split_outlets, split_pairs

WEBIS = "orientation_webis2016"
SEMEVAL, HORNE, HEALTH = "bias_semeval2019", "quality_horne2017", "kind_fakehealth"


@dataclass(frozen=True, slots=True)
class Part:
    """Labelled articles of one corpus: as numbers, and as title and text."""

    data: Examples
    texts: Sequence[str]


def list_tasks(parts: Mapping[str, Part]) -> Iterator[Task]:
    """The rows in their order.

    Parameters
    ----------
    parts : mapping
        Corpus to its articles; the label is 1 for biased, partisan, credible and news story. The last is no
        label of quality, so it is fitted as a score of the user's own would be: without sign bounds, and
        house style open to it. Real or fake is told both ways.
    """
    semeval, webis, horne, health = (parts[name] for name in (SEMEVAL, WEBIS, HORNE, HEALTH))
    folds = {part: split_outlets(parts[part].data, parts[part].texts) for part in (SEMEVAL, HORNE, HEALTH)}
    yield _inside("semeval", "articles called biased or not", "bias", semeval, folds[SEMEVAL], reach=0.855)
    yield Task(
        "webis",
        "mainstream or partisan outlets (orientation_webis2016), one of either left out together",
        "bias",
        webis.data,
        webis.texts,
        split_pairs(webis.data, webis.texts),
        pooled=False,
        over_tfidf=0.02,
    )
    for name, target in (("horne", "quality"), ("horne-own", "veracity")):
        yield _inside(name, "real or fake", target, horne, folds[HORNE], reach=0.965)
    yield _inside("health", "news story or press release", "kind", health, folds[HEALTH], reach=0.97)
    unreliable = Part(flip(horne.data), horne.texts)
    mainstream = Part(flip(webis.data), webis.texts)
    yield _across("semeval-webis", "bias", [semeval], webis)
    yield _across("webis-semeval", "bias", [webis], semeval)
    for name, target in (("horne-webis", "quality"), ("horne-webis-own", "veracity")):
        yield _across(name, target, [horne], mainstream)
    yield _across("semeval-horne-webis", "bias", [semeval, unreliable], webis)


_SPLITS = {SEMEVAL: "folds by outlet", HORNE: "random folds", HEALTH: "folds by domain"}


def _inside(name: str, what: str, target: str, part: Part, folds: Sequence[Split], *, reach: float) -> Task:
    """Fitted and asked inside one corpus."""
    corpus = str(part.data.corpora[0])
    said = f"{what} ({corpus}), {_SPLITS[corpus]}"
    return Task(name, said, target, part.data, part.texts, folds, reach=reach)


def _across(name: str, target: str, known: Sequence[Part], asked: Part) -> Task:
    """Fitted on some corpora, asked about another."""
    texts = [text for part in (*known, asked) for text in part.texts]
    named = " and ".join(str(part.data.corpora[0]) for part in known)
    return Task(
        name,
        f"fitted on {named}, asked about {asked.data.corpora[0]}",
        target,
        join(*(part.data for part in known), asked.data),
        texts,
        split_corpora([part.data for part in known], asked.data, texts),
        over_tfidf=0.08,
        over_nela=0.02,
    )
