"""Words of the pages of people."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class PeopleWords(Wording):
    """The index, and what is said of one person."""

    title: Final = Word(en="People", de="Personen", fr="Personnes", es="Personas")
    people: Final = Plural(
        en=("{count} person", "{count} people"),
        de=("{count} Person", "{count} Personen"),
        fr=("{count} personne", "{count} personnes"),
        es=("{count} persona", "{count} personas"),
    )
    intro: Final = Plural(
        en=(
            "{count} person named in the cables, by surname.",
            "{count} people named in the cables, by surname.",
        ),
        de=(
            "{count} Person, die in den Telegrammen genannt ist, nach Nachnamen.",
            "{count} Personen, die in den Telegrammen genannt sind, nach Nachnamen.",
        ),
        fr=(
            "{count} personne citée dans les télégrammes, par nom de famille.",
            "{count} personnes citées dans les télégrammes, par nom de famille.",
        ),
        es=(
            "{count} persona mencionada en los telegramas, por apellido.",
            "{count} personas mencionadas en los telegramas, por apellido.",
        ),
    )
    filter: Final = Word(
        en="Filter people by name",
        de="Personen nach Namen filtern",
        fr="Filtrer les personnes par nom",
        es="Filtrar las personas por nombre",
    )
    most: Final = Word(
        en="Named most", de="Am häufigsten genannt", fr="Les plus citées", es="Las más citadas"
    )
    capitals: Final = Word(
        en="Surnames in capitals and handles",
        de="Nachnamen in Großbuchstaben und Kürzel",
        fr="Noms en capitales et pseudonymes",
        es="Apellidos en mayúsculas y seudónimos",
    )
    letter: Final = Word(
        en="People: {letter}", de="Personen: {letter}", fr="Personnes : {letter}", es="Personas: {letter}"
    )
    other: Final = Word(
        en="People: other", de="Personen: andere", fr="Personnes : autres", es="Personas: otras"
    )

    named_in: Final = Plural(
        en=("Named in {count} cable.", "Named in {count} cables."),
        de=("In {count} Telegramm genannt.", "In {count} Telegrammen genannt."),
        fr=("Personne citée dans {count} télégramme.", "Personne citée dans {count} télégrammes."),
        es=("Mencionada en {count} telegrama.", "Mencionada en {count} telegramas."),
    )
    named_when: Final = Plural(
        en=("Named in {count} cable, {when}.", "Named in {count} cables, {when}."),
        de=("In {count} Telegramm genannt, {when}.", "In {count} Telegrammen genannt, {when}."),
        fr=(
            "Personne citée dans {count} télégramme, {when}.",
            "Personne citée dans {count} télégrammes, {when}.",
        ),
        es=("Mencionada en {count} telegrama, {when}.", "Mencionada en {count} telegramas, {when}."),
    )
    also_as: Final = Word(
        en="Also as: {names}",
        de="Auch als: {names}",
        fr="Aussi sous la forme : {names}",
        es="También como: {names}",
    )
    roles: Final = Word(en="Roles", de="Funktionen", fr="Fonctions", es="Cargos")
    dates_more: Final = Plural(
        en=("{dates} and {count} more", "{dates} and {count} more"),
        de=("{dates} und {count} weiteres", "{dates} und {count} weitere"),
        fr=("{dates} et {count} autre", "{dates} et {count} autres"),
        es=("{dates} y {count} más", "{dates} y {count} más"),
    )
    beside: Final = Word(
        en="In the same cables",
        de="In denselben Telegrammen",
        fr="Dans les mêmes télégrammes",
        es="En los mismos telegramas",
    )
    arcs: Final = Word(
        en="With the number of cables that name both. An arc joins two whom several of these cables name"
        " together; a thick one, those named so most often.",
        de="Mit der Zahl der Telegramme, die beide nennen. Ein Bogen verbindet zwei, die mehrere dieser"
        " Telegramme zusammen nennen, ein dicker die am häufigsten.",
        fr="Avec le nombre de télégrammes qui nomment les deux. Un arc relie deux personnes que plusieurs de"
        " ces télégrammes nomment ensemble ; un arc épais, les plus fréquentes.",
        es="Con el número de telegramas que mencionan a ambas. Un arco une a dos que varios de esos telegramas"
        " mencionan juntas; uno grueso, a las más frecuentes.",
    )
    together: Final = Word(
        en="Named together with", de="Zusammen genannt mit", fr="Citée avec", es="Mencionada junto a"
    )
    classified: Final = Word(
        en="Classified the cable.",
        de="Hat das Telegramm eingestuft.",
        fr="A classifié le télégramme.",
        es="Clasificó el telegrama.",
    )
    signed: Final = Word(
        en="Signed the cable.",
        de="Hat das Telegramm gezeichnet.",
        fr="A signé le télégramme.",
        es="Firmó el telegrama.",
    )
    one_word: Final = Word(
        en="Named by this one word only.",
        de="Nur mit diesem einen Wort genannt.",
        fr="Personne citée par ce seul mot.",
        es="Mencionada solo con esta palabra.",
    )
    report: Final = Word(
        en="Two people as one, or one as two? Report it",
        de="Zwei Personen als eine, oder eine als zwei? Bitte melden",
        fr="Deux personnes confondues, ou une seule dédoublée ? Signalez-le",
        es="¿Dos personas en una, o una en dos? Comuníquelo",
    )
