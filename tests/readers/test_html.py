"""Saved web pages: what is taken from them, how a lost article is rescued, what is refused and why."""

from __future__ import annotations

import gzip
import json
import logging
import re
import socket
import subprocess
import sys
import time
import warnings
from itertools import count, islice
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.errors import InputError
from scoring.readers.decoding import UnreadableError
from scoring.readers.page_links import MOST_LINKS
from scoring.readers.pages import LARGEST, decode_page

pytest.importorskip("trafilatura", exc_type=ImportError)
pytest.importorskip("justext", exc_type=ImportError)

from scoring.readers.html import parse_page

WHO = ("The mayor", "A farmer", "The head of the school", "An engineer", "The union")
WHAT = ("that the bridge would stand", "that the road should be closed", "that nobody had been asked")
numbers = count(2)


def prose(sentences: int = 3) -> str:
    """A paragraph whose sentences come nowhere else."""
    made = (f"{WHO[n % 5]} said {WHAT[n % 3]}, after {n} days of rain." for n in islice(numbers, sentences))
    return " ".join(made)


BODY = [prose() for _ in range(8)]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)
MENU = "<nav><ul>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(20)) + "</ul></nav>"
FOOTER = "<footer><p>Copyright 2024 The Daily.</p></footer>"


def page(body: str, head: str = "<title>Road to close</title>") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}{body}{FOOTER}</body></html>"


def parse(text: str | bytes) -> dict[str, Any]:
    return parse_page(text.encode() if isinstance(text, str) else text)


def test_paragraphs_and_headings_stand_apart() -> None:
    article = f"<article><h1>Road</h1><p>{BODY[0]}</p><h2>What next</h2>{PARAGRAPHS}</article>"
    text = str(parse(page(article))["text"])
    assert text.removeprefix("Road\n\n") == "\n\n".join([BODY[0], "What next", *BODY])


@pytest.mark.parametrize(
    ("more", "lost"),
    [
        pytest.param(
            "<div id='comments'>"
            + "<div class='comment'><p>I told you so, says a reader.</p></div>" * 5
            + "</div>",
            "says a reader",
            id="comments",
        ),
        pytest.param("<table><tr><th>Year</th></tr><tr><td>Floods</td></tr></table>", "Floods", id="a table"),
        pytest.param("<script>var rain = 'script'</script>", "script", id="a script"),
        pytest.param("<style>p { color: red }</style>", "color", id="a style"),
        pytest.param("<!-- a note -->", "note", id="a comment in the markup"),
    ],
)
def test_what_is_no_prose_is_left_out(more: str, lost: str) -> None:
    text = str(parse(page(f"<article>{PARAGRAPHS}{more}</article>"))["text"])
    assert text.split("\n\n")[: len(BODY)] == BODY
    assert lost not in text


