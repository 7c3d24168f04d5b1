r"""Rules for lines about the story rather than of it: credits, captions, notes, people, players.

The same form as in `site_rules`.
"""

from __future__ import annotations

from scoring.cleaning.site_rules import NETWORKS

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = rf"""(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{{0,6}}\.?,?\ )?
    (?:{_MONTH}\ \d{{1,2}}(?:st|nd|rd|th)?(?:,?\ \d{{4}})? | \d{{1,2}}\ {_MONTH}(?:,?\ \d{{4}})? |
       \d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{1,4}} | \d{{1,2}}:\d\d |
       \d{{1,2}}\ (?:minute|hour|day|week|month|year)s?\ ago)"""
_OUTLETS = r"(?:ap|afp|epa|reuters|getty|shutterstock|istock|associated\ press|flickr|unsplash)"
_WRITERS = r"""(?:writer|reporter|correspondent|editor|columnist|contributor|contributing|blogger|journalist|
    producer|freelancer|commentator|fellow|intern)"""
_PAGE = r"(?:story|article|post|report|page|piece|column|headline|version|item|blog|list|review)"
_MENDED = r"""(?:updated|corrected|amended|revised|edited|clarified|changed|modified|republished|
    reposted|removed)"""

STORY_RULES: tuple[tuple[str, str, str], ...] = (
    (
        "credit",
        "image images photo photos photograph picture pictures credit credits courtesy illustration graphic "
        "video cover featured getty ap afp reuters epa shutterstock istock file via handout header",
        rf"""(?:(?:featured?|cover|header|top|file)\ )?
          (?:image|photo|picture|photograph|illustration|graphic|video)s?
              (?:\ (?:credits?|by|courtesy(?:\ of)?|via|from|source))?\ ?:.{{0,140}} |
            (?:(?:featured?|cover|header|file)\ )?
              (?:image|photo|picture|photograph|illustration|graphic|video)s?
              \ (?:credits?|by|courtesy(?:\ of)?|via)\ [^.!?]{{1,120}}(?:\.\w{{2,4}})? |
            (?:credits?|courtesy)\ ?:.{{1,120}} | courtesy\ of\ [^.!?,]{{1,60}} |
            via\ {_OUTLETS}(?:\ images)? |
            (?:ap|afp|epa|reuters|getty)(?:\ (?:photo|images?|file|file\ photo))?\ ?/\ ?[^.!?]{{1,100}} |
            {_OUTLETS}(?:\ images)?(?:\ ?[/|,]\ ?{_OUTLETS}(?:\ images)?)* | (?:file|handout)\ photo(?:
              \ ?[:/].{{0,100}})? |
            ap\ (?:photo|file|images?)""",
    ),
    (
        "source",
        "source sources via original",
        r"""source | sources | via | original\ source | source\ link""",
    ),
    (
        "rights",
        "copyright c - content material",
        r"""copyright\ (?:©|\(c\)|(?:19|20)\d\d).{0,260} |
          copyright\ [^.!?]{1,60}\ (?:19|20)\d\d | c\)\ (?:19|20)\d\d.{0,260} |
          (?:content|material)\ ©.{0,160}""",
    ),
    (
        "correction",
        "correction corrections clarification update updated editor editors this an a note last first "
        "published posted modified",
        rf"""(?:correction|clarification|update|editor'?s?'?\ note|note)s?\b(?:\ ?[(\[]?.{{0,40}}?)
          \ ?[:—–-].{{0,200}}?
              \b(?:(?:earlier|previous|original|prior)\ version|this\ {_PAGE}\b.{{0,40}}\b{_MENDED}|
                 misstated|misidentified|misspelled|incorrectly|erroneously)\b.{{0,240}} |
            (?:an?|the)\ (?:earlier|previous|original|prior)\ (?:version|edition)\ of\ (?:this|the)
              \ {_PAGE}\b.{{0,260}} |
            this\ {_PAGE}\ (?:has\ (?:since\ )?been|was|is\ being|will\ be)\ (?:also\ |last\ |first
              \ |originally\ )?
              (?:{_MENDED}|published|posted)\b.{{0,220}} |
            this\ {_PAGE}\ is\ more\ than\ \d{{1,3}}\ (?:day|week|month|year)s?\ old |
            (?:first\ |last\ |originally\ )?(?:updated|published|posted|modified|update)\ ?(?:on|at)?
              \ ?:?\ ?{_DATE}.{{0,50}}(?<![.!?])""",
    ),
    (
        "follow",
        "follow like find connect join watch",
        rf"""(?:follow|like|find|connect\ with|join)\ (?:us|me|him|her|them|@\w+|[\w.'-]+(?:
          \ [\w.'-]+){{0,4}})\ (?:and\ .{{1,40}}\ )?
              (?:on|at|via)\ (?:{NETWORKS}|social\ media)\b.{{0,120}} |
            follow\ @\w+.{{0,60}}""",
    ),
    (
        "player",
        "listen watch play pause hear toggle hide enlarge transcript download view slideshow photos gallery "
        "now replay embed mute click tap chat story must expand video audio live just",
        r"""listen\ (?:to\ (?:this|the)\ (?:article|story|episode|audio)|live|now|below)?.{0,20} |
            watch\ (?:live|now|the\ (?:full\ )?(?:video|clip|interview)(?:
              \ (?:below|above|here))?|video|more) |
            watch\ (?:below|above|here) |
            (?:play|pause|mute|replay)(?:\ (?:video|audio|now|again))? | (?:toggle|hide|show)\ caption |
            (?:toggle|hide)\ (?:caption\ )?.{0,160}(?:toggle|hide)\ caption |
            enlarge\ (?:this\ )?image(?:\ toggle\ caption\b.{0,160})? |
            (?:view|see)\ (?:the\ )?(?:gallery|slideshow|photos|images?|full
              \ (?:image|size)) |
            just\ watched\ .{1,150}\breplay\ more\ videos\b.{1,170} |
            now\ playing | (?:must|now)\ watch.{0,10} | embed
              | transcript | download |
            (?:click|tap)\ (?:here\ )?(?:to|for)\ (?:expand|enlarge|view|see|watch|listen|play|more|
              share|subscribe|sign\ up|read)\b[^.!?]{0,100} |
            story\ (?:highlights|continued) | video | audio | expand | live""",
    ),
    (
        "settings of a player",
        "current duration remaining loaded progress stream playback chapters descriptions subtitles captions "
        "audio fullscreen text font foreground background window defaults to beginning end this modal close",
        r"""(?:(?:current|duration|remaining)(?:\ time)?|loaded|progress)\ ?:?\ ?-?\d[\d:.%]* |
            stream\ type\ ?live | playback\ rate(?:\ [\d.x]+)? | chapters | descriptions(?:\ off.{0,20})? |
            (?:subtitles|captions)(?:\ (?:off|settings).{0,60})? | audio\ track | full-?screen |
            (?:text\ edge\ style|font\ (?:size|family))\b.{0,160} |
            (?:foreground|background|window)\ -{2,3}\ .{0,160} |
            defaults\ done | to\ view\ this\ video\ please\ enable\ javascript.{0,120} |
            (?:beginning|end)\ of\ dialog\ window.{0,120} | this\ is\ a\ modal\ window.{0,160} |
            modal\ trigger | (?-i:CLOSE\ [A-Z]'?[a-z]).{1,300}""",
    ),
    (
        "reading time",
        "reading estimated read time",
        r"""(?:estimated\ )?(?:reading|read)\ time\ ?:?\ ?(?:about\ )?\d{1,3}.{0,20} | time\ to\ read
          \ ?:?\ ?\d{1,3}.{0,20}""",
    ),
    (
        "desk",
        "reporting additional editing writing compiled edited contact email e",
        r"""(?:additional\ )?reporting\ (?:by|from)\ (?-i:[A-Z])
              (?:[^.!?]|(?<=\ [A-Z])\.){1,200}(?:;.{0,160})? |
            (?:editing|writing|edited|compiled)\ by\ [^.!?]{1,200} |
            (?:contact|e-?mail)\ (?:the\ (?:author|writer|reporter)|us|me|him|her|[\w.'-]+\ [\w.'-]+)
              \ (?:at|:|via)\ .{3,120}""",
    ),
)

