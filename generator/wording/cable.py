"""Words of the page of one cable."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class CableWords(Wording):
    """The card above the text, and what stands below it."""

    extract: Final = Word(en="Extract", de="Auszug", fr="Extrait", es="Extracto")
    number_unknown: Final = Word(
        en="number unknown", de="Nummer unbekannt", fr="numéro inconnu", es="número desconocido"
    )
    no_subject: Final = Word(
        en="Telegram without a subject line",
        de="Telegramm ohne Betreff",
        fr="Télégramme sans objet",
        es="Telegrama sin asunto",
    )
    classification_not_stated: Final = Word(
        en="Classification not stated",
        de="Einstufung nicht angegeben",
        fr="Classification non indiquée",
        es="Clasificación no indicada",
    )

    sent: Final = Word(en="Sent", de="Gesendet", fr="Envoyé", es="Enviado")
    day_not_known: Final = Word(
        en="{year}, day not known",
        de="{year}, Tag unbekannt",
        fr="{year}, jour inconnu",
        es="{year}, día desconocido",
    )
    date_unknown: Final = Word(
        en="Date unknown", de="Datum unbekannt", fr="Date inconnue", es="Fecha desconocida"
    )
    as_printed: Final = Word(
        en="As printed", de="Wie gedruckt", fr="Tel qu’imprimé", es="Como figura impreso"
    )
    subject: Final = Word(en="Subject", de="Betreff", fr="Objet", es="Asunto")
    no_text: Final = Word(
        en="This entry has no text: its source holds the header alone.",
        de="Dieser Eintrag hat keinen Wortlaut: Die Vorlage enthält nur den Kopf.",
        fr="Cette notice n’a pas de texte : sa source ne contient que l’en-tête.",
        es="Esta ficha no tiene texto: su fuente contiene solo el encabezamiento.",
    )
    archive_says: Final = Word(
        en="The archive says: {status}",
        de="Das Archiv vermerkt: {status}",
        fr="L’archive indique : {status}",
        es="El archivo indica: {status}",
    )
    contents: Final = Word(en="Contents", de="Inhalt", fr="Sommaire", es="Contenido")
    sender: Final = Word(en="From", de="Von", fr="De", es="De")
    recipients: Final = Word(en="To", de="An", fr="À", es="Para")
    tags: Final = Word(en="Tags", de="Schlagwörter", fr="Mots-clés", es="Descriptores")
    references: Final = Word(en="References", de="Bezug", fr="Références", es="Referencias")
    not_held: Final = Word(
        en="Not in this collection",
        de="Nicht in dieser Sammlung",
        fr="Absent de ce fonds",
        es="No figura en esta colección",
    )

    withheld: Final = Word(
        en="Withheld by the editors",
        de="Von der Redaktion zurückgehalten",
        fr="Retenu par la rédaction",
        es="Retenido por los editores",
    )
    handling: Final = Word(
        en="Transmission and handling",
        de="Übermittlung und Behandlung",
        fr="Transmission et traitement",
        es="Transmisión y tramitación",
    )
    info: Final = Word(en="Info", de="Nachrichtlich", fr="Pour information", es="Para información")
    attention: Final = Word(en="Attention", de="Zu Händen", fr="À l’attention de", es="A la atención de")
    drafted_by: Final = Word(en="Drafted by", de="Verfasst von", fr="Rédigé par", es="Redactado por")
    approved_by: Final = Word(en="Approved by", de="Gebilligt von", fr="Approuvé par", es="Aprobado por")
    cleared_by: Final = Word(en="Cleared by", de="Mitgezeichnet von", fr="Visé par", es="Visto bueno de")
    concepts: Final = Word(en="Concepts", de="Sachbegriffe", fr="Concepts", es="Conceptos")
    captions: Final = Word(
        en="Captions", de="Verteilervermerke", fr="Mentions de diffusion", es="Indicaciones de difusión"
    )
    precedence: Final = Word(en="Precedence", de="Dringlichkeit", fr="Priorité", es="Precedencia")
    transmission: Final = Word(en="Transmission", de="Übermittlung", fr="Transmission", es="Transmisión")
    executive_order: Final = Word(
        en="Executive order",
        de="Präsidialerlass",
        fr="Décret présidentiel",
        es="Orden ejecutiva",
    )
    tag_people: Final = Word(
        en="Persons in the tags",
        de="Personen in den Schlagwörtern",
        fr="Personnes dans les mots-clés",
        es="Personas en los descriptores",
    )
    classified_by: Final = Word(
        en="Classified by", de="Eingestuft von", fr="Classifié par", es="Clasificado por"
    )
    reasons: Final = Word(en="Reasons", de="Gründe", fr="Motifs", es="Motivos")
    declassify_on: Final = Word(
        en="Declassify on", de="Freigabe am", fr="Déclassification le", es="Desclasificación"
    )

    signed: Final = Word(en="Signed", de="Gezeichnet", fr="Signé", es="Firmado")
    people: Final = Word(
        en="People named", de="Genannte Personen", fr="Personnes citées", es="Personas mencionadas"
    )
    cited_by: Final = Word(en="Cited by", de="Zitiert in", fr="Cité par", es="Citado en")
    related: Final = Word(
        en="Related cables",
        de="Verwandte Telegramme",
        fr="Télégrammes apparentés",
        es="Telegramas relacionados",
    )
    network: Final = Word(
        en="Connections", de="Verbindungen", fr="Liens avec d’autres télégrammes", es="Conexiones"
    )
    this_cable: Final = Word(en="This cable", de="Dieses Telegramm", fr="Ce télégramme", es="Este telegrama")
    arcs_citing: Final = Word(
        en="In order of time. An arc joins a cable with one that it cites.",
        de="In zeitlicher Folge. Ein Bogen verbindet ein Telegramm mit einem, das es anführt.",
        fr="Par ordre chronologique. Un arc relie un télégramme à un autre qu’il cite.",
        es="En orden cronológico. Un arco une un telegrama con otro que cita.",
    )
    arcs: Final = Word(
        en="In order of time. An arc joins a cable with one that it cites, a dotted one with one that names"
        " the same people.",
        de="In zeitlicher Folge. Ein Bogen verbindet ein Telegramm mit einem, das es anführt, ein gepunkteter"
        " mit einem, das dieselben Personen nennt.",
        fr="Par ordre chronologique. Un arc relie un télégramme à un autre qu’il cite, un arc pointillé à un"
        " autre qui nomme les mêmes personnes.",
        es="En orden cronológico. Un arco une un telegrama con otro que cita; uno de puntos, con otro que"
        " menciona a las mismas personas.",
    )
    cite: Final = Word(
        en="Cite this cable",
        de="Dieses Telegramm zitieren",
        fr="Citer ce télégramme",
        es="Citar este telegrama",
    )
    plain: Final = Word(en="Plain text", de="Reiner Text", fr="Texte brut", es="Texto sin formato")
    styles: Final = Word(
        en="MLA, APA, plain text, BibTeX, RIS, CSL-JSON",
        de="MLA, APA, reiner Text, BibTeX, RIS, CSL-JSON",
        fr="MLA, APA, texte brut, BibTeX, RIS, CSL-JSON",
        es="MLA, APA, texto sin formato, BibTeX, RIS, CSL-JSON",
    )
    printing: Final = Word(
        en="Another printing: {path}, layout {layout}",
        de="Eine andere Fassung: {path}, Format {layout}",
        fr="Une autre version : {path}, format {layout}",
        es="Otra versión: {path}, formato {layout}",
    )
    nothing: Final = Word(en="(nothing)", de="(nichts)", fr="(rien)", es="(nada)")
    source: Final = Word(en="Source", de="Quelle", fr="Source", es="Fuente")
    original: Final = Word(en="Original text", de="Originaltext", fr="Texte original", es="Texto original")
    layout: Final = Word(
        en="layout {layout}", de="Format {layout}", fr="format {layout}", es="formato {layout}"
    )
    repairs: Final = Word(
        en="What was repaired or could not be read ({count})",
        de="Was berichtigt wurde oder unlesbar blieb ({count})",
        fr="Ce qui a été corrigé ou n’a pu être lu ({count})",
        es="Qué se corrigió o no pudo leerse ({count})",
    )
    line: Final = Word(en="line {line}", de="Zeile {line}", fr="ligne {line}", es="línea {line}")
    report: Final = Word(
        en="Report a problem with this cable",
        de="Einen Fehler in diesem Telegramm melden",
        fr="Signaler un problème dans ce télégramme",
        es="Comunicar un problema de este telegrama",
    )
    sequence: Final = Word(
        en="Cables of the same post",
        de="Telegramme derselben Vertretung",
        fr="Télégrammes du même poste",
        es="Telegramas de la misma misión",
    )
    earlier: Final = Word(en="Earlier", de="Früher", fr="Précédent", es="Anterior")
    later: Final = Word(en="Later", de="Später", fr="Suivant", es="Siguiente")


class BodyWords(Wording):
    """What is said within the text; the text itself is the telegram's."""

    summary: Final = Word(en="Summary", de="Zusammenfassung", fr="Résumé", es="Resumen")
    comment: Final = Word(en="Comment", de="Stellungnahme", fr="Commentaire", es="Comentario")
    note: Final = Word(en="Note", de="Anmerkung", fr="Note", es="Nota")
    paragraph: Final = Word(
        en="Link to paragraph {number}",
        de="Link zu Absatz {number}",
        fr="Lien vers le paragraphe {number}",
        es="Enlace al párrafo {number}",
    )
    this_paragraph: Final = Word(
        en="Link to this paragraph",
        de="Link zu diesem Absatz",
        fr="Lien vers ce paragraphe",
        es="Enlace a este párrafo",
    )
    not_held: Final = Word(
        en="{number}: not in this collection",
        de="{number}: nicht in dieser Sammlung",
        fr="{number} : absent de ce fonds",
        es="{number}: no figura en esta colección",
    )
    withheld: Final = Word(
        en="{number}: withheld by the editors",
        de="{number}: von der Redaktion zurückgehalten",
        fr="{number} : retenu par la rédaction",
        es="{number}: retenido por los editores",
    )
    table: Final = Word(en="Table", de="Tabelle", fr="Tableau", es="Tabla")
    columns: Final = Word(
        en="Text in columns", de="Text in Spalten", fr="Texte en colonnes", es="Texto en columnas"
    )
    redacted: Final = Word(en="Redacted", de="Geschwärzt", fr="Caviardé", es="Tachado")


