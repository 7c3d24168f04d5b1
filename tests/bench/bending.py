"""How far scores bend when an article is edited in ways that should not matter, or only one way.

Run ``python tests/bench/bending.py [--corpora DIR] [--articles N] [--only WORD]``. It prints one row a
check for the articles of ``seeds/`` and, with ``--corpora``, for articles of ``events_allsides``. An
article that an edit leaves as it is does not count in ``n``; one that is withheld before or after is
counted in ``out``. `tests/test_not_bent.py` loads the edits from here, so they stand in one file.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from statistics import fmean, median

from scoring import Article, Scorecard, read_articles
from scoring.document import parse
from scoring.document.words import PLACES, THINGS
from scoring.model import load_model
from scoring.model.corpora import read_articles_of
from scoring.scorecard import score

SEEDS = Path(__file__).resolve().parents[2] / "seeds" / "articles"
ARTICLES = 200
DOSES = (1, 2, 4, 8)

Edit = Callable[[Article], Article]

# Swaps: the same story about other people

CAST = (
    "The Republican senator John Miller and the Democratic governor Susan Clark of Ohio had both visited, "
    "BBC reporters noted. He said that his Republicans were ready to pay; she said that her Democrats had "
    "asked the American and the German embassy first.",
    "A Mexican firm and a Chinese one had offered to help, Reuters wrote. Mr Miller called it an "
    "American matter, and Ms Clark told CNN that Russian and French engineers had done the same elsewhere.",
    "The organisers recognised that the centre of the programme lay in its favour, and the neighbours "
    "analysed it. The organizers of the theater, who favor a gray color, apologized.",
)
"""Paragraphs for the invented articles, which name no party, nation or outlet that exists."""

PARTIES = {
    "Republicans": "Democrats",
    "Republican": "Democratic",
    "RNC": "DNC",  # "GOP" stays: nothing stands for it
    "conservatives": "liberals",
    "conservative": "liberal",
    "Conservatives": "Liberals",
    "Conservative": "Liberal",
    "right-wing": "left-wing",
    "Republican-led": "Democratic-led",
}
_NOUN = re.compile(r"\b(?:Republican(?! [A-Za-z]|-)|Democrat\b)")
ROUNDS_OF_NATIONS = (
    "American German Mexican Russian Chinese French Iranian Israeli Turkish Nigerian",
    "Americans Germans Mexicans Russians Israelis Canadians Italians Nigerians Pakistanis Ukrainians",
    "America Germany Mexico Russia China France Iran Israel Turkey Nigeria Pakistan Ukraine Canada Italy",
    "Canadian Italian Pakistani Ukrainian Syrian Korean Brazilian Polish Indian Egyptian",
    "British Spanish Japanese Swedish Irish Dutch",
)
OUTLETS = (  # alike, for "the Times" and "the Post" stay as they are
    "Reuters AFP",
    "CNN Politico MSNBC Breitbart Newsmax Vox Townhall BBC NPR Bloomberg",
    "New_York_Times|Los_Angeles_Times|Financial_Times",
    "Wall_Street_Journal|Albany_Journal",
    "Washington_Post|Denver_Post",
    "Fox_News|ABC_News|NBC_News|CBS_News",
    "Daily_Mail|Evening_Mail",
    "Quillon_News_Agency|The_Plain_Anvil|Wendermark_Courier_Group",
    "Wendermark_Courier|Plainsend_Releases",
)
GENDERS = {
    "he": "she",
    "himself": "herself",
    "him": "her",
    "Mr": "Ms",
    "man": "woman",
    "men": "women",
    "father": "mother",
    "son": "daughter",
    "brother": "sister",
    "husband": "wife",
    "boy": "girl",
    "boys": "girls",
    "chairman": "chairwoman",
    "spokesman": "spokeswoman",
    "congressman": "congresswoman",
}
_HERS = re.compile(
    r"\b([Hh])er\b(?= [a-z])(?! (?:to|that|on|in|at|for|and|with|by|as|from|if|when|about|or)\b)"
)
ANGLO = """
    John Robert Michael Paul Mike David Mark Ben Sarah Jeff Chuck Jay Tom Eric William Rob Bill Mitt
    George Peter Joe Jim Nancy James Richard Anthony Stephen Patrick Edward Don Mitch Gary Roger
    Greg Ronald Thomas Rick Nick Chris Jennifer Ted Scott Susan Brian Carl Adam Jack Elizabeth Jerry
    Larry Steve Ron Amy Tim Charlie Kevin Phil Ryan Jimmy Tony Matt Doug Matthew Jon Ed Andrew Henry
    Joseph Donald Hillary Audrey Dennis Rosalind Helena Lowrie Moira Marguerite Calla Leofric Odette
    Gethin Joan Alan Alice Ruth Simon Martin Stella Harold
