from __future__ import annotations

import time
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scoring.article import Article
from scoring.attributions import Attribution, find_attributions, list_sources, type_of
from scoring.attributions.company import judge_cues
from scoring.attributions.headings import find_voiced
from scoring.document import parse
from scoring.taggers import judge
from scoring.taggers.proposing import find_framed


class Seen(NamedTuple):
    cue: str
    source: str | None
    type: str
    name: str
    contents: list[str]


def see(text: str) -> list[Seen]:
    found = find_attributions(parse(Article("a", text)))
    return [
        Seen(
            text[slice(*item.cue)],
            text[slice(*item.source)] if item.source else None,
            item.source_type,
            item.name,
            [text[start:end] for start, end in item.contents],
        )
        for item in found
    ]


@pytest.mark.parametrize(
    "text", [pytest.param("", id="no text"), pytest.param("It rained.", id="nobody speaks")]
)
def test_nothing_attributed(text: str) -> None:
    assert see(text) == []
    assert list_sources(parse(Article("a", text))) == []


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        pytest.param("Ana Ruiz said it rained.", "Ana Ruiz", "Ana Ruiz", id="subject before the verb"),
        pytest.param("“It rained,” said Ana Ruiz.", "Ana Ruiz", "Ana Ruiz", id="verb before the subject"),
        pytest.param("“It rained,” Ana Ruiz said.", "Ana Ruiz", "Ana Ruiz", id="at the end"),
        pytest.param(
            "Ana Ruiz, a chemist at the plant, said it rained.",
            "Ana Ruiz, a chemist at the plant",
            "Ana Ruiz",
            id="an apposition between name and verb",
        ),
        pytest.param(
            "The mayor, Ana Ruiz, said it rained.",
            "The mayor, Ana Ruiz",
            "Ana Ruiz",
            id="a name in apposition",
        ),
        pytest.param(
            "Ana Ruiz has also recently said it rained.", "Ana Ruiz", "Ana Ruiz", id="auxiliaries and adverbs"
        ),
        pytest.param(
            "On Tuesday the mayor said it rained.", "the mayor", "the mayor", id="a time before the subject"
        ),
        pytest.param("“It rained,” said the mayor.", "the mayor", "the mayor", id="an office after the verb"),
        pytest.param(
            "According to Ana Ruiz, it rained all day.", "Ana Ruiz", "Ana Ruiz", id="according to, first"
        ),
        pytest.param(
            "It rained all day, according to Ana Ruiz.", "Ana Ruiz", "Ana Ruiz", id="according to, last"
        ),
        pytest.param(
            "Ana Ruiz’s lawyer said it rained.", "Ana Ruiz’s lawyer", "Ana Ruiz’s lawyer", id="not the owner"
        ),
        pytest.param(
            "The Acme spokesman said it rained.",
            "The Acme spokesman",
            "The Acme spokesman",
            id="not the firm",
        ),
        pytest.param(
            "Ana Ruiz left early, saying it had rained.",
            "Ana Ruiz",
            "Ana Ruiz",
            id="a participle after a comma",
        ),
        pytest.param(
            "A guard who was hurt in the flood said it had rained.",
            "A guard who was hurt in the flood",
            "A guard who was hurt in the flood",
            id="a relative clause before the verb",
        ),
        pytest.param(
            "“It rained,” said Ana Ruiz, a chemist at the plant.",
            "Ana Ruiz, a chemist at the plant",
            "Ana Ruiz",
            id="an apposition after the name",
        ),
        pytest.param(
            "“It rained,” said Ana Ruiz, chief executive of Acme.",
            "Ana Ruiz, chief executive of Acme",
            "Ana Ruiz",
            id="an office without an article after the name",
        ),
        pytest.param(
            "“It rained,” said Ana Ruiz, who leads the union.",
            "Ana Ruiz, who leads the union",
            "Ana Ruiz",
            id="a relative clause after the name",
        ),
        pytest.param(
            "“It rained,” said Ana Ruiz (D-Ohio) on Monday.",
            "Ana Ruiz (D-Ohio)",
            "Ana Ruiz",
            id="brackets after the name",
        ),
        pytest.param(
            "Sen. Ana Ruiz (D-Ohio) said it rained.",
            "Sen. Ana Ruiz (D-Ohio)",
            "Ana Ruiz",
            id="brackets before the verb",
        ),
        pytest.param(
            "Ana Ruiz, 27, a nurse in Hesper, said it rained.",
            "Ana Ruiz, 27, a nurse in Hesper",
            "Ana Ruiz",
            id="an age and an apposition before the verb",
        ),
        pytest.param(
            "HESPER - Ana Ruiz said it rained.", "Ana Ruiz", "Ana Ruiz", id="a dateline before the subject"
        ),
        pytest.param(
            "According to Ana Ruiz, the dam held all day.",
            "Ana Ruiz",
            "Ana Ruiz",
            id="its content is no apposition",
        ),
        pytest.param(
            "According to Ana Ruiz, a chemist, the dam held all day.",
            "Ana Ruiz, a chemist",
            "Ana Ruiz",
            id="an apposition after 'according to'",
        ),
        pytest.param(
            "“It rained,” said Ana Ruiz, and left.", "Ana Ruiz", "Ana Ruiz", id="what follows is none"
        ),
    ],
)
def test_sources(text: str, source: str, name: str) -> None:
    seen = [item for item in see(text) if item.cue.lower() in ("said", "according to", "saying")]
    assert [(item.source, item.name) for item in seen] == [(source, name)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("The firm has been accused of theft.", "accused of", id="a passive without an agent"),
        pytest.param("The mayor was told that it had rained.", "told", id="who is told is no source"),
    ],
)
def test_passives_name_no_source(text: str, cue: str) -> None:
    assert [item for item in see(text) if item.cue == cue and item.source] == []


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        pytest.param(
            "On Friday, Ana Ruiz called the mayor to say that it had rained.",
            "say",
            "Ana Ruiz",
            id="an infinitive of purpose",
        ),
        pytest.param(
            "After the storm, the harbour master went to Hesper and said that it had rained.",
            "said",
            "the harbour master",
            id="a verb joined by and, past an opening",
        ),
        pytest.param(
            "Ana Ruiz has angered the port by saying that it had rained.",
            "saying",
            "Ana Ruiz",
            id="a gerund after a preposition",
        ),
        pytest.param(
            "The chemist took to the square, saying that it had rained.",
            "saying",
            "The chemist",
            id="a participle after a comma",
        ),
        pytest.param(
            "Ana Ruiz issued a statement saying that it had rained.",
            "saying",
            "Ana Ruiz",
            id="who issued what says it",
        ),
        pytest.param("Ana Ruiz on Tuesday said it rained.", "said", "Ana Ruiz", id="a day before the verb"),
        pytest.param(
            "Ana Ruiz, late last week, said it rained.", "said", "Ana Ruiz", id="a week between commas"
        ),
        pytest.param("Theresa May said it rained.", "said", "Theresa May", id="a name, no month"),
        pytest.param(
            "Ana Ruiz, who had earlier denied that it rained, said it snowed.",
            "said",
            "Ana Ruiz, who had earlier denied that it rained",
            id="a relative clause with a cue of its own",
        ),
        pytest.param(
            "The mayor released a letter that said it rained.",
            "said",
            "The mayor released a letter",
            id="that stands for what is before it",
        ),
        pytest.param("But experts don’t think that it rained.", "think", "experts", id="a denied auxiliary"),
        pytest.param(
            "''It rained,'' said Ana Ruiz.", "said", "Ana Ruiz", id="marks typed as two apostrophes"
        ),
        pytest.param("The mayor seemed to say yes.", "seemed", None, id="seeming names nobody"),
        pytest.param("The gunman reportedly fled.", "reportedly", None, id="hearsay names nobody"),
        pytest.param("It was unclear whether it rained.", "unclear", None, id="nobody's doubt"),
        pytest.param(
            "“It rained,” Ruiz said when asked about the dam.", "when asked", None, id="who asks is not named"
        ),
    ],
)
def test_sources_away_from_their_cue(text: str, cue: str, source: str | None) -> None:
    found = find_attributions(parse(Article("a", text)), min_probability=0.0)
    sources = {
        text[slice(*item.source)] if item.source else None for item in found if cue_of(text, item) == cue
    }
    assert sources == {source}


