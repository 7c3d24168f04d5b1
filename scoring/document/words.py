"""The few words that splitting text into sentences needs to know."""

from __future__ import annotations

OPENERS = frozenset(
    """a about according additionally after again against all also although among amid an and another any are as at
    back based because before behind below beyond both but by can could critics currently despite did do does during each
    earlier even every experts few finally first for from further furthermore given has have he her here his how
    however i if in indeed instead interestingly is it its just last later like many may meanwhile might more moreover
    most much my neither never nevertheless no none nor not nothing now of officials often on once one only or other
    others our out over people perhaps rather recently researchers shall she should similarly since so some soon still such
    than that the their then there therefore these they this those though three through throughout thus to today together
    two under unless unlike until up upon was we were what when where whether which while who why will with within
    without would yes yet you your""".split()
)
"""Words that open sentences and are no part of a name."""

ABBREVIATIONS = frozenset(
    """mr mrs ms mx dr prof sen rep gov gen col lt sgt capt cmdr adm maj pvt rev hon pres sec st ste mt ft jr sr inc ltd
    corp co llc bros no nos vol vs v etc al ca cf approx dept univ assn ave blvd rd apt fig figs eq jan feb mar apr jun
    jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun e.g i.e p pp ed eds rs""".split()
)
"""Words whose full stop does not end a sentence."""

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december""".split()
)

HONORIFICS = frozenset(
    """mr mrs ms mx dr prof professor sen senator rep representative gov governor president vice chancellor minister
    prime king queen prince princess pope sir lord lady dame judge justice mayor gen general col colonel captain sgt
    sergeant lt lieutenant secretary former then rev reverend sheriff coach ceo chairman chairwoman""".split()
)
"""Titles that stand before a name and are not part of it."""

CONNECTORS = frozenset({"of", "de", "da", "del", "della", "der", "den", "van", "von", "bin", "ibn", "al", "el", "la", "le", "du", "for", "the"})
"""Lower-case words that may stand inside a name."""

INNER_CAPITALS = frozenset({"linkedin", "buzzfeed", "huffpost", "facetime", "bestbuy", "comeon", "tripadvisor", "whatsapp"})
"""Names whose second capital does not start a new word."""
