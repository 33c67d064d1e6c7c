"""Words of the pages that list: cables, dates, tags, posts, people, references."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class ListWords(Wording):
    """What all lists share."""

    cables: Final = Plural(
        en=("{count} cable", "{count} cables"),
        de=("{count} Telegramm", "{count} Telegramme"),
        fr=("{count} télégramme", "{count} télégrammes"),
        es=("{count} telegrama", "{count} telegramas"),
    )
    heading: Final = Word(en="Cables", de="Telegramme", fr="Télégrammes", es="Telegramas")
    by_year: Final = Word(
        en="Cables by year", de="Telegramme nach Jahr", fr="Télégrammes par année", es="Telegramas por año"
    )
    years: Final = Word(en="By year", de="Nach Jahr", fr="Par année", es="Por año")
    no_cables: Final = Word(
        en="{years}: none", de="{years}: keine", fr="{years} : aucun", es="{years}: ninguno"
    )
    numbered: Final = Word(
        en="{title}, page {page}",
        de="{title}, Seite {page}",
        fr="{title}, page {page}",
        es="{title}, página {page}",
    )
    pages: Final = Word(en="Page {pages}", de="Seite {pages}", fr="Page {pages}", es="Página {pages}")
    feed: Final = Word(
        en="The newest of them as a feed (Atom)",
        de="Die jüngsten davon als Feed (Atom)",
        fr="Les plus récents sous forme de flux (Atom)",
        es="Los más recientes como canal (Atom)",
    )
    no_name: Final = Word(en="Without a name", de="Ohne Namen", fr="Sans nom", es="Sin nombre")
    tags: Final = Word(en="Tags", de="Schlagwörter", fr="Mots-clés", es="Descriptores")
    people: Final = Word(en="People", de="Personen", fr="Personnes", es="Personas")
    posts: Final = Word(en="Posts", de="Vertretungen", fr="Postes", es="Misiones")


class DateWords(Wording):
    """The pages of years and months."""

    title: Final = Word(en="Dates", de="Chronologie", fr="Chronologie", es="Cronología")
    intro: Final = Plural(
        en=(
            "{count} cable by the day on which they were sent.",
            "{count} cables by the day on which they were sent.",
        ),
        de=(
            "{count} Telegramm nach dem Tag der Absendung.",
            "{count} Telegramme nach dem Tag der Absendung.",
        ),
        fr=(
            "{count} télégramme, selon le jour de l’envoi.",
            "{count} télégrammes, selon le jour de l’envoi.",
        ),
        es=("{count} telegrama, por día de envío.", "{count} telegramas, por día de envío."),
    )
    year_alone: Final = Plural(
        en=("Of {count} the year alone is known.", "Of {count} the year alone is known."),
        de=("Von {count} ist nur das Jahr bekannt.", "Von {count} ist nur das Jahr bekannt."),
        fr=("Pour {count}, seule l’année est connue.", "Pour {count}, seule l’année est connue."),
        es=("De {count} solo se conoce el año.", "De {count} solo se conoce el año."),
    )
    undated: Final = Plural(
        en=("{count} has no date.", "{count} have no date."),
        de=("{count} hat kein Datum.", "{count} haben kein Datum."),
        fr=("{count} n’a pas de date.", "{count} n’ont pas de date."),
        es=("{count} no tiene fecha.", "{count} no tienen fecha."),
    )
    without: Final = Word(
        en="Cables without a date",
        de="Telegramme ohne Datum",
        fr="Télégrammes sans date",
        es="Telegramas sin fecha",
    )
    day_not_known: Final = Word(
        en="Day not known", de="Tag unbekannt", fr="Jour inconnu", es="Día desconocido"
    )


class TagWords(Wording):
    """The pages of TAGS; what a code means is the Department's own."""

    title: Final = Word(en="Tags", de="Schlagwörter", fr="Mots-clés", es="Descriptores")
    intro: Final = Plural(
        en=(
            (
                "The Department files its telegrams by TAGS: Traffic Analysis by Geography and Subject."
                " {count} code in this collection."
            ),
            (
                "The Department files its telegrams by TAGS: Traffic Analysis by Geography and Subject."
                " {count} codes in this collection."
            ),
        ),
        de=(
            (
                "Das US-Außenministerium ordnet seine Telegramme nach TAGS (Traffic Analysis by Geography and"
                " Subject), also nach Land und Sache. {count} Kürzel in dieser Sammlung."
            ),
            (
                "Das US-Außenministerium ordnet seine Telegramme nach TAGS (Traffic Analysis by Geography and"
                " Subject), also nach Land und Sache. {count} Kürzel in dieser Sammlung."
            ),
        ),
        fr=(
            (
                "Le département d’État classe ses télégrammes par TAGS (Traffic Analysis by Geography and"
                " Subject), c’est-à-dire par pays et par sujet. {count} code dans ce fonds."
            ),
            (
                "Le département d’État classe ses télégrammes par TAGS (Traffic Analysis by Geography and"
                " Subject), c’est-à-dire par pays et par sujet. {count} codes dans ce fonds."
            ),
        ),
        es=(
            (
                "El Departamento de Estado archiva sus telegramas por TAGS (Traffic Analysis by Geography and"
                " Subject), es decir, por país y materia. {count} código en esta colección."
            ),
            (
                "El Departamento de Estado archiva sus telegramas por TAGS (Traffic Analysis by Geography and"
                " Subject), es decir, por país y materia. {count} códigos en esta colección."
            ),
        ),
    )
    filter: Final = Word(
        en="Filter tags by code or meaning",
        de="Schlagwörter nach Kürzel oder Bedeutung filtern",
        fr="Filtrer les mots-clés par code ou par sens",
        es="Filtrar los descriptores por código o significado",
    )
    about: Final = Plural(
        en=("TAGS code {code}: {meaning}. {count} cable.", "TAGS code {code}: {meaning}. {count} cables."),
        de=(
            "TAGS-Kürzel {code}: {meaning}. {count} Telegramm.",
            "TAGS-Kürzel {code}: {meaning}. {count} Telegramme.",
        ),
        fr=(
            "Code TAGS {code} : {meaning}. {count} télégramme.",
            "Code TAGS {code} : {meaning}. {count} télégrammes.",
        ),
        es=(
            "Código TAGS {code}: {meaning}. {count} telegrama.",
            "Código TAGS {code}: {meaning}. {count} telegramas.",
        ),
    )
    concepts: Final = Word(en="concepts", de="Sachbegriffe", fr="concepts", es="conceptos")
    headings: Final = Word(
        en="The archive's own subject headings: {concepts}.",
        de="Die Schlagworte des Archivs selbst: {concepts}.",
        fr="Les vedettes-matière de l’archive elle-même : {concepts}.",
        es="Los encabezamientos de materia del propio archivo: {concepts}.",
    )
    no_meaning: Final = Word(
        en="its meaning is not established",
        de="seine Bedeutung ist nicht gesichert",
        fr="son sens n’est pas établi",
        es="su significado no consta",
    )
    subject: Final = Word(en="Subjects", de="Sachgebiete", fr="Sujets", es="Materias")
    programme: Final = Word(
        en="Programmes and topics",
        de="Programme und Themen",
        fr="Programmes et thèmes",
        es="Programas y temas",
    )
    country: Final = Word(
        en="Countries and regions",
        de="Länder und Regionen",
        fr="Pays et régions",
        es="Países y regiones",
    )
    organisation: Final = Word(
        en="Organisations", de="Organisationen", fr="Organisations", es="Organizaciones"
    )
    person: Final = Word(
        en="Travel of persons",
        de="Reisen von Personen",
        fr="Déplacements de personnes",
        es="Viajes de personas",
    )
    unknown: Final = Word(
        en="Codes of unknown meaning",
        de="Kürzel unbekannter Bedeutung",
        fr="Codes de sens inconnu",
        es="Códigos de significado desconocido",
    )


