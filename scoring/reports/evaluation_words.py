"""An evaluation in sentences: the answer, headlines, figures, and what weakens them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from scoring.model.agreement import FEWEST_GROUPS, Estimate
from scoring.model.coverage import say_narrow
from scoring.model.evaluation import FOR_WORDS, Agreement
from scoring.outlets.words import brief, plural
from scoring.reports.labels import first_upper
from scoring.reports.page import points, whole
from scoring.reports.validity_agreement import number

FEW = 30
"""Labelled articles under which every figure is called rough."""
FEW_GROUPS = 10
"""Outlets under which drawing them again gives intervals that are too narrow."""
FEW_KIND = 5
"""Articles of a kind under which labels are called one-sided."""
MANY_PAIRS = 100
"""Pairs from which ranking is told out of a hundred; fewer are told as they are."""
DASH = "\u2013"
THIRDS = ("low", "middle", "high")


def spell_auc(found: Estimate) -> str:
    """An AUC or a correlation with its interval.

    Examples
    --------
    >>> spell_auc(Estimate(0.831, 0.712, 0.924)), spell_auc(Estimate(-0.2, math.nan, math.nan))
    ('0.83 (0.71–0.92)', '−0.20')
    """
    if math.isnan(found.low):
        return number(found.value)
    between = " to " if found.low < 0 else DASH
    return f"{number(found.value)} ({number(found.low)}{between}{number(found.high)})"


def spell_points(found: Estimate) -> str:
    """A figure in points with its interval.

    Examples
    --------
    >>> spell_points(Estimate(21.4, 17.0, 26.2))
    '21 (17–26)'
    """
    ends = "" if math.isnan(found.low) else f" ({whole(found.low)}{DASH}{whole(found.high)})"
    return f"{whole(found.value)}{ends}"


def judge_gain(found: Agreement) -> str:
    """Whether the value ranks better than length alone; unsure where the gain's interval holds 0."""
    if math.isnan(found.auc.value) or math.isnan(found.gain.low):
        return "unknown"
    return "better" if found.gain.low > 0 else "worse" if found.gain.high < 0 else "unsure"


def finding(target: str, found: Agreement) -> str:
    """The headline of a target."""
    name, value = first_upper(target), f"AUC {number(found.auc.value)}"
    if not found.scored:
        return f"{name}: every labelled article is withheld"
    if math.isnan(found.auc.value):
        return f"{name}: no AUC, since all labels lie on one side of 50"
    said = {
        "better": f"{value}, above length alone",
        "worse": f"{value}, below length alone",
        "unsure": f"{value}, which cannot be told from length alone",
        "unknown": f"{value}; how sure that is cannot be said",
    }
    return f"{name}: {said[judge_gain(found)]}"


def answer(target: str, found: Agreement) -> str:
    """How well, how sure, and against what else: the paragraph of a target."""
    name = first_upper(target)
    if not found.scored:
        return f"{name}: {_all(found.labelled, 'labelled article')} withheld, so nothing can be said."
    if math.isnan(found.auc.value):
        side = "50 or more" if found.positive else "under 50"
        head = f"{name}: {_all(found.scored, 'article')} labelled {side}: nothing can be said of ranking."
    else:
        head = f"{name}: {_say_ranking(found)} {_say_rivals(found)}"
    return f"{head} {_say_distance(found)}"


def _say_ranking(found: Agreement) -> str:
    ends, size = found.auc, _size(found)
    low = f" (90 % interval {spell_pairs(ends.low, size)} to {spell_pairs(ends.high, size)})"
    whose = "pairs" if size == MANY_PAIRS else f"{plural('pair', size)} there {'is' if size == 1 else 'are'}"
    return (
        f"of an article labelled 50 or more and one labelled less, the value is higher for the first in "
        f"{spell_pairs(ends.value, size)} of {size} {whose}{'' if math.isnan(ends.low) else low}."
    )


def _size(found: Agreement) -> int:
    """Pairs out of which ranking is told: 100, or as many as there are."""
    return min(MANY_PAIRS, found.positive * (found.scored - found.positive))


def spell_pairs(share: float, size: int) -> str:
    """How many of so many pairs; all of them only where it is all, none only where it is none.

    Examples
    --------
    >>> spell_pairs(0.846, 100), spell_pairs(0.998, 100), spell_pairs(1.0, 6)
    ('85', 'more than 99', '6')
    """
    told = whole(size * share)
    if told == str(size) and share < 1 - 1e-9:
        return f"more than {size - 1}"
    return "less than 1" if told == "0" and share > 0 else told


def _say_rivals(found: Agreement) -> str:
    learned, size = found.auc_words.value, _size(found)
    length, words = spell_pairs(found.auc_length.value, size), spell_pairs(learned, size)
    other = "" if math.isnan(learned) else f", words learned from these very labels in {words}"
    head = f"Length alone is right in {length}{other}, chance in {size / 2:g}."
    gain = found.gain
    drawn = f"{found.groups} {plural(found.unit, found.groups)}"
    verdict = {
        "better": "The gain over length is more than chance",
        "worse": "Length alone does better, by more than chance",
        "unsure": "Value and length cannot be told apart",
        "unknown": f"With {drawn} to draw from, no interval is given",
    }[judge_gain(found)]
    ends = f" ({points(size * gain.low)} to {points(size * gain.high)} pairs)" if gain.low == gain.low else ""
    return f"{head} {verdict}{ends}."