OG = """<title>Road | The Daily</title><meta property="og:title" content="Road to close | The Daily">
<meta property="og:site_name" content="The Daily"><link rel="canonical" href="https://www.daily.co.uk/road">
<meta property="article:published_time" content="2024-05-01T23:30:00-05:00">"""
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
"headline": "Bridge &amp; road", "datePublished": "2022-03-04T10:00:00Z",
"publisher": {"@type": "Organization", "name": "The Weekly"}}</script>"""
SOCIAL = """<title>Road</title><meta property="article:publisher" content="https://www.facebook.com/daily">
<link rel="canonical" href="https://news.daily.co.uk/2023/04/05/road">"""
SHUT = """<title>Road</title><link rel="canonical" href="javascript:alert(1)">"""


@pytest.mark.parametrize(
    ("head", "title", "outlet", "url", "published"),
    [
        pytest.param(
            OG,
            "Road to close",
            "The Daily",
            "https://www.daily.co.uk/road",
            "2024-05-01",
            id="og: and canonical",
        ),
        pytest.param(LINKED, "Bridge & road", "The Weekly", None, "2022-03-04", id="JSON-LD"),
        pytest.param(
            SOCIAL,
            "Road",
            "daily.co.uk",
            "https://news.daily.co.uk/2023/04/05/road",
            "2023-04-05",
            id="the host, not a page on a social network; the date from the address",
        ),
        pytest.param(
            SHUT, "Road", None, None, None, id="an address that is none; a copyright year is no date"
        ),
    ],
)
def test_what_the_page_says_of_itself(
    head: str, title: str, outlet: str | None, url: str | None, published: str | None
) -> None:
    found = parse(page(f"<article>{PARAGRAPHS}</article>", head))
    assert (found["title"], found["outlet"], found["url"], found["published"]) == (
        title,
        outlet,
        url,
        published,
    )


def test_without_a_title_the_first_short_line_is_one() -> None:
    found = parse("<p>Rain stops play.</p><p>It rained.</p>")
    assert (found["title"], found["text"]) == ("Rain stops play.", "Rain stops play.\n\nIt rained.")


def test_the_address_that_a_browser_left() -> None:
    saved = "<!-- saved from url=(0029)https://www.daily.co.uk/road -->" + page(PARAGRAPHS)
    assert (parse(saved)["url"], parse(saved)["outlet"]) == ("https://www.daily.co.uk/road", "daily.co.uk")


def test_metadata_beside_the_page_go_first(read: Any) -> None:
    files = {
        "in/a.html": page(f"<article>{PARAGRAPHS}</article>", OG),
        "in/b.htm.gz": gzip.compress(page(f"<article>{PARAGRAPHS}</article>", OG).encode()),
        "in/metadata.csv": "file,outlet,event,title\na.html,Other,e1,\n",
    }
    first, second = read(files, "in").articles
    assert (first.id, first.outlet, first.event, first.title) == ("a", "Other", "e1", "Road to close")
    assert (second.id, second.outlet, second.event, second.published) == (
        "b",
        "The Daily",
        None,
        "2024-05-01",
    )
    assert first.text == second.text


LINKS = f"""<p>{prose(1)} <a href="/plan#top">The plan</a>.</p>
<p>{prose(1)} <a href="https://other.example/x?a=1&amp;b=2">here</a>
and <em><a href="//cdn.example/a.pdf">here</a></em></p>
<p>{prose(1)}<script>var a = 1</script> <a href="HTTPS://Script.example/">a script beside</a></p>
<ul><li>{prose(1)} <a href="list">a list</a></li></ul>
<div>{prose(1)}<br><br>{prose(1)} <a href="https://br.example">br</a></div>
"""


@pytest.mark.parametrize(
    ("body", "links"),
    [
        pytest.param("", [], id="none"),
        pytest.param(
            LINKS,
            [
                "https://www.daily.co.uk/plan",
                "https://other.example/x?a=1&b=2",
                "https://cdn.example/a.pdf",
                "https://Script.example/",
                "https://www.daily.co.uk/list",
                "https://br.example",
            ],
            id="absolute, in reading order",
        ),
        pytest.param(
            f"<p>{prose(1)} <a href='https://a.example'>a</a> <a href='https://a.example#b'>b</a></p>",
            ["https://a.example"],
            id="no repeats: a fragment makes no difference",
        ),
        pytest.param(
            f"<p>{prose(1)} <a href='#note'>1</a> <a href='/road'>this page</a></p>", [], id="itself"
        ),
        pytest.param(
            f"<p>{prose(1)} <a href='mailto:a@a.example'>a</a> <a href='javascript:a()'>b</a> <a>c</a></p>",
            [],
            id="what is no web address",
        ),
        pytest.param(
            f"<p>{prose(1)} <a href='https://x.com/intent/post?a'>a</a> <a href='https://wa.me/?a'>b</a></p>",
            [],
            id="buttons for sharing",
        ),
        pytest.param(
            f"<h2><a href='/next'>{prose(1)}</a></h2>", [], id="a line that is a link to the same site"
        ),
        pytest.param(
            f"<p>{prose(1)} <a href='http://[a'>a</a> <a href='https://a.example/{'b' * 2000}'>b</a></p>",
            [],
            id="broken and endless ones",
        ),
    ],
)
def test_links_of_the_article_and_no_others(body: str, links: list[str]) -> None:
    found = parse(page(f"<article>{PARAGRAPHS}{body}</article><aside><a href='/aside'>a</a></aside>", OG))
    assert list(found["links"]) == links


def test_links_do_not_change_the_text() -> None:
    unlinked = re.sub(r"</?a\b[^>]*>", "", LINKS)
    linked, bare = (parse(page(f"<article>{PARAGRAPHS}{body}</article>", OG)) for body in (LINKS, unlinked))
    assert linked["text"] == bare["text"]
    assert bare["links"] == ()


def test_links_are_seen_from_the_base_that_the_page_names() -> None:
    body = f"<article>{PARAGRAPHS}<p>{prose(1)} <a href='plan'>The plan</a>.</p></article>"
    assert parse(page(body, "<base href='https://port.example/a/'>"))["links"] == (
        "https://port.example/a/plan",
    )
    assert parse(page(body, "<base href='http://[a'>"))["links"] == ()


def test_links_are_bounded_in_number() -> None:
    body = "".join(
        f"<p>{prose(1)} <a href='https://a.example/{n}'>{n}</a></p>" for n in range(MOST_LINKS + 9)
    )
    assert len(parse(page(f"<article>{body}</article>", OG))["links"]) == MOST_LINKS


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            f"<div class='comment-wrap'><div>{PARAGRAPHS}</div></div><p>It rained.</p>", id="as a comment"
        ),
        pytest.param(
            f"<p>{prose(4)}</p><footer>{PARAGRAPHS}</footer>", id="as a footer: a quarter is too little"
        ),
    ],
)
def test_justext_rescues_a_lost_article(body: str) -> None:
    assert set(BODY) <= set(str(parse(page(body))["text"]).split("\n\n"))


def test_justext_does_not_put_asides_in_the_place_of_a_brief() -> None:
    brief, aside = prose(2), "".join(f"<p>{prose()}</p>" for _ in range(12))
    assert "days of rain" in brief
    text = str(parse(page(f"<article><p>{brief}</p></article><aside>{aside}</aside>"))["text"])
    assert text == brief


ENCODINGS = (
    "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 windows-1252 iso-8859-2 shift_jis koi8-r".split()
)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings_that_are_marked_or_declared(encoding: str) -> None:
    said = {"shift_jis": "日本", "koi8-r": "Дождь", "iso-8859-2": "Łódź"}.get(encoding, "café “wet”")
    given = page(f"<article><p>{said}</p>{PARAGRAPHS}</article>", f'<meta charset="{encoding}">')
    assert str(parse(given.encode(encoding))["text"]).startswith(said + "\n\n")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"<meta charset=utf-8><p>caf\xe9", "<p>café", id="declares UTF-8, is Windows-1252"),
        pytest.param("<meta charset=latin1><p>café".encode(), "<p>café", id="declares Latin-1, is UTF-8"),
        pytest.param(b"<meta charset=latin1><p>\x93wet\x94", "<p>“wet”", id="Latin-1 means Windows-1252"),
        pytest.param(b"<meta charset=punycode><p>caf\xe9", "<p>café", id="a codec that is for no page"),
        pytest.param(b"<p>caf\xe9 \x81", "<p>café \ufffd", id="bytes that Windows-1252 lacks"),
        pytest.param(b"<p>ra\0in" + b" " * 1000, "<p>rain" + " " * 1000, id="a stray NUL"),
        pytest.param(b"<p><img src='" + b"x" * 60_000 + b"'>", "<p><img>", id="a picture as data"),
    ],
)
def test_encodings_that_lie(data: bytes, text: str) -> None:
    assert decode_page(data).endswith(text)


def test_entities() -> None:
    said = "&ldquo;Wet&rdquo; &mdash; caf&eacute;&#8217;s &#x1F600; &amp;c &bogus; &#0; &#xD800;"
    text = str(parse(page(f"<article><p>{said}</p>{PARAGRAPHS}</article>"))["text"])
    assert text.startswith("“Wet” — café’s 😀 &c &bogus;")
    text.encode()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf \n", "is empty", id="blank"),
        pytest.param(b"It rained.", "holds no tags, so it is no web page", id="plain text"),
        pytest.param(b'{"text": "a"}', "holds no tags", id="JSON"),
        pytest.param(b"%PDF-1.7\n\0", "is a PDF, not a web page; save", id="PDF"),
        pytest.param(b"PK\x03\x04\0", "is a ZIP archive or an office document", id="office"),
        pytest.param(b"\x89PNG\r\n", "is an image", id="image"),
        pytest.param(b"MIME-Version: 1.0\n<p>", "is a web archive", id="web archive"),
        pytest.param(b"\x1f\x8b\x08", "is packed by gzip", id="gzip"),
        pytest.param(bytes(range(256)), "holds NUL bytes, so it looks binary", id="binary"),
        pytest.param(b"<?xml version='1.0'?><!-- a --><rss><item/></rss>", r"is XML \(<rss>\)", id="feed"),
        pytest.param(b"<urlset><url/></urlset>", r"is XML \(<urlset>\)", id="sitemap"),
        pytest.param(b"<!-- nothing -->", "holds no element and no text", id="a comment"),
        pytest.param(
            b"<html><body><div id='root'></div><script>run()</script>",
            "holds scripts and no text",
            id="script",
        ),
        pytest.param(b"<frameset><frame src='a'></frameset>", "holds frames and no text", id="frames"),
        pytest.param(b"<body><iframe src='a'></iframe>", "holds frames and no text", id="an inner frame"),
        pytest.param(b"<body><img src='a'>", "has tags but no text", id="a picture"),
        pytest.param(b"<p>" + b"<div>" * 10_000 + b"rain", "nests its tags too deeply", id="10,000 levels"),
        pytest.param(
            b"<p>a" + b"<b></b>" * 100_001, "elements, more than 100,000", id="elements by the thousand"
        ),
        pytest.param(b"<p>" + b"x" * LARGEST, "holds more than 16 MB", id="a file too large"),
        pytest.param(b"<!--" * 1_000_000, "holds no element", id="a million comments that never end"),
        pytest.param(b"<" * 5_000_000, "holds no tags", id="five million opening brackets"),
    ],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parse_page(data)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"<p>{BODY[0]}</p>", id="a fragment"),
        pytest.param(f"<p>{BODY[0]}", id="tags never closed"),
        pytest.param("<div>" * 1500 + f"<p>{BODY[0]}</p>", id="1,500 levels"),
        pytest.param(
            f"<p {' '.join(f'a{n}=1' for n in range(20_000))}>{BODY[0]}</p>", id="20,000 attributes"
        ),
        pytest.param(
            f"<?xml version='1.0' encoding='latin1'?><html><body><p>{BODY[0]}</p></body></html>", id="XHTML"
        ),
        pytest.param(
            page(f"<p>{BODY[0]}</p>", "<script type='application/ld+json'>" + "[" * 50_000 + "</script>"),
            id="JSON-LD",
        ),
        pytest.param(page("".join(f"<p>{BODY[0]} {n}</p>" for n in range(5_000))), id="5,000 paragraphs"),
        pytest.param(
            page("<ul>" + "<li>rain</li>" * 20_000 + f"</ul><p>{BODY[0]}</p>"), id="20,000 short ones"
        ),
    ],
)
def test_odd_pages_are_read(text: str) -> None:
    assert BODY[0] in str(parse(text)["text"])


def test_the_run_goes_on(read: Any) -> None:
    outcome = read({"a.html": "%PDF-1.7", "b.html": page(PARAGRAPHS), "c.txt": "c"}, ".")
    assert (outcome.ids, outcome.sources) == (["b", "c"], ["a.html"])
    assert outcome.reasons.startswith("the file is a PDF, not a web page; save the page as")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    linked = "<base href='https://daily.co.uk/'><link rel='stylesheet' href='/a.css'><img src='https://daily.co.uk/a'>"
    assert BODY[0] in str(parse(page(PARAGRAPHS, OG + linked))["text"])


def test_the_same_page_gives_the_same_article() -> None:
    given = page(f"<article>{PARAGRAPHS}</article>", OG)
    assert parse(given) == parse(given)


def test_libraries_keep_quiet_and_their_logger_is_left_as_it_was(caplog: pytest.LogCaptureFixture) -> None:
    logger = logging.getLogger("trafilatura")
    logger.setLevel(logging.INFO)
    with warnings.catch_warnings(), caplog.at_level(logging.DEBUG):
        warnings.simplefilter("error")
        parse(page(PARAGRAPHS))
        with pytest.raises(UnreadableError):
            parse("<p></p>")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []
    assert logger.level == logging.INFO
    logger.setLevel(logging.NOTSET)


def test_libraries_are_loaded_with_the_first_page_only(tmp_path: Any) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    code = (
        "import sys; from scoring.readers import read_articles; list(read_articles(sys.argv[1])); "
        "print([name for name in ('trafilatura', 'justext', 'lxml') if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["trafilatura", "justext"])
def test_a_missing_library(read: Any, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setattr(
        "scoring.readers.page_tools.find_spec", lambda wanted: None if wanted == name else wanted
    )
    with pytest.raises(InputError, match=r"pip install '\.\[html\]'"):
        read({"a.html": page(PARAGRAPHS), "b.html": page(PARAGRAPHS)}, ["a.html", "b.html"])
    outcome = read({"a.html": page(PARAGRAPHS), "c.txt": "c"}, ["a.html", "c.txt"])
    assert (outcome.texts, outcome.sources) == (["c"], ["a.html"])
    assert "pip install '.[html]'" in outcome.reasons


@settings(deadline=None, max_examples=60)  # the time says more about the libraries than about the reader
@given(
    data=st.binary(max_size=200),
    tag=st.sampled_from([b"", b"<p>", b"<html><body>", b"<table><td>", b"<!--", b"<a href="]),
)
def test_no_bytes_crash(data: bytes, tag: bytes) -> None:
    try:
        str(parse_page(tag + data)["text"]).encode("utf-8", "surrogatepass")
    except UnreadableError as error:
        assert str(error)


JSON_LD = '<script type="application/ld+json">'


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(f'{JSON_LD}{{"a":"' + '\\"' * 40_000 + "</script>", id="no JSON"),
        pytest.param("<meta name=author content='" + "(" * 45_000 + "'>", id="an author of brackets"),
        pytest.param(
            f'{JSON_LD}{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "'
            + "<" * 40_000 + '", "author": {"name": "' + "[" * 40_000 + '"}}</script>',
            id="endless values",
        ),
    ],
)  # fmt: skip
def test_endless_metadata_cost_no_time(head: str) -> None:
    began = time.process_time()
    assert parse(page(prose(), f"<title>Road to close</title>{head}"))["title"] == "Road to close"
    assert time.process_time() - began < 4


def test_metadata_that_stand_in_json_are_kept_beside_an_endless_text() -> None:
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": 'The "Łódź" bridge closes'}
    more = {"datePublished": "2020-01-02", "publisher": {"@type": "Organization", "name": "The Daily"}}
    text = json.dumps({**said, "articleBody": 'He said "no". ' * 9000, **more})
    found = parse(page(prose(), f"{JSON_LD}{text}</script>"))
    assert found["title"] == 'The "Łódź" bridge closes'
    assert (found["published"], found["outlet"]) == ("2020-01-02", "The Daily")