class PlaceWords(Wording):
    """The pages of posts, countries and classifications."""

    posts: Final = Word(en="Posts", de="Vertretungen", fr="Postes", es="Misiones")
    posts_intro: Final = Plural(
        en=(
            "{count} post, by country; also as a list of {countries}.",
            "{count} posts, by country; also as a list of {countries}.",
        ),
        de=(
            "{count} Vertretung, nach Ländern; auch als Liste der {countries}.",
            "{count} Vertretungen, nach Ländern; auch als Liste der {countries}.",
        ),
        fr=(
            "{count} poste, par pays ; aussi sous forme de liste des {countries}.",
            "{count} postes, par pays ; aussi sous forme de liste des {countries}.",
        ),
        es=(
            "{count} misión, por país; también como lista de {countries}.",
            "{count} misiones, por país; también como lista de {countries}.",
        ),
    )
    countries_listed: Final = Word(en="countries", de="Länder", fr="pays", es="países")
    no_country: Final = Word(
        en="Washington and missions",
        de="Washington und Vertretungen bei Organisationen",
        fr="Washington et missions",
        es="Washington y misiones ante organismos",
    )
    map: Final = Word(
        en="Map of the posts", de="Karte der Vertretungen", fr="Carte des postes", es="Mapa de las misiones"
    )
    signers: Final = Word(
        en="Who signed, and when",
        de="Wer wann unterzeichnete",
        fr="Qui a signé, et quand",
        es="Quién firmó y cuándo",
    )
    on_a_map: Final = Word(
        en="They also stand on a {map}.",
        de="Sie stehen auch auf einer {map}.",
        fr="Ils figurent aussi sur une {map}.",
        es="Figuran también en un {map}.",
    )
    map_named: Final = Word(en="map", de="Karte", fr="carte", es="mapa")
    map_intro: Final = Plural(
        en=(
            "{count} post. A circle is the larger the more cables there are, and leads to them.",
            "{count} posts. A circle is the larger the more cables a post sent, and leads to them.",
        ),
        de=(
            "{count} Vertretung. Je mehr Telegramme es sind, desto größer ist der Kreis, der zu ihnen führt.",
            "{count} Vertretungen. Je mehr Telegramme sie gesendet hat, desto größer ist ihr Kreis, der zu ihnen führt.",
        ),
        fr=(
            "{count} poste. Plus il y a de télégrammes, plus le cercle est grand ; il y conduit.",
            "{count} postes. Plus un poste a envoyé de télégrammes, plus son cercle est grand ; il y conduit.",
        ),
        es=(
            "{count} misión. Cuantos más telegramas hay, mayor es el círculo, que lleva a ellos.",
            "{count} misiones. Cuantos más telegramas envió una misión, mayor es su círculo, que lleva a ellos.",
        ),
    )
    map_source: Final = Word(
        en="Coastlines: Natural Earth. Places: GeoNames, CC BY 4.0. Borders have moved; none is drawn.",
        de="Küsten: Natural Earth. Orte: GeoNames, CC BY 4.0. Grenzen haben sich verschoben; keine ist"
        " gezeichnet.",
        fr="Côtes : Natural Earth. Lieux : GeoNames, CC BY 4.0. Les frontières ont changé ; aucune n’est tracée.",
        es="Costas: Natural Earth. Lugares: GeoNames, CC BY 4.0. Las fronteras han cambiado; no se traza"
        " ninguna.",
    )
    europe: Final = Word(en="Europe", de="Europa", fr="Europe", es="Europa")
    middle_east: Final = Word(en="Middle East", de="Naher Osten", fr="Moyen-Orient", es="Oriente Medio")
    central_america: Final = Word(
        en="Central America and the Caribbean",
        de="Mittelamerika und Karibik",
        fr="Amérique centrale et Caraïbes",
        es="América Central y el Caribe",
    )
    west_africa: Final = Word(
        en="West Africa", de="Westafrika", fr="Afrique de l’Ouest", es="África Occidental"
    )
    elsewhere: Final = Word(en="Elsewhere", de="Anderswo", fr="Ailleurs", es="En otros lugares")
    in_no_place: Final = Word(
        en="Not on the map", de="Nicht auf der Karte", fr="Hors de la carte", es="Fuera del mapa"
    )
    filter_posts: Final = Word(
        en="Filter posts", de="Vertretungen filtern", fr="Filtrer les postes", es="Filtrar las misiones"
    )
    countries: Final = Word(en="Countries", de="Länder", fr="Pays", es="Países")
    countries_intro: Final = Plural(
        en=(
            "Where the posts stand that sent the cables: {count} country.",
            "Where the posts stand that sent the cables: {count} countries.",
        ),
        de=(
            "Wo die Vertretungen stehen, von denen die Telegramme kommen: {count} Land.",
            "Wo die Vertretungen stehen, von denen die Telegramme kommen: {count} Länder.",
        ),
        fr=(
            "Où se trouvent les postes qui ont envoyé les télégrammes : {count} pays.",
            "Où se trouvent les postes qui ont envoyé les télégrammes : {count} pays.",
        ),
        es=(
            "Dónde están las misiones que enviaron los telegramas: {count} país.",
            "Dónde están las misiones que enviaron los telegramas: {count} países.",
        ),
    )
    filter_countries: Final = Word(
        en="Filter countries", de="Länder filtern", fr="Filtrer les pays", es="Filtrar los países"
    )
    classification: Final = Word(
        en="Classification", de="Einstufung", fr="Classification", es="Clasificación"
    )
    classification_intro: Final = Word(
        en="What the sender marked the telegram with."
        " Controls, after the double stroke, say who may read it.",
        de="Womit der Absender das Telegramm gekennzeichnet hat. Zusätze hinter dem doppelten Schrägstrich"
        " sagen, wer es lesen darf.",
        fr="La mention portée par l’expéditeur. Après la double barre, les restrictions disent qui peut lire"
        " le télégramme.",
        es="La marca que puso el remitente. Tras la doble barra, las restricciones dicen quién puede leer el"
        " telegrama.",
    )
    filter_classification: Final = Word(
        en="Filter classification",
        de="Einstufungen filtern",
        fr="Filtrer les classifications",
        es="Filtrar las clasificaciones",
    )
    concepts: Final = Word(en="Concepts", de="Sachbegriffe", fr="Concepts", es="Conceptos")
    concepts_intro: Final = Plural(
        en=(
            "Subject headings under which the archive filed its telegrams. {count} heading in this collection.",
            "Subject headings under which the archive filed its telegrams. {count} headings in this collection.",
        ),
        de=(
            "Sachbegriffe, unter denen das Archiv seine Telegramme abgelegt hat. {count} in dieser Sammlung.",
            "Sachbegriffe, unter denen das Archiv seine Telegramme abgelegt hat. {count} in dieser Sammlung.",
        ),
        fr=(
            "Vedettes-matière sous lesquelles l’archive a classé ses télégrammes. {count} dans ce fonds.",
            "Vedettes-matière sous lesquelles l’archive a classé ses télégrammes. {count} dans ce fonds.",
        ),
        es=(
            "Encabezamientos de materia bajo los que el archivo clasificó sus telegramas. {count} en esta colección.",
            "Encabezamientos de materia bajo los que el archivo clasificó sus telegramas. {count} en esta colección.",
        ),
    )
    filter_concepts: Final = Word(
        en="Filter concepts",
        de="Sachbegriffe filtern",
        fr="Filtrer les concepts",
        es="Filtrar los conceptos",
    )
    marked: Final = Word(
        en="Marked {printed}. {cables}",
        de="Gekennzeichnet mit {printed}. {cables}",
        fr="Marqués {printed}. {cables}",
        es="Con la marca {printed}. {cables}",
    )