_CREDITED = r"(?:\bAGENCY(?:\ photo)?/[\w.'\ -]{3,50}|[\w.]\ ?[/|]\ ?AGENCY)\)?\W*$"

ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("sign", "©", r"^\W*©.{0,260}$"),
    ("rights", "all rights reserved", r"^.{0,120}\ball\ rights\ reserved\b.{0,200}$"),
    ("comment form", "required", r"^.{0,80}\brequired\ ?\*\W*$"),
    (
        "caption",
        "photo",
        r"""[(\[]\ ?(?:(?:file|handout|ap|afp|epa|reuters|pool|courtesy|getty)\ ){0,2}photos?\ ?
            (?:credit|by|courtesy|via|from|illustration)?\b[^()]{0,120}[)\]]\W*$""",
    ),
    ("caption", "image", r"[(\[]\ ?images?\ (?:credits?|by|courtesy|via|source)\b[^()]{0,120}[)\]]\W*$"),
    ("caption", "credit", r"[(\[]\ ?(?:photo\ )?credits?\ ?:[^()]{0,120}[)\]]\W*$"),
    ("caption", "getty images", r"(?:[/|(]|\bvia|—|–|,)\ ?(?:\w+/)?getty\ images\W*$"),
    *(
        ("caption", agency, _CREDITED.replace("AGENCY", agency.replace(" ", r"\ ")))
        for agency in ("reuters", "ap", "associated press", "afp", "epa")
    ),
    (
        "caption",
        "/",
        r"""\((?:photo\ by\ )?(?-i:[A-Z])[\w.'-]*(?:\ (?-i:[A-Z])[\w.'-]*){1,3}
            /(?-i:[A-Z])[\w.'&\ -]{1,40}\)\W*$""",
    ),
    (
        "contributors",
        "contributed",
        r"""\bcontributed\ (?:\w+\ )?(?:to\ (?:this|the)\ (?:report|story|article|piece|post)|
            reporting)\b.{0,60}$""",
    ),
    (
        "author",
        " is a",
        rf"""^[(\[*_]*(?-i:[A-Z])[\w.'-]+(?:\ (?-i:[A-Z])[\w.'-]*){{1,3}}\ is\ (?:an?|the)\ (?:[\w'&-]+
          \ ){{0,6}}?{_WRITERS}\b
            \ ?(?:,|\.|at|for|with|of|to|based|in|on|who|covering|and)\b.{{0,220}}$""",
    ),
    (
        "address",
        "@",
        r"""^\W*(?:(?:write\ to|e-?mail|contact|by)\b[^@!?]{0,80}\ )?
            [\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,20}){1,4}\W*$""",
    ),
    (
        "newsletter",
        "your inbox",
        r"""^[^.!?]{3,120}\b(?:delivered|sent|straight|briefing|newsletter)\b[^.!?]{0,40}
            \b(?:in|to|into)\ your\ inbox\b.{0,60}$""",
    ),
    ("author", "can be reached", r"^[^,;]{3,60}\ can\ be\ reached\ (?:at|on|via|by)\b.{0,120}$"),
)
"""Rules for lines that any word may open: name, words that the line must hold, pattern to search for."""
