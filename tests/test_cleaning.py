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
        pytest.param("Filed under Weather, Town", id="categories without a colon"),
        pytest.param("Posted in: Weather", id="posted in"),
        pytest.param("More on Quillon.example: Rivers in numbers", id="more on another site"),
        pytest.param("Related The town that drowned", id="a related link without a colon"),
        pytest.param("See also: Rivers in numbers", id="see also"),
        pytest.param("By continuing to use this site you agree to our use of cookies.", id="consent by use"),
        pytest.param("Manage cookie preferences", id="consent settings"),
        pytest.param("Accept all", id="a consent button"),
        pytest.param("Privacy Policy | Terms of Use", id="links of the footer"),
        pytest.param("Please enable JavaScript to view the comments.", id="a script prompt"),
        pytest.param("Get the morning briefing delivered to your inbox.", id="a newsletter prompt"),
        pytest.param("Enter your email address", id="a newsletter field"),
        pytest.param("By signing up, you agree to our terms of service.", id="a newsletter's small print"),
        pytest.param("Thanks for subscribing!", id="a newsletter's thanks"),
        pytest.param("Already a subscriber? Log in", id="a paywall's log in"),
        pytest.param("You have 2 free articles remaining this month.", id="a paywall's count"),
        pytest.param("This article is for subscribers only.", id="a paywall"),
        pytest.param("To continue reading, create a free account.", id="a paywall's condition"),
        pytest.param("Continue reading the main story", id="continue reading"),
        pytest.param("(Image credit: Ana Ruiz)", id="an image credit in brackets"),
        pytest.param("Photo by Ana Ruiz/Reuters", id="photo by"),
        pytest.param("Getty Images", id="a lone agency"),
        pytest.param("FILE PHOTO: The dam in March. REUTERS/Ana Ruiz", id="a file photo"),
        pytest.param("The dam stands above the town. (AP Photo/Ana Ruiz)", id="a caption with its credit"),
        pytest.param("The dam in March. Ana Ruiz/Getty Images", id="a caption that ends with an agency"),
        pytest.param("Enlarge this image", id="a picture's button"),
        pytest.param(
            "Correction: An earlier version of this article misstated the dam's age.", id="correction"
        ),
        pytest.param("This story has been updated with a comment from the mayor.", id="an update note"),
        pytest.param("Updated at 5:12 p.m. on March 3, 2031", id="a time of update"),
        pytest.param("Published March 3, 2031", id="a time of publication"),
        pytest.param("Follow Ana Ruiz on Twitter @anaruiz.", id="a plea to follow a writer"),
        pytest.param("Like us on Facebook", id="a plea to like"),
        pytest.param("Listen to this article", id="a player"),
        pytest.param("Click here to watch the video", id="a link in words"),
        pytest.param(
            "JUST WATCHED The river rises Replay More Videos ... MUST WATCH The river rises 01:23",
            id="a player with the name of its film",
        ),
        pytest.param(
            "Photos: The flood Two boats lie in a garden. Hide Caption 1 of 2 Photos: The flood "
            + "A man rows. " * 40
            + "Hide Caption 2 of 2",
            id="captions of a gallery, however long",
        ),
        pytest.param("The river on Monday (Ana Ruiz/AFP)", id="a caption by one agency"),
        pytest.param("The river on Monday (Ana Ruiz/Reuters)", id="a caption by another agency"),
        pytest.param("The river on Monday (Ana Ruiz/The Quillon Gazette)", id="a caption by a paper"),
        pytest.param("5-minute read", id="a reading time with a hyphen"),
        pytest.param("Reading time: 4 minutes", id="a reading time with a label"),
        pytest.param("Reporting by Ana Ruiz; Editing by Li Wei", id="an agency's desk line"),
        pytest.param("The Northgate Agency contributed to this report.", id="who contributed"),
        pytest.param("Ana Ruiz is a staff writer at Quillon News.", id="who the author is"),
        pytest.param("Ana Ruiz can be reached at ruiz@example.com.", id="how to reach the author"),
        pytest.param("Log in to Reply", id="a comment's button"),
        pytest.param("Join the conversation", id="a call for comments"),
        pytest.param("ADVERTISEMENT ADVERTISEMENT", id="two advertisements"),
        pytest.param("Advertisement Continue reading the main story", id="an advertisement with its link"),
        pytest.param("SHARE THIS ARTICLE Share Tweet Post Email", id="a row of buttons with its heading"),
        pytest.param("LISTEN TO ARTICLE 2:31 SHARE THIS ARTICLE Share Email", id="a player before buttons"),
        pytest.param("Print this article Back to Top", id="buttons in words"),
        pytest.param("Close dialog", id="a button of a window"),
        pytest.param("Back to previous page", id="the way back"),
        pytest.param("Your message has been sent successfully", id="an answer to one who shared"),
        pytest.param("A link has been posted to your Facebook feed.", id="another"),
        pytest.param("protected by reCAPTCHA", id="a check for machines"),
        pytest.param("[pullquote]", id="a placeholder of a quotation"),
        pytest.param("Slideshow (12 Images)", id="pictures, counted"),
        pytest.param("Photo", id="a lone word for a picture"),
        pytest.param(
            "Enlarge this image toggle caption Ana Ruiz Ana Ruiz", id="a picture's buttons and credit"
        ),
        pytest.param("Remaining Time -1:04", id="a player's clock"),
        pytest.param("Font Size 50% 75% 100%", id="a player's settings"),
        pytest.param("CLOSE The river rises in the town. Quillon Video", id="a film with its button"),
        pytest.param("This article is more than 3 years old", id="the age of a page"),
        pytest.param("Try The Gazette for only $1.50 per week", id="an offer"),
        pytest.param("Keep up with this story and more by subscribing now", id="another offer"),
        pytest.param("The day's news, delivered to your inbox: sign up", id="an inbox"),
        pytest.param("Write to Ana Ruiz at ruiz@example.com", id="where to write"),
        pytest.param("ruiz@example.com", id="a bare address"),
        pytest.param("Copyright Quillon News 2031", id="a copyright whose year comes last"),
        pytest.param("Adver\u200btisement", id="furniture with an unseen character inside"),
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
        pytest.param("Tagged sharks swim home each spring, the keeper said.", id="tagged in prose"),
        pytest.param("Related firms were not charged. The case goes on.", id="related in prose"),
        pytest.param("More from him was hard to get, she said.", id="more from in prose"),
        pytest.param(
            "We use cookies as bait, the trapper said with a grin, and it works on bears in this "
            "valley, on foxes, on badgers, on stray dogs and, as his wife will tell you, on him; the "
            "recipe is his mother's and has not changed since the war ended, when sugar came back to the "
            "shops of the town.",
            id="cookies in a long paragraph",
        ),
        pytest.param("By using the old bridge, drivers save an hour.", id="by using in prose"),
        pytest.param("Subscribe to the theory or not, the dam will age.", id="subscribe in prose"),
        pytest.param("Get well soon, the children wrote to the keeper.", id="get in prose"),
        pytest.param("You have two free hands, so help us, the mayor said.", id="free in prose"),
        pytest.param("Continue reading to your child, the nurse said.", id="continue reading in prose"),
        pytest.param("Photo finishes are rare on this river.", id="photo in prose"),
        pytest.param("Courtesy of the mayor, the dam now has lights.", id="courtesy in prose"),
        pytest.param("The photo, credited to a passer-by, shows the dam.", id="a credit told in prose"),
        pytest.param("Correction of the river's course took ten years.", id="correction in prose"),
        pytest.param("This report was damning, and the council met at once.", id="this report in prose"),
        pytest.param("Updates came every hour, and none was good.", id="updates in prose"),
        pytest.param("Follow the river on foot and you reach the dam.", id="follow on in prose"),
        pytest.param("Listen to the river, the poet said, and it will tell you.", id="listen in prose"),
        pytest.param("Watch the water rise, he said.", id="watch in prose"),
        pytest.param(
            "Ana Ruiz is a keeper of the dam and lives beside it.", id="who somebody in the story is"
        ),
        pytest.param("Rain contributed to the flood, and so did the dam.", id="contributed in prose"),
        pytest.param(
            "Reporting by drones has made floods easier to map. Pilots agree.", id="reporting in prose"
        ),
        pytest.param("Join the queue, the guard told them.", id="join in prose"),
        pytest.param("Close the gates, the keeper said.", id="close in prose"),
        pytest.param("CLOSE CALL AT THE DAM", id="a headline that opens with close"),
        pytest.param("Protected by a wall, the town slept.", id="protected in prose"),
        pytest.param("Your message has been heard, the mayor told the crowd.", id="a message in prose"),
        pytest.param("This article is more than a complaint, he wrote.", id="this article in prose"),
        pytest.param("Try the pie for only a dollar at the fair.", id="try in prose"),
        pytest.param("Text edges of the map were torn.", id="text in prose"),
        pytest.param("A bill lands in your inbox and you pay it, he said.", id="an inbox in prose"),
        pytest.param("She wrote to ruiz@example.com and got no answer.", id="an address in prose"),
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
            f"{PROSE}\n\nGet our stories delivered to your inbox, every day. By\nsigning up, you agree to "
            f"our terms.\n\n{PROSE}",
            ["Get our stories delivered to your inbox, every day. By\nsigning up, you agree to our terms."],
            id="furniture that wrapping cut in two",
        ),
        pytest.param(
            f"{PROSE}\n\nRead or share this story:\nhttps://news.example/2018/12/26/a-very-long-address/2413/"
            f"\n\n{PROSE}",
            [],
            id="an address too long for the line is a part of it",
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


LINKS = ("The town that drowned", "Ten rivers to fear this spring", "• Why dams grow old before their time")


@pytest.mark.parametrize(
    "label",
    [
        pytest.param("Related stories", id="related stories"),
        pytest.param("You may also like:", id="recommendations"),
        pytest.param("Most read", id="most read"),
        pytest.param("More from Quillon News", id="more from an outlet"),
    ],
)
def test_headlines_after_a_label_are_links(label: str) -> None:
    lines = [label, *LINKS]
    assert marked("\n\n".join([PROSE, *lines])) == lines
    assert marked("\n\n".join([PROSE, *lines, PROSE, "A Heading of Four Words"])) == lines, (
        "until prose comes"
    )


def test_headlines_without_a_label_stay() -> None:
    assert marked("\n\n".join([PROSE, *LINKS])) == []
    assert marked("\n\n".join([PROSE, "Read more: Rivers in numbers", *LINKS])) == [
        "Read more: Rivers in numbers"
    ], "a label that has its own link announces no more"


def test_a_label_announces_twelve_links_at_most() -> None:
    links = [f"A headline about river number {i}" for i in range(20)]
    assert marked("\n\n".join([PROSE, "Related stories", *links])) == ["Related stories", *links[:12]]


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("photo by a ", id="one long line of credits"),
        pytest.param("Related\n", id="labels"),
        pytest.param("The cat sat\n", id="short lines"),
        pytest.param("by using a\n", id="openings of a consent line"),
        pytest.param("x contributed to " * 18 + "\n", id="contributions"),
        pytest.param("update: " * 38 + "\n", id="updates"),
        pytest.param("Ana Bo is a " * 26 + "\n", id="authors"),
        pytest.param("(photo " * 45 + "\n", id="brackets that never close"),
        pytest.param("\u200b", id="unseen characters"),
    ],
)
def test_cost_grows_with_length_and_no_faster(unit: str) -> None:
    def cost(size: int) -> float:
        text = unit * (size // len(unit))
        begin = time.process_time()
        mark_boilerplate(text)
        return time.process_time() - begin

    base = max(cost(30_000), 0.005)
    assert cost(300_000) < 40 * base
