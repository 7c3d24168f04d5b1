"""Value against label, and how often values hold: two squares from 0 to 100. Inches from the top left."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

from scoring.model.evaluation import Agreement, Bin
from scoring.outlets.words import plural
from scoring.reports.chart_rows import INK, SOFT, height_of, lay_heads
from scoring.reports.charts import PAPER, RULE, Axes, Figure, blank_sheet, house_style, write_title
from scoring.reports.evaluation_rows import Point
from scoring.reports.evaluation_words import THIRDS
from scoring.reports.label_places import Wanted, place_labels
from scoring.reports.labels import first_upper
from scoring.reports.lettering import text_width
from scoring.reports.page import show, whole
from scoring.reports.scatter import TICKS, Field
from scoring.reports.validity_agreement import number

FEW_POINTS = 150
"""Up to here the labels of an article's annotators are joined by a faint line."""

WIDE = 6.0
BESIDE, ASIDE = 0.012, 0.28
"""How far articles that share a label are drawn beside it: so much for each of them, and at most."""
END = 3
"""Labels so near an end of the scale have their articles to its inner side."""


def draw_points(dots: Sequence[Point], *, title: str = "", width: float = WIDE) -> Figure:
    """Draw the value of each article against its mean label.

    Parameters
    ----------
    dots : sequence of Point
    title : str, optional
        The finding; ``""`` for neither title nor subtitle (a page has its own).
    width : float, default 6
    """
    with house_style():
        axes, field, figure = open_square(title, points_subtitle(dots), ("mean label", "value"), width)
        if len(dots) <= FEW_POINTS:
            for dot in dots:
                left, y = field.at(dot.labels[0], dot.value)
                right, _ = field.at(dot.labels[-1], dot.value)
                axes.plot([left, right], [y, y], color=SOFT, alpha=0.4, linewidth=1.0, zorder=2)
        places = [field.at(dot.label, dot.value) for dot in dots]
        shade = 0.75 if len(dots) <= FEW_POINTS else max(0.15, 0.75 * (FEW_POINTS / len(dots)) ** 0.5)
        look: dict[str, Any] = {"color": INK, "alpha": shade, "linewidths": 0, "zorder": 3}
        x = [place[0] + shift for place, shift in zip(places, part_equal(dots), strict=True)]
        axes.scatter(x, [y for _, y in places], s=26 if len(dots) <= FEW_POINTS else 14, **look)
    return figure


def part_equal(dots: Sequence[Point]) -> list[float]:
    """Return how far aside each article is drawn, so that those with one label do not cover one another.

    Articles of one label are spread around it, the golden ratio keeps neighbours apart.
    """
    counts, seen = Counter(round(dot.label) for dot in dots), Counter[int]()
    shifts = []
    for dot in dots:
        label = round(dot.label)
        seen[label] += 1
        room = min(ASIDE, BESIDE * (counts[label] - 1))
        inward = (label <= END) - (label >= 100 - END)
        shifts.append((2 * (0.618034 * seen[label] % 1) - 1 + inward) * room)
    return shifts


def points_subtitle(dots: Sequence[Point]) -> str:
    """Say what is drawn."""
    several = any(dot.labels[0] < dot.labels[-1] for dot in dots)
    lines = " Faint line: from its lowest to its highest annotator." if several else ""
    drawn = lines if len(dots) <= FEW_POINTS else ""
    aside = " Articles of one label stand beside one another." if any(part_equal(dots)) else ""
    return f"n = {len(dots)}. Dot: a scored article.{drawn}{aside} Thin: where value and label are equal."


def draw_bins(bins: Sequence[Bin], *, title: str = "", width: float = WIDE) -> Figure:
    """Draw the share of the label in each bin of values, with its 90 % interval and n."""
    known = [one for one in bins if math.isfinite(one.share.value)]
    with house_style():
        names = ("mean value of the bin", "share of the label, %")
        axes, field, figure = open_square(title, bins_subtitle(bins), names, width)
        for one in known:
            x, y = field.at(one.value, one.share.value)
            if math.isfinite(one.share.low):
                ends = [field.at(one.value, end)[1] for end in (one.share.low, one.share.high)]
                axes.plot([x, x], ends, color=INK, alpha=0.6, linewidth=1.2, zorder=3)
            axes.scatter([x], [y], s=38, facecolors=INK, edgecolors=PAPER, linewidths=1.0, zorder=4)
        write_counts(axes, field, known)
    return figure