def cue_of(text: str, item: Attribution) -> str:
    return text[slice(*item.cue)]


def test_verbs_joined_by_and_share_their_subject() -> None:
    text = "Ana Ruiz denied the charge and said that it had rained."
    assert {item.source for item in see(text)} == {"Ana Ruiz"}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        pytest.param("Ana Ruiz said it rained.", "named", id="a person by name"),
        pytest.param("OpenAI said it had a plan.", "named", id="a company by name"),
        pytest.param("President Ana Ruiz said it rained.", "named", id="a name with a title"),
        pytest.param("The commissioner, Ana Ruiz, said it rained.", "named", id="an office with its name"),
        pytest.param("Police said the road was shut.", "role", id="police"),
        pytest.param("The mayor said it rained.", "role", id="an office"),
        pytest.param("Prosecutors said it rained.", "role", id="prosecutors"),
        pytest.param("The harbour master said it rained.", "role", id="a trade of two words"),
        pytest.param(
            "“It rained,” said Ana Ruiz, a senior administration official.",
            "named",
            id="a name with an office",
        ),
        pytest.param(
            "“It rained,” an Acme spokesperson told AFP.", "role", id="a spokesperson through a wire agency"
        ),
        pytest.param("A spokesperson for Acme said it rained.", "role", id="a spokesperson for a firm"),
        pytest.param("Company insiders said it rained.", "anonymous", id="insiders"),
        pytest.param(
            "A person familiar with the matter said it rained.", "anonymous", id="familiar with the matter"
        ),
        pytest.param(
            "An official who asked not to be named said it rained.", "anonymous", id="asked not to be named"
        ),
        pytest.param(
            "Reports suggest that it rained.", "document", id="reports without a name are texts still"
        ),
        pytest.param("Some experts say it rained.", "vague", id="some experts"),
        pytest.param("Critics argue that it rained.", "vague", id="critics"),
        pytest.param("A court filing said it rained.", "document", id="a court filing"),
        pytest.param(
            "It rained, according to a court filing made late on Monday.", "document", id="with a participle"
        ),
        pytest.param("The report said it rained.", "document", id="the report"),
        pytest.param("Officials said it rained.", "role", id="officials can be asked"),
        pytest.param("Several lawmakers said it rained.", "role", id="several lawmakers"),
        pytest.param("His critics said it rained.", "vague", id="his critics are nobody in particular"),
        pytest.param("Economists said it rained.", "vague", id="a profession at large"),
        pytest.param("The economists said it rained.", "role", id="a profession, told which"),
        pytest.param("One of her aides said it rained.", "role", id="counting words are skipped"),
        pytest.param("Then 40 percent of residents said it rained.", "vague", id="a share of people"),
        pytest.param("Yesterday CNN said it rained.", "named", id="an outlet by name"),
        pytest.param("The newspaper said it rained.", "role", id="an outlet without its name"),
        pytest.param(
            "The nurse, who spoke on condition of anonymity, said it rained.", "anonymous", id="withheld"
        ),
    ],
)
def test_types(text: str, type_: str) -> None:
    assert [item.type for item in see(text) if item.source and item.source != "who"] == [type_]


