"""Words of what the editors say on a cable's page."""

from typing import Final

from generator.wording.cable import CableWords
from generator.wording.word import Word, Wording


class EditedWords(Wording):
    """What was corrected, the fields of the header by the names of the record; what is withheld."""

    id: Final = Word(en="Number", de="Nummer", fr="Numéro", es="Número")
    subject: Final = Word(en="Subject", de="Betreff", fr="Objet", es="Asunto")
    date: Final = Word(en="Date", de="Datum", fr="Date", es="Fecha")
    year: Final = Word(en="Year", de="Jahr", fr="Année", es="Año")
    classification: Final = Word(
        en="Classification", de="Einstufung", fr="Classification", es="Clasificación"
    )
    captions: Final = CableWords.captions
    origin: Final = Word(en="Sender", de="Absender", fr="Expéditeur", es="Remitente")
    post: Final = Word(en="Post", de="Vertretung", fr="Poste", es="Misión")
    country: Final = Word(en="Country", de="Land", fr="Pays", es="País")
    precedence: Final = CableWords.precedence
    transmission_id: Final = CableWords.transmission
    action: Final = Word(en="Addressees", de="Empfänger", fr="Destinataires", es="Destinatarios")
    info: Final = Word(
        en="Addressees for information",
        de="Nachrichtliche Empfänger",
        fr="Destinataires pour information",
        es="Destinatarios para información",
    )
    attention: Final = Word(
        en="Attention lines", de="Zu-Händen-Zeilen", fr="Lignes d’attention", es="Líneas de atención"
    )
    executive_order: Final = CableWords.executive_order
    declassify_on: Final = Word(
        en="Date of declassification",
        de="Tag der Freigabe",
        fr="Date de déclassification",
        es="Fecha de desclasificación",
    )
    classified_by: Final = Word(
        en="Classifier",
        de="Einstufende Person",
        fr="Auteur de la classification",
        es="Autor de la clasificación",
    )
    reasons: Final = Word(
        en="Reasons of classification",
        de="Gründe der Einstufung",
        fr="Motifs de la classification",
        es="Motivos de la clasificación",
    )
    tags: Final = CableWords.tags
    tag_people: Final = CableWords.tag_people
    references: Final = CableWords.references
    signed_by: Final = Word(en="Signature", de="Zeichnung", fr="Signature", es="Firma")
    drafted_by: Final = Word(en="Drafter", de="Verfasser", fr="Rédacteur", es="Redactor")
    approved_by: Final = Word(en="Approval", de="Billigung", fr="Approbation", es="Aprobación")
    cleared_by: Final = Word(en="Clearances", de="Mitzeichnungen", fr="Visas", es="Vistos buenos")
    concepts: Final = CableWords.concepts
    text_status: Final = Word(
        en="Remark on the text",
        de="Vermerk zum Text",
        fr="Remarque sur le texte",
        es="Nota sobre el texto",
    )
    partial: Final = Word(
        en="Mark of an extract",
        de="Kennzeichnung als Auszug",
        fr="Mention d’extrait",
        es="Indicación de extracto",
    )

    corrected: Final = Word(
        en="{field} corrected by the editors:",
        de="{field}, von der Redaktion berichtigt:",
        fr="{field} : correction de la rédaction :",
        es="{field}, corrección de los editores:",
    )
    corrected_on: Final = Word(
        en="{field} corrected by the editors, {day}:",
        de="{field}, von der Redaktion berichtigt am {day}:",
        fr="{field} : correction de la rédaction, {day} :",
        es="{field}, corrección de los editores, {day}:",
    )
    document_says: Final = Word(
        en="The document says: {value}.",
        de="Im Dokument steht: {value}.",
        fr="Le document porte : {value}.",
        es="El documento dice: {value}.",
    )
    document_silent: Final = Word(
        en="The document says nothing.",
        de="Im Dokument steht dazu nichts.",
        fr="Le document ne dit rien.",
        es="El documento no dice nada.",
    )
    nothing: Final = Word(en="nothing", de="nichts", fr="rien", es="nada")

    telegram_withheld: Final = Word(
        en="The editors of this collection withhold this telegram.",
        de="Die Redaktion dieser Sammlung hält dieses Telegramm zurück.",
        fr="La rédaction de ce fonds retient ce télégramme.",
        es="Los editores de esta colección retienen este telegrama.",
    )
    withheld_title: Final = Word(
        en="Telegram {number}: withheld",
        de="Telegramm {number}: zurückgehalten",
        fr="Télégramme {number} : retenu",
        es="Telegrama {number}: retenido",
    )
    passage: Final = Word(en="A passage", de="Eine Stelle", fr="Un passage", es="Un pasaje")
    paragraph: Final = Word(
        en="Paragraph {number}", de="Absatz {number}", fr="Paragraphe {number}", es="Párrafo {number}"
    )
    withheld: Final = Word(
        en="{what} is withheld by the editors.",
        de="{what} ist von der Redaktion zurückgehalten.",
        fr="{what} : retenu par la rédaction.",
        es="{what}: retenido por los editores.",
    )
    withheld_because: Final = Word(
        en="{what} is withheld by the editors: {reason}.",
        de="{what} ist von der Redaktion zurückgehalten: {reason}.",
        fr="{what} : retenu par la rédaction : {reason}.",
        es="{what}: retenido por los editores: {reason}.",
    )
    reason: Final = Word(
        en="Reason: {reason}", de="Grund: {reason}", fr="Motif : {reason}", es="Motivo: {reason}"
    )
    publish_from: Final = Word(
        en="It is to be published from {day}.",
        de="Die Veröffentlichung ist ab dem {day} vorgesehen.",
        fr="Sa publication est prévue à partir du {day}.",
        es="Su publicación está prevista a partir del {day}.",
    )
