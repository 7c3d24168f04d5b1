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
    """mr mrs ms mx dr drs prof profs sen sens rep reps gov govs gen gens col lt sgt capt cmdr adm maj
    pvt pte pfc spc cpl brig rev revs hon pres sec st ste mt ft messrs mme mlle msgr fr vs v cf cllr cllrs
    ald insp supt det dets supts ofc atty asst assoc amb comdr commr const sgts""".split()
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
    june july august september october november december jan feb mar apr aug sept oct nov dec mon
    tue tues wed thu thurs fri et edt est pt pst gmt""".split()
)

GIVEN = frozenset("jan april may june august".split())
"""Months that are first names, too."""

FAMILY = frozenset("march april may june august".split())
"""Months that are family names, too."""

HONORIFICS = frozenset(
    """mr mrs ms mx dr drs prof profs professor sen sens senator senators rep reps representative
    representatives gov govs governor president vice chancellor minister prime king queen prince
    princess pope sir lord lady dame judge justice mayor gen general col colonel capt captain cpl
    corporal sgt sergeant lt lieutenant maj cmdr commander adm admiral brig pvt pfc spc secretary
    former then rev revs reverend sheriff coach ceo coo cfo cto mp mps msp mep chairman chairwoman
    congressman congresswoman councillor councilman councilwoman cllr cllrs ald alderman ambassador
    amb commissioner inspector insp superintendent supt detective det officer constable trooper
    director chief prosecutor attorney pastor counsel speaker leader archbishop bishop imam
    rabbi msgr prophet premier
    spokesman spokeswoman spokesperson treasurer administrator correspondent analyst
    suspect nominee hon""".split()
)
"""Titles that stand before a name and are not part of it."""

BODIES = frozenset(
    """department ministry office court county college university hospital institute school street
    house council committee motors electric mills party bank city assembly association agency
    commission""".split()
)
"""Words after which a title is part of a name ("Justice Department", "King County")."""

OWNED = BODIES | frozenset(
    """union unions federation guild league society club alliance network fund trust coalition
    conference congress republic foundation forum museum health centre center front bureau army
    movement hospice choir""".split()
)
"""Bodies that their members may own ("Teachers' Union", "Children's Hospital")."""

OWNERS = frozenset(
    """women men children people worker king queen girl boy mother nurse farmer veteran soldier
    player lord st mary joseph luke thomas andrew george""".split()
)
"""Whose one body it may be: no name by themselves before a body's noun ("Women's Council")."""

THINGS = (
    OWNED
    | OWNERS
    | frozenset(
        """act age air airlines airport america amendment anthem army article authority avenue award
        awards bay beach bill bridge building campus care caucus chamber championship channel church
        clinic code constitution convention corps counsel court creek cup daily day deal defense defence
        democrat democrats district division east economy embassy era express fair festival field fire
        force forces games gate gazette globe government group guard guards hall herald high hill hills
        hotel house images initiative international island islands journal jury lake law library line
        magazine march marathon marshal media medicine memorial military mountain muslim muslims navy
        north ocean online park parish parliament peninsula plan police policy post prize program
        programme project protocol radio records region report republican republicans resort review
        revolution river road room russia sanders sea security senate service services show silver south
        speech spring springs square stadium star state states station store strait strip studio studios
        summit supreme television territory theater theatre time times today tower town trade treaty
        tribune tv valley village war week weekly west works world yard year zone""".split()
    )
) - {"sanders", "marshal", "russia", "silver", "star", "hill", "field", "hall", "lake", "park"}
"""Last words of names that are no person's."""

FIRMS = frozenset(
    """inc corp co ltd llc llp plc communications news pictures holdings industries airlines motors
    technologies technology pharmaceuticals entertainment media group bank sports foods energy partners
    systems software labs research""".split()
)
"""Last words of firms that go by their first word ("Genmark Inc")."""