@pytest.mark.parametrize(
    ("text", "types", "names"),
    [
        pytest.param(
            "Ana Ruiz said it rained. She added that it snowed.",
            ["named", "named"],
            ["Ana Ruiz", "Ana Ruiz"],
            id="a pronoun takes over type and name",
        ),
        pytest.param(
            "Company insiders said it rained. They added that it snowed.",
            ["anonymous", "anonymous"],
            ["Company insiders", "Company insiders"],
            id="also of an unnamed source",
        ),
        pytest.param(
            "The Wendmark Courier said it rained. Ask Ana Ruiz, who bakes on Mill Street. “No,” she said.",
            ["named", "named"],
            ["Wendmark Courier", "Ana Ruiz"],
            id="'she' is no newspaper and no street",
        ),
        pytest.param(
            "Ana Ruiz said it rained. They said it snowed.",
            ["named", "vague"],
            ["Ana Ruiz", ""],
            id="'they' are not one person",
        ),
        pytest.param(
            "Ana Ruiz and Bo Lund said it rained. They said it snowed.",
            ["named", "named"],
            ["Ana Ruiz and Bo Lund", "Ana Ruiz and Bo Lund"],
            id="but two",
        ),
        pytest.param(
            "The agency said it rained. Ana Ruiz said it froze. It said it snowed.",
            ["role", "named", "role"],
            ["The agency", "Ana Ruiz", "The agency"],
            id="'it' is no person",
        ),
        pytest.param(
            "The agency said it rained. Ashgrove Pell, a builder, was not there. It said it snowed.",
            ["role", "named"],
            ["The agency", "Ashgrove Pell"],
            id="'it' is the name that opens the sentence before",
        ),
        pytest.param(
            "The agency said it rained. Pell Street traffic was slow. It said it snowed.",
            ["role", "role"],
            ["The agency", "The agency"],
            id="and no part of its subject",
        ),
        pytest.param(
            "The mayor said it rained. Ana Ruiz met her. “It snowed,” she said.",
            ["role", "named"],
            ["The mayor", "Ana Ruiz"],
            id="the name that opens the sentence before",
        ),
        pytest.param(
            "Secretary of State Ana Ruiz said it rained. The top guest, Ohio Sen. Bo Lund, said it snowed.",
            ["named", "named"],
            ["Ana Ruiz", "Bo Lund"],
            id="names beside offices",
        ),
        pytest.param(
            "Ana Ruiz said it rained. The report said it snowed. She added that it froze.",
            ["named", "document", "named"],
            ["Ana Ruiz", "The report", "Ana Ruiz"],
            id="'she' is no document",
        ),
        pytest.param("She said it rained.", ["vague"], [""], id="a pronoun that stands for nobody yet"),
        pytest.param(
            "Ana Ruiz said it rained. I said the dam would hold.",
            ["named", "named"],
            ["Ana Ruiz", ""],
            id="the narrator is not the last source",
        ),
        pytest.param(
            "Maria Lopez said it rained. Then Lopez said it snowed.",
            ["named", "named"],
            ["Maria Lopez", "Maria Lopez"],
            id="a last name stands for the full name",
        ),
    ],
)
def test_who_a_short_form_stands_for(text: str, types: list[str], names: list[str]) -> None:
    seen = see(text)
    assert [item.type for item in seen] == types
    assert [item.name for item in seen] == names


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param(
            "Ana Ruiz said that the dam would hold.", ["the dam would hold"], id="the clause after 'that'"
        ),
        pytest.param(
            "Ana Ruiz said the dam would hold.", ["the dam would hold"], id="the clause without 'that'"
        ),
        pytest.param("The dam would hold, Ana Ruiz said.", ["The dam would hold"], id="the clause before"),
        pytest.param("“It holds,” said Ana Ruiz.", ["It holds,"], id="a quotation"),
        pytest.param(
            "“It holds,” said Ana Ruiz. “It must.”", ["It holds,", "It must."], id="a quotation in two parts"
        ),
        pytest.param(
            "Ana Ruiz said:\n\n“The dam will hold.”",
            ["The dam will hold."],
            id="a quotation in the next paragraph",
        ),
        pytest.param(
            "“The dam holds,” said Ana Ruiz. “It is old.\n\n“But it is strong.”",
            ["The dam holds,", "It is old.", "But it is strong."],
            id="a quotation that goes on in the next paragraph",
        ),
        pytest.param(
            "According to Ana Ruiz, the dam would hold.", ["the dam would hold"], id="after 'according to'"
        ),
        pytest.param(
            "The dam would hold, according to Ana Ruiz.", ["The dam would hold"], id="before 'according to'"
        ),
        pytest.param(
            "The dam would hold, according to the report, which was published late on Thursday.",
            ["The dam would hold"],
            id="what follows the source is not its content",
        ),
        pytest.param(
            "The firm had too few drivers, Ana Ruiz said, and has since hired more.",
            ["The firm had too few drivers"],
            id="a cue between commas",
        ),
        pytest.param(
            "“It holds,” said Ana Ruiz.\n\n“It must,” and she left.",
            ["It holds,", "It must,"],
            id="a paragraph that opens with a quotation and names nobody",
        ),
        pytest.param(
            "The mayor declined to comment.", ["to comment"], id="who says nothing, as annotators mark it"
        ),
        pytest.param("Ana Ruiz said:\n\n“Related:”\n\nIt rained.", [], id="site furniture between marks"),
    ],
)
def test_contents(text: str, contents: list[str]) -> None:
    (item,) = see(text)
    assert item.contents == contents


