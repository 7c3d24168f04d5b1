"""Columns of the family stance, as the codebook shows them."""

from __future__ import annotations

from scoring.extractors.measure import Column

_SIDES = "The two to four names present most, aliases merged."
_TONE = " Tone by a model fitted on NewsMTSC (Hamborg and Donnay 2021): macro-F1 66 % of three classes."
COLUMNS = (
    Column(
        "stance_loaded_rate",
        "loaded words, outlet's voice",
        "Words of charged language outside quotations.",
        "BABE's expert annotation of biased words (Spinde et al. 2021), through our tagger.",
        "Rare slurs and new coinages are missed; a reported atrocity needs hard words; a term of a trade "
        "counts where no other stands near it.",
        ("loaded",),
        "uses more charged words in its own voice",
        "uses fewer charged words in its own voice",
    ),
    Column(
        "stance_quoted_loaded_rate",
        "loaded words, quoted voices",
        "The same between quotation marks.",
        "As above.",
        "Choosing whom to quote is a choice too; this does not judge it.",
        ("loaded",),
        "quotes more charged words",
        "quotes fewer charged words",
    ),
    Column(
        "stance_loaded_sentence_share",
        "charged sentences, outlet's voice",
        "Mean probability, over sentences outside quotations, that trained annotators would call one biased "
        "by its wording; those handed to vague or anonymous sources count only where they are charged.",
        "BABE (Spinde et al. 2021) and crowd labels of encyclopedia sentences, through our sentence model.",
        "Half of BABE's sentences are biased, so on news the mean lies above the true share; crime and war "
        "raise it by their subject.",
        ("loaded_sentence",),
        "words more of its sentences so that they take a stand",
        "words fewer of its sentences so that they take a stand",
    ),
    Column(
        "stance_lead_loaded_share",
        "charged sentences, opening",
        "The same over the first three sentences outside quotations alone.",
        "As above.",
        "Three sentences are few; a story of violence opens with it. No marks: those of charged sentences "
        "stand anywhere in the article.",
        (),
        "opens with sentences that take a stand",
        "opens with sentences that take less of a stand",
    ),
    Column(
        "stance_rebuttal_rate",
        "answers by a side",
        "Places where a side answers or is asked to (denied, declined to comment).",
        "Right of reply in newsroom codes.",
        "Answers given without a set phrase are missed.",
        ("rebuttal",),
        "lets a side answer more often",
        "lets no side answer as often",
    ),
    Column(
        "stance_dominance_share",
        "most heard side",
        "Share of the sides' attributed words that go to the most heard side; undefined with fewer than two.",
        _SIDES,
        "Sides are names, so allies count apart.",
        ("party", "content"),
        "gives one side more of the word",
        "shares the word more evenly between sides",
    ),
    Column(
        "stance_tone_gap_share",
        "tone gap",
        "Half the difference of tone toward the two most present names, in the outlet's voice.",
        _SIDES + _TONE,
        "A gap may lie in what happened; irony is missed, and pronouns are followed to no name.",
        ("party",),
        "writes in different tones about its two main names",
        "writes in the same tone about its two main names",
    ),
    Column(
        "stance_side_count",
        "sides",
        "Names mentioned three times or more, aliases merged, at most four.",
        "Presence of actors in content analysis of news (Krippendorff 2018).",
        "Grows with length; places and products can pass for sides.",
        ("party",),
        "tells of more sides",
        "tells of fewer sides",
        scored=False,
    ),
    Column(
        "stance_evenness_share",
        "evenness between sides",
        "Entropy of the sides' shares of the words given, over its greatest value: 1 if all have the same, "
        "0 if one has all; undefined with fewer than two.",
        "Shannon evenness (Pielou 1966), used for the diversity of voices in news.",
        "Even is not fair: a fringe voice may be given as much as those who know.",
        ("party", "content"),
        "spreads the word more evenly over its sides",
        "spreads the word less evenly over its sides",
        scored=False,  # Spearman with the most heard side -.93: only that one enters the scores
    ),
    Column(
        "stance_side_word_share",
        "attributed words given to sides",
        "Share of all attributed words that the sides speak; undefined without sides or attributed words.",
        _SIDES,
        "A side's spokesman who is named counts as somebody else.",
        ("party", "content"),
        "leaves more of the word to those it is about",
        "leaves more of the word to third parties",
    ),
    Column(
        "stance_unheard_share",
        "sides not heard",
        "Share of the sides that are given no word, and in no sentence that names them said to answer or "
        "to have been asked; undefined without sides.",
        "Right of reply in newsroom codes.",
        "The dead, places and products cannot answer.",
        ("party", "content", "rebuttal"),
        "talks about more sides without hearing them",
        "hears more of the sides it talks about",
    ),
    Column(
        "stance_tone_balance",
        "tone toward the sides",
        "Mean tone toward the sides in the outlet's voice, weighted by mentions, -1 to 1.",
        _SIDES + _TONE,
        "Bad news sounds unfavourable; irony is missed.",
        ("party",),
        "writes more favourably about its sides",
        "writes less favourably about its sides",
    ),
)
