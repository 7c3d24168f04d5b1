"""Conditions decide as they are written, say what decided, and run nothing."""

from __future__ import annotations

import math
from typing import Any

import pytest

from scoring.article import Article
from scoring.errors import InputError
from scoring.extractors import COLUMNS
from scoring.scorecard import score
from scoring.scorecard.columns import CHOICES, know_card, list_columns
from scoring.scorecard.conditions import MAX_DEPTH, MAX_LENGTH, parse_condition

KNOWN: dict[str, Any] = {
    "quality": 59.97,
    "quality_low": 50.0,
    "bias": math.nan,
    "bias_high": 30.0,
    "words": 71.0,
    "status": "withheld",
    "flags": ("too_short",),
    "withheld": ("bias",),
    "outlet": "The Daily",
    "title": None,
    "published": "2024-02-01",
    "hedging_hedge_rate": math.nan,
}


@pytest.mark.parametrize(
    ("text", "holds", "reasons"),
    [
        pytest.param("quality >= 60", False, ["quality 59.97 is under 60"], id="digits until it shows"),
        pytest.param("quality > 50", True, ["quality 60 is over 50"], id="over"),
        pytest.param("quality > 59.97", False, ["quality 59.97 is 59.97 or less"], id="just not over"),
        pytest.param("quality <= 59.97", True, ["quality 59.97 is 59.97 or less"], id="or less"),
        pytest.param("words == 71", True, ["words 71 is 71"], id="equal"),
        pytest.param("words != 71", False, ["words 71 is 71"], id="not unequal"),
        pytest.param("60 > quality", True, ["quality 59.97 is under 60"], id="turned round"),
        pytest.param("quality > -1", True, ["quality 60 is over -1"], id="a negative number"),
        pytest.param(
            "40 <= quality < 60", True, ["quality 60 is 40 or more", "quality 59.97 is under 60"], id="chain"
        ),
        pytest.param(
            "quality_low > bias_high", True, ["quality_low 50 is over bias_high 30"], id="two columns"
        ),
        pytest.param("bias < 40", False, ["bias is withheld: too_short"], id="withheld is false"),
        pytest.param("not bias < 40", True, ["bias is withheld: too_short"], id="and turned by not"),
        pytest.param("hedging_hedge_rate < 9", False, ["hedging_hedge_rate is undefined"], id="undefined"),
        pytest.param("title == 'x'", False, ["title is undefined"], id="no title"),
        pytest.param("'x' in title", False, ["title is undefined"], id="nothing to look in"),
        pytest.param("title in ('x',)", False, ["title is undefined"], id="no title in a list"),
        pytest.param("words > 9 and words >= 100", False, ["words 71 is under 100"], id="and: what fails"),
        pytest.param(
            "words > 9 and words > 8", True, ["words 71 is over 9", "words 71 is over 8"], id="and: all"
        ),
        pytest.param("words > 9 or words > 100", True, ["words 71 is over 9"], id="or: what holds"),
        pytest.param(
            "words > 99 or words > 98",
            False,
            ["words 71 is 99 or less", "words 71 is 98 or less"],
            id="or: all",
        ),
        pytest.param("not (words > 9 or words > 98)", False, ["words 71 is over 9"], id="not and brackets"),
        pytest.param("outlet == 'the DAILY'", True, ['outlet "The Daily" is "the DAILY"'], id="letter case"),
        pytest.param(
            "outlet in ('a', 'b')", False, ['outlet "The Daily" is not one of those listed'], id="in"
        ),
        pytest.param(
            "outlet not in ['a']", True, ['outlet "The Daily" is not one of those listed'], id="not in"
        ),
        pytest.param("'day' in outlet", False, ['outlet "The Daily" does not contain "day"'], id="part"),
        pytest.param("words in (70, 71)", True, ["words 71 is one of those listed"], id="number in a list"),
        pytest.param("'too_short' in flags", True, ["flags include too_short"], id="flag"),
        pytest.param("'empty' not in flags", True, ["flags do not include empty"], id="no flag"),
        pytest.param("status == 'scored'", False, ['status "withheld" is not "scored"'], id="status"),
        pytest.param("published >= '2024'", True, ['published "2024-02-01" is "2024" or more'], id="dates"),
        pytest.param("\n words\n > 5 ", True, ["words 71 is over 5"], id="line ends"),
        pytest.param("words > 5 and words > 5", True, ["words 71 is over 5"], id="a reason once"),
    ],
)
def test_deciding(text: str, holds: bool, reasons: list[str]) -> None:
    verdict = parse_condition(text).decide(KNOWN)
    assert (verdict.holds, list(verdict.reasons)) == (holds, reasons)
    assert verdict.clauses


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "character 1: cannot be read", id="nothing"),
        pytest.param(
            "qualty > 5", "character 1: no column is called 'qualty'. Did you mean quality", id="near"
        ),
        pytest.param("'é' == qualty", "character 8: no column", id="characters are counted, not bytes"),
        pytest.param("  words > x", "character 11: no column is called 'x'", id="space before"),
        pytest.param("quality = 60", "character 9: cannot be read with a single", id="one equals sign"),
        pytest.param("outlet = 'a=b'", 'write "=="', id="one equals sign before a text"),
        pytest.param("outlet == 'a=b' or", "(it ends too early)", id="an equals sign in a text"),
        pytest.param("quality > 6 && bias < 4", "and, or, not", id="another language's and"),
        pytest.param("quality", "quality stands alone", id="a bare name"),
        pytest.param("flags", '"too_short" in flags', id="bare flags"),
        pytest.param("quality > '5'", "Expected a number", id="a text for a number"),
        pytest.param("outlet == 5", "Expected a text", id="a number for a text"),
        pytest.param("quality > True", "Expected a number", id="true is no number"),
        pytest.param("quality > 1e999", "Expected a number", id="infinity"),
        pytest.param("quality > 1j", "Expected a number", id="complex"),
        pytest.param("quality > " + "9" * 3000, "Expected a number", id="thousands of digits"),
        pytest.param("quality > 9**9**9", "'9**9**9' cannot be compared", id="huge power"),
        pytest.param("quality + 1 > 5", "is no name of a column", id="arithmetic"),
        pytest.param("__import__('os').system('true')", "is not allowed here", id="a call"),
        pytest.param("quality.__class__ == 5", "is no name of a column", id="an attribute"),
        pytest.param("__builtins__ == 5", "no column is called", id="a dunder name"),
        pytest.param("[x for x in y]", "is not allowed here", id="a comprehension"),
        pytest.param("lambda: 1", "is not allowed here", id="a function"),
        pytest.param("f'{quality}' == outlet", "Expected a text", id="a format string"),
        pytest.param("5 < 6", "is no name of a column", id="no column at all"),
        pytest.param("quality is 5", "'is' compares nothing", id="is"),
        pytest.param("outlet > 'a'", "no more or less", id="order of texts"),
        pytest.param("flags == 'empty'", "flags is a list", id="flags are a list"),
        pytest.param("flags in ('empty',)", "flags is a list", id="flags in a list"),
        pytest.param("'short' in flags", "Allowed: empty, too_short", id="no such flag"),
        pytest.param("status == 'done'", "Allowed: scored, withheld", id="no such status"),
        pytest.param("'5' in quality", "nothing can be in it", id="in a number"),
        pytest.param("quality in ()", "is no list", id="an empty list"),
        pytest.param("'a' in 'b'", "is no name of a column", id="two literals"),
        pytest.param("quality < bias < outlet", "outlet is not", id="kinds in a chain"),
        pytest.param("\0", "null bytes", id="a null byte"),
        pytest.param("(" * 300 + "1" + ")" * 300, "cannot be read", id="brackets"),
        pytest.param("not " * (MAX_DEPTH + 2) + "words > 1", "levels deep", id="nots"),
        pytest.param("1+" * 1500 + "1", "", id="a long sum"),
        pytest.param("-" * 3000 + "1 < words", "", id="a long minus"),
        pytest.param("x" * (MAX_LENGTH + 1), "4,001 characters long", id="too long"),
    ],
)
def test_refusing(text: str, says: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_condition(text)
    said = str(caught.value)
    assert said.startswith("--where")
    assert says in said
    assert len(said) < 500


def test_a_long_flat_condition_is_no_deep_one() -> None:
    assert parse_condition(" or ".join(["words > 5"] * 250)).decide(KNOWN).holds


def test_every_column_can_be_asked_of_a_card() -> None:
    article = Article("a", "It may rain.", outlet="Courier")
    known = know_card(next(score([article])), article)
    columns = list_columns(["quality", "bias"])
    assert columns.keys() <= known.keys()
    assert set(COLUMNS) <= columns.keys()
    assert (known["words"], known["outlet"]) == (3.0, "Courier")
    assert set(known["flags"] or ()) <= set(CHOICES["flags"])


def test_scores_of_a_model_of_ones_own() -> None:
    condition = parse_condition("clarity_low > 5", scores=["clarity"])
    assert condition.decide({"clarity_low": 6.0}).holds
    with pytest.raises(InputError, match="no column is called 'quality'"):
        parse_condition("quality > 5", scores=["clarity"])