@pytest.mark.parametrize(
    ("text", "quoted", "paraphrased"),
    [
        pytest.param("Ana Ruiz said the dam would hold.", 0, 4, id="a paraphrase of four words"),
        pytest.param("“It holds,” said Ana Ruiz.", 2, 0, id="a quotation of two words"),
        pytest.param(
            "Ana Ruiz said the dam was “very old and very strong” at last.", 5, 5, id="both in a clause"
        ),
    ],
)
def test_words_of_a_statement(text: str, quoted: int, paraphrased: int) -> None:
    (item,) = find_attributions(parse(Article("a", text)))
    assert (item.quoted_words, item.paraphrased_words) == (quoted, paraphrased)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param("", [], id="no text"),
        pytest.param(
            "The mayor said it rained. “It snowed and it froze,” said Ana Ruiz. Then Ruiz said it thawed.",
            [("Ana Ruiz", "named", 5, 2), ("The mayor", "role", 0, 2)],
            id="most words first, aliases in one row",
        ),
        pytest.param(
            "“They said it rained,” Ana Ruiz said.",
            [("Ana Ruiz", "named", 4, 0)],
            id="who speaks inside a quotation is no source",
        ),
        pytest.param("I think it rained.", [], id="the narrator is no source"),
        pytest.param(
            "Ruiz: Dam May Break Soon\n\nThe dam is old.",
            [("Ruiz", "named", 0, 4)],
            id="the voice of a heading",
        ),
        pytest.param(
            "Ana Ruiz met Bo Lund.\n\nRUIZ: How old is the dam?\n\nLUND: It is old.\n\nRUIZ: Who knew?",
            [("RUIZ", "named", 0, 7), ("LUND", "named", 0, 3)],
            id="the voices of an interview",
        ),
        pytest.param(
            "It rained.\n\nKeywords: ferry, pier, Port Hesper\n\nIt froze.\n\nKeywords: dam, Port Hesper",
            [],
            id="a label that comes twice is no voice",
        ),
        pytest.param("Wow: this dam may break soon.\n\nIt is old.", [], id="a cry is no voice"),
    ],
)
def test_sources_of_an_article(text: str, rows: list[tuple[str, str, int, int]]) -> None:
    found = list_sources(parse(Article("a", text)))
    assert [(row.name, row.type, row.quoted_words, row.paraphrased_words) for row in found] == rows


