"""Words of the page of downloads, and of what describes the files."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class DataWords(Wording):
    """What each file is."""

    title: Final = Word(en="Data", de="Daten", fr="Données", es="Datos")
    intro: Final = Word(
        en="The collection as files, for spreadsheets, notebooks and other programs.",
        de="Die Sammlung als Dateien, für Tabellenkalkulation, Notebooks und andere Programme.",
        fr="Le fonds sous forme de fichiers, pour tableurs, notebooks et autres programmes.",
        es="La colección en ficheros, para hojas de cálculo, cuadernos y otros programas.",
    )
    cables: Final = Plural(
        en=(
            "{count} cable, a row each: the header's facts",
            "{count} cables, a row each: the header's facts",
        ),
        de=(
            "{count} Telegramm, eine Zeile: die Angaben des Kopfes",
            "{count} Telegramme, je eine Zeile: die Angaben des Kopfes",
        ),
        fr=(
            "{count} télégramme, une ligne : les données de l’en-tête",
            "{count} télégrammes, une ligne chacun : les données de l’en-tête",
        ),
        es=(
            "{count} telegrama, una fila: los datos del encabezado",
            "{count} telegramas, una fila por cada uno: los datos del encabezado",
        ),
    )
    records: Final = Word(
        en="the whole record of each cable, text included, a JSON object each line",
        de="der vollständige Datensatz jedes Telegramms samt Text, je Zeile ein JSON-Objekt",
        fr="la notice complète de chaque télégramme, texte compris, un objet JSON par ligne",
        es="el registro completo de cada telegrama, con el texto, un objeto JSON por línea",
    )
    people: Final = Plural(
        en=("{count} person with their names and dates", "{count} people with their names and dates"),
        de=("{count} Person mit Namen und Daten", "{count} Personen mit Namen und Daten"),
        fr=("{count} personne, avec noms et dates", "{count} personnes, avec noms et dates"),
        es=("{count} persona, con nombres y fechas", "{count} personas, con nombres y fechas"),
    )
    tags: Final = Plural(
        en=("{count} code with their meanings", "{count} codes with their meanings"),
        de=("{count} Kürzel mit Bedeutung", "{count} Kürzel mit Bedeutungen"),
        fr=("{count} code et son sens", "{count} codes et leur sens"),
        es=("{count} código con su significado", "{count} códigos con su significado"),
    )
    package: Final = Word(
        en="what the columns mean, as a Frictionless data package",
        de="was die Spalten bedeuten, als Frictionless Data Package",
        fr="le sens des colonnes, sous forme de Frictionless Data Package",
        es="qué significan las columnas, como Frictionless Data Package",
    )
