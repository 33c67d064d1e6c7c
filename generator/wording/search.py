"""Words of the site's scripts that search: ``cablepressLanguage.texts.search``."""

from typing import Final

from generator.wording.cable import CableWords
from generator.wording.lists import ListWords
from generator.wording.notes import NoteWords
from generator.wording.word import Plural, Word, Wording


class SearchWords(Wording):
    """What the search says (``search/``)."""

    cables: Final = ListWords.cables
    no_subject: Final = CableWords.no_subject
    date_unknown: Final = Word(
        en="date unknown", de="Datum unbekannt", fr="date inconnue", es="fecha desconocida"
    )
    line_to: Final = CableWords.recipients
    line_info: Final = CableWords.info
    line_tags: Final = CableWords.tags
    line_references: Final = CableWords.references
    line_signed: Final = CableWords.signed

    unavailable: Final = Word(
        en="The search is not available here. The menu leads to every cable.",
        de="Die Suche steht hier nicht zur Verfügung. Das Menü führt zu jedem Telegramm.",
        fr="La recherche n’est pas disponible ici. Le menu mène à tous les télégrammes.",
        es="La búsqueda no está disponible aquí. El menú lleva a todos los telegramas.",
    )
    unavailable_short: Final = Word(
        en="The search is not available.",
        de="Die Suche steht nicht zur Verfügung.",
        fr="La recherche n’est pas disponible.",
        es="La búsqueda no está disponible.",
    )
    not_all: Final = Word(
        en="No cable has all these words",
        de="Kein Telegramm enthält alle diese Wörter",
        fr="Aucun télégramme ne contient tous ces mots",
        es="Ningún telegrama contiene todas estas palabras",
    )
    not_all_most: Final = Word(
        en="No cable has all these words. These have most of them:",
        de="Kein Telegramm enthält alle diese Wörter. Diese enthalten die meisten:",
        fr="Aucun télégramme ne contient tous ces mots. Ceux-ci en contiennent la plupart :",
        es="Ningún telegrama contiene todas estas palabras. Estos contienen la mayoría:",
    )
    most: Final = Word(
        en="These have most of the words:",
        de="Diese enthalten die meisten der Wörter:",
        fr="Ceux-ci contiennent la plupart des mots :",
        es="Estos contienen la mayoría de las palabras:",
    )
    apart: Final = Word(
        en="Each of these is in some cable, but no cable has them all.",
        de="Jedes dieser Wörter steht in einem Telegramm, aber keines enthält alle.",
        fr="Chacun figure dans quelque télégramme, mais aucun ne les contient tous.",
        es="Cada una figura en algún telegrama, pero ninguno las contiene todas.",
    )
    nothing: Final = Word(
        en="No cable has this. Try fewer words, or another spelling.",
        de="Das steht in keinem Telegramm. Versuchen Sie weniger Wörter oder eine andere Schreibweise.",
        fr="Aucun télégramme ne contient cela. Essayez moins de mots, ou une autre graphie.",
        es="Ningún telegrama contiene esto. Pruebe con menos palabras o con otra grafía.",
    )
    no_cable: Final = Word(
        en="No cable found",
        de="Kein Telegramm gefunden",
        fr="Aucun télégramme trouvé",
        es="Ningún telegrama encontrado",
    )
    missing: Final = Word(
        en="No cable has {text}.",
        de="Kein Telegramm enthält {text}.",
        fr="Aucun télégramme ne contient {text}.",
        es="Ningún telegrama contiene {text}.",
    )
    missing_quoted: Final = Word(
        en="No cable has “{text}”.",
        de="Kein Telegramm enthält „{text}“.",
        fr="Aucun télégramme ne contient « {text} ».",
        es="Ningún telegrama contiene «{text}».",
    )
    nearest: Final = Word(
        en="Nearest: {words}.",
        de="Am nächsten: {words}.",
        fr="Les plus proches : {words}.",
        es="Lo más parecido: {words}.",
    )
    without_it: Final = Word(
        en="Search without it: {text}",
        de="Ohne das suchen: {text}",
        fr="Chercher sans cela : {text}",
        es="Buscar sin ello: {text}",
    )
    found: Final = Plural(
        en=("{count} cable found", "{count} cables found"),
        de=("{count} Telegramm gefunden", "{count} Telegramme gefunden"),
        fr=("{count} télégramme trouvé", "{count} télégrammes trouvés"),
        es=("{count} telegrama encontrado", "{count} telegramas encontrados"),
    )
    all_found: Final = Plural(
        en=("All {count} cable, with filters", "All {count} cables, with filters"),
        de=("Alle {count} Telegramm, mit Filtern", "Alle {count} Telegramme, mit Filtern"),
        fr=("Tous les {count} télégramme, avec filtres", "Les {count} télégrammes, avec filtres"),
        es=("Todo el {count} telegrama, con filtros", "Los {count} telegramas, con filtros"),
    )
    search_page: Final = Word(
        en="Search page, with filters",
        de="Suchseite, mit Filtern",
        fr="Page de recherche, avec filtres",
        es="Página de búsqueda, con filtros",
    )
    not_held: Final = Word(
        en="{id} is not held here",
        de="{id} ist hier nicht vorhanden",
        fr="{id} n’est pas conservé ici",
        es="{id} no figura aquí",
    )
    not_held_cited: Final = Plural(
        en=(
            "{id} is not held here; {count} cable cites it.",
            "{id} is not held here; {count} cables cite it.",
        ),
        de=(
            "{id} ist hier nicht vorhanden; {count} Telegramm zitiert es.",
            "{id} ist hier nicht vorhanden; {count} Telegramme zitieren es.",
        ),
        fr=(
            "{id} n’est pas conservé ici ; {count} télégramme le cite.",
            "{id} n’est pas conservé ici ; {count} télégrammes le citent.",
        ),
        es=(
            "{id} no figura aquí; {count} telegrama lo cita.",
            "{id} no figura aquí; {count} telegramas lo citan.",
        ),
    )
    cite_it: Final = Plural(
        en=("{count} cable cites it:", "{count} cables cite it:"),
        de=("{count} Telegramm zitiert es:", "{count} Telegramme zitieren es:"),
        fr=("{count} télégramme le cite :", "{count} télégrammes le citent :"),
        es=("{count} telegrama lo cita:", "{count} telegramas lo citan:"),
    )
    found_lacking: Final = Plural(
        en=("{cables}, and {count} that lack a word", "{cables}, and {count} that lack a word"),
        de=("{cables}, und {count}, dem ein Wort fehlt", "{cables}, und {count}, denen ein Wort fehlt"),
        fr=("{cables}, et {count} où manque un mot", "{cables}, et {count} où manque un mot"),
        es=(
            "{cables}, y {count} al que falta una palabra",
            "{cables}, y {count} a los que falta una palabra",
        ),
    )
    without: Final = Word(en="Without: {words}", de="Ohne: {words}", fr="Sans : {words}", es="Sin: {words}")
    also_written: Final = Word(
        en="also written {names}",
        de="auch geschrieben {names}",
        fr="aussi écrit {names}",
        es="también escrito {names}",
    )
    names_person: Final = Plural(
        en=("{count} cable names {name}", "{count} cables name {name}"),
        de=("{count} Telegramm nennt {name}", "{count} Telegramme nennen {name}"),
        fr=("{count} télégramme cite {name}", "{count} télégrammes citent {name}"),
        es=("{count} telegrama menciona a {name}", "{count} telegramas mencionan a {name}"),
    )
    under_spellings: Final = Word(
        en="{cables}, under this spelling or another.",
        de="{cables}, in dieser oder einer anderen Schreibweise.",
        fr="{cables}, sous cette graphie ou une autre.",
        es="{cables}, con esta grafía u otra.",
    )
    years_alone: Final = Plural(
        en=(
            "{count} more is of that time, only its year being known.",
            "{count} more are of that time, only their year being known.",
        ),
        de=(
            "{count} weiteres ist aus dieser Zeit, nur sein Jahr ist bekannt.",
            "{count} weitere sind aus dieser Zeit, nur ihr Jahr ist bekannt.",
        ),
        fr=(
            "{count} autre est de cette période, seule son année étant connue.",
            "{count} autres sont de cette période, seule leur année étant connue.",
        ),
        es=(
            "{count} más es de esa época; solo se conoce su año.",
            "{count} más son de esa época; solo se conoce su año.",
        ),
    )
    show_years: Final = Word(
        en="Show all of that time",
        de="Alle aus dieser Zeit zeigen",
        fr="Afficher tous ceux de cette période",
        es="Mostrar todos los de esa época",
    )
    more_with: Final = Plural(
        en=("{count} more with {forms}", "{count} more with {forms}"),
        de=("{count} weiteres mit {forms}", "{count} weitere mit {forms}"),
        fr=("{count} autre avec {forms}", "{count} autres avec {forms}"),
        es=("{count} más con {forms}", "{count} más con {forms}"),
    )
    cables_with: Final = Plural(
        en=("{count} cable with {forms}", "{count} cables with {forms}"),
        de=("{count} Telegramm mit {forms}", "{count} Telegramme mit {forms}"),
        fr=("{count} télégramme avec {forms}", "{count} télégrammes avec {forms}"),
        es=("{count} telegrama con {forms}", "{count} telegramas con {forms}"),
    )
    none_pass: Final = Plural(
        en=(
            "None of the {count} cable found passes these filters.",
            "None of the {count} cables found passes these filters.",
        ),
        de=(
            "Das {count} gefundene Telegramm passt zu diesen Filtern nicht.",
            "Keines der {count} gefundenen Telegramme passt zu diesen Filtern.",
        ),
        fr=(
            "Le télégramme trouvé ({count}) ne passe pas ces filtres.",
            "Aucun des {count} télégrammes trouvés ne passe ces filtres.",
        ),
        es=(
            "El telegrama encontrado ({count}) no pasa estos filtros.",
            "Ninguno de los {count} telegramas encontrados pasa estos filtros.",
        ),
    )
    remove_filters: Final = Word(
        en="Remove all filters",
        de="Alle Filter entfernen",
        fr="Retirer tous les filtres",
        es="Quitar todos los filtros",
    )
    without_quotes: Final = Word(
        en="Search for the words without quotes: {text}",
        de="Nach den Wörtern ohne Anführungszeichen suchen: {text}",
        fr="Chercher les mots sans guillemets : {text}",
        es="Buscar las palabras sin comillas: {text}",
    )
    alone: Final = Word(
        en="Search for {word} alone",
        de="Nur nach {word} suchen",
        fr="Chercher {word} seul",
        es="Buscar solo {word}",
    )
    spelling: Final = Word(
        en="Try another spelling: names are spelled in several ways, and words in their American form.",
        de="Versuchen Sie eine andere Schreibweise: Namen werden verschieden geschrieben, Wörter auf amerikanische Art. Die Telegramme sind englisch.",
        fr="Essayez une autre graphie : les noms s’écrivent de plusieurs façons, et les mots à l’américaine. Les télégrammes sont en anglais.",
        es="Pruebe con otra grafía: los nombres se escriben de varias maneras y las palabras, a la americana. Los telegramas están en inglés.",
    )
    lists: Final = Word(
        en="Go through the lists:",
        de="Gehen Sie die Listen durch:",
        fr="Parcourez les listes :",
        es="Recorra las listas:",
    )
    show_more: Final = Plural(
        en=("Show {count} more", "Show {count} more"),
        de=("{count} weiteres zeigen", "{count} weitere zeigen"),
        fr=("Afficher {count} autre", "Afficher {count} autres"),
        es=("Mostrar {count} más", "Mostrar {count} más"),
    )

    person: Final = Word(en="Person", de="Person", fr="Personne", es="Persona")
    post: Final = Word(en="Post", de="Vertretung", fr="Poste", es="Misión")
    country: Final = Word(en="Country", de="Land", fr="Pays", es="País")
    tag: Final = Word(en="Tag", de="Schlagwort", fr="Mot-clé", es="Descriptor")
    concept: Final = Word(en="Concept", de="Sachbegriff", fr="Notion", es="Concepto")
    kind: Final = Word(en="Kind", de="Art", fr="Type", es="Tipo")
    complete: Final = Word(en="Complete", de="Vollständig", fr="Intégral", es="Completo")
    extract: Final = CableWords.extract
    page: Final = Word(en="Page", de="Seite", fr="Page", es="Página")
    note: Final = NoteWords.editors_note
    classification: Final = Word(
        en="Classification", de="Einstufung", fr="Classification", es="Clasificación"
    )
    year: Final = Word(en="Year", de="Jahr", fr="Année", es="Año")
    date: Final = Word(en="Date", de="Datum", fr="Date", es="Fecha")
    sender: Final = Word(en="From", de="Von", fr="De", es="De")
    recipient: Final = Word(en="To", de="An", fr="À", es="Para")
    collection: Final = Word(en="Collection", de="Bestand", fr="Fonds", es="Fondo")
    signed_by: Final = Word(en="Signed by", de="Gezeichnet von", fr="Signé par", es="Firmado por")
    cites: Final = Word(en="Cites", de="Zitiert", fr="Cite", es="Cita")
    before: Final = Word(en="Before", de="Vor", fr="Avant", es="Antes de")
    since: Final = Word(en="Since", de="Seit", fr="Depuis", es="Desde")
    unwanted: Final = Word(en="Not: {name}", de="Nicht: {name}", fr="Pas : {name}", es="Sin: {name}")
    remove: Final = Word(
        en="Remove {name} {value}",
        de="{name} {value} entfernen",
        fr="Retirer {name} {value}",
        es="Quitar {name} {value}",
    )
    remove_all: Final = Word(en="Remove all", de="Alle entfernen", fr="Tout retirer", es="Quitar todo")

    find_post: Final = Word(
        en="Find a post", de="Vertretung suchen", fr="Chercher un poste", es="Buscar una misión"
    )
    find_country: Final = Word(
        en="Find a country", de="Land suchen", fr="Chercher un pays", es="Buscar un país"
    )
    find_classification: Final = Word(
        en="Find a classification",
        de="Einstufung suchen",
        fr="Chercher une classification",
        es="Buscar una clasificación",
    )
    find_tag: Final = Word(
        en="Find a tag", de="Schlagwort suchen", fr="Chercher un mot-clé", es="Buscar un descriptor"
    )
    find_concept: Final = Word(
        en="Find a concept", de="Sachbegriff suchen", fr="Chercher une notion", es="Buscar un concepto"
    )
    find_collection: Final = Word(
        en="Find a collection", de="Bestand suchen", fr="Chercher un fonds", es="Buscar un fondo"
    )
    find_signer: Final = Word(
        en="Find a signature",
        de="Unterschrift suchen",
        fr="Chercher un signataire",
        es="Buscar una firma",
    )
    find_kind: Final = Word(en="Find a kind", de="Art suchen", fr="Chercher un type", es="Buscar un tipo")
    find_person: Final = Word(
        en="Find a person", de="Person suchen", fr="Chercher une personne", es="Buscar una persona"
    )
    find_year: Final = Word(en="Find a year", de="Jahr suchen", fr="Chercher une année", es="Buscar un año")
    loading_people: Final = Word(
        en="Loading the people…",
        de="Personen werden geladen …",
        fr="Chargement des personnes…",
        es="Cargando las personas…",
    )
    none_here: Final = Word(
        en="None among these cables",
        de="Unter diesen Telegrammen nicht",
        fr="Rien parmi ces télégrammes",
        es="Ninguno entre estos telegramas",
    )
    more_above: Final = Plural(
        en=("and {count} more; search above", "and {count} more; search above"),
        de=("und {count} weitere Angabe; oben suchen", "und {count} weitere; oben suchen"),
        fr=("et {count} de plus ; cherchez ci-dessus", "et {count} de plus ; cherchez ci-dessus"),
        es=("y {count} más; busque arriba", "y {count} más; busque arriba"),
    )
    more: Final = Plural(
        en=("{count} more", "{count} more"),
        de=("{count} weitere", "{count} weitere"),
        fr=("{count} de plus", "{count} de plus"),
        es=("{count} más", "{count} más"),
    )
    range_from: Final = Word(en="From", de="Von", fr="Du", es="Desde")
    range_to: Final = Word(en="To", de="Bis", fr="Au", es="Hasta")

    marks: Final = Word(
        en="Words of your search",
        de="Wörter Ihrer Suche",
        fr="Mots de votre recherche",
        es="Palabras de su búsqueda",
    )
    previous: Final = Word(en="Previous", de="Vorige Stelle", fr="Précédent", es="Anterior")
    next: Final = Word(en="Next", de="Nächste Stelle", fr="Suivant", es="Siguiente")
    remove_marks: Final = Word(
        en="Remove the marks",
        de="Markierungen entfernen",
        fr="Retirer les marques",
        es="Quitar las marcas",
    )
    marked: Final = Plural(
        en=("{count} marked", "{count} marked"),
        de=("{count} markiert", "{count} markiert"),
        fr=("{count} marque", "{count} marques"),
        es=("{count} marca", "{count} marcas"),
    )
    mark_of: Final = Word(
        en="{number} of {count}",
        de="{number} von {count}",
        fr="{number} sur {count}",
        es="{number} de {count}",
    )
