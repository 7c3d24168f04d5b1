"""The one table of sign bounds: which way a column may move a score, and why.

A column that is not named is free, one named with 0 is left out of the score. Quotation share is free
on purpose: it helps in some corpora and hurts in others.
"""

from __future__ import annotations

HOUSE_STYLE = ("language_paragraph_words", "language_title_case_share", "language_title_word_count")
"""How an outlet sets its pages, which tells outlets apart rather than articles: only for scores of a user's
own. What the two of titles would do to the shipped scores is measured in ``corpora.toml`` (`own`)."""

STUFFING = (
    "stuffing_phrase_ratio", "stuffing_phrase_share", "stuffing_word_share", "stuffing_title_share",
    "stuffing_heading_share", "stuffing_list_share", "stuffing_duplicate_share", "stuffing_run_share",
    "stuffing_packing_share",
)  # fmt: skip
LEFT_OUT: dict[str, tuple[int, str]] = {
    **dict.fromkeys(
        (
            "stance_dominance_share", "stance_side_word_share", "stance_unheard_share",
            "stance_tone_gap_share", "stance_tone_balance",
        ),
        (0, "who is a side hangs on a third mention"),
    ),
    **dict.fromkeys(
        ("hedging_quoted_hedge_rate", "hedging_quoted_booster_rate", "stance_quoted_loaded_rate"),
        (0, "a source's words are not the outlet's"),
    ),
    **dict.fromkeys(
        (
            "hedging_hedged_sentence_share", "hedging_doubt_grade", "language_sentence_words",
            "language_sentence_spread_ratio", "language_long_sentence_share", "language_lix_grade",
        ),
        (0, "short lines put in would move it"),
    ),
}  # fmt: skip
"""What moves neither shipped score, as small edits tip it. Mean AUC over nine rows, inside and across
corpora, was .8818 while these columns moved the scores and is .8848 now that they do not."""

REASONS: dict[str, dict[str, tuple[int, str]]] = {
    "quality": {
        "hedging_booster_rate": (-1, "overstated certainty is a fault in reporting"),
        "sourcing_attribution_rate": (1, "handing statements to sources never makes reporting worse"),
        "sourcing_identified_share": (1, "a reader who learns who speaks is never worse off"),
        "sourcing_unnamed_rate": (-1, "unnamed and vague sources cannot be checked"),
        "sourcing_attributed_share": (1, "words handed to sources never make reporting worse"),
        "sourcing_anonymous_share": (-1, "an anonymous source cannot be checked"),
        "sourcing_document_share": (1, "a document can be looked up"),
        "sourcing_vague_share": (-1, "there is nobody to ask"),
        "sourcing_vague_evidence_rate": (-1, "a study without a name cannot be looked up"),
        "sourcing_source_rate": (1, "more voices never make reporting worse"),
        "sourcing_same_source_share": (-1, "a single voice leaves the reader nothing to compare"),
        "sourcing_first_source_share": (-1, "a source that comes late leaves the opening unsupported"),
        "sourcing_unsourced_figure_rate": (-1, "a figure without its origin cannot be checked"),
        "sourcing_sourced_figure_share": (1, "the origin of a figure can be checked"),
        "promotion_promotional_rate": (-1, "sales talk is no reporting"),
        "promotion_filler_rate": (-1, "stock phrases carry no information"),
        "promotion_call_rate": (-1, "asking the reader to buy or join is no reporting"),
        "promotion_residue_count": (-1, "leftovers of a writing tool show that nobody read the text"),
        "promotion_clickbait_share": (-1, "a baiting headline promises more than it says"),
        "promotion_uninformative_share": (-1, "a sentence that holds nothing to check informs nobody"),
        "stuffing_phrase_share": (-1, "repetition serves search engines, not readers"),
        "stuffing_phrase_ratio": (-1, "a phrase near its limit serves search engines, not readers"),
        "stuffing_word_share": (-1, "leaning on one word serves search engines"),
        "stuffing_title_share": (-1, "a writer would shorten what the title says in full"),
        "stuffing_heading_share": (-1, "a writer would shorten what the headings say in full"),
        "stuffing_run_share": (-1, "runs of words told twice bring nothing new"),
        "stuffing_packing_share": (-1, "a text that packs well says little anew"),
        "stuffing_list_share": (-1, "lists of search terms serve no reader"),
        "stuffing_duplicate_share": (-1, "repeated passages bring nothing new"),
        "stance_loaded_rate": (-1, "charged words in the outlet's voice judge instead of telling"),
        "stance_loaded_sentence_share": (-1, "sentences that take a stand judge instead of telling"),
        "stance_lead_loaded_share": (-1, "an opening that takes a stand judges before it tells"),
        "stance_rebuttal_rate": (1, "a side that may answer is good practice"),
        "language_opinion_rate": (-1, "the writer's own stand is no report"),
        "language_title_mismatch_share": (-1, "a title should say what the text bears out"),
        "language_question_rate": (-1, "questions put to the reader report nothing"),
        "language_exclamation_rate": (-1, "exclaiming is no reporting"),
        "language_pressing_rate": (-1, "words that press a point inform nobody"),
        "language_title_capitals_share": (-1, "a title that shouts is no better for it"),
        "language_title_opening_share": (1, "a title that the opening takes up keeps its promise"),
        **LEFT_OUT,
        "language_coleman_liau_grade": (0, "longer words make no better report"),
        **dict.fromkeys(HOUSE_STYLE, (0, "an outlet's house style, and setting a page anew would raise it")),
        "language_report_grade": (1, "fitted as what reliable reports do"),
        "language_argument_grade": (0, "words of reports count here"),
    },
    "bias": {
        "hedging_booster_rate": (1, "overstated certainty argues a case"),
        "sourcing_attribution_rate": (-1, "statements handed to sources are not the outlet's own claims"),
        "sourcing_identified_share": (-1, "claims of identified sources can be weighed by the reader"),
        "sourcing_attributed_share": (-1, "attributed words are not the outlet's own claims"),
        "sourcing_vague_share": (1, "what critics and experts without a name say carries an argument"),
        "sourcing_vague_evidence_rate": (1, "a claim that nobody can look up argues a case"),
        "sourcing_source_rate": (-1, "more voices leave less room for one"),
        "sourcing_unsourced_figure_rate": (1, "figures from nowhere argue a case"),
        "sourcing_sourced_figure_share": (-1, "saying where a figure comes from pushes nobody"),
        "sourcing_same_source_share": (1, "one voice only is one side only"),
        "sourcing_first_source_share": (1, "the outlet speaks first and longest"),
        "stance_loaded_rate": (1, "charged words in the outlet's voice take a side"),
        "stance_loaded_sentence_share": (1, "sentences that take a stand take a side"),
        "stance_lead_loaded_share": (1, "an opening that takes a stand sets the reader's mind"),
        "stance_rebuttal_rate": (-1, "a side that may answer is heard"),
        "promotion_clickbait_share": (1, "a baiting headline stirs instead of telling"),
        "language_opinion_rate": (1, "the writer takes a stand"),
        "language_title_mismatch_share": (1, "a title beyond its text pushes the reader"),
        "language_question_rate": (1, "questions put to the reader push without saying so"),
        "language_exclamation_rate": (1, "exclaiming takes a side"),
        "language_pressing_rate": (1, "words that press a point argue it"),
        "language_title_capitals_share": (1, "a title that shouts pushes the reader"),
        "language_title_opening_share": (-1, "a title that the opening takes up lures nobody"),
        **LEFT_OUT,
        **dict.fromkeys(HOUSE_STYLE, (0, "an outlet's house style")),
        "language_argument_grade": (1, "fitted as what partisan writing does"),
        "language_report_grade": (0, "words of argument count here"),
        "promotion_residue_count": (0, "says nothing about bias"),
        **dict.fromkeys(STUFFING, (0, "repetition says nothing about bias")),
    },
}
"""Target to column to (sign, reason)."""