class MarkingWords(Wording):
    """What the marking before a paragraph means (5 FAH-1 H-210, E.O. 13526 section 1.6)."""

    unclassified: Final = Word(
        en="unclassified", de="nicht eingestuft", fr="non classifié", es="no clasificado"
    )
    sensitive: Final = Word(
        en="sensitive but unclassified",
        de="nicht eingestuft, aber schutzbedürftig",
        fr="sensible mais non classifié",
        es="no clasificado pero sensible",
    )
    limited: Final = Word(
        en="limited official use",
        de="eingeschränkter Dienstgebrauch",
        fr="usage officiel restreint",
        es="uso oficial limitado",
    )
    confidential: Final = Word(en="confidential", de="vertraulich", fr="confidentiel", es="confidencial")
    secret: Final = Word(en="secret", de="geheim", fr="secret", es="secreto")
    top_secret: Final = Word(en="top secret", de="streng geheim", fr="très secret", es="alto secreto")
    no_foreigners: Final = Word(
        en="no foreign nationals",
        de="nicht für Ausländer",
        fr="pas de ressortissants étrangers",
        es="sin acceso de extranjeros",
    )
    releasable: Final = Word(
        en="releasable to those named",
        de="freigegeben für die Genannten",
        fr="communicable aux destinataires désignés",
        es="comunicable a los indicados",
    )
    official: Final = Word(
        en="for official use only",
        de="nur für den Dienstgebrauch",
        fr="réservé à l’usage officiel",
        es="solo para uso oficial",
    )


class ItemWords(Wording):
    """A cable as one item of a list."""

    undated: Final = Word(en="undated", de="ohne Datum", fr="sans date", es="sin fecha")
    not_stated: Final = Word(en="Not stated", de="Nicht angegeben", fr="Non indiquée", es="No indicada")
    extract: Final = Word(en="extract", de="Auszug", fr="extrait", es="extracto")
    in_the_text: Final = Word(en="in the text", de="im Text", fr="dans le texte", es="en el texto")
    more: Final = Plural(
        en=("and {count} more", "and {count} more"),
        de=("und {count} weiteres", "und {count} weitere"),
        fr=("et {count} autre", "et {count} autres"),
        es=("y {count} más", "y {count} más"),
    )