def test_colons_need_a_voice_before_them() -> None:
    doc = parse(Article("a", "Ingredients: flour may do.\n\nPolice: Dam May Break\n\nLIVE: Dam may break"))
    assert [doc.text[slice(*voiced.colon)] for voiced in find_voiced(doc)] == [":"]


def test_company_lowers_the_second_cue_and_keeps_every_candidate() -> None:
    doc = parse(Article("a", "Ana Ruiz said that the mayor hoped that it rained."))
    alone = {cue.first: cue.probability for cue in judge(doc, "attribution", min_probability=0.0)}
    among = {cue.first: cue.probability for cue in judge_cues(doc, min_probability=0.0)}
    assert among.keys() == alone.keys()
    hoped = doc.forms.index("hoped")
    assert among[hoped] < alone[hoped]


def test_a_lower_floor_only_adds_attributions() -> None:
    doc = parse(Article("a", "Ana Ruiz said it rained. He read a book, and the cat slept on the report."))
    usual, every = find_attributions(doc), find_attributions(doc, min_probability=0.0)
    assert {item.cue for item in usual} <= {item.cue for item in every}
    assert find_attributions(doc) is usual


WORDS = (
    "Ana Ruiz said says that the mayor report according to and was told who , . : “ ” \" ' ‘ ’ \n\n "
    "claimed by saying is denied it he I asked critics Reports suggest argued which been "
    "accused of AFP spokesperson with – —"
).split(" ")


