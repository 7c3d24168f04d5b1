"""Texts that are no running prose by their shape: verse and lists, recipes, transcripts, interviews."""

from __future__ import annotations

import re
from collections import Counter

from scoring.article import Span
from scoring.cleaning import is_wrapped, iterate_blocks
from scoring.document import Document

_VERSE_WORDS = 10
_VERSE_LENGTH = 60
_BROKEN_WORDS = 6
"""A line of verse has ten words and 60 characters at most; one that goes on in a small letter, as
wrapped prose does, six words."""
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_INGREDIENT = re.compile(
    r"""\W{0,4}(?:\d{1,4}|[¼½¾⅓⅔⅛])(?:[\s/.,–-]{0,3}(?:\d{1,4}|[¼½¾⅓⅔⅛])){0,3}\s{0,3}(?:\([^()]{1,20}\)\s?)?
    (?:cups?|tbsps?|tsps?|tablespoons?|teaspoons?|oz|ounces?|lbs?|pounds?|g|kg|ml|dl|l|grams?|pints?|quarts?|
    lit(?:re|er)s?|cloves?|sticks?|tins?|pinch(?:es)?|cans?|slices?|bunch(?:es)?|handfuls?|sprigs?|stalks?|large|medium|small|whole)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_INGREDIENT_WORDS = 20
_STEPS = frozenset(
    """add arrange bake beat blend boil bring brown brush chill chop coat combine cook cool cover cut
    deglaze dice divide drain drizzle fill flip fold freeze fry garnish grate grease grill heat knead
    ladle let line marinate mash melt mix peel place plate pour preheat press put reduce refrigerate
    remove repeat rinse roast roll rub saute sauté scatter sear season serve set simmer sift slice soak
    spoon spread sprinkle stir strain taste thread toast top toss transfer turn warm wash whisk""".split()
)
_LABEL = re.compile(r"\W{0,4}([A-Z][\w.'’-]*(?:[ ,]{1,2}[\w.'’()-]+){0,5}?)\s?:\s+\S")
_ASKS = re.compile(r"\?[\"')\]”’»]*$")
_ASKS_WORDS = 40
_OF_ONESELF = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|us)\b")
_ANSWER_LINES = 3
"""Paragraphs that an answer has at most; what follows is told by the writer."""
LEAST_INGREDIENTS = 4
LEAST_TURNS = 6
LEAST_ANSWERS = 4
_TURNS_OF_ONE = 2
_NO_SPEAKERS = frozenset(
    "claim fact facts the facts pro pros con cons verdict rating myth truth update note photo".split()
)
"""Labels of prose that checks claims or updates a story."""


def measure_verse_share(doc: Document) -> float:
    """Share of the words that stand in short lines that end no sentence, as in verse and bare lists.

    In [0, 1]; 0 without words. Site furniture is left out, and a hard-wrapped paragraph is one line.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> measure_verse_share(parse(Article("a", "The lamps go out\\nAnd gulls come in to sleep")))
    1.0
    """
    lines = _list_lines(doc)
    verse = sum(words for span, words in lines if _is_verse(doc.text[slice(*span)], words))
    return verse / max(1, sum(words for _, words in lines))


def measure_recipe_share(doc: Document) -> float:
    """Share of the words in lines of ingredients and in steps ("Stir well."); 0 below four ingredients.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> text = "2 cups oats\\n1 cup milk\\n1 large egg\\n2 tbsp honey\\nStir well.\\nIt keeps for long."
    >>> measure_recipe_share(parse(Article("a", text)))
    0.7777777777777778
    """
    lines = _list_lines(doc)
    ingredients = [span for span, words in lines if _is_ingredient(doc, span, words)]
    if len(ingredients) < LEAST_INGREDIENTS:
        return 0.0
    starts = {start for start, _ in ingredients}
    inside = sum(words for span, words in lines if span[0] in starts)
    steps = sum(
        doc.first_token[i + 1] - doc.first_token[i]
        for i, (start, _) in enumerate(doc.sentences)
        if start not in starts and any(form in _STEPS for form in _opening(doc, i))
    )
    return min(1.0, (inside + steps) / max(1, sum(words for _, words in lines)))


def measure_turn_share(doc: Document) -> float:
    """Share of the words in paragraphs that open with a speaker's label; 0 below six such turns.

    A label must come twice to be a speaker's.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> text = "\\n\\n".join(f"{'AB'[i % 2]}: It is day {i}." for i in range(6))
    >>> measure_turn_share(parse(Article("a", text)))
    1.0
    """
    labels = [_find_label(doc, paragraph) for paragraph in doc.paragraphs]
    counts = Counter(labels)
    turns = [
        len(doc.text[slice(*paragraph)].split())
        for paragraph, label in zip(doc.paragraphs, labels, strict=True)
        if label and counts[label] >= _TURNS_OF_ONE
    ]
    words = sum(words for _, words in _list_lines(doc))
    return min(1.0, sum(turns) / max(1, words)) if len(turns) >= LEAST_TURNS else 0.0


def measure_answer_share(doc: Document) -> float:
    """Share of the words in questions on lines of their own and in the answers below them, in [0, 1].

    0 below four answers in the first person, or where most answers are not: in a story that asks what
    its readers may ask ("What happens next?") nobody answers for himself.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> text = "\\n\\n".join(f"Why {i}?\\n\\nI like it." for i in range(4))
    >>> measure_answer_share(parse(Article("a", text)))
    1.0
    """
    lines = [(doc.text[slice(*span)].strip(), words) for span, words in _list_lines(doc)]
    asks = [words <= _ASKS_WORDS and _ASKS.search(line[-8:]) is not None for line, words in lines]
    answers = [i for i in range(1, len(lines)) if asks[i - 1] and not asks[i]]
    own = sum(_OF_ONESELF.search(lines[i][0]) is not None for i in answers)
    if own < LEAST_ANSWERS or 2 * own < len(answers):
        return 0.0
    near = [any(asks[max(0, i - _ANSWER_LINES) : i + 1]) for i in range(len(lines))]
    inside = sum(words for (_, words), counts in zip(lines, near, strict=True) if counts)
    return min(1.0, inside / max(1, sum(words for _, words in lines)))


def _find_label(doc: Document, paragraph: Span) -> str:
    """The speaker's name that opens a paragraph, or nothing."""
    label = _LABEL.match(doc.text, *paragraph)
    name = " ".join(label.group(1).lower().split()) if label else ""
    return "" if set(name.split()) <= _NO_SPEAKERS else name


def _list_lines(doc: Document) -> list[tuple[Span, int]]:
    """Lines that are no site furniture with their words; a hard-wrapped block is one line."""
    return doc.once("lines", _find_lines)


def _find_lines(doc: Document) -> list[tuple[Span, int]]:
    furniture = {start for start, _ in doc.boilerplate}
    lines: list[Span] = []
    for block in iterate_blocks(doc.text):
        whole = [(block[0][0], block[-1][1])] if is_wrapped(doc.text, block) else block
        lines += [span for span in whole if span[0] not in furniture]
    return [(span, len(doc.text[slice(*span)].split())) for span in lines]


def _is_verse(line: str, words: int) -> bool:
    if words > _VERSE_WORDS or len(line) > _VERSE_LENGTH or _ENDS.search(line[-8:]):
        return False
    return not line[0].islower() or words <= _BROKEN_WORDS


def _is_ingredient(doc: Document, span: Span, words: int) -> bool:
    return words <= _INGREDIENT_WORDS and _INGREDIENT.match(doc.text, *span) is not None


def _opening(doc: Document, sentence: int) -> list[str]:
    """First word of a sentence, or its second after a step's number."""
    first, last = doc.first_token[sentence], doc.first_token[sentence + 1]
    forms = list(doc.forms[first : min(first + 2, last)])
    return forms[:1] if forms[0][:1].isalpha() else forms