def bins_subtitle(bins: Sequence[Bin]) -> str:
    """Say what is drawn."""
    total = sum(one.n for one in bins)
    line = "; line: its 90\u00a0% interval" if any(math.isfinite(one.share.low) for one in bins) else ""
    count = f"{len(bins)} {plural('bin', len(bins))}"
    return (
        f"n = {total} in {count} of about equal count. Dot: share that carries the label, at an "
        f"even mix of both kinds{line}. Thin: where share and value are equal."
    )


def write_counts(axes: Axes, field: Field, bins: Sequence[Bin]) -> None:
    """Write each bin's number of articles where it hides least."""
    spots = [field.at(one.value, one.share.value) for one in bins]
    names = [f"n {one.n}" for one in bins]
    wanted = [Wanted(x, y, text_width(name, 8.5), 0.13) for (x, y), name in zip(spots, names, strict=True)]
    free = [(x - 0.07, y - 0.07, x + 0.07, y + 0.07) for x, y in spots]
    along = [field.at(at, at) for at in range(0, 101, 2)]
    lines = [
        (field.at(one.value, 0)[0], field.at(0, one.share.low + step * (one.share.high - one.share.low))[1])
        for one in bins
        if math.isfinite(one.share.low)
        for step in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    ]
    places = place_labels(wanted, inside=field.box, keep_free=free, points=along + lines, reach=0.36)
    for name, place in zip(names, places, strict=True):
        if place:
            left, _, _, bottom = place.box
            axes.text(left, bottom - 0.02, name, size=8.5, color=SOFT, zorder=5)


def open_square(
    title: str, subtitle: str, names: tuple[str, str], width: float
) -> tuple[Axes, Field, Figure]:
    """Return the axes, the square with both scales and the diagonal drawn, and the figure."""
    edge = 0.18 if title else 0.02
    heads = lay_heads(show(title), subtitle, width - 0.36)
    room = height_of(heads) + 0.2 * bool(heads)
    field = Field(edge + 0.34, room + 0.34, width - 2 * edge - 0.5)
    figure, axes = blank_sheet(width, field.top + field.side + 0.48 + edge / 2)
    write_title(axes, heads, edge)
    left, top, right, bottom = field.box
    heights = [field.at(0, tick)[1] for tick in TICKS]
    axes.hlines(heights, left, right, color=RULE, linewidth=0.8, zorder=0)
    axes.hlines([bottom], left, right, color=INK, linewidth=0.8, zorder=1)
    axes.plot([left, right], [bottom, top], color=SOFT, linewidth=0.8, zorder=1)
    for tick, y in zip(TICKS, heights, strict=True):
        axes.text(left - 0.08, y, str(tick), size=9, ha="right", va="center_baseline")
        x = field.at(tick, 0)[0]
        axes.plot([x, x], [bottom, bottom + 0.05], color=INK, linewidth=0.8)
        axes.text(x, bottom + 0.2, str(tick), size=9, ha="center")
    axes.text(left, top - 0.18, names[1], size=9, color=SOFT)
    axes.text(right, bottom + 0.4, names[0], size=9, color=SOFT, ha="right")
    return axes, field, figure


def thirds_finding(found: Agreement) -> str:
    """The headline of the chart of value against label."""
    same = sum(found.thirds[third][third] for third in range(3))
    far = found.thirds[0][2] + found.thirds[2][0]
    head = f"{same} of {found.scored} articles stand in the same third of both scales"
    return f"{head}, {far} in opposite ones"


def describe_plane(target: str, dots: Sequence[Point], found: Agreement) -> str:
    """The chart of value against label in words."""
    groups = [[dot for dot in dots if min(2, int(3 * dot.label / 100)) == third] for third in range(3)]
    told = [
        f"labels {name}: {len(part)} {plural('article', len(part))}, mean value "
        f"{whole(sum(dot.value for dot in part) / len(part))}"
        for name, part in zip(THIRDS, groups, strict=True)
        if part
    ]
    rank = f" Spearman {number(found.spearman.value)}." if not math.isnan(found.spearman.value) else ""
    return (
        f"{first_upper(target)}: value against mean label of {len(dots)} articles; {'; '.join(told)}.{rank}"
    )


def bins_finding(found: Agreement) -> str:
    """The headline of the reliability chart."""
    if math.isnan(found.calibration_error):
        return "Calibration cannot be measured on labels of one kind"
    off = whole(found.calibration_error)
    if len(found.calibration) == 1:
        return "Too few articles for more than one bin: that says next to nothing of calibration"
    return f"Values lie {off} {plural('point', off)} from the label’s share on average"


def describe_bins(target: str, found: Agreement) -> str:
    """The chart of reliability in words."""
    told = "; ".join(
        f"mean value {whole(one.value)}: {whole(one.share.value)} (n {one.n})" for one in found.calibration
    )
    return f"{first_upper(target)}: share of the label at an even mix, by value, in percent; {told}."