def check(text: str, items: tuple[Attribution, ...]) -> None:
    for item in items:
        for start, end in (item.cue, *([item.source] if item.source else []), *item.contents):
            assert 0 <= start < end <= len(text)
        assert item.source_type in ("named", "role", "anonymous", "document", "vague")
        assert 0.0 < item.probability < 1.0
        assert item.quoted_words >= 0
        assert item.paraphrased_words >= 0
        assert item.source is None or not (item.source[0] < item.cue[1] and item.cue[0] < item.source[1])


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@example("Ana ” – said – Ana").via("a source after a dash ends the article")
@example("Ana , said , Ana").via("a source after a comma ends the article")
@settings(max_examples=400, deadline=None)
def test_any_heap_of_words_is_read(text: str) -> None:
    doc = parse(Article("a", text))
    for floor in (None, 0.0):
        check(text, find_attributions(doc, min_probability=floor))
    list_sources(doc)


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("“It rained,” said Ana Ruiz. ", id="quotations in one paragraph"),
        pytest.param("The mayor said it rained.\n\n", id="paraphrases in many paragraphs"),
        pytest.param("who said that he was told ", id="one sentence without end"),
        pytest.param("is x said ", id="auxiliaries without end"),
        pytest.param("said, ", id="cues without sources"),
        pytest.param("was reportedly ", id="adverbs before cues without end"),
    ],
)
def test_cost_grows_with_length_and_no_faster(unit: str) -> None:
    def cost(size: int) -> float:
        doc = parse(Article("a", unit * (size // len(unit))))
        begin = time.process_time()
        find_attributions(doc)
        return time.process_time() - begin

    cost(5_000)
    base = max(cost(10_000), 0.005)
    assert min(cost(100_000) for _ in range(3)) < 40 * base


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("", "", "vague", id="no text"),
        pytest.param("Ana Ruiz left. Later he spoke.", "he ", "named", id="a name before the pronoun"),
        pytest.param(
            "Ana Ruiz left. The judge rose. Then he spoke.", "he ", "role", id="an office nearer by"
        ),
        pytest.param("It rained. Then she spoke.", "she", "vague", id="nobody before the pronoun"),
        pytest.param("A nurse who spoke left.", "who", "role", id="a relative"),
        pytest.param("In May I spoke of it.", "I ", "named", id="the writer"),
        pytest.param("The Ruiz campaign spoke.", "The Ruiz campaign", "named", id="a body by its name"),
        pytest.param(
            "None of the letters he read spoke.", "None of the letters he read", "document", id="head"
        ),
    ],
)
def test_type_of_any_words(text: str, words: str, expected: str) -> None:
    at = text.rindex(words)
    assert type_of(parse(Article("a", text)), (at, at + len(words))) == expected


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("“It rained,” groused Ana Ruiz.", "groused", id="verb and name after a quotation"),
        pytest.param("“It rained,” Ana Ruiz sniffed.", "sniffed", id="name and verb after a quotation"),
        pytest.param("Ana Ruiz sniffed that the dam was old.", "sniffed", id="before 'that' and a noun"),
        pytest.param("Then Ana Ruiz groused, “It rained.”", "groused", id="before a quotation"),
        pytest.param("Ana Ruiz completed that bridge.", None, id="'that' as a determiner"),
        pytest.param("The “old” dam of Ana Ruiz leaked.", None, id="a word in quotation marks"),
        pytest.param("The banks that the river carved held.", None, id="a noun before 'that'"),
    ],
)
def test_verbs_on_no_list_are_known_by_their_frame(text: str, cue: str | None) -> None:
    framed = [text[d[0] : d[1]] for d in _framed(text)]
    assert framed == ([cue] if cue else [])


def _framed(text: str) -> list[tuple[int, int]]:
    doc = parse(Article("a", text))
    return [(doc.starts[c.first], doc.ends[c.last - 1]) for c in find_framed(doc)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no words"),
        pytest.param("“Somebody signed it unseen,” the|judge blasted.", id="before a verb on no list"),
        pytest.param("“I put my name to it,” he|reportedly bragged.", id="before what comes between"),
        pytest.param("“I put my name to it,” he sang|softly.", id="after a verb on no list"),
    ],
)
def test_no_line_end_changes_who_says_what(text: str) -> None:
    lines, line = (find_attributions(parse(Article("a", text.replace("|", gap)))) for gap in ("\n", " "))
    assert lines == line