LEAST: dict[str, dict[str, float]] = {
    "quality": {
        "sourcing_attribution_rate": 0.2,
        "sourcing_identified_share": 0.12,
        "sourcing_vague_share": 0.16,
        "sourcing_unnamed_rate": 0.12,
        "promotion_residue_count": 0.8,
        "stuffing_duplicate_share": 0.2,
    }
}
"""Target to column to the log-odds that its curve moves at least, from one end to the other, as set by us and
not by labels: no labelled article holds leftovers of a writing tool, and lists of outlets say next to nothing
of vague sources. Without them one "according to experts" raised quality in 55 of 150 edits to our seeds, as
it thinned out other faults, and a leftover in 32 of 150. They take .006 from the AUC of real or fake, .001
from that of horne to webis, and nothing from the other rows of the card."""


SET_BY_US = (
    "Which way a measure may move a score is set by us, and so is how far it does at least where a number of "
    "points stands: about so many in mid-scale, from one end of its curve to the other. All else is fitted "
    "to the labels."
)


def say_bound(target: str, column: str) -> str:
    """What a column may do to a score, in words; empty for one without a bound.

    Examples
    --------
    >>> say_bound("quality", "promotion_filler_rate")
    'only lower'
    >>> say_bound("quality", "promotion_residue_count")
    'only lower; 20 points at least'
    """
    sign, least = signs_for(target).get(column, 0), LEAST.get(target, {}).get(column, 0.0)
    if not sign:
        return ""
    said = "only raise" if sign > 0 else "only lower"
    return f"{said}; {25 * least:.0f} points at least" if least else said


def signs_for(target: str) -> dict[str, int]:
    """Column to +1, -1 or 0 for a target; a target of the user's own has no bounds.

    Examples
    --------
    >>> signs_for("quality")["promotion_residue_count"]
    -1
    """
    return {column: sign for column, (sign, _) in REASONS.get(target, {}).items()}
