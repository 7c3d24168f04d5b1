"""The few words that tell figures from dates, times, ages, labels and scores."""

from __future__ import annotations

from scoring.document.words import CALENDAR

SIGNS = "$£€¥₹₽₩"
SCALES = tuple("million billion trillion thousand percent percentage pct dollars euros pounds cents".split())
UNITS = frozenset([*SCALES, *"hundred bn mn tn crore lakh yen yuan rupees francs dollar".split()])
WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred""".split()
)
"""Numbers that are figures only with a unit."""

MONTHS = frozenset(word for word in CALENDAR if not word.endswith("day")) | frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
LABELS = frozenset(
    """no nos number numbers section sections article chapter page pages pp verse figure fig table flight
    channel route highway interstate room suite apartment apt floor gate level phase stage grade grades step
    rule version volume vol episode season round week day game title proposition item lot line unit building
    district ward division type tier age ages aged turning turned caption photo slide""".split()
)
"""Words before a number that only labels something or tells an age."""

SPANS = frozenset("last past next previous first coming within every".split())
PERIODS = frozenset(
    """second seconds minute minutes hour hours day days week weeks month months year years decade
    decades""".split()
)
AFTER_PERIOD = frozenset("ago later earlier before after old prior since hence".split())
CLOCK = frozenset("a.m a.m. p.m p.m. am pm o'clock et est edt pt pst pdt gmt utc bst".split())
ROADS = frozenset(
    "street st avenue ave road rd boulevard blvd lane ln drive dr place square way court".split()
)
CONTESTS = frozenset(
    "won win wins beat beats lost lose defeated score scored tied draw drew led lead".split()
)
PEOPLE = frozenset("women men people adults children kids those girls boys teenagers patients".split())
OLDER = frozenset("older over up above younger under below".split())