""".split()
NEWCOMERS = """
    Ahmed Kwame Rajesh Oluwaseun Diego Mohammed Hiroshi Javier Wei Dmitri Fatima Ayesha Carlos Emeka
    Yusuf Tariq Sanjay Kofi Ming Rafael Ibrahim Hassan Arjun Chidi Mateo Jamal Vikram Tunde Ravi
    Omar
""".split()
NO_SURNAMES = (PLACES | THINGS) - {"sanders", "paris"}
FAMILIES = """
    Okafor Hussein Nguyen Patel Mbeki Hernandez Chaudhry Takahashi Adeyemi Rahman Gutierrez
    Kowalczyk Banerjee Osei Yilmaz Farouk Delgado Nakamura Abubakar Iyer Castillo Zhang Mensah
    Karimi Singh
""".split()


def swap(text: str, pairs: Mapping[str, str]) -> str:
    """The text with whole words replaced, both ways at once where `pairs` says so.

    A half of a compound is one, too ("Trump-Russia"); "un-American" and "anti-American" are other words.
    """
    either = "|".join(re.escape(word) for word in sorted(pairs, key=len, reverse=True))
    whole = re.compile(rf"(?<!\w)(?<!\b[Uu]n-)(?<!\b[Aa]nti-)(?:{either})(?![A-Za-z0-9])")
    return whole.sub(lambda match: pairs[match.group()], text)


def both(pairs: Mapping[str, str], *, cased: bool = False) -> dict[str, str]:
    """Pairs and their reverse, also with a capital, if asked for."""
    every = {**pairs, **{right: left for left, right in pairs.items()}}
    capital = {left.capitalize(): right.capitalize() for left, right in every.items()} if cased else {}
    return {**capital, **every}


def turn(rows: Sequence[str]) -> dict[str, str]:
    """Each word of a row to the next of the row, the last to the first."""
    lists = [row.split("|") if "|" in row else row.split() for row in rows]
    words = [[word.replace("_", " ") for word in row] for row in lists]
    return {left: right for row in words for left, right in zip(row, row[1:] + row[:1], strict=True)}


def on_texts(change: Callable[[str], str]) -> Edit:
    """An edit of text and title alike."""
    return lambda article: replace(
        article, text=change(article.text), title=article.title and change(article.title)
    )


def swap_parties(text: str) -> str:
    """Republicans for Democrats, liberal for conservative and more; both lean on nouns and adjectives."""
    nouns = {"Republican": "\0D", "Democrat": "\0R"}
    marked = _NOUN.sub(lambda match: nouns[match.group()], text)
    marked = re.sub(r"\(([RD])-", lambda match: "(D-" if match[1] == "R" else "(R-", marked)
    swapped = swap(marked, both(PARTIES))
    return swapped.replace("\0D", "Democrat").replace("\0R", "Republican")


def swap_genders(text: str) -> str:
    """He for she, his for her, Mr for Ms and more; "her" before a noun is his, else him."""
    marked = _HERS.sub(lambda match: f"{match[1]}\0er", text)
    pairs = both(GENDERS, cased=True) | {"h\0er": "his", "H\0er": "His", "his": "her", "His": "Her"}
    return swap(marked, pairs | {"Mrs": "Mr", "Ms": "Mr"})


def swap_names(article: Article) -> Article:
    """People whose given name is common in English get a given and a family name from elsewhere."""
    keys = dict.fromkeys(name.key for name in parse(article).names)
    pairs: dict[str, str] = {}
    for key in keys:
        words = key.split()
        if 1 < len(words) < 4 and words[0] in ANGLO and words[-1].lower() not in NO_SURNAMES:
            pairs.setdefault(words[0], NEWCOMERS[len(pairs) % len(NEWCOMERS)])
            pairs.setdefault(words[-1], FAMILIES[len(pairs) % len(FAMILIES)])
    pairs |= _handles(article.text, pairs)
    return on_texts(lambda text: swap(text, pairs))(article) if pairs else article


def _handles(text: str, pairs: Mapping[str, str]) -> dict[str, str]:
    """Accounts that are made of a name ("@SenJohnKennedy"): they belong to the same person."""
    either = re.compile("|".join(sorted(map(re.escape, pairs), key=len, reverse=True)) or r"(?!)")
    accounts = set(re.findall(r"(?<=@)\w+", text))
    swapped = {name: either.sub(lambda match: pairs[match.group()], name) for name in accounts}
    return {name: other for name, other in swapped.items() if name != other}


def swap_outlets(article: Article) -> Article:
    """Other outlets in the text and above it."""
    edited = on_texts(lambda text: swap(text, turn(OUTLETS)))(article)
    return replace(edited, outlet="Another Gazette", url=None)


def with_cast(article: Article) -> Article:
    """The article with two paragraphs that hold parties, nations, outlets and names to swap."""
    first, *rest = article.text.split("\n\n")
    return replace(article, text="\n\n".join([first, CAST[0], *rest, *CAST[1:]]))


# Typography, spelling and furniture: the same words

SPELLINGS = (
    "organis:organiz recognis:recogniz realis:realiz criticis:criticiz apologis:apologiz authoris:authoriz "
    "privatis:privatiz minimis:minimiz maximis:maximiz emphasis:emphasiz summaris:summariz penalis:penaliz "
    "legalis:legaliz mobilis:mobiliz stabilis:stabiliz modernis:moderniz"
)
WORDS_SPELT = (
    "centre:center centres:centers theatre:theater colour:color favour:favor  neighbour:neighbor "
    "neighbours:neighbors behaviour:behavior honour:honor harbour:harbor rumour:rumor rumours:rumors "
    "defence:defense offence:offense licence:license travelled:traveled cancelled:canceled labelled:labeled "
    "programme:program programmes:programs grey:gray metre:meter metres:meters litre:liter litres:liters "
    "favourite:favorite colours:colors analyse:analyze analysed:analyzed sceptical:skeptical ageing:aging "
    "judgement:judgment"
)
_STEMS = dict(pair.split(":") for pair in SPELLINGS.split())
_SPELT = dict(pair.split(":") for pair in WORDS_SPELT.split())
BEFORE = "Home » News » Region\n\nAdvertisement\n\nShare on Facebook\n\n1.2K shares\n\n"
AFTER = "\n\nRead more: Ten walks for a wet weekend\n\nLeave a Reply\n\n© 2025 All rights reserved"


def spell(text: str, *, american: bool) -> str:
    """The text in American or in British spelling."""
    stems, words = _STEMS, _SPELT
    if not american:
        stems, words = ({v: k for k, v in pairs.items()} for pairs in (stems, words))
    ends = r"(?=(?:e|es|ed|ing|er|ers|ation|ations)\b)"
    either = re.compile(rf"\b({'|'.join(stems)}){ends}", re.IGNORECASE)
    text = either.sub(lambda m: m[0][0] + stems[m[0].lower()][1:], text)
    return swap(text, words | {k.capitalize(): v.capitalize() for k, v in words.items()})


def straighten(text: str) -> str:
    """Straight marks for curly ones."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def curl(text: str) -> str:
    """Curly marks for straight ones, by what stands before them."""
    text = re.sub(r"(?:(?<=^)|(?<=[\s(\[—–]))\"", "“", text, flags=re.MULTILINE).replace('"', "”")
    return re.sub(r"(?:(?<=^)|(?<=[\s(\[—–“]))'(?=\w)", "‘", text, flags=re.MULTILINE).replace("'", "’")


