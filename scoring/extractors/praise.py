"""Praise that no list holds: the strongest word of a sentence that a model takes for puffery."""

from __future__ import annotations

from scoring.article import Evidence
from scoring.document import Document
from scoring.extractors.measure import name_tokens
from scoring.lexicon import find_candidates
from scoring.taggers import Judged, JudgedSentence, judge_sentences, masked_forms, to_evidence
from scoring.taggers.sentence_models import SentenceModel, load_sentence_model

MODEL = "promotional_sentence"


def find_praise(doc: Document, *, min_probability: float | None = None) -> list[Evidence]:
    """One word for each sentence without a listed one, with the sentence's probability.

    None without a fitted model. The threshold on its card shows next to nothing in everyday news: the
    probability ranks sentences well, but the word that moves it most is often no praise.
    """
    model = load_sentence_model(MODEL)
    if model is None:
        return []
    floor = model.threshold if min_probability is None else min_probability
    done = {doc.sentence_of[item.first] for item in find_candidates(doc)["promotional"]}
    found = []
    for judged in judge_sentences(doc, MODEL, min_probability=floor):
        at = _pick(doc, model, judged) if judged.sentence not in done else None
        if at is not None:
            found.append(to_evidence(doc, "promotional", Judged(at, at + 1, "", judged.probability)))
    return found


def _pick(doc: Document, model: SentenceModel, judged: JudgedSentence) -> int | None:
    """The mover with the greatest weight of its own that is no name."""
    words, names = masked_forms(doc), name_tokens(doc)
    free = [at for at in judged.moved if at not in names]
    return max(free, key=lambda at: model.words.get(words[at], 0.0), default=None)
