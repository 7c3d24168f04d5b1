"""Words that show what a sentence makes of a name: negations, openers of clauses, titles."""

from __future__ import annotations

from scoring.taggers import NAME

NOT = frozenset(
    "not no never without hardly barely neither nor none fail failed fails refused lack lacks".split()
)
OPENS_CLAUSE = frozenset(
    "but while although though because when after before as since whereas if that which who".split()
)
BREAKS = frozenset(',;:—–“”"')
LIGHT = frozenset("also then to still now".split())
BEFORE_NAME = frozenset(
    "the a an mr mrs ms president former senator sen rep gov secretary minister candidate of".split()
) | {NAME}
