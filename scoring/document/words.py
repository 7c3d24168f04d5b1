"""The few words that splitting text into sentences needs to know."""

from __future__ import annotations

OPENERS = frozenset(
    """a about according additionally after again against all also although among amid an and
    another any are as at back based because before behind below beyond both but by can could
    critics currently despite did do does during each earlier even every experts few finally first
    for from further furthermore given has have he her here his how however i if in indeed instead
    interestingly is it its just last later like many may meanwhile might more moreover most much my
    neither never nevertheless no none nor not nothing now of officials often on once one only or
    other others our out over people perhaps rather recently researchers shall she should similarly
    since so some soon still such than that the their then there therefore these they this those
    though three through throughout thus to today together two under unless unlike until up upon was
    we were what when where whether which while who why will with within without would yes yet you
    your""".split()
)
"""Words that open sentences and are no part of a name."""

TITLES = frozenset(
    """mr mrs ms mx dr prof sen rep gov gen col lt sgt capt cmdr adm maj pvt rev hon pres sec st ste
    mt ft messrs vs v cf""".split()
)
"""Short forms whose full stop never ends a sentence."""

ABBREVIATIONS = frozenset(
    """jr sr inc ltd corp co llc bros etc al ca approx dept univ assn ave blvd rd apt jan feb mar
    apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri rs""".split()
)
"""Short forms whose full stop ends a sentence only if a word that opens sentences follows."""

BEFORE_NUMBERS = frozenset("no nos vol fig figs eq p pp ed eds".split())
"""Short forms only before a number; else words like any other ("He said no. Then he left.")."""

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december""".split()
)

HONORIFICS = frozenset(
    """mr mrs ms mx dr prof professor sen senator rep representative gov governor president vice
    chancellor minister prime king queen prince princess pope sir lord lady dame judge justice mayor
    gen general col colonel captain sgt sergeant lt lieutenant secretary former then rev reverend
    sheriff coach ceo chairman chairwoman""".split()
)
"""Titles that stand before a name and are not part of it."""

BODIES = frozenset(
    """department ministry office court county college university hospital institute school street
    house council
    committee motors electric mills party bank city""".split()
)
"""Words after which a title is part of a name ("Justice Department", "King County")."""

OFFICES = frozenset("state defense defence education energy labor commerce agriculture".split())
"""What a secretary may be secretary of."""

CONNECTORS = frozenset("of de da del della der den van von bin ibn al el la le du for the".split())
"""Lower-case words that may stand inside a name."""

NO_NAMES = frozenset(
    """ai it ip tv pc id api url ceo cfo coo cto dna gps pdf hiv covid covid-19 ad faq ok pr hr vip
    q&a vr ev""".split()
)
"""Capitals that name a thing or an office, never somebody who could take a side."""

INNER_CAPITALS = frozenset(
    """linkedin buzzfeed huffpost facetime bestbuy comeon tripadvisor whatsapp servicenow youtube
    paypal mastercard snapchat doordash""".split()
)
"""Names whose second capital does not start a new word."""

NAME_PREFIXES = frozenset("mac fitz van von vander des dell".split())
"""What stands before the inner capital of a surname ("MacDonald", "FitzGerald")."""
