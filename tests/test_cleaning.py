from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.cleaning import find_invisible, mark_boilerplate

PROSE = "Rain fell on the town all night, and the river rose."


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in mark_boilerplate(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text: nothing to mark"),
        pytest.param(PROSE, [], id="one line of prose"),
        pytest.param("source", [], id="one word is the whole text: it cannot be furniture of itself"),
        pytest.param("\n \n\t\n", [], id="white space only"),
    ],
)
def test_texts_without_furniture(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Home > News > Town", id="crumbs with angle brackets"),
        pytest.param("Home » News » Rain in the town", id="crumbs with guillemets"),
        pytest.param("HOME / WEATHER / Rain", id="crumbs with slashes"),
        pytest.param("Advertisement", id="an advertisement's label"),
        pytest.param("ADVERTISEMENT - CONTINUE READING BELOW", id="an advertisement's label that goes on"),
        pytest.param("Story continues below advertisement", id="a story continues"),
        pytest.param("Sponsored by Quillon Mills", id="a sponsor's line"),
        pytest.param("52", id="a lone share count"),
        pytest.param("1.2k shares", id="a share count in thousands"),
        pytest.param("Shares 1,204", id="a share count after its word"),
        pytest.param("3 min read", id="a reading time"),
        pytest.param("Share", id="a lone button"),
        pytest.param("Share Tweet Pin E-mail", id="a row of buttons"),
        pytest.param("Facebook | X | WhatsApp", id="a row of networks"),
        pytest.param("Share this on Facebook", id="a button in words"),
        pytest.param("Follow us on Instagram!", id="a plea to follow"),
        pytest.param("Read more: Ten towns that drown", id="a link to another story"),
        pytest.param("Reead More: Ten Towns that Drown", id="the same with 'read' misspelt"),
        pytest.param("Raed more", id="another slip in 'read'"),
        pytest.param("READ MROE »", id="a slip in 'more'"),
        pytest.param("Read more about the flood", id="a link that says about what"),
        pytest.param("Also read: Rivers in numbers", id="also read"),
        pytest.param("Related stories: Floods of the past", id="related stories"),
        pytest.param("You may also like: 9 umbrellas", id="recommendations"),
        pytest.param("Tags: rain, rivers, town", id="a line of tags"),
        pytest.param("Filed under: Weather", id="a line of categories"),
        pytest.param("Leave a Reply", id="the heading of a comment form"),
        pytest.param(
            "Your email address will not be published. Required fields are marked *",
            id="the comment form's notice",
        ),
        pytest.param("Name *", id="a field of the comment form"),
        pytest.param(
            "Save my name, email, and website in this browser for the next time I comment.", id="its box"
        ),
        pytest.param("Post Comment", id="the comment form's button"),
        pytest.param("Sign up for our weekly newsletter", id="a newsletter box"),
        pytest.param("Photo: A. Ruiz / Quillon", id="a photo credit"),
        pytest.param("source", id="the lone word source"),
        pytest.param("Source", id="the lone word source with a capital"),
        pytest.param("pingenerator", id="a stray widget name in lower case"),
        pytest.param("© 2031 Quillon News", id="a copyright sign"),
        pytest.param("Copyright 2031 Quillon News", id="a copyright year"),
        pytest.param("(c) 2031 Quillon News", id="a copyright sign in brackets"),
        pytest.param("Quillon News. All rights reserved.", id="rights reserved"),
        pytest.param("We use cookies to improve this site.", id="a cookie notice"),
        pytest.param("  Advertisement\t", id="furniture with white space around it"),
    ],
)
def test_furniture_on_a_line_of_its_own_is_marked(line: str) -> None:
    assert marked(f"{PROSE}\n\n{line}\n\n{PROSE}") == [line.strip()]
    assert marked(f"{PROSE}\n{line}") == [line.strip()], "also without a blank line"
    assert marked(f"{line}\r\n\r\n{PROSE}") == [line.strip()], "also first, with Windows line ends"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "The advertisement ran for a week before the firm withdrew it.", id="advertisement in prose"
        ),
        pytest.param(
            "Read more books, the teacher told the class, and share what you learn.", id="read more in prose"
        ),
        pytest.param("Share prices fell by 52 points on Tuesday.", id="share and a number in prose"),
        pytest.param(
            "He left a reply on the door and went home to his source of comfort.", id="several of the words"
        ),
        pytest.param("Copyright law protects authors, Ana Ruiz said.", id="copyright as a topic"),
        pytest.param(
            "Topics: the budget and the bridge both came up at the meeting.", id="a label before a sentence"
        ),
        pytest.param("Follow the money and the story tells itself.", id="follow in prose"),
        pytest.param("He said « no » and left.", id="guillemets that quote"),
        pytest.param("Er sagte »nein« und ging.", id="guillemets that quote the German way"),
        pytest.param("Home prices rose by a fifth.", id="home in prose"),
        pytest.param("Tweet by tweet, the case fell apart.", id="tweet in prose"),
        pytest.param("Keywords: rain, rivers, town, flood", id="a keywords line is stuffing, not furniture"),
        pytest.param("#rain #rivers #town #flood", id="a block of hashtags is stuffing, not furniture"),
        pytest.param("Here is the polished version of the blog post:", id="template residue is promotion"),
        pytest.param("Subscribe today and never miss a story!", id="a plain call to action is promotion"),
        pytest.param("In 1998 the river rose.", id="a sentence with a number"),
        pytest.param("What Next?", id="a heading"),
    ],
)
def test_the_same_words_in_prose_are_not_marked(line: str) -> None:
    assert marked(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "• HOME»\n  • Town»\n  • Rain Falls on the Town\n\nRain Falls on the Town",
            ["• HOME»", "• Town»", "• Rain Falls on the Town"],
            id="crumbs as a bulleted list end with the page's own name",
        ),
        pytest.param(
            "Home » Town\n- The river rose.\n- The dam held.",
            ["Home » Town"],
            id="a list of key points after finished crumbs is the article's own",
        ),
        pytest.param(
            "The council met in the old town hall to talk about\ntags: which ones, how many, and for "
            "whom. The\nmayor was late again.",
            [],
            id="a line inside a hard-wrapped paragraph is prose whatever it opens with",
        ),
        pytest.param(
            "The council met in the old town hall, and a crowd came to\nwatch as the mayor spoke at length "
            "about a source\nof\ntrouble",
            ["trouble"],
            id="lines that wrapping cannot explain are judged one by one",
        ),
        pytest.param(
            "The council met in the old town hall to talk about the\nflood, and the mayor named the "
            "people who were the\nsource",
            [],
            id="the last word of a wrapped sentence is prose",
        ),
        pytest.param(
            "The council met in the old town hall to talk about the\nflood, and the mayor named the "
            "people who were late.\nsource",
            ["source"],
            id="a lone word after a wrapped paragraph's full stop is furniture",
        ),
    ],
)
def test_lines_in_context(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("plain ASCII\n", [], id="nothing hidden in plain text"),
        pytest.param("caf\u00e9 “quoted”", [], id="visible characters beyond ASCII"),
        pytest.param("so\u200bft", [2], id="zero-width space"),
        pytest.param("\ufeffStart", [0], id="byte order mark"),
        pytest.param("re\u00adport", [2], id="soft hyphen"),
        pytest.param("a\u202eb\u2066c", [1, 3], id="direction marks"),
        pytest.param("a\U000e0041b", [1], id="tag letter"),
        pytest.param("a\u2060\u200db", [1, 2], id="two joiners give two spans"),
    ],
)
def test_invisible_characters(text: str, expected: list[int]) -> None:
    assert find_invisible(text) == tuple((at, at + 1) for at in expected)


@given(st.text(alphabet=st.sampled_from("aB1 .,:;»›>|/•-*#©\u200b\r\n\x0b\u2028Readmorsuc")))
@settings(max_examples=300, deadline=None)
def test_spans_are_sorted_trimmed_and_inside_the_text(text: str) -> None:
    last = 0
    for start, end in mark_boilerplate(text):
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        last = end


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("home" + "> a" * 90 + ">", id="crumbs that never end"),
        pytest.param("a » " * 75 + "»«", id="guillemets that never end"),
        pytest.param("share " * 50 + "q", id="buttons that never end"),
        pytest.param(" " * 150 + "»" + " " * 150 + "x", id="white space around a guillemet"),
        pytest.param("share" + "!" * 300 + "x", id="marks after a button"),
        pytest.param("!" * 310 + "x", id="marks only"),
        pytest.param("read more" + ":" * 300 + "\u00e9", id="colons after read more"),
        pytest.param("related " + "stories " * 30 + "x", id="a label that repeats"),
    ],
)
def test_hostile_lines_cost_no_more_than_a_millisecond_each(line: str) -> None:
    text = "\n\n".join([line, "Some prose."] * 200)
    begin = time.process_time()
    mark_boilerplate(text)
    assert time.process_time() - begin < 2.0
