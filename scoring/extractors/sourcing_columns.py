"""The codebook's entries for sourcing."""

from __future__ import annotations

from scoring.extractors.measure import Column

_STANDARDS = "Source types as in newsroom standards on named and anonymous sources."
_TYPED = "As above; by word lists and the grammar around the cue."

COLUMNS = (
    Column(
        "sourcing_attribution_rate",
        "attributions",
        "Statements, questions and states of mind handed to a source that could be looked up or asked (a "
        "name, an office or group, a document), by their cues (said, believes).",
        "Pareti (2015) on source, cue and content; cues judged as PolNeAR's annotators did.",
        "Cues written as nouns ('his view') are found less often than verbs. What is handed to vague or "
        "anonymous sources, or to nobody, is marked but not counted.",
        ("attribution",),
        "hands more statements to sources",
        "hands fewer statements to sources",
    ),
    Column(
        "sourcing_quote_share",
        "words in quotation marks",
        "Share of words between quotation marks.",
        "Typography.",
        "Titles of works and scare quotes count as quotations.",
        ("quote",),
        "gives more of its words to direct quotation",
        "gives fewer of its words to direct quotation",
    ),
    Column(
        "sourcing_identified_share",
        "identified sources",
        "Share of attributions whose source is a name or a named document, of those that show a source.",
        "Source types as in newsroom standards on named and anonymous sources.",
        "A body ('OpenAI') counts as named; pronouns take the type of the source before them.",
        ("source",),
        "says more often who its sources are",
        "says less often who its sources are",
    ),
    Column(
        "sourcing_unnamed_rate",
        "unnamed or vague sources",
        "Statements handed to insiders, experts, reports or critics without a name.",
        "As above.",
        "Groups that could be asked ('police', 'officials') count as role, not as vague.",
        ("source",),
        "hands more statements to unnamed or vague sources",
        "hands fewer statements to unnamed or vague sources",
    ),
    Column(
        "sourcing_attributed_share",
        "attributed words",
        "Share of words that are handed to a source that could be looked up or asked, quoted or paraphrased.",
        "Pareti (2015) on source, cue and content.",
        "Depends on finding where a paraphrase ends; what is asked of a source counts as well.",
        ("content",),
        "hands more of its words to sources",
        "hands fewer of its words to sources",
    ),
    Column(
        "sourcing_named_share",
        "attributions to names",
        "Share of attributions whose source is a person or body with a name, of those that show a source.",
        _STANDARDS,
        "Exactly the identified ones less the documents, so it enters no score beside them.",
        ("source",),
        "hands more of its statements to sources with a name",
        "hands fewer of its statements to sources with a name",
        scored=False,
    ),
    Column(
        "sourcing_role_share",
        "attributions to roles",
        "Share of attributions whose source is an office or function without a name ('the mayor', 'police').",
        _TYPED,
        "What the other types leave over, so it enters no score beside them.",
        ("source",),
        "hands more of its statements to sources named by their role only",
        "hands fewer of its statements to sources named by their role only",
        scored=False,
    ),
    Column(
        "sourcing_anonymous_share",
        "attributions to anonymous sources",
        "Share of attributions whose source asked not to be named, or whom the article keeps unnamed.",
        _TYPED,
        "Nine articles in ten have none.",
        ("source",),
        "hands more of its statements to anonymous sources",
        "hands fewer of its statements to anonymous sources",
    ),
    Column(
        "sourcing_document_share",
        "attributions to documents",
        "Share of attributions whose source is a document or data.",
        _TYPED,
        "A document counts whether or not a reader could find it.",
        ("source",),
        "rests more of its statements on documents",
        "rests fewer of its statements on documents",
    ),
    Column(
        "sourcing_vague_share",
        "attributions to vague sources",
        "Share of attributions whose source is nobody in particular (experts, critics, many, a study).",
        _TYPED,
        "Some general labels ('voters') are all that a survey allows.",
        ("source",),
        "hands more of its statements to nobody in particular",
        "hands fewer of its statements to nobody in particular",
    ),
    Column(
        "sourcing_vague_evidence_rate",
        "vague evidence",
        "Claims of the outlet rested on studies, research or reports without a name, a year or a journal "
        "beside them ('studies show', 'according to reports').",
        "Wikipedia's guidance on unsupported attributions, as a concept; every entry chosen here.",
        "A link on the words is not seen. One study said to be somebody's makes every 'a study' of the "
        "article known; 'previous studies' in medical news count even where the report cited names them.",
        ("source",),
        "rests more claims on studies or reports that it does not name",
        "rests fewer claims on studies or reports that it does not name",
    ),
    Column(
        "sourcing_source_count",
        "sources",
        "Different sources, vague and anonymous ones left out.",
        "Our own count.",
        "One source under two names without a last word in common ('Acme', 'the firm') counts twice. Grows "
        "with length.",
        ("source",),
        "has more sources",
        "has fewer sources",
        scored=False,
    ),
    Column(
        "sourcing_source_rate",
        "sources per 100 words",
        "Different sources per 100 words, vague and anonymous ones left out.",
        "Our own count; per words, because sources per attribution fall with length "
        "(rank correlation .22 in size, against .00).",
        "As above.",
        ("source",),
        "hears more sources for its length",
        "hears fewer sources for its length",
    ),
    Column(
        "sourcing_same_source_share",
        "concentration on one source",
        "Chance that two attributions picked from the article have the same source, a source counted once in "
        "a sentence; undefined with fewer than two, vague and anonymous sources left out.",
        "Simpson (1949), Measurement of diversity: the estimate that does not depend on sample size.",
        "Interviews and profiles are high by their nature.",
        ("source",),
        "leans more on one and the same source",
        "spreads its attributions over more sources",
    ),
    Column(
        "sourcing_first_source_share",
        "words before the first source",
        "Share of the words that stand before the first attribution to a source that is neither vague nor "
        "anonymous; undefined without any.",
        "Our own count.",
        "A standfirst or a caption above the text counts as part of it.",
        ("source",),
        "brings its first source later",
        "brings its first source sooner",
    ),
    Column(
        "sourcing_sourced_figure_share",
        "sourced figures",
        "Share of the figures (amounts, percentages, counts in digits or with a unit) that stand in a "
        "quotation, an attributed statement or a sentence with a source, unless that is vague or "
        "anonymous; undefined without figures.",
        "Verifiability as in newsroom codes; figures by our own rules.",
        "A source named one sentence earlier is not seen. Counts written as words ('two ferries') are no "
        "figures here, nor are dates, times, ages, scores, list and telephone numbers.",
        ("content", "source"),
        "says more often where its figures come from",
        "says less often where its figures come from",
    ),
    Column(
        "sourcing_unsourced_figure_rate",
        "figures without a source",
        "Figures that stand neither in a quotation, nor in an attributed statement, nor in a sentence "
        "with a source.",
        "As above.",
        "As above; a figure that everyone can see ('all 12 boys were saved') counts like any other.",
        (),
        "gives more figures without saying where they come from",
        "gives fewer figures without saying where they come from",
    ),
    Column(
        "sourcing_link_rate",
        "links",
        "Different addresses that the article links to or writes out in its prose; undefined where the "
        "input shows no links at all: plain text without any address.",
        "Our own count.",
        "Plain text has mostly lost its links, so it says more about the input than about the article "
        "and enters no score; in text, addresses of embedded posts count too.",
        (),
        "links to more pages",
        "links to fewer pages",
        scored=False,
    ),
)
