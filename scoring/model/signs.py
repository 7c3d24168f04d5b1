"""The one table of sign bounds: which way a column may move a score, and why.

A column that is not named is free. Quotation share is free on purpose: it helps in some corpora
and hurts in others.
"""

from __future__ import annotations

REASONS: dict[str, dict[str, tuple[int, str]]] = {
    "quality": {
        "hedging_booster_rate": (-1, "overstated certainty is a fault in reporting"),
        "sourcing_attribution_rate": (1, "handing statements to sources never makes reporting worse"),
        "sourcing_identified_share": (1, "a reader who learns who speaks is never worse off"),
        "sourcing_unnamed_rate": (-1, "unnamed and vague sources cannot be checked"),
        "promotion_promotional_rate": (-1, "sales talk is no reporting"),
        "promotion_filler_rate": (-1, "stock phrases carry no information"),
        "promotion_call_rate": (-1, "asking the reader to buy or join is no reporting"),
        "promotion_residue_count": (-1, "leftovers of a writing tool show that nobody read the text"),
        "promotion_clickbait_share": (-1, "a baiting headline promises more than it says"),
        "stuffing_phrase_share": (-1, "repetition serves search engines, not readers"),
        "stuffing_list_share": (-1, "lists of search terms serve no reader"),
        "stuffing_duplicate_share": (-1, "repeated passages bring nothing new"),
        "stance_loaded_rate": (-1, "charged words in the outlet's voice judge instead of telling"),
        "stance_rebuttal_rate": (1, "a side that may answer is good practice"),
        "language_exclamation_rate": (-1, "exclaiming is no reporting"),
    },
    "bias": {
        "hedging_booster_rate": (1, "overstated certainty argues a case"),
        "sourcing_attribution_rate": (-1, "statements handed to sources are not the outlet's own claims"),
        "sourcing_identified_share": (-1, "claims of identified sources can be weighed by the reader"),
        "stance_loaded_rate": (1, "charged words in the outlet's voice take a side"),
        "stance_rebuttal_rate": (-1, "a side that may answer is heard"),
        "stance_tone_gap_share": (1, "different tones about the two sides favour one"),
        "stance_dominance_share": (1, "one side that holds all the words is favoured"),
        "promotion_clickbait_share": (1, "a baiting headline stirs instead of telling"),
        "language_exclamation_rate": (1, "exclaiming takes a side"),
        "promotion_residue_count": (0, "says nothing about bias"),
    },
}
"""Target to column to (sign, reason)."""


def signs_for(target: str) -> dict[str, int]:
    """Column to +1, -1 or 0 for a target; a target of the user's own has no bounds.

    Examples
    --------
    >>> signs_for("quality")["promotion_residue_count"]
    -1
    """
    return {column: sign for column, (sign, _) in REASONS.get(target, {}).items()}
