"""Words of the page of downloads, and of what describes the files."""

from typing import Final

from generator.wording.word import Word, Wording


class DataWords(Wording):
    """What each file is."""

    title: Final = Word(en="Data", de="Daten", fr="Données", es="Datos")
    intro: Final = Word(
        en="The collection as files, for spreadsheets, notebooks and other programs.",
        de="Die Sammlung als Dateien, für Tabellenkalkulation, Notebooks und andere Programme.",
        fr="Le fonds sous forme de fichiers, pour tableurs, notebooks et autres programmes.",
        es="La colección en ficheros, para hojas de cálculo, cuadernos y otros programas.",
    )
    cables: Final = Word(
        en="A row for each cable: the header's facts, who signed, what had to be repaired.",
        de="Je Telegramm eine Zeile: die Angaben des Kopfes, wer unterzeichnet hat, was ergänzt werden musste.",
        fr="Une ligne par télégramme : les données de l’en-tête, le signataire, ce qu’il a fallu réparer.",
        es="Una fila por telegrama: los datos del encabezado, quién firma, qué hubo que reparar.",
    )
    paragraphs: Final = Word(
        en="A row for each paragraph, with its number, marking and text.",
        de="Je Absatz eine Zeile, mit Nummer, Einstufung und Text.",
        fr="Une ligne par paragraphe, avec son numéro, sa mention et son texte.",
        es="Una fila por párrafo, con su número, su marca y su texto.",
    )
    records: Final = Word(
        en="The whole record of each cable, text included, a JSON object each line.",
        de="Der vollständige Datensatz jedes Telegramms samt Text, je Zeile ein JSON-Objekt.",
        fr="La notice complète de chaque télégramme, texte compris, un objet JSON par ligne.",
        es="El registro completo de cada telegrama, con el texto, un objeto JSON por línea.",
    )
    notes: Final = Word(
        en="What the editors wrote: notes, introductions and essays, a JSON object each line.",
        de="Was die Redaktion geschrieben hat: Anmerkungen, Einleitungen und Aufsätze, je Zeile ein"
        " JSON-Objekt.",
        fr="Ce que la rédaction a écrit : notes, introductions et essais, un objet JSON par ligne.",
        es="Lo que escribieron los editores: notas, introducciones y ensayos, un objeto JSON por línea.",
    )
    database: Final = Word(
        en="An SQLite database with full-text search: cables, paragraphs, addressees, people, tags, references,"
        " editors’ notes.",
        de="Eine SQLite-Datenbank mit Volltextsuche: Telegramme, Absätze, Empfänger, Personen, Schlagwörter,"
        " Bezüge, Anmerkungen.",
        fr="Une base SQLite avec recherche plein texte : télégrammes, paragraphes, destinataires, personnes,"
        " mots-clés, références, notes.",
        es="Una base SQLite con búsqueda de texto: telegramas, párrafos, destinatarios, personas, descriptores,"
        " referencias, notas.",
    )
    tei: Final = Word(
        en="A TEI document for each cable, with correspDesc, names and references marked.",
        de="Je Telegramm ein TEI-Dokument mit correspDesc, ausgezeichneten Namen und Bezügen.",
        fr="Un document TEI par télégramme, avec correspDesc, noms et références balisés.",
        es="Un documento TEI por telegrama, con correspDesc, nombres y referencias marcados.",
    )
    people: Final = Word(
        en="The people with their names and dates.",
        de="Die Personen mit Namen und Daten.",
        fr="Les personnes, avec noms et dates.",
        es="Las personas, con nombres y fechas.",
    )
    tags: Final = Word(
        en="The codes with their meanings.",
        de="Die Kürzel mit ihren Bedeutungen.",
        fr="Les codes et leur sens.",
        es="Los códigos con su significado.",
    )
    references: Final = Word(
        en="Who cites whom, as a network.",
        de="Wer wen zitiert, als Netzwerk.",
        fr="Qui cite qui, sous forme de réseau.",
        es="Quién cita a quién, como red.",
    )
    together: Final = Word(
        en="Who is named with whom, as a network.",
        de="Wer mit wem genannt wird, als Netzwerk.",
        fr="Qui est nommé avec qui, sous forme de réseau.",
        es="A quién se nombra con quién, como red.",
    )
    package: Final = Word(
        en="What the columns mean, with the size and digest of each file, as a Frictionless data package.",
        de="Was die Spalten bedeuten, mit Größe und Prüfsumme jeder Datei, als Frictionless Data Package.",
        fr="Le sens des colonnes, avec la taille et l’empreinte de chaque fichier (Frictionless Data Package).",
        es="Qué significan las columnas, con el tamaño y la huella de cada fichero (Frictionless Data Package).",
    )
