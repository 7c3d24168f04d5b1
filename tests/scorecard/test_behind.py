"""Which spans stand behind a measure."""

from __future__ import annotations

import pytest

from scoring.article import FAMILY_OF, Evidence
from scoring.extractors import CODEBOOK
from scoring.scorecard.behind import find_behind


def mark(start: int, kind: str, note: str = "", voice: str = "outlet") -> Evidence:
    return Evidence(start, start + 2, FAMILY_OF[kind], kind, 1.0, voice, note)  # type: ignore[arg-type]


EVIDENCE = (
    mark(0, "attribution"),
    mark(90, "source", "named"),
    mark(10, "source", "vague"),
    mark(30, "source", "anonymous"),
    mark(50, "source", "role"),
    mark(70, "source", "document"),
    mark(20, "hedge", "epistemic"),
    mark(25, "hedge", "epistemic", "quoted"),
    mark(28, "hedge", "modal"),
    mark(40, "promotional"),
    mark(45, "promotional", voice="quoted"),
    mark(60, "content", voice="quoted"),
    mark(80, "loaded_sentence"),
)


@pytest.mark.parametrize(
    ("column", "starts"),
    [
        pytest.param("language_lix_grade", [], id="a column without marks"),
        pytest.param("stance_loaded_rate", [], id="none of its kind"),
        pytest.param("stance_loaded_sentence_share", [80], id="charged sentences, wherever they stand"),
        pytest.param("stance_lead_loaded_share", [], id="a charged sentence further down does not open"),
        pytest.param("sourcing_attribution_rate", [0], id="every cue"),
        pytest.param("sourcing_first_source_share", [50], id="only the first source one could ask"),
        pytest.param("sourcing_identified_share", [90, 70], id="names and documents"),
        pytest.param("sourcing_unnamed_rate", [10, 30], id="vague and anonymous"),
        pytest.param("sourcing_source_rate", [90, 50, 70], id="sources one could ask"),
        pytest.param("hedging_hedge_rate", [20], id="a rate counts one voice and no modal words"),
        pytest.param("hedging_quoted_hedge_rate", [25], id="the other voice"),
        pytest.param("hedging_hedged_sentence_share", [20, 25], id="a share of sentences, both voices"),
        pytest.param("promotion_promotional_rate", [40], id="a source's praise is not the outlet's"),
        pytest.param("sourcing_sourced_figure_share", [60], id="the first kind that has any"),
    ],
)
def test_the_spans_that_a_measure_counts(column: str, starts: list[int]) -> None:
    assert [EVIDENCE[i].start for i in find_behind(EVIDENCE, CODEBOOK[column])] == starts
