"""What is known of single names beforehand: short given names, and words that many people bear.

Each table is data with its reason; none is complete, and none needs to be: a name missing here only loses
a little evidence.
"""

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
    francisco: paco pancho; jose: pepe; manuel: manolo; luis: lucho luiz; ignacio:
    inacio
"""

NICKNAMES: dict[str, str] = {
    short: full.strip()
    for full, shorts in (entry.split(":") for entry in _SHORT_NAMES.split(";"))
    for short in shorts.split()
}
"""Short given name -> full one. One short name of two full ones (Ted, Pat, Steve) keeps the last: it is used
both ways through the full one's own spelling, at the price of a missed merge."""


def formal(token: str) -> str:
    """The full given name behind a short one: bill -> william."""
    return NICKNAMES.get(token, token)


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