def rewrap(text: str, *, width: int = 72) -> str:
    """Paragraphs wrapped at a width, a blank line between them."""
    options = {"break_long_words": False, "break_on_hyphens": False}
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return "\n\n".join(textwrap.fill(part, width, **options) for part in parts if part.strip())


def join_lines(text: str) -> str:
    """Paragraphs as single lines, a blank line between them: what `rewrap` is held against."""
    return rewrap(text, width=10**9)


def cut_fifth(article: Article) -> Article:
    """The article without its last fifth, cut at the end of a sentence."""
    doc = parse(article)
    limit = 0.8 * len(doc.forms)
    ends = [end for i, (_, end) in enumerate(doc.sentences) if doc.first_token[i + 1] <= limit]
    return replace(article, text=article.text[: ends[-1]]) if ends else article


# Tricks and faults: sentences of our own, several a kind


SPREAD = (0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875, 0.95)
"""How far down the first sentence put in stands, the second and so on: a dose holds the smaller ones."""


_CLOSED = re.compile(r"[.!?…][\"'”’)\]]*$")


def put_in(article: Article, sentences: Sequence[str]) -> Article:
    """The article with sentences put in, each at the end of a paragraph, at most eight.

    It must be one that closes a sentence: after a caption or a heading the words would run into it.
    """
    doc = parse(article)
    counted = [
        doc.sentences[i] for i in range(len(doc.sentences)) if doc.counted[i] and i not in doc.headings
    ]
    ends = sorted(
        {
            max(e for s, e in counted if a <= s < b)
            for a, b in doc.paragraphs
            if any(a <= s < b for s, _ in counted)
        }
    )
    ends = [
        end for end in ends if doc.voice_at(end - 1) == "outlet" and _CLOSED.search(article.text[:end][-6:])
    ] or [len(article.text)]
    places = [ends[int(share * len(ends))] for share in SPREAD[: len(sentences)]]
    text = article.text
    for at, sentence in sorted(zip(places, sentences, strict=True), reverse=True):
        text = f"{text[:at]} {sentence}{text[at:]}"
    return replace(article, text=text)


