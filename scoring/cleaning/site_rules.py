r"""Rules for lines that the site sets: adverts, buttons, links, forms, prompts.

A rule is its name, the first words of such lines and the pattern of the whole line.

Patterns are verbose and ignore case; marks and spaces around the line are allowed for. All wording
is our own, from pages read. A first word of "0" means a digit, "-" no word at all.
"""

from __future__ import annotations

NETWORKS = (
    "facebook|twitter|x|whatsapp|reddit|linkedin|telegram|flipboard|pinterest|instagram|bluesky|threads"
    "|youtube|snapchat|tiktok|messenger"
)
_BUTTONS = rf"share|shares|tweet|pin|e-?mail|print|save|comments?|follow|like|likes|views?|{NETWORKS}"
_NETWORK_WORDS = NETWORKS.replace("|", " ")
_BUTTON_WORDS = (
    f"share shares tweet pin email e mail print save comment comments follow like likes view views "
    f"{_NETWORK_WORDS}"
)
_LETTERS = r"""(?:newsletters?|e-?mails?|e-?mail\ (?:list|updates)|updates|channel|alerts|briefing|inbox|
    mailing\ list)"""

LABEL = r"""(?:related|recommended(?:\ for\ you)?|you\ (?:may|might)\ also\ (?:like|be\ interested\ in)|
    more\ (?:from|on|in)\ (?:the\ )?(?-i:[A-Z0-9])[\w'&.-]*(?:\ (?-i:[A-Z0-9])[\w'&.-]*){0,3}|more
      \ (?:stories|news|headlines|coverage)|
    trending(?:\ now)?|popular\ (?:now|posts|stories)|most\ (?:read|popular|viewed|shared)|up\ next|
    read\ (?:next|also|more)|see\ also|(?:top|latest|other)\ (?:stories|headlines|news)|editors?'?s?\ picks|
    what\ to\ read\ next|don't\ miss|from\ around\ the\ web|also\ on\ [\w'&.-]+)
    (?:\ (?:stories|story|articles?|posts?|news|coverage|links?|topics?|content|reading|videos?)){0,2}"""
"""Lines that announce links to other stories."""

