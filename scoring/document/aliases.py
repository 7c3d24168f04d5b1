"""Which full name a short form stands for: "Ruiz" for "Ana Ruiz", "WHO" for its words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from scoring.document.words import FIRMS, MANY, PARTIES, PLACES, SUFFIXES, THINGS

_NO_PERSON = frozenset("of for the and at on".split())
_BODIES = THINGS | FIRMS


def resolve(surface: Sequence[str]) -> dict[str, str]:
    """Short forms (last names, first names, initials, firms) to the full names they stand for.

    Of two people who share a name the first mentioned has it. A first name stands for its person
    only after the full name: what comes alone before ("Iran", then "Iran Deal") is a name by itself.

    Parameters
    ----------
    surface : sequence of str
        The mentions in reading order, without "'s".

    Examples
    --------
    >>> resolve(["Ana M. Ruiz", "Ruiz", "Port Hesper Council"])["Ruiz"]
    'Ana M. Ruiz'
    """
    rank = {name: i for i, name in enumerate(dict.fromkeys(surface))}
    long = [name for name in rank if " " in name]
    people = [(name, parts) for name in long if (parts := _person_parts(name))]
    full = _resolve_people(people, rank)
    for name in long:
        full.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), name)
    for name, parts in people:
        first = parts[0]
        if len(first) > 2 and rank.get(first, len(rank)) > rank[name]:
            full.setdefault(first, full.get(name, name))
    for name in long:
        head, _, last = name.rpartition(" ")
        if last.lower().rstrip(".") in FIRMS and head.lower() not in PLACES:
            full.setdefault(head, name)
    for short, name in _resolve_things(long).items():
        if rank.get(short, -1) > rank[name]:
            full.setdefault(short, name)
    return full


def _resolve_things(long: Sequence[str]) -> dict[str, str]:
    """Last words of bodies and papers ("the Post"), where just one name of the article ends so."""
    ends = Counter(name.rpartition(" ")[2] for name in long)
    lasts = ((name.rpartition(" ")[2], name) for name in long)
    return {
        last: name
        for last, name in lasts
        if ends[last] == 1 and last.lower() in THINGS and last.lower() not in MANY
    }


def _resolve_people(people: Sequence[tuple[str, list[str]]], rank: Mapping[str, int]) -> dict[str, str]:
    """Last names, and full names with and without initials or a middle name."""
    full: dict[str, str] = {}
    first_form: dict[tuple[str, str], str] = {}
    for name, parts in people:
        best = first_form.setdefault((parts[0], name[name.rindex(parts[-1]) :]), name)
        if best != name:
            full[name] = best
        full.setdefault(parts[-1], best)
        shorter = " ".join(parts[1:])
        if len(parts) > 2 and rank.get(shorter, len(rank)) > rank[name]:
            full.setdefault(shorter, best)
    return full


def _person_parts(name: str) -> list[str]:
    """The words of a person's name without initials and "Jr."; none if it can be no person's."""
    parts = [word for word in name.split() if len(word) > 1 and not word.endswith(".")]
    while parts and parts[-1].lower() in SUFFIXES:
        parts.pop()
    if len(parts) > 2 and parts[0].lower() in PARTIES:
        parts = parts[1:]
    if not 1 < len(parts) < 5 or parts[0].lower() in PLACES or parts[-1].lower() in _BODIES:
        return []
    odd = any(word in _NO_PERSON or _is_acronym(word) or word[-1].isdigit() for word in parts)
    return [] if odd else parts


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()
