"""The one table of what an editor can do about a measure.

A column that is not named is never proposed: its sign is free (hedges, quotation, the length of
sentences), nothing on the card shows where to act (packing, sentences without anything to check), or
moving it alone would be gaming (more attributions, whoever they are handed to).
"""

from __future__ import annotations

from scoring.scorecard.editing import (
    ROLES,
    Action,
    add_source,
    count_unheard,
    count_unnamed,
    cut,
    hear,
    lower,
    marked,
    name_roles,
    name_sources,
    number_of,
    remove,
    reword,
    source_figures,
    unstuff,
)

ACTIONS: dict[str, Action] = {
    "sourcing_vague_share": Action(
        "Saying who stands behind the one statement of a vague source",
        "Saying who stands behind the {n} statements of vague sources",
        count_unnamed("sourcing_vague_share"),
        name_sources("sourcing_vague_share"),
        marked("source", lambda note: note == "vague"),
    ),
    "sourcing_anonymous_share": Action(
        "Naming the anonymous source of one statement",
        "Naming the anonymous sources of {n} statements",
        count_unnamed("sourcing_anonymous_share"),
        name_sources("sourcing_anonymous_share"),
        marked("source", lambda note: note == "anonymous"),
    ),
    "sourcing_identified_share": Action(
        "Adding the name in the one place where a source is only a role",
        "Adding the names in the {n} places where a source is only a role",
        lambda facts: len(ROLES(facts)),
        name_roles,
        ROLES,
    ),
    "sourcing_source_rate": Action(
        *("Adding what one more source says, by name",) * 2, lambda facts: 1, add_source(document=False)
    ),
    "sourcing_document_share": Action(
        *("Adding what one more document says that readers can look up",) * 2,
        lambda facts: 1,
        add_source(document=True),
    ),
    "sourcing_vague_evidence_rate": remove(
        "sourcing_vague_evidence_rate",
        "Naming the study or report in the one claim that rests on one without a name",
        "Naming the studies or reports in the {n} claims that rest on some without a name",
    ),
    "sourcing_first_source_share": lower(
        "sourcing_first_source_share", "Moving the first source up to the opening"
    ),
    "sourcing_unsourced_figure_rate": Action(
        "Saying where the one figure without a source comes from",
        "Saying where the {n} figures without a source come from",
        number_of("sourcing_unsourced_figure_rate"),
        source_figures,
    ),
    "hedging_booster_rate": remove(
        "hedging_booster_rate",
        "Taking out the one word that overstates certainty",
        "Taking out the {n} words that overstate certainty",
        "booster",
    ),
    "promotion_promotional_rate": remove(
        "promotion_promotional_rate",
        "Putting plain words for the one promotional phrase",
        "Putting plain words for the {n} promotional phrases",
        "promotional",
    ),
    "promotion_filler_rate": remove(
        "promotion_filler_rate",
        "Cutting the one stock phrase that carries no information",
        "Cutting the {n} stock phrases that carry no information",
        "filler",
    ),
    "promotion_call_rate": remove(
        "promotion_call_rate",
        "Taking out the one call to buy, join or click",
        "Taking out the {n} calls to buy, join or click",
        "call_to_action",
    ),
    "promotion_residue_count": remove(
        "promotion_residue_count",
        "Removing the one leftover of a writing tool",
        "Removing the {n} leftovers of a writing tool",
        "template_residue",
    ),
    "promotion_clickbait_share": lower("promotion_clickbait_share", "Writing a plainer headline"),
    "stuffing_phrase_share": unstuff(
        "stuffing_phrase_share",
        "Repeating the phrase “{words}” less often",
        "Repeating the {n} stuffed phrases less often",
        lambda note: " " in note,
        also="stuffing_phrase_ratio",
    ),
    "stuffing_word_share": unstuff(
        "stuffing_word_share",
        "Using the word “{words}” less often",
        "Using the {n} stuffed words less often",
        lambda note: bool(note) and " " not in note,
    ),
    "stuffing_title_share": lower("stuffing_title_share", "Repeating the title’s phrase less often"),
    "stuffing_heading_share": lower("stuffing_heading_share", "Repeating fewer phrases in the headings"),
    "stuffing_list_share": cut(
        "stuffing_list_share",
        "Removing the one list of search terms",
        "Removing the {n} lists of search terms",
        marked("keyword_list"),
    ),
    "stuffing_duplicate_share": cut(
        "stuffing_duplicate_share",
        "Cutting the one repeated passage",
        "Cutting the {n} repeated passages",
        marked("duplicate_passage"),
    ),
    "stance_loaded_rate": remove(
        "stance_loaded_rate",
        "Putting a plain word for the one charged word",
        "Putting plain words for the {n} charged words",
        "loaded",
    ),
    "stance_loaded_sentence_share": Action(
        "Rewording the one charged sentence",
        "Rewording the {n} charged sentences",
        lambda facts: len(facts.spans("loaded_sentence")),
        reword,
        marked("loaded_sentence"),
    ),
    "stance_rebuttal_rate": Action(
        "Asking the one side that is not heard for its answer",
        "Asking the {n} sides that are not heard for their answers",
        count_unheard,
        hear,
    ),
    "language_opinion_rate": remove(
        "language_opinion_rate",
        "Taking out the one phrase by which the writer takes a stand",
        "Taking out the {n} phrases by which the writer takes a stand",
    ),
    "language_question_rate": remove(
        "language_question_rate",
        "Turning the one question to the reader into a statement",
        "Turning the {n} questions to the reader into statements",
    ),
    "language_exclamation_rate": remove(
        "language_exclamation_rate",
        "Ending the one exclamation with a full stop",
        "Ending the {n} exclamations with a full stop",
    ),
    "language_pressing_rate": remove(
        "language_pressing_rate",
        "Taking out the one word that only presses a point (such as just, even or so)",
        "Taking out the {n} words that only press a point (such as just, even or so)",
    ),
    "language_title_capitals_share": lower(
        "language_title_capitals_share", "Writing the title without words in capitals"
    ),
    "language_title_mismatch_share": lower(
        "language_title_mismatch_share", "Writing a title in words that the text uses"
    ),
}
"""Column to what an editor can do about it."""