def _say_distance(found: Agreement) -> str:
    apart = found.annotators_apart
    people = "" if math.isnan(apart) else f"; two annotators of one article lie {whole(apart)} apart"
    rank = found.spearman.value
    order = "" if math.isnan(rank) else f"Rank correlation with the mean label is {number(rank)}. "
    size = plural("point", whole(found.error.value))
    return f"{order}The value lies {whole(found.error.value)} {size} from the mean label on average{people}."


def _all(number: int, noun: str) -> str:
    """Subject and verb of a sentence on every article."""
    return f"the only {noun} is" if number == 1 else f"all {number:,} {noun}s are"


def say_cautions(target: str, found: Agreement, *, is_idle: bool) -> list[str]:
    """What weakens the figures of a target, the worst first."""
    said = []
    if is_idle:
        said.append("the model gives every article the same value, so it ranks none.")
    if found.labelled < FEW:
        few = "article is" if found.labelled == 1 else "articles are"
        said.append(f"{found.labelled} labelled {few} few; every figure is rough below {FEW}.")
    if found.scored and found.positive in (0, found.scored):
        said.append("labels are of one class only, so AUC is undefined.")
    elif found.scored and min(found.positive, found.scored - found.positive) < FEW_KIND:
        said.append(f"labels are one-sided, {found.positive} of {found.scored} are 50 or more.")
    if len(found.outlets) == 1:
        said.append("one outlet only: nothing can be said of other outlets.")
    groups = f"{found.groups} {plural(found.unit, found.groups)}"
    if found.groups < FEWEST_GROUPS and found.scored:
        said.append(f"{groups} cannot be drawn again, so there are no intervals.")
    elif found.groups < FEW_GROUPS and found.scored:
        said.append(f"intervals rest on {groups} drawn again and come out too narrow below {FEW_GROUPS}.")
    if found.auc_length.value > max(found.auc.value, 0.8):
        said.append("length alone predicts these labels better; check that short and long ones carry both.")
    narrow = say_narrow(target, found.coverage)
    return [*(f"{first_upper(target)}: {sentence}" for sentence in said), *([f"{narrow}."] if narrow else [])]


def say_fitted(
    in_fit: int | None, articles: int, *, is_fitted_on_these: bool, fitted_on: Sequence[str]
) -> str:
    """Whether the model has seen these labels, or `in_fit` of so many articles; None where unknown."""
    names = ", ".join(map(brief, fitted_on))
    advice = "for that read its card, or label articles it has not seen."
    if is_fitted_on_these:
        return (
            "This model was fitted on these very labels. The figures below say how well it remembers, not "
            f"how well it does on other articles: {advice}"
        )
    if in_fit:
        verb = "was" if in_fit == 1 else "were"
        return (
            f"{in_fit} of {articles} articles {verb} in the fit of this model. On these the figures say how "
            f"well it remembers, not how well it does on other articles: {advice}"
        )
    if in_fit == 0:
        return f"None of the {articles} articles was in the fit of this model ({names}), as their texts go."
    if not fitted_on:
        return "The model does not say what it was fitted on; on labels it has seen, figures are too good."
    return (
        f"The model was fitted on {names}. If any article here comes from there, "
        "its figures are too good; a changed file of the same labels cannot be recognised."
    )


def say_lexicon(lexicon: Mapping[str, Any]) -> str:
    """That the user's own entries were used."""
    names = ", ".join(brief(file["file"]) for file in lexicon["files"])
    return f"Entries of {names} were added to the word lists; the model was fitted without them."


def say_coverage(found: Agreement) -> str:
    """The model's own coverage, and what it is; empty where it has none."""
    if math.isnan(found.coverage):
        return ""
    return (
        f"Interval coverage {whole(100 * found.coverage)} %, from the model’s own test and not from these "
        "labels: outlets split in three, how often the interval held the value from a fit on other outlets."
    )


def say_words(found: Agreement) -> str:
    """Why there is no comparison with words; empty where there is one."""
    if not math.isnan(found.auc_words.value) or not found.scored:
        return ""
    if found.scored < FOR_WORDS:
        return f"Words fitted on these labels are left out: that takes {FOR_WORDS} labelled articles."
    return "Words fitted on these labels are left out: a class or the outlets are too few for folds."


def list_figures(found: Agreement) -> Iterator[tuple[str, str, str]]:
    """Yield the row of figures: name, figure, what to hold against it."""
    words = found.auc_words
    rival = "" if math.isnan(words.value) else f"; words fitted here {number(words.value)}"
    length = f"length alone {number(found.auc_length.value)}{rival}; always the same 0.50"
    yield "AUC", spell_auc(found.auc), length
    forced = found.auc_forced
    yield "AUC, none withheld", spell_auc(forced), f"{found.withheld} withheld of {found.labelled} labelled"
    yield "Spearman", spell_auc(found.spearman), f"Pearson {spell_auc(found.pearson)}"
    apart = "" if math.isnan(found.annotators_apart) else f"; two annotators {whole(found.annotators_apart)}"
    yield "Distance, points", spell_points(found.error), f"best constant {whole(found.error_same)}{apart}"
    off, bins = whole(found.calibration_error), len(found.calibration)
    yield "Calibration error, points", off, f"{bins} {plural('bin', bins)}, at an even mix"
    none = "no two annotators share articles" if math.isnan(found.alpha) else "what people agree to"
    yield "Krippendorff’s alpha", number(found.alpha), none