SITE_RULES: tuple[tuple[str, str, str], ...] = (
    (
        "advert",
        "advert advertisement advertisements advertisorial ad ads sponsored promoted scroll story article",
        r"""advert(?:isements?|orial)?(?:\ ?[-–—:]?\ ?(?:advertisement|
              continue\ reading(?:\ below|\ the\ main\ story)?|
              (?:story|article)\ continues\ below|scroll\ to\ continue.*|skip\ ad.*))? |
            (?:sponsored(?:\ (?:content|by\ .{1,40}))?|promoted(?:\ content)?|ad|ads|ad\ feedback) |
            scroll\ (?:down\ )?(?:to|for)\ (?:continue|more).{0,60} |
            (?:story|article)\ continue[sd]\ (?:below|after).{0,40}""",
    ),
    (
        "counts",
        "0 shares share comments comment views view likes like retweets retweet",
        r"""\d{1,3}(?:[.,]\d+)*\ ?[km]?
              (?:\ (?:shares?|comments?|views?|likes?|min(?:ute)?s?
                \ read|retweets?|reads?|photos?|images?))? |
            \d{1,3}[\ -]min(?:ute)?s?[\ -](?:read|listen|watch) | \d{1,3}\ (?:of|/)\ \d{1,3} |
            (?:shares?|comments?|views?|likes?|retweets?)\ ?:?\ ?\d{1,3}(?:[.,]\d+)*\ ?[km]?""",
    ),
    (
        "buttons",
        f"{_BUTTON_WORDS} menu search next previous prev back home loading close show skip reply replies "
        "listen",
        rf"""(?:listen\ to\ (?:this\ )?article\ [\d:]{{3,8}}\ )?
            (?:{_BUTTONS}|menu|search|next|previous|prev|home|loading|view\ comments|
              close(?:\ (?:modal\ )?dialog)?|back\ to\ (?:top|previous\ page)|
              show\ (?:more|comments)|replies|reply|skip\ to\ (?:main\ )?content|skip\ ad(?:vertisement)?)
            (?:\ ?[|/·,•&]?\ ?\b(?:{_BUTTONS}|
              post|this|us|article|story|on|to|it|via|with|friends|more|back|top)\b)*+""",
    ),
    (
        "sharing",
        "your a sent posted post",
        r"""your\ (?:message|link|e-?mail)\ has\ been\ (?:sent|posted).{0,40} |
            a\ link\ has\ been\ (?:sent|posted)\ to\ your\b.{0,60} | sent | posted |
            post\ to\ (?:facebook|twitter)""",
    ),
    (
        "check for machines",
        "protected this privacy",
        r"""(?:this\ (?:site|page|form)\ is\ )?protected\ by\ (?:re)?captcha.{0,120} | privacy\ -\ terms""",
    ),
    (
        "placeholder",
        "pullquote image video photo gallery embed caption slideshow",
        r"""(?:pull\ ?quote|image|video|photo|gallery|embed|caption|slideshow)(?:\ \(\d{1,3}\ images?\))?""",
    ),
    (
        "read more",
        "read reead raed reaad see learn also must keep",
        r"""r[ea]{2,4}d\ m[or]{2,3}e(?:\ ?[:»›–—>-].{0,200}|\ (?:about|on|at|from|in)\ [^.!?]{1,100})? |
            (?:see|learn|read)\ (?:more|also|next|related)(?:\ ?[:»›–—>-].{0,200})? |
            read\ the\ (?:full|whole|rest\ of\ the|original|entire|complete)
              \ (?:story|article|report|post|piece)
              (?:\ (?:here|at|on|in)\b.{0,80})? |
            (?:also|must)\ (?:read|see)\ ?:.{0,200} | keep\ reading""",
    ),
    (
        "related",
        "related recommended you more trending popular most up top latest other editors editor what don "
        "from also",
        rf"""{LABEL}(?:\ ?:.{{0,200}})?""",
    ),
    (
        "related link",
        "related",
        r"""related\ (?!(?:search|key|quer|terms?\b))(?:[-–—|»>]\ ?)?[^.!?]{1,160}""",
    ),
    (
        "tags",
        "tags tag filed category categories topics topic posted tagged labels",
        r"""(?:tags?|filed\ (?:under|in)|categor(?:y|ies)|topics?|posted\ (?:in|under)|
              tagged(?:\ (?:with|as|under))?|labels)\ ?:.{0,300}+(?<![.!?])""",
    ),
    (
        "tags without a colon",
        "filed tagged",
        r"""filed\ under\ .{1,100}(?<![.!?]) | tagged\ (?:with|under|as)\ .{1,100}(?<![.!?])""",
    ),
    (
        "comment form",
        "leave cancel post submit add your required save name email e website comment join log "
        "login you click",
        r"""leave\ a\ (?:reply|comment)(?:\ below)? | cancel\ reply | (?:post|submit|add)(?:\ a)?\ comment |
            your\ (?:name|e-?mail)\b.{0,60}\b(?:published|private|shared|shown|displayed).{0,80} |
            required\ fields\ are\ marked.{0,20} |
            save\ my\ name,?\ e-?mail.{0,120} | (?:name|e-?mail|website|comment)\ ?\* |
            join\ the\ (?:conversation|discussion) | you\ must\ be\ logged\ in\ to\ .{0,60} |
            log\ ?in\ to\ (?:reply|comment|leave.{0,40}) | (?:click\ here\ to\ )?(?:view|read|show)
              \ comments""",
    ),
    (
        "newsletter",
        "sign subscribe register get enter newsletter newsletters thank thanks you please by want email "
        "e join stay receive success delivered",
        rf"""(?:sign\ up|subscribe|register)\ (?:now\ |here\ |today\ )?(?:for|to|with)
          \ (?:our|the|my|a|this|free|cnn|.{{1,30}}'s)\b
              .{{0,70}}\b{_LETTERS}\b.{{0,80}} |
            sign[\ -]up\ (?:for|to)\ .{{0,50}}newsletters?.{{0,60}} | newsletters?(?:\ sign[\ -]?up)? |
            (?:get|receive|want|stay).{{1,150}}\b(?:in|to|into)\ your\ (?:inbox|e-?mail|mailbox).{{0,60}} |
            enter\ your\ e-?mail.{{0,100}} | e-?mail\ address(?:\ \*)? | subscribe(?:\ now)? | sign\ up
              (?:\ now)? |
            thank(?:s|\ you)\ for\ (?:subscribing|signing\ up|registering|joining).{{0,120}} |
            you\ (?:are|have|will|can|may)\ .{{0,60}}(?:subscribed?|unsubscribe)\b.{{0,80}} |
            please\ (?:enter|provide)\ a\ valid\ e-?mail.{{0,40}} |
            by\ (?:signing\ up|subscribing|registering|submitting|clicking|providing)\b.{{0,120}}
              \b(?:agree|consent|accept|acknowledge)\b.{{0,160}}""",
    ),
    (
        "consent",
        "this we our by accept manage cookie cookies privacy your do please terms ad i",
        r"""(?:this|our)\ (?:site|website)\ (?:also\ )?uses?\ cookies.{0,220} | we\ (?:also\ )?use
          \ cookies.{0,250} |
            by\ (?:using|continuing|browsing|visiting|closing|clicking|accessing)\b.{0,140}
              \b(?:agree|consent|accept)\b.{0,160} |
            accept\ (?:all\ |&\ |and\ )?(?:cookies|continue|all) | i\ (?:accept|agree) |
            manage\ (?:your\ |my\ )?(?:cookies?|consent|preferences|privacy).{0,40} |
            cookies?\ (?:policy|settings|preferences|notice) | ad\ ?choices |
            privacy\ (?:policy|notice|statement|settings)(?:\ ?[|&/·]?\ ?(?:and\ )?terms\ .{0,30})? |
            terms\ (?:of|and|&)\ (?:use|service|conditions)(?:\ ?[|&/·]?\ ?(?:and\ )?privacy\ .{0,30})? |
            your\ (?:privacy\ )?(?:choices|privacy\ rights).{0,40} | do\ not\ sell
              \ .{0,30}information.{0,30} |
            please\ (?:enable|turn\ on|allow)\ (?:javascript|cookies).{0,120}""",
    ),
    (
        "paywall",
        "already have subscribe to this you create register unlock log login sign get continue try keep",
        r"""(?:already|have)\ (?:a\ |an\ |have\ an\ )?
              (?:subscriber|account|member|registered|subscribed)\b\W{0,3}(?:(?:please\ )?(?:log|sign)
                \ ?in.{0,40})? |
            subscribe\ (?:now\ |today\ )?(?:to\ (?:continue|keep|read|unlock|access)|for
              \ (?:full|unlimited)).{0,120} |
            to\ (?:continue|keep|finish)\ reading\b.{0,160} |
            this\ (?:article|content|story|page|feature|post)\ is\ (?:only\ |exclusively\ )?
              (?:for|available|reserved)
              \ .{0,40}(?:subscribers|members).{0,120} |
            you(?:\ have|'ve|\ have\ now)\ .{0,60}\bfree\ (?:articles?|stories|views)\b.{0,120} |
            (?:create|register\ for)\ (?:a|your)\ free\ account.{0,120} | unlock\ (?:this|the
              \ full|all).{0,60} |
            (?:log|sign)\ ?in(?:\ (?:or|/)\ (?:register|subscribe|sign\ up|join).{0,40})? |
            get\ (?:unlimited|full|digital)\ (?:digital\ )?access.{0,100} |
            (?:try|subscribe\ to|get)\ .{2,40}\ (?:for|from)\ (?:only\ |just\ )?[$£€]\d[\d.,]*
              \ (?:per|a|/)\ ?(?:week|month|year)\b.{0,20} |
            keep\ up\ with\ this\ story\ and\ more.{0,60} |
            continue\ reading(?:\ the\ (?:main|full|rest|original).{0,60}|\ below.{0,40}|
              \ ?[:»›→…(\[“"].{0,120})?""",
    ),
)
