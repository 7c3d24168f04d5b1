"""Hedging: how often the prose softens its own claims, and how often it overstates them."""

from __future__ import annotations

from dataclasses import replace
from math import nan

from scoring.article import Evidence, Span
from scoring.document import Document
from scoring.extractors.measure import Column, Extractor, Measure, rate, share
from scoring.extractors.senses import is_boost
from scoring.extractors.sourcing_reports import find_reports
from scoring.extractors.studies import find_vague_evidence
from scoring.extractors.tool_talk import leave_tool_talk
from scoring.extractors.voices import attributed_spans, covers, merge_spans
from scoring.taggers import judge, tag
from scoring.taggers.doubts import judge_doubts, load_doubts

_BEFORE_MONTH = frozenset(
    "in on of by since until till from to before after during last next early mid late".split()
)


def measure_hedging(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Rates of epistemic hedges and boosters in the outlet's own voice, per 100 words.

    A hedge inside a quotation or an attributed paraphrase is the source's, not the outlet's.
    Conditional and modal words are evidence too, but no measure counts them.
    """
    tagged, boosts = (
        leave_tool_talk(doc, tag(doc, kind, min_probability=min_probability), min_probability=min_probability)
        for kind in ("hedge", "booster")
    )
    hedges = [_hand_over(doc, e) for e in tagged if min_probability == 0 or not _is_month(doc, e)]
    boosters = [_hand_over(doc, e) for e in boosts if min_probability == 0 or is_boost(doc, e)]
    epistemic = [e for e in hedges if e.note == "epistemic"]
    values = {
        "hedging_hedge_rate": rate((e for e in epistemic if e.voice == "outlet"), doc),
        "hedging_quoted_hedge_rate": rate((e for e in epistemic if e.voice == "quoted"), doc),
        "hedging_booster_rate": rate((e for e in boosters if e.voice == "outlet"), doc),
        "hedging_quoted_booster_rate": rate((e for e in boosters if e.voice == "quoted"), doc),
        "hedging_hedged_sentence_share": _share_hedged(doc, epistemic),
        "hedging_doubt_grade": measure_doubt(doc),
    }
    return Measure(values, (*hedges, *boosters))


def measure_doubt(doc: Document) -> float:
    """Mean doubt of the sentences, 0 to 5, in whoever's voice; NaN without sentences or fitted weights."""
    model = load_doubts()
    doubts = judge_doubts(doc, judge(doc, "hedge", min_probability=0.0), model) if model else []
    return sum(doubts) / len(doubts) if doubts else nan


def _is_month(doc: Document, evidence: Evidence) -> bool:
    """Whether a "May" is the month: beside a number, or after a preposition or "last"."""
    at = doc.token_at(evidence.start)
    if doc.text[evidence.start : evidence.end] != "May":
        return False
    sentence = doc.sentence_of[at]
    before = doc.forms[at - 1] if at > doc.first_token[sentence] else ""
    after = doc.forms[at + 1] if at + 1 < doc.first_token[sentence + 1] else ""
    return before in _BEFORE_MONTH or before[:1].isdigit() or after[:1].isdigit()


def _hand_over(doc: Document, evidence: Evidence) -> Evidence:
    """The same evidence in the source's voice where it stands in an attributed claim, or hands it over."""
    if evidence.voice == "outlet" and covers(doc.once("given", _find_given), evidence.start):
        return replace(evidence, voice="quoted")
    return evidence


def _find_given(doc: Document) -> list[Span]:
    """What sources are handed, and the cues by which they, and not the writer, believe or suggest it."""
    reports = find_reports(doc, find_vague_evidence(doc))
    return merge_spans([*attributed_spans(doc), *(item.cue for item in reports if item.source)])


def _share_hedged(doc: Document, hedges: list[Evidence]) -> float:
    """Share of counted sentences that hold a hedge; NaN without sentences."""
    hedged = {doc.sentence_of[doc.token_at(item.start)] for item in hedges}
    return share(len(hedged), sum(doc.counted))


COLUMNS = (
    Column(
        "hedging_hedge_rate",
        "hedges, outlet's voice",
        "Words that weaken a claim in the outlet's own voice (may, reportedly, it is possible that).",
        "Hyland (2005), Metadiscourse: hedges; BioScope guideline for what counts as a cue.",
        "Fitted on abstracts, reviews and news; the tentative use of 'would' is often missed.",
        ("hedge",),
        "softens its own claims more often",
        "softens its own claims less often",
    ),
    Column(
        "hedging_quoted_hedge_rate",
        "hedges, sources' voice",
        "The same inside quotations and attributed paraphrases.",
        "As above; voice by typography and by attribution.",
        "Depends on finding where a paraphrase ends.",
        ("hedge",),
        "reports more cautious statements by its sources",
        "reports fewer cautious statements by its sources",
    ),
    Column(
        "hedging_booster_rate",
        "boosters, outlet's voice",
        "Words that overstate certainty in the outlet's own voice (clearly, undoubtedly).",
        "Hyland (2005), Metadiscourse: boosters.",
        "A word list; 'certainly' as a polite yes counts too.",
        ("booster",),
        "overstates certainty more often",
        "overstates certainty less often",
    ),
    Column(
        "hedging_quoted_booster_rate",
        "boosters, sources' voice",
        "The same inside quotations and attributed paraphrases.",
        "As above; voice by typography and by attribution.",
        "Depends on finding where a paraphrase ends.",
        ("booster",),
        "reports more statements by its sources that overstate certainty",
        "reports fewer statements by its sources that overstate certainty",
    ),
    Column(
        "hedging_hedged_sentence_share",
        "hedged sentences",
        "Share of sentences that hold a hedge in whoever's voice, however many they hold.",
        "Hyland (2005), Metadiscourse: hedges; counted by the sentence as in BioScope.",
        "A sentence in which only a side remark is softened counts whole. Counted over both voices: over the "
        "outlet's alone it says the same as the rate of hedges (rank correlation .98).",
        ("hedge",),
        "has more sentences that hold a hedge",
        "has fewer sentences that hold a hedge",
    ),
    Column(
        "hedging_doubt_grade",
        "doubt voiced",
        "Mean doubt of a sentence, 0 (certain) to 5, by the kind and strength of its hedges: may weighs more "
        "than suggest, indicates that less than nothing, a plain no speaks for certainty.",
        "Pei and Jurgens (2021), Measuring sentence-level and aspect-level (un)certainty in science "
        "communications: ratings of certainty, to which the weights are fitted.",
        "Fitted on findings of science, where readers agree only roughly; the doubt of a whole sentence, "
        "not of its main claim. A sentence without a hedge has a little over 1.",
        ("hedge",),
        "voices more doubt",
        "voices less doubt",
    ),
)
EXTRACTOR = Extractor("hedging", COLUMNS, "hedging_hedge_rate", measure_hedging)
