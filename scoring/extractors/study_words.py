"""The few words that tell a study that nobody could look up from one that is named or owned."""

from __future__ import annotations

from scoring.taggers import AUXILIARIES

VERBS = frozenset(
    """show shows showed shown suggest suggests suggested indicate indicates indicated find finds found prove
    proves proved proven confirm confirms confirmed reveal reveals revealed demonstrate demonstrates
    demonstrated link links linked say says said claim claims claimed conclude concludes concluded imply
    implies implied hint hints hinted warn warns warned pointed tell tells support supports
    supported agree agrees agreed estimate estimates estimated""".split()
)
DEFINITE = frozenset("the this these that those its their his her our my your whose exit".split())
FEW = frozenset("two three four five both new latest current".split())
"""Words that make studies one work or a few, which the article may name elsewhere."""

QUALITIES = frozenset(
    """new latest current recent earlier previous prior past present best same more most some many several
    various numerous countless multiple other existing emerging preliminary early initial further scientific
    medical clinical academic independent large small major animal human laboratory lab growing and but as
    while because though although yet so now still indeed also""".split()
)
"""Words before studies that name nobody though they may open a sentence with a capital."""

OWNERS = frozenset(
    "federal government state census police court company general city county official trial blood".split()
)
"""Words before data and reports that say whose they are, or that they are of the matter at hand."""

REFUSING = frozenset("no not never few without hardly if whether unless until cite cites cited".split())
STOPS = frozenset("that which who whom whose and but or because while when where if as than to".split())
LEADS_ON = AUXILIARIES | frozenset(
    "also already often now out of on in into from about by with at for repeatedly consistently".split()
)
"""Words that may stand between studies and their verb; a noun there makes "research team" of "research"."""

BEFORE_REPORTS = frozenset("but and as while that because though although yet so".split())
PUBLISHED = frozenset("published journal peer-reviewed university institute".split())
PRODUCTS = frozenset(
    "study survey poll trial research findings results researcher researchers author authors report".split()
)
