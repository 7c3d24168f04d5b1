"""Stance: charged words, the sides of the story, who is given the word and who may answer."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scoring.article import Evidence, Voice
from scoring.attributions import find_attributions
from scoring.document import Document
from scoring.extractors.measure import Extractor, Measure, rate, share
from scoring.extractors.senses import find_rebuttals
from scoring.extractors.sides import SideRow, find_sides, list_sides
from scoring.extractors.stance_columns import COLUMNS
from scoring.extractors.tool_talk import find_tool_talk, leave_tool_talk
from scoring.extractors.unbacked import list_unbacked
from scoring.extractors.voices import covers
from scoring.taggers import judge, judge_sentences, tag, to_evidence
from scoring.taggers.sentence_models import load_sentence_model
from scoring.taggers.words import find_quoted

_SENTENCE = "loaded_sentence"
LEAD = 3
"""Sentences of the outlet's own that open an article."""
_FEW, _ENOUGH = 4, 13
"""Words of the outlet's own in a charged sentence with a charged word and without. BABE's fitting part holds
41 sentences of fewer than 13 words without one; of 100 such that were shown in news 18 could be signed."""
_PARTY_PRECISION = 0.79
"""79 of 100 hits were judged right; the rest are drugs, diseases, places and halves of longer names."""


def measure_stance(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Loaded words inside and outside quotations, balance between sides, tone toward them, rebuttals.

    Voice is by typography alone: in a paraphrase the choice of words is the outlet's own.
    """
    tagged = tag(doc, "loaded", min_probability=min_probability)
    loaded = _leave_praise(doc, leave_tool_talk(doc, tagged, min_probability=min_probability))
    answers = find_rebuttals(doc, min_probability=min_probability)
    rebuttals = [to_evidence(doc, "rebuttal", item) for item in answers]
    rows = list_sides(doc)
    own, charged = _judge_sentences(doc, min_probability)
    if min_probability != 0:
        charged = _leave_bare(doc, charged, loaded)
    values = {
        "stance_loaded_sentence_share": _mean(own),
        "stance_lead_loaded_share": _mean(own[:LEAD]),
        "stance_loaded_rate": rate((e for e in loaded if e.voice == "outlet"), doc),
        "stance_quoted_loaded_rate": rate((e for e in loaded if e.voice == "quoted"), doc),
        "stance_rebuttal_rate": rate((e for e in rebuttals if e.voice == "outlet"), doc),
        **_measure_words(doc, rows),
        **_measure_tones(rows),
    }
    shown = (*loaded, *charged, *rebuttals, *_show_parties(doc))
    return Measure({column.name: values[column.name] for column in COLUMNS}, shown)


def _leave_praise(doc: Document, loaded: Sequence[Evidence]) -> list[Evidence]:
    """Charged words without those that are more surely praise ("stunning"): a word counts in one family."""
    praise = {
        doc.starts[i]: item.probability
        for item in judge(doc, "promotional")
        for i in range(item.first, item.last)
    }
    return [item for item in loaded if item.probability > praise.get(item.start, 0.0)]


def _judge_sentences(doc: Document, min_probability: float | None) -> tuple[list[float], list[Evidence]]:
    """Probabilities of the sentences in the outlet's voice, and those that reach the limit in either.

    A sentence is the outlet's if it neither begins nor ends inside a quotation. One with nothing behind
    it ("experts say") counts only where it is charged: put in, it would thin out those that are.
    """
    model = load_sentence_model(_SENTENCE)
    limit = min_probability if min_probability is not None or model is None else model.threshold
    own, shown, unbacked = [], [], list_unbacked(doc)
    for judged in judge_sentences(doc, _SENTENCE):
        start, end = doc.sentences[judged.sentence]
        if min_probability != 0 and covers(find_tool_talk(doc), start):
            continue
        last = doc.starts[doc.first_token[judged.sentence + 1] - 1]
        quoted = "quoted" in (doc.voice_at(doc.starts[doc.first_token[judged.sentence]]), doc.voice_at(last))
        fills = judged.sentence in unbacked and judged.probability < (model.threshold if model else 0.0)
        own += [] if quoted or fills else [judged.probability]
        if judged.probability >= (limit or 0.0):
            voice: Voice = "quoted" if quoted else "outlet"
            shown.append(Evidence(start, end, "stance", _SENTENCE, round(judged.probability, 4), voice))
    return own, shown


def _leave_bare(doc: Document, sentences: Sequence[Evidence], loaded: Sequence[Evidence]) -> list[Evidence]:
    """Sentences that hold a charged word, or enough of the outlet's own words to be charged without one."""
    charged = {doc.sentence_of[doc.token_at(item.start)] for item in loaded}
    quoted = doc.once("quoted words", find_quoted)
    kept = []
    for item in sentences:
        sentence = doc.sentence_of[doc.token_at(item.start)]
        words = range(doc.first_token[sentence], doc.first_token[sentence + 1])
        own = sum(at not in quoted for at in words)
        if own >= (_FEW if sentence in charged else _ENOUGH):
            kept.append(item)
    return kept


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else math.nan


def _measure_words(doc: Document, rows: Sequence[SideRow]) -> dict[str, float]:
    """How many sides there are, and how the word is shared between them."""
    given = sum(item.quoted_words + item.paraphrased_words for item in find_attributions(doc))
    shares = [row.share for row in rows if not math.isnan(row.share)]
    several = len(shares) > 1
    return {
        "stance_side_count": float(len(rows)) if doc.n_words else math.nan,
        "stance_dominance_share": max(shares) if several else math.nan,
        "stance_evenness_share": _evenness(shares) if several else math.nan,
        "stance_side_word_share": share(sum(row.words for row in rows), given) if rows else math.nan,
        "stance_unheard_share": share(sum(not (row.words or row.asked) for row in rows), len(rows)),
    }


def _evenness(shares: Sequence[float]) -> float:
    """Entropy of the shares over its greatest value: 1 for equal shares, 0 if one side has all."""
    entropy = -math.fsum(part * math.log(part) for part in shares if part)
    return min(1.0, max(0.0, entropy / math.log(len(shares))))


def _measure_tones(rows: Sequence[SideRow]) -> dict[str, float]:
    """Mean tone over the sides, each by its mentions, and the gap between the two present most."""
    known = [row for row in rows if not math.isnan(row.tone)]
    mentions = sum(row.mentions for row in known)
    return {
        "stance_tone_balance": math.fsum(row.tone * row.mentions for row in known) / mentions
        if known
        else math.nan,
        "stance_tone_gap_share": abs(rows[0].tone - rows[1].tone) / 2 if len(rows) > 1 else math.nan,
    }


def _show_parties(doc: Document) -> list[Evidence]:
    found = []
    for key, names in find_sides(doc).items():
        for name in names:
            start = doc.starts[name.first]
            end, voice = doc.ends[name.last - 1], doc.voice_at(start)
            found.append(Evidence(start, end, "stance", "party", _PARTY_PRECISION, voice, key))
    return found


EXTRACTOR = Extractor("stance", COLUMNS, "stance_loaded_rate", measure_stance)