def append(text: str) -> Edit:
    """An edit that adds paragraphs at the end."""
    return lambda article: replace(article, text=f"{article.text.rstrip()}\n\n{text}")


NAMED = (
    "“We counted every entry twice and found the same sum,” said Maria Tellander, who audits the accounts.",
    "Johan Brecht, a professor of public finance at Ellermoor, said that the sum agrees with his own.",
    "According to Priya Ostrander, the ministry's chief statistician, the figures were filed on 4 March.",
    "“The figures were checked twice,” said Helen Marsh, the council’s chief auditor.",
    "Tomas Berg, a hydrologist at the Northgate Institute, said the level had fallen since March.",
    "According to the annual report of the Harbour Board, traffic fell by a tenth.",
    "Dr Amina Yusuf, who led the study, told reporters that the sample was small.",
    '"We will publish the data on Friday," Peter Lund, a spokesman for the ministry, said.',
    "Police Chief Joan Reyes said that no one was hurt.",
    "In a letter to residents, Mayor Carla Dunn wrote that the works would end in May.",
)
CHARGED = (
    "The shameless cronies behind it have betrayed everyone with this disgraceful sham.",
    "It is a disgusting, cowardly attack on decent people by corrupt elites.",
    "These radical zealots have peddled vile lies and ruined a once proud place.",
    "The pathetic scheme is an outrageous insult and a monstrous scandal.",
    "Only fools and hypocrites still defend this catastrophic, toxic mess.",
    "Greedy thugs and their spineless lackeys wrecked it with reckless arrogance.",
    "This vicious smear is a disgrace, and the liars who spread it are a menace.",
    "The insane plot is a brutal, sickening assault on common sense.",
)
CALLS = (
    "Subscribe today and never miss a story.",
    "Click here to get 20% off your first order.",
    "Don't wait: sign up now for our free newsletter.",
    "Order yours today while stocks last.",
    "Follow us on Instagram and share this post with your friends.",
    "Buy now and save big with our exclusive offer.",
    "Download our free guide today.",
    "Join thousands of happy readers and start your free trial now.",
)
RESIDUE = (
    "Here is the polished version of the blog post:",
    "Certainly! Here is a revised draft of the article:",
    "[Insert company name here]",
    "I hope this helps! Let me know if you would like any changes.",
    "As an AI language model, I cannot verify this.",
    "Sure! Here is a rewritten version of your article:",
    "Title: [Your Title Here]",
)
PUFFERY = (
    "It is a truly world-class, breathtaking and unforgettable experience.",
    "The award-winning team delivers cutting-edge, best-in-class solutions.",
    "This revolutionary, state-of-the-art system is simply the best on the market.",
    "Visitors rave about the stunning design and the unparalleled quality.",
    "Nothing beats its seamless, effortless and luxurious comfort.",
    "It is a game-changing, innovative and industry-leading breakthrough.",
    "The gorgeous, must-have collection is a perfect gift for everyone.",
    "An amazing, incredible and exclusive treat awaits every guest.",
)
HEDGES = (
    "The plan may change, and it might perhaps fail.",
    "It might seem that some of it is probably unclear.",
    "Perhaps it appears likely, though it could also possibly be otherwise.",
    "It is possible that this might suggest a somewhat different course.",
    "This could indicate, or may at least seem to suggest, some kind of change.",
    "Possibly it would appear that things might turn out otherwise.",
    "It seems that this may, perhaps, be likely to happen.",
    "Maybe that could be so, and apparently it might not.",
)
VAGUE = (
    "Experts say that it will not last.",
    "Critics say that more is to come.",
    "Observers say that the worst is still ahead.",
    "According to insiders, a change is near.",
    "Analysts say that it cannot go on.",
    "Many people said that nobody was told.",
    "According to some, it is getting worse.",
    "Pundits say that it was planned.",
)
STUFFED = (
    "Customers wanting a cheap garden shed usually find a cheap garden shed.",
    "Neighbours delivered a cheap garden shed where the cheap garden shed stands.",
    "Another family bought a cheap garden shed because their cheap garden shed leaked.",
    "Whoever assembles a cheap garden shed will paint the cheap garden shed carefully.",
    "Sometimes one cheap garden shed follows another cheap garden shed through summer.",
    "Nothing protects bicycles like a cheap garden shed beside a cheap garden shed.",
    "Together with the cheap garden shed comes a printed cheap garden shed leaflet.",
    "Neither weather nor rodents reach a cheap garden shed like that cheap garden shed.",
)
"""With the long words of news, so that they are not much easier to read than what is around."""
WINDED = (
    "Organisational responsibilities notwithstanding, comprehensive implementation continued throughout "
    "participating administrative departments.",
    "Representatives simultaneously acknowledged institutional interdependencies necessitating "
    "methodological reconsideration throughout.",
    "Internationally standardised certification procedures incorporating supplementary documentation "
    "accommodated manufacturing particularities.",
    "Subsequent deliberations concerning jurisdictional harmonisation encompassed electronic identification "
    "requirements.",
    "Infrastructural modifications facilitating intermunicipal transportation necessitated considerable "
    "intergovernmental coordination.",
    "Pharmaceutical classification methodologies notwithstanding, environmental considerations predominated "
    "throughout proceedings.",
    "Agricultural diversification strategies encompassing horticultural experimentation underwent "
    "comprehensive reconsideration.",
    "Telecommunications restructuring presupposed constitutional amendments, administrative "
    "simplification and professional requalification.",
)
FAULTS = {
    "hedging": HEDGES,
    "sourcing": VAGUE,
    "promotion": PUFFERY,
    "stuffing": STUFFED,
    "stance": CHARGED,
    "language": WINDED,
}
"""Family to eight sentences of its fault; for sourcing, claims handed to nobody."""

