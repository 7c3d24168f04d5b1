"""One form for words that British and American writers spell differently."""

from __future__ import annotations

from collections.abc import Iterator

_IZE = """apologis authoris capitalis categoris centralis characteris civilis colonis criminalis criticis
    demonis economis emphasis equalis finalis generalis harmonis hospitalis idealis jeopardis legalis
    legitimis liberalis marginalis maximis minimis mobilis modernis monopolis nationalis neutralis normalis
    organis patronis penalis polaris politicis popularis prioritis privatis radicalis rationalis realis
    recognis reorganis revolutionis scrutinis sensationalis stabilis standardis stigmatis subsidis summaris
    symbolis sympathis terroris traumatis utilis vandalis victimis weaponis""".split()
_IZE_ENDS = "e es ed ing er ers ation ations".split()
_OUR = "behaviour colour favour flavour honour humour neighbour rumour".split()
_OUR_ENDS = ["", "s", "ed", "ing", "able", "ite", "ites", "hood", "hoods", "less", "ful", "al"]
_OTHERS = """centre:center centres:centers centred:centered theatre:theater theatres:theaters
    defence:defense defences:defenses offence:offense offences:offenses licence:license licences:licenses
    travelled:traveled travelling:traveling traveller:traveler travellers:travelers cancelled:canceled
    cancelling:canceling labelled:labeled labelling:labeling fuelled:fueled fuelling:fueling
    programme:program programmes:programs analyse:analyze analysed:analyzed analysing:analyzing
    sceptical:skeptical sceptic:skeptic sceptics:skeptics scepticism:skepticism ageing:aging
    judgement:judgment judgements:judgments grey:gray marvellous:marvelous skilful:skillful""".split()


def _list_pairs() -> Iterator[tuple[str, str]]:
    for stem in _IZE:
        for end in _IZE_ENDS:
            yield stem + end, f"{stem[:-1]}z{end}"
    for stem in _OUR:
        for end in _OUR_ENDS:
            yield stem + end, f"{stem[:-2]}r{end}"
    for pair in _OTHERS:
        british, _, american = pair.partition(":")
        yield british, american


AMERICAN = {
    british + tail: american + tail for british, american in _list_pairs() for tail in ("", "'s", "'")
}
"""British to American forms, in lower case. "Labour" is left out: it is a party. Without them a change of
spelling moved quality by up to 7.4 points, through cues and charged words listed in one spelling."""