MANY = frozenset(
    """house world state states day time america sea democrats republicans democrat republican muslims
    muslim people women men children week year zone war news road street""".split()
)
"""Last words that stand for too much to be a short form of one name."""

PARTIES = frozenset("republican democrat democratic conservative labour liberal independent".split())

NATIONS = frozenset(
    """afghan afghanistan africa african america american americans arabia arabian argentina asia
    asian australia australian austria bavaria belgian belgium brazil brazilian britain british canada
    canadian china chinese cuba cuban danish denmark dutch egypt egyptian england english europe
    european finland france french german germany greece greek hungarian hungary india indian
    indonesia iran iranian iraq iraqi ireland irish israel israeli italian italy japan japanese kenya
    korea korean libya libyan mexican mexico netherlands nigeria nigerian norway norwegian pakistan
    pakistani palestinian poland polish portugal russia russian saudi scotland scottish somali soviet
    spain spanish sweden swedish swiss syria syrian taiwan turkey turkish u.k u.k. u.s u.s. uk ukraine
    ukrainian venezuela vietnam wales welsh yemen""".split()
)
"""Countries, continents and their peoples."""

PLACES = NATIONS | frozenset(
    """arab arizona atlanta beijing berlin black boston brussels california chicago colorado
    confederate congress connecticut democrat democratic democrats detroit east federal florida gulf
    hawaii hong house houston illinois indiana iowa islamic jewish latin latino liberal london los
    manhattan maryland massachusetts miami michigan minnesota missouri moscow muslim national nato
    nazi nevada north northern ohio oregon oval pacific paris pennsylvania philadelphia republican
    republicans rome san senate seoul south southern state supreme sydney texas tokyo toronto u.n u.n.
    united us utah vermont wall washington west western white wisconsin york""".split()
)
"""First words that stand for themselves, not for the body or matter named after them."""

OFFICES = frozenset("state defense defence education energy labor commerce agriculture".split())
"""What a secretary may be secretary of."""

CONNECTORS = frozenset("of de da del della der den van von bin ibn al el la le du for the".split())
"""Lower-case words that may stand inside a name."""

PAIRS = frozenset(
    {
        ("food", "drug"),
        ("securities", "exchange"),
        ("health", "human"),
        ("housing", "urban"),
        ("control", "prevention"),
        ("arts", "sciences"),
        ("tobacco", "firearms"),
        ("immigration", "customs"),
        ("oceanic", "atmospheric"),
        ("aeronautics", "space"),
        ("science", "technology"),
    }
)
"""What "and" joins inside the names of bodies."""

SUFFIXES = frozenset("jr sr ii iii iv md phd".split())
"""What may follow a last name."""

TAILS = frozenset(
    """based held led backed era style produced aligned born owned controlled run built made related
    winning wide educated trained linked occupied funded sponsored level type like friendly approved
    turned area only bound inspired supported affiliated leaning dominated majority listed speaking
    sized themed appointed heavy free class day old year""".split()
)
"""Second halves that make a name with a hyphen an adjective ("Seattle-based")."""

NO_NAMES = frozenset(
    """ai it ip tv pc id api url ceo cfo coo cto dna gps pdf hiv covid covid-19 ad faq ok pr hr vip
    q&a vr ev""".split()
)
"""Capitals that name a thing or an office, never somebody who could take a side."""

CRIES = frozenset(
    """thanks thank click donate sign oh hey obviously wait let please yeah amen wow nope quoting ask
    imagine consider""".split()
)
"""Words that a sentence or a link may open with, and no name does."""

INNER_CAPITALS = frozenset(
    """linkedin buzzfeed huffpost facetime bestbuy comeon tripadvisor whatsapp servicenow youtube
    paypal mastercard snapchat doordash""".split()
)
"""Names whose second capital does not start a new word."""

NAME_PREFIXES = frozenset("mac fitz van von vander des dell".split())
"""What stands before the inner capital of a surname ("MacDonald", "FitzGerald")."""