LOADED = "disgraceful radical corrupt shameless outrageous vile reckless disgusting".split()


def load_nouns(article: Article, *, count: int = 6, disguise: Callable[[str], str] = str) -> Article:
    """The article with charged words before the nouns that follow "the", outside quotations."""
    doc = parse(article)
    places = [
        doc.ends[i]
        for i in range(len(doc.forms) - 1)
        if doc.forms[i] == "the"
        and article.text[doc.starts[i + 1]].islower()
        and doc.is_counted(i)
        and not any(s <= doc.starts[i] < e for s, e in doc.quotations)
    ]
    chosen = places[:: max(1, len(places) // count)][:count]
    text = article.text
    for n, at in reversed(list(enumerate(chosen))):
        text = f"{text[:at]} {disguise(LOADED[n % len(LOADED)])}{text[at:]}"
    return replace(article, text=text)


def join_letters(word: str) -> str:
    """A word with a zero-width joiner in its middle."""
    return f"{word[:3]}\u200d{word[3:]}"


def look_alike(word: str) -> str:
    """A word with Cyrillic letters that look the same."""
    return word.translate(str.maketrans("aeoc", "\u0430\u0435\u043e\u0441"))


def shout(article: Article) -> Article:
    """Every fourth sentence in capitals."""
    text = article.text
    for start, end in parse(article).sentences[1::4]:
        text = (
            text[:start] + text[start:end].upper() + text[end:]
            if len(text[start:end].upper()) == end - start
            else text
        )
    return replace(article, text=text)


def title_case(article: Article) -> Article:
    """Every Word of the Text With a Capital."""
    return replace(article, text=re.sub(r"(?<![\w'’])[a-z]", lambda m: m[0].upper(), article.text))


def paste_quotation(article: Article) -> Article:
    """The longest quotation, or one of ours, ten times at the end."""
    spans = [article.text[start:end] for start, end in parse(article).quotations]
    words = max(spans, key=len, default="We will look at it in May").strip("“”\"'‘’ ,.")
    return append("\n\n".join([f"“{words},” she said."] * 10))(article)


HIDDEN = "".join(
    chr(0xE0000 + ord(letter)) for letter in "said the minister Maria Tellander according to the report"
)
NEUTRAL = "The hall was built of brick, and a path leads from its door to the river."


@dataclass(frozen=True, slots=True)
class Check:
    """One row: an edit, what it is held against, which score may move how far and which way.

    `sign` 0 bounds both ways, +1 bounds only a rise, -1 only a fall. `on` are the scores looked at.
    `over` is "max", or "median" where the issue asks for the median article.
    """

    name: str
    edit: Edit
    allowed: float
    sign: int = 0
    on: tuple[str, ...] = ("quality", "bias")
    base: Edit = lambda article: article
    over: str = "max"


def double(article: Article) -> Article:
    return replace(article, text=f"{article.text}\n\n{article.text}")


def both_ends(article: Article) -> Article:
    return replace(article, text=f"{BEFORE}{article.text}{AFTER}")


def hide_every(article: Article) -> Article:
    """Zero-width spaces inside every word of eight letters or more."""
    return replace(article, text=re.sub(r"\b(\w{4})(\w{4,})", "\\1\u200b\\2", article.text))


INVARIANT = [
    Check("swap party names", on_texts(swap_parties), 0.5),
    Check("swap nationalities", on_texts(partial(swap, pairs=turn(ROUNDS_OF_NATIONS))), 0.5),
    Check("swap genders", on_texts(swap_genders), 0.5),
    Check("swap outlet names", swap_outlets, 0.5),
    Check("Anglo to other names", swap_names, 0.5),
    Check("straight quotes", on_texts(straighten), 1.0),
    Check("curly quotes", on_texts(curl), 1.0),
    Check("re-wrap at 72", on_texts(rewrap), 1.0, base=on_texts(join_lines)),
    Check("American spelling", on_texts(partial(spell, american=True)), 1.0),
    Check("British spelling", on_texts(partial(spell, american=False)), 1.0),
    Check("boilerplate around", both_ends, 1.0),
    Check("cut the last fifth", cut_fifth, 5.0, over="median"),
]
QUALITY = ("quality",)
TRICKS = [
    Check("double the article", double, 0.0, 1, QUALITY),
    Check(
        "3 'according to experts'",
        append("\n\n".join(["It will get better, according to experts."] * 3)),
        0.0,
        1,
        QUALITY,
    ),
    Check("8 experts, each worded anew", lambda a: put_in(a, VAGUE), 0.0, 1, QUALITY),
    Check("one quotation ten times", paste_quotation, 0.0, 1, QUALITY),
    Check("invisible sentence appended", append(HIDDEN), 0.0, 1, QUALITY),
    Check("zero-width space in words", hide_every, 0.0, 1, QUALITY),
    Check("joiners in loaded words", partial(load_nouns, disguise=join_letters), 0.0, 1, QUALITY, load_nouns),
    Check(
        "look-alikes in loaded words", partial(load_nouns, disguise=look_alike), 0.0, 1, QUALITY, load_nouns
    ),
    Check("capitals in loaded words", partial(load_nouns, disguise=str.upper), 0.0, 1, QUALITY, load_nouns),
    Check(
        "Capitals opening loaded words", partial(load_nouns, disguise=str.title), 0.0, 1, QUALITY, load_nouns
    ),
    Check("capital sentences", shout, 0.0, 1, QUALITY),
    Check("Title Case text", title_case, 0.0, 1, QUALITY),
    Check("text in capitals", on_texts(str.upper), 0.0, 1, QUALITY),
    Check("neutral sentence (yardstick)", lambda a: put_in(a, [NEUTRAL]), 0.0, 1, QUALITY),
]


def on_top(article: Article, sentence: str) -> Article:
    """The article with a line above it."""
    return replace(article, text=f"{sentence}\n\n{article.text}")


def each(name: str, sentences: Sequence[str], sign: int, where: Callable[..., Article]) -> list[Check]:
    """A check of quality for each sentence, put in by `where`."""
    edits = [lambda article, given=given: where(article, given) for given in sentences]
    return [Check(f"+ {name} {n + 1}", edit, 0.0, sign, QUALITY) for n, edit in enumerate(edits)]


def inside(article: Article, sentence: str) -> Article:
    """The article with a sentence in its middle."""
    return put_in(article, [sentence])


ONE_WAY = [
    *each("named source", NAMED, -1, inside),
    *each("residue", RESIDUE, 1, on_top),
    *each("residue inside", RESIDUE, 1, inside),
    *each("call", CALLS[:4], 1, inside),
    *each("loaded sentence", CHARGED[:4], 1, inside),
    Check("+ 6 loaded words", load_nouns, 0.0, 1, QUALITY),
    Check("+ 6 loaded words, bias", load_nouns, 0.0, -1, ("bias",)),
]
CHECKS = [*INVARIANT, *TRICKS, *ONE_WAY]


def move_of(check: Check, before: Scorecard, after: Scorecard) -> dict[str, float] | None:
    """Points by score, counted so that more is worse; None if either card is withheld."""
    moves: dict[str, float] = {}
    for name in check.on:
        old, new = before.scores[name], after.scores[name]
        if old is None or new is None:
            return None
        points = new["value"] - old["value"]
        moves[name] = check.sign * points if check.sign else abs(points)
    return moves


@cache
def card_of(article: Article) -> Scorecard:
    """The card of an article; most checks ask for those of the same ones."""
    return next(iter(score([article])))


def run_check(check: Check, articles: Sequence[Article]) -> tuple[list[tuple[str, dict[str, float]]], int]:
    """Moves of the articles that the edit changes, and how many are withheld before or after."""
    pairs = [(base, check.edit(article)) for article in articles for base in [check.base(article)]]
    pairs = [(base, edited) for base, edited in pairs if base != edited]
    cards = zip(pairs, (card_of(a) for a, _ in pairs), score(b for _, b in pairs), strict=True)
    found = [(pair[0].id, move_of(check, before, after)) for pair, before, after in cards]
    moves = [(name, move) for name, move in found if move is not None]
    return moves, len(found) - len(moves)


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def tell(check: Check, moves: list[tuple[str, dict[str, float]]], out: int) -> Iterator[str]:
    """A row for each score of a check."""
    for name in check.on:
        values = [move[name] for _, move in moves]
        if not values:
            yield f"{check.name:30} {name:8} n   0 (no article is changed; out {out})"
            continue
        worst = max(moves, key=lambda row: row[1][name])
        held = median(values) if check.over == "median" else max(values)
        verdict = "yes" if held <= check.allowed + 0.005 else "NO"
        yield (
            f"{check.name:30} {name:8} n {len(values):3} out {out:2} median {median(values):6.2f} "
            f"p95 {quantile(values, 0.95):6.2f} max {max(values):6.2f} allowed {check.allowed:.1f} "
            f"over {sum(v > check.allowed + 0.005 for v in values):3} {verdict:3} worst {worst[0]}"
        )


def run_doses(family: str, articles: Sequence[Article]) -> Iterator[str]:
    """A row for one family: how steadily its headline climbs, and how far the others go along."""
    sentences = FAULTS[family]
    doses = [articles, *([put_in(a, sentences[:n]) for a in articles] for n in DOSES)]
    cards = [[card_of(article) for article in doses[0]], *(list(score(dose)) for dose in doses[1:])]
    steps = [[headline(row[i], family) for row in cards] for i in range(len(articles))]
    falls = sum(not is_steady([row[i] for row in cards], family) for i in range(len(articles)))
    moves = move_families(cards[0], cards[-1], family)
    own = fmean(moves.pop(family))
    side, most = max(((name, fmean(v)) for name, v in moves.items()), key=lambda pair: pair[1])
    ratio = most / own if own else float("inf")
    verdict = "yes" if not falls and most < own / 3 else "NO"
    means = " ".join(f"{fmean(values):.3g}" for values in zip(*steps, strict=True))
    yield (
        f"dose {family:12} n {len(articles):3} headline at 0, 1, 2, 4, 8: {means}; not monotone {falls}; "
        f"percentile {own:+.1f}, next {side} {most:.1f} ({ratio:.2f}, allowed 0.33) {verdict}"
    )


MOVED = {"sourcing": "sourcing_unnamed_rate"}
"""Family to the column that its fault moves, where that is not the headline: what is handed to nobody
adds nothing to `sourcing_attribution_rate`."""


def headline(card: Scorecard, family: str) -> float:
    """The value of the column that a family's fault moves."""
    part = card.families[family]
    return float(part["features"][MOVED.get(family, part["headline"])])


def is_steady(cards: Sequence[Scorecard], family: str) -> bool:
    """Whether no dose lowers that column more than its words thin out what was there."""
    words = [card.families["language"]["features"]["language_word_count"] for card in cards]
    values = list(zip([headline(card, family) for card in cards], words, strict=True))
    return all(b >= a * before / after - 1e-9 for (a, before), (b, after) in pairwise(values))


def move_families(
    before: Sequence[Scorecard], after: Sequence[Scorecard], family: str
) -> dict[str, list[float]]:
    """How far each family's percentile moves; of `family` that of the column its fault moves."""
    model = load_model()
    moves: dict[str, list[float]] = defaultdict(list)
    for first, last in zip(before, after, strict=True):
        for name, part in last.families.items():
            moves[name].append(abs(part["percentile"] - first.families[name]["percentile"]))
        if family in MOVED:
            place = model.reference.percentile
            ends = [place(MOVED[family], headline(card, family)) for card in (first, last)]
            moves[family][-1] = abs(ends[1] - ends[0])
    return moves


def read_seeds(*, cast: bool = True) -> list[Article]:
    """The articles of ``seeds/``, with the cast put in where asked for."""
    articles = list(read_articles(SEEDS))
    return [with_cast(article) for article in articles] if cast else articles


def read_sample(folder: Path, count: int) -> list[Article]:
    """Articles of events_allsides, drawn by a fixed seed."""
    articles = [article for article, _ in read_articles_of(folder, "article/events_allsides")]
    return random.Random(0).sample(articles, min(count, len(articles)))


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="How far scores bend under edits that should not matter.")
    options.add_argument("--corpora", type=Path, help="folder with article/")
    options.add_argument("--articles", type=int, default=ARTICLES, help="how many of events_allsides")
    options.add_argument("--only", default="", help="checks whose name holds this word")
    given = options.parse_args()
    sets = {"seeds": read_seeds()}
    if given.corpora:
        sets["events_allsides"] = read_sample(given.corpora, given.articles)
    else:
        print("events_allsides left out: no --corpora given", file=sys.stderr)
    for name, articles in sets.items():
        print(f"\n{name}: {len(articles)} articles")
        for check in CHECKS:
            if given.only in check.name:
                print(*tell(check, *run_check(check, articles)), sep="\n", flush=True)
        for family in FAULTS:
            if given.only in f"dose {family}":
                print(*run_doses(family, articles), sep="\n", flush=True)


if __name__ == "__main__":
    main()
