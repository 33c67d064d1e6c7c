"""What the resolver knows beforehand: particles, short names, common names, offices.

Each table is data with its reason; none is complete, and none needs to be: a name missing here only loses
a little evidence.
"""

PARTICLES = frozenset(
    """
    al el ul as ash ad an ar at az bin ibn ben bint de da do dos das del dello della di du la le van von
    der den ter ten zu zum y e af av bou
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Articles and particles that reports add and drop at will (al-Qadhafi, Qadhafi); never the first of two
words where the rest is one word long and the particle is a given name too (``GIVEN_LIKE``)."""

GIVEN_LIKE = frozenset({"ben", "e", "y", "an"})
"""Particles that are given names or initials as well when they come first: Ben Bernanke, E. Ramborger. Al and
Van are not among them: far more telegrams speak of al-Qadhafi and van Voorst than of Al Gore."""

HONORIFICS = frozenset(
    """
    syed sayed sayyed sayyid seyed sayid sheikh shaikh shaykh sheik shaik mullah mulla maulana hajji haji
    hadji shah dr prof mr mrs ms sir lord dame king queen prince princess pope ayatollah shri sri
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Titles that reports put before a name or leave out; not part of the name where another word follows."""

TITLE_WORDS = frozenset(
    """
    acting adcm admiral adviser advisor affairs amb ambassador ambassadors assistant attorney brigadier
    cardinal cda chairman chancellor charge chief cochair codel col colonel comisaf commander
    congressman consul coordinator counsellor counselor dcm defence defense defmin deputy dfm director
    dr econ econcouns ecpo executive finmin fonmin foreign formin gen general governor head hon interior
    intmin justice lieutenant lt ltc ltg maj major mayor mfa military mincouns mindef minint minister
    ministry minster monsignor mr mrs ms msgr officer pdas pol polcouns polecon political polmc
    polmincouns premier president presidents prime prof professor prosecutor publicaffairs rabbi rep
    secdef secretaries secretary secstate sen senator senators senior sergeant special specialist state
    the under vice
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words of office that stand before a name; taken for part of it now and then where lines run together."""

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
"""Generational suffixes; two different ones are two people. Brazil's Filho and Neto are kept as names."""

_SHORT_NAMES = """
    alexander: alex sasha; andrew: andy drew; anthony: tony; barbara: barb; benjamin: ben benny;
    charles: charlie chuck; christopher: chris; daniel: dan danny; david: dave; deborah: deb debbie;
    donald: don; douglas: doug; edward: ed eddie ted; elizabeth: liz beth betsy; francis: frank;
    frederick: fred; geoffrey: geoff; gerald: gerry; gregory: greg; james: jim jimmy jamie; jeffrey:
    jeff; jennifer: jen jenny; john: jack johnny; jonathan: jon; joseph: joe; katherine: kate kathy
    katie; kenneth: ken; lawrence: larry; leonard: len; margaret: maggie peggy; matthew: matt; michael:
    mike mick; nathaniel: nate; nicholas: nick; patricia: pat patty; patrick: pat; peter: pete; philip:
    phil; raymond: ray; rebecca: becky; richard: rick dick rich; robert: bob rob bobby; ronald: ron;
    samuel: sam; stephen: steve; steven: steve; stuart: stu; susan: sue; terence: terry; theodore: ted;
    thomas: tom; timothy: tim; victoria: vicky; vincent: vince; walter: walt; william: bill will billy;
    francisco: paco pancho; jose: pepe; manuel: manolo; luis: lucho
"""

NICKNAMES: dict[str, str] = {
    short: full.strip()
    for full, shorts in (entry.split(":") for entry in _SHORT_NAMES.split(";"))
    for short in shorts.split()
}
"""Short given name -> full one. One short name of two full ones (Ted, Pat, Steve) keeps the last: it is used
both ways through the full one's own spelling, at the price of a missed merge."""

COMMON = frozenset(
    """
    abdallah abdullah abdulrahman abdelaziz aziz ahmad ahmed ali ahmadi amin amir ansari bakr fahd
    faisal farouk hamad hamid hasan hassan husain hussain hussein ibrahim ismail jaber jassim kamal
    karim khalid khalifa khalil khan mahmoud mahmud majid malik mansour mohamad mohamed mohammad
    mohammed muhammad muhammed mustafa nasser omar osman othman rahman rashid saad said saleh salem
    salih salim salman sultan tariq yousef youssef yusuf zayed anderson baker brown burns campbell
    carter clark clarke collins cook cooper davis edwards evans fox green hall harris hill jackson
    johnson jones kelly king lee lewis martin miller mitchell moore morgan morris murphy parker phillips
    roberts robinson rogers ross scott smith stewart taylor thomas thompson turner walker ward watson
    white williams wilson wood wright young alexander andrew david james john joseph mary michael paul
    peter richard robert william daniel mark steven stephen chris kevin brian alonso alvarez castillo
    castro chavez cruz diaz fernandez flores garcia gomez gonzales gonzalez gutierrez hernandez herrera
    jimenez lopez martinez medina mendez mendoza morales moreno munoz ortiz perez ramirez ramos reyes
    rivera rodriguez rojas romero ruiz sanchez santos silva soto suarez torres vargas vasquez vega
    almeida alves andrade barbosa cardoso carvalho costa dias fernandes ferreira gomes goncalves lima
    lopes machado marques martins mendes monteiro moreira nascimento nunes oliveira pereira pinto
    ribeiro rocha rodrigues santana souza sousa teixeira vieira carlos jose juan luis luiz joao jorge
    maria antonio francisco miguel pedro paulo manuel chen huang kim li lin liu nguyen park tran wang wu
    yang zhang zhao zhou alexandrov ivanov kuznetsov petrov popov romanov sergei smirnov sokolov volkov
    vladimir bauer becker fischer hansen hoffmann jensen johansson klein koch larsen meyer mueller
    muller nielsen olsen olson pedersen peterson petersen schmidt schneider schulz wagner weber wolf
    bernard dubois durand jean laurent moreau pierre rossi russo bianchi ferrari aydin demir kaya ozturk
    sahin yilmaz kumar patel rao sharma singh gupta das jonsson gudmundsson sigurdsson einarsson
    magnusson olafsson gunnarsson jon sigurdur
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words that many people bear, as surname or given name: for these a name alone proves little. From the
public lists of most frequent surnames (US Census 2000, INE Spain, IBGE Brazil and the like), heads only."""

_ABBREVIATIONS = """
    nsa: national security adviser; dni: director national intelligence;
    a/s: assistant secretary; u/s: under secretary; s/e: special envoy; se: special envoy; das: deputy
    assistant secretary; pdas: deputy assistant secretary; pdasd: deputy assistant secretary; dcm:
    deputy chief of mission; cda: charge; charges: charge; amb: ambassador; ambassadors: ambassador; fm:
    foreign minister; pm: prime minister; dfm: deputy foreign minister; dpm: deputy prime minister; vp:
    vice president; ag: attorney general; sg: secretary general; syg: secretary general; dg: director
    general; secdef: secretary defense; cjcs: chairman joint chiefs; mod: minister defense; mp: member
    parliament; gen: general; col: colonel; ltg: general; pres: president; sen: senator; rep:
    representative; congressman: representative; congresswoman: representative; ministry: minister;
    ministers: minister; defence: defense; advisor: adviser; polcouns: political counselor; econcouns:
    economic counselor; counsellor: counselor; mfa: foreign minister; moj: justice minister; moi:
    interior minister; premier: prime minister; codel: ; staffdel: ; potus: president; secstate:
    secretary
"""

OFFICES: dict[str, str] = {
    short.strip(): words.strip() for short, words in (entry.split(":") for entry in _ABBREVIATIONS.split(";"))
}
"""How telegrams abbreviate offices, and the words they mean."""

IDLE = frozenset(
    """
    the of for and to at in on a an his her its their new acting current mr mrs ms
    dr prof professor sir h.e. us u.s. usg american affairs de la
    """.split()  # noqa: SIM905 - a table of words reads better as text
)
"""Words of a role that say nothing of which office it is."""

TOP_OFFICES = frozenset(
    {"president", "king", "queen", "emir", "pope", "secretary", "prime", "chancellor", "sultan"}
)
"""Offices known abroad: their holders are named by surname alone in cables from any country."""
