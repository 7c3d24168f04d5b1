"""What the comparison page shows of the heatmap: the families' first measures, then all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import pandas as pd
from markupsafe import Markup

from scoring.article import SCORES
from scoring.extractors import FAMILIES
from scoring.outlets.words import brief
from scoring.reports.charts import NARROW
from scoring.reports.heatmap import draw_heatmap
from scoring.reports.heatmap_rows import Heat, describe_heat, family_of, heat_finding, heat_subtitle
from scoring.reports.heatmap_tall import draw_measures
from scoring.reports.labels import column_label, first_upper, format_value, measure_scale
from scoring.reports.svg import inline_svg


@dataclass(frozen=True, slots=True)
class FullView:
    """The grid of all measures as the page shows it; `width` in inches."""

    finding: str
    says: str
    count: int
    width: float
    chart: Markup


@dataclass(frozen=True, slots=True)
class HeatView:
    """The heatmap as the page shows it.

    Attributes
    ----------
    finding, says : str
        Headline, and what is drawn.
    width : float
        Of the chart at a desk, in inches.
    full : FullView or None
        All measures; None where the first chart has them.
    families : tuple of (family, number of columns)
    heads : tuple of (label, unit)
    rows : tuple of (outlet, n, *means)
        In each measure's own unit.
    """

    finding: str
    says: str
    width: float
    desk: Markup
    phone: Markup
    full: FullView | None
    families: tuple[tuple[str, int], ...]
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


def view_heat(heat: Heat, outlets: pd.DataFrame) -> HeatView:
    """Return the heatmap for the page: one measure a family first, then all of them."""
    few = pick_few(heat)
    wide, shown = draw_heatmap(few, title=""), len(few.measures) if few is not heat else 0
    label = describe_heat(few)
    drawn = {
        "desk": inline_svg(wide, label=label, prefix="desk-heatmap", look="desk"),
        "phone": inline_svg(
            draw_heatmap(few, title="", width=NARROW), label=label, prefix="phone-heatmap", look="phone"
        ),
    }
    families = [(first_upper(name), len(list(part))) for name, part in groupby(heat.measures, key=family_of)]
    return HeatView(
        finding=heat_finding(few),
        says=heat_subtitle(heat, shown=shown),
        width=float(wide.get_size_inches()[0]),
        **drawn,
        full=view_full(heat) if shown else None,
        families=tuple(families),
        heads=tuple((first_upper(column_label(name)), measure_scale(name)) for name in heat.measures),
        rows=tuple(mean_rows(heat, outlets)),
    )


def view_full(heat: Heat) -> FullView:
    """Return the grid of all measures for the page."""
    figure = draw_measures(heat, title="")
    return FullView(
        finding=heat_finding(heat),
        says=heat_subtitle(heat),
        count=len(heat.measures),
        width=float(figure.get_size_inches()[0]),
        chart=inline_svg(figure, label=describe_heat(heat), prefix="measures", look="full"),
    )


def pick_few(heat: Heat) -> Heat:
    """Return the heatmap with the scores and each family's first measure; all if there is none."""
    firsts = {family_of(measure): measure for measure in reversed(heat.measures)}
    few = heat.keep([*SCORES, *(firsts[family] for family in FAMILIES if family in firsts)])
    return few if 0 < len(few.measures) < len(heat.measures) else heat


def mean_rows(heat: Heat, outlets: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the heatmap's table: outlet, n, then each measure's mean in its own unit."""
    means = outlets.pivot(index="outlet", columns="measure", values="mean")
    table = means.reindex(index=heat.places.index, columns=list(heat.measures)).to_numpy(dtype=float)
    for name, n, values in zip(heat.names, heat.n, table, strict=True):
        cells = (format_value(measure, value) for measure, value in zip(heat.measures, values, strict=True))
        yield brief(name), str(n), *cells
