"""What was repaired in a cable, or could not be read, by the code of its warning."""

from typing import Final

from generator.model import CODES
from generator.wording.word import Word, Wording


def _said(code: str, *, de: str, fr: str, es: str) -> Word:
    """The English of the table of codes, with the others beside it."""
    return Word(en=CODES[code].meaning, de=de, fr=fr, es=es)


class RepairWords(Wording):
    """A word for each code that a reader can meet, of the same name (:func:`repair`)."""

    text_recognised: Final = _said(
        "text-recognised",
        de="ein Programm hat den Text aus einem Bild erkannt",
        fr="un programme a reconnu le texte à partir d’une image",
        es="un programa reconoció el texto a partir de una imagen",
    )
    encoding_guessed: Final = _said(
        "encoding-guessed",
        de="die Zeichenkodierung war nicht UTF-8 und wurde geraten",
        fr="l’encodage n’était pas UTF-8 et a été deviné",
        es="la codificación no era UTF-8 y se conjeturó",
    )
    mojibake_repaired: Final = _said(
        "mojibake-repaired",
        de="falsch dekodierte Zeichen wurden berichtigt",
        fr="des caractères mal décodés ont été corrigés",
        es="se corrigieron caracteres mal decodificados",
    )
    characters_lost: Final = _said(
        "characters-lost",
        de="Zeichen waren unlesbar oder schon verloren",
        fr="des caractères étaient illisibles ou déjà perdus",
        es="había caracteres ilegibles o ya perdidos",
    )
    markup_in_text: Final = _said(
        "markup-in-text",
        de="Auszeichnungen oder Code im Text stehen als reiner Text da",
        fr="du balisage ou du code dans le texte est montré comme du texte",
        es="las marcas o el código del texto se muestran como texto",
    )
    id_missing: Final = _said(
        "id-missing",
        de="keine Nummer des Telegramms gefunden",
        fr="aucun numéro de télégramme trouvé",
        es="no se encontró número de telegrama",
    )
    id_from_name: Final = _said(
        "id-from-name",
        de="die Nummer stammt aus dem Dateinamen",
        fr="le numéro vient du nom du fichier",
        es="el número procede del nombre del fichero",
    )
    id_from_stated: Final = _said(
        "id-from-stated",
        de="die Nummer stammt aus der Angabe der Vorlage",
        fr="le numéro vient de l’indication de la source",
        es="el número procede de lo que indica la fuente",
    )
    id_from_label: Final = _said(
        "id-from-label",
        de="die Nummer stammt aus einem Etikett über dem Telegramm",
        fr="le numéro vient d’une étiquette au-dessus du télégramme",
        es="el número procede de una etiqueta sobre el telegrama",
    )
    id_from_station: Final = _said(
        "id-from-station",
        de="die Nummer stammt aus der DE-Zeile",
        fr="le numéro vient de la ligne DE",
        es="el número procede de la línea DE",
    )
    id_conflict: Final = _said(
        "id-conflict",
        de="Vorlage oder Dateiname geben eine andere Nummer an als der Text, dessen gilt",
        fr="la source ou le nom du fichier donne un autre numéro que le texte, qui prévaut",
        es="la fuente o el nombre del fichero da otro número que el texto, que prevalece",
    )
    date_missing: Final = _said(
        "date-missing",
        de="keine Datum-Zeit-Gruppe im Text und keine Angabe",
        fr="aucun groupe date-heure dans le texte ni ailleurs",
        es="no hay grupo de fecha y hora en el texto ni en otra parte",
    )
    date_unreadable: Final = _said(
        "date-unreadable",
        de="die Datum-Zeit-Gruppe ist kein Datum",
        fr="le groupe date-heure n’est pas une date",
        es="el grupo de fecha y hora no es una fecha",
    )
    date_guessed: Final = _said(
        "date-guessed",
        de="das Datum stammt aus einer Zeile außerhalb des Kopfes",
        fr="la date vient d’une ligne hors de l’en-tête",
        es="la fecha procede de una línea fuera del encabezado",
    )
    date_from_stated: Final = _said(
        "date-from-stated",
        de="das Datum stammt aus der Angabe der Vorlage",
        fr="la date vient de l’indication de la source",
        es="la fecha procede de lo que indica la fuente",
    )
    date_conflict: Final = _said(
        "date-conflict",
        de="Text und Vorlage nennen verschiedene Tage; der des Textes gilt",
        fr="le texte et la source donnent des jours différents ; celui du texte prévaut",
        es="el texto y la fuente dan días distintos; prevalece el del texto",
    )
    classification_missing: Final = _said(
        "classification-missing",
        de="keine Einstufung im Text und keine Angabe",
        fr="aucune classification dans le texte ni ailleurs",
        es="no hay clasificación en el texto ni en otra parte",
    )
    classification_repaired: Final = _said(
        "classification-repaired",
        de="die Zeile der Einstufung ist beschädigt",
        fr="la ligne de classification est endommagée",
        es="la línea de clasificación está dañada",
    )
    classification_guessed: Final = _said(
        "classification-guessed",
        de="die Einstufung wurde aus den Absätzen erschlossen",
        fr="la classification a été déduite des paragraphes",
        es="la clasificación se dedujo de los párrafos",
    )
    classification_from_stated: Final = _said(
        "classification-from-stated",
        de="die Einstufung stammt aus der Angabe der Vorlage",
        fr="la classification vient de l’indication de la source",
        es="la clasificación procede de lo que indica la fuente",
    )
    classification_conflict: Final = _said(
        "classification-conflict",
        de="Text und Vorlage nennen verschiedene Einstufungen; die strengere gilt",
        fr="le texte et la source donnent des classifications différentes ; la plus stricte prévaut",
        es="el texto y la fuente dan clasificaciones distintas; prevalece la más estricta",
    )
    origin_missing: Final = _said(
        "origin-missing",
        de="kein Absender im Text und keine Angabe",
        fr="aucun expéditeur dans le texte ni ailleurs",
        es="no hay remitente en el texto ni en otra parte",
    )
    origin_guessed: Final = _said(
        "origin-guessed",
        de="der Absender wurde aus der Nummer erschlossen",
        fr="l’expéditeur a été déduit du numéro",
        es="el remitente se dedujo del número",
    )
    origin_unknown: Final = _said(
        "origin-unknown",
        de="der Absender steht in keiner Liste der Vertretungen",
        fr="l’expéditeur ne figure dans aucune liste de postes",
        es="el remitente no figura en ninguna lista de misiones",
    )
    subject_missing: Final = _said(
        "subject-missing",
        de="keine Betreffzeile",
        fr="pas de ligne d’objet",
        es="no hay línea de asunto",
    )
    subject_from_stated: Final = _said(
        "subject-from-stated",
        de="der Betreff stammt aus der Angabe der Vorlage",
        fr="l’objet vient de l’indication de la source",
        es="el asunto procede de lo que indica la fuente",
    )
    subject_conflict: Final = _said(
        "subject-conflict",
        de="die Vorlage nennt einen anderen Betreff als der Text, dessen gilt",
        fr="la source donne un autre objet que le texte, qui prévaut",
        es="la fuente da otro asunto que el texto, que prevalece",
    )
    tags_conflict: Final = _said(
        "tags-conflict",
        de="die Vorlage nennt Schlagwörter, die der Text nicht hat",
        fr="la source donne des mots-clés que le texte n’a pas",
        es="la fuente da descriptores que el texto no tiene",
    )
    references_from_stated: Final = _said(
        "references-from-stated",
        de="die Bezüge stammen aus der Angabe der Vorlage",
        fr="les références viennent de l’indication de la source",
        es="las referencias proceden de lo que indica la fuente",
    )
    text_absent: Final = _said(
        "text-absent",
        de="ein Eintrag ohne Text: das Archiv hat ihn zurückgezogen oder verwahrt ihn anderswo",
        fr="une notice sans texte : l’archive l’a retiré ou le conserve ailleurs",
        es="una entrada sin texto: el archivo lo retiró o lo conserva en otra parte",
    )
    tags_missing: Final = _said(
        "tags-missing",
        de="keine TAGS-Zeile",
        fr="pas de ligne TAGS",
        es="no hay línea TAGS",
    )
    tags_from_stated: Final = _said(
        "tags-from-stated",
        de="die Schlagwörter stammen aus der Angabe der Vorlage",
        fr="les mots-clés viennent de l’indication de la source",
        es="los descriptores proceden de lo que indica la fuente",
    )
    tag_split: Final = _said(
        "tag-split",
        de="zusammengelaufene Schlagwörter wurden getrennt",
        fr="des mots-clés collés ont été séparés",
        es="se separaron descriptores pegados",
    )
    tag_repaired: Final = _said(
        "tag-repaired",
        de="ein falsch oder ausgeschriebenes Schlagwort wurde berichtigt",
        fr="un mot-clé mal écrit ou écrit en toutes lettres a été corrigé",
        es="se corrigió un descriptor mal escrito o escrito por extenso",
    )
    tag_unknown: Final = _said(
        "tag-unknown",
        de="ein unbekanntes Schlagwort wurde belassen",
        fr="un mot-clé inconnu a été conservé",
        es="se conservó un descriptor desconocido",
    )
    tag_dropped: Final = _said(
        "tag-dropped",
        de="etwas in der TAGS-Zeile ist kein Schlagwort und entfiel",
        fr="un élément de la ligne TAGS n’est pas un mot-clé et a été omis",
        es="algo en la línea TAGS no es un descriptor y se omitió",
    )
    reference_unreadable: Final = _said(
        "reference-unreadable",
        de="ein Bezug nennt kein auffindbares Telegramm",
        fr="une référence ne désigne aucun télégramme identifiable",
        es="una referencia no designa ningún telegrama localizable",
    )
    reference_year_guessed: Final = _said(
        "reference-year-guessed",
        de="ein Bezug ohne Jahr wurde dem Vorjahr zugeordnet",
        fr="une référence sans année a été rattachée à l’année précédente",
        es="una referencia sin año se atribuyó al año anterior",
    )
    reference_repaired: Final = _said(
        "reference-repaired",
        de="ein Kennbuchstabe oder eine Nummer in der Bezugszeile wurde berichtigt",
        fr="une lettre ou un numéro de la ligne de références a été corrigé",
        es="se corrigió una letra o un número de la línea de referencias",
    )
    declassify_unreadable: Final = _said(
        "declassify-unreadable",
        de="der Tag der Freigabe ist kein lesbares Datum",
        fr="la date de déclassification est illisible",
        es="la fecha de desclasificación es ilegible",
    )
    label_misspelt: Final = _said(
        "label-misspelt",
        de="der Name eines Kopffeldes ist falsch geschrieben",
        fr="le nom d’un champ de l’en-tête est mal écrit",
        es="el nombre de un campo del encabezado está mal escrito",
    )
    header_repeated: Final = _said(
        "header-repeated",
        de="der Anfang ist doppelt gedruckt; einer entfiel",
        fr="le début est imprimé deux fois ; l’un a été omis",
        es="el comienzo está impreso dos veces; se omitió uno",
    )
    field_from_copy: Final = _said(
        "field-from-copy",
        de="ein Feld stammt aus dem zweiten Druck des Anfangs",
        fr="un champ vient de la seconde impression du début",
        es="un campo procede de la segunda impresión del comienzo",
    )
    header_line_unknown: Final = _said(
        "header-line-unknown",
        de="eine Zeile vor der Nachricht gehört nicht zum Kopf",
        fr="une ligne avant le message n’est pas de l’en-tête",
        es="una línea antes del mensaje no es del encabezado",
    )
    header_unglued: Final = _said(
        "header-unglued",
        de="zusammengelaufene Kopffelder wurden getrennt",
        fr="des champs d’en-tête collés ont été séparés",
        es="se separaron campos del encabezado pegados",
    )
    section_header_removed: Final = _said(
        "section-header-removed",
        de="ein wiederholter Kopf eines Teils entfiel",
        fr="un en-tête de partie répété a été omis",
        es="se omitió un encabezado de sección repetido",
    )
    quotes_doubled: Final = _said(
        "quotes-doubled",
        de="verdoppelte Anführungszeichen einer Tabelle stehen einfach",
        fr="les guillemets doublés d’un tableau sont simples",
        es="las comillas dobladas de una tabla son simples",
    )
    pilcrow_misread: Final = _said(
        "pilcrow-misread",
        de="das Absatzzeichen war als Ziffer gelesen; die Nummern wurden berichtigt",
        fr="le signe de paragraphe avait été lu comme un chiffre ; les numéros ont été corrigés",
        es="el signo de párrafo se había leído como cifra; se corrigieron los números",
    )
    pilcrow_false: Final = _said(
        "pilcrow-false",
        de="ein Absatzzeichen ohne Absatznummer entfiel",
        fr="un signe de paragraphe sans numéro a été omis",
        es="se omitió un signo de párrafo sin número",
    )
    paragraph_number_missing: Final = _said(
        "paragraph-number-missing",
        de="die Nummer eines Absatzes fehlte und wurde ergänzt",
        fr="le numéro d’un paragraphe manquait et a été suppléé",
        es="faltaba el número de un párrafo y se suplió",
    )
    paragraphs_out_of_order: Final = _said(
        "paragraphs-out-of-order",
        de="die Absatznummern springen oder wiederholen sich",
        fr="les numéros de paragraphe sautent ou se répètent",
        es="los números de párrafo saltan o se repiten",
    )
    paragraphs_missing: Final = _said(
        "paragraphs-missing",
        de="die Nachricht hat keine nummerierten Absätze",
        fr="le message n’a pas de paragraphes numérotés",
        es="el mensaje no tiene párrafos numerados",
    )
    telegram_inside: Final = _said(
        "telegram-inside",
        de="ein anderes Telegramm scheint darin zu beginnen",
        fr="un autre télégramme semble y commencer",
        es="otro telegrama parece empezar dentro",
    )
    telegram_parted: Final = _said(
        "telegram-parted",
        de="dahinter stand ein weiteres Telegramm; es ist ein eigenes geworden",
        fr="un autre télégramme suivait ; il est devenu un télégramme à part",
        es="detrás había otro telegrama; es ahora uno aparte",
    )
    words_left_over: Final = _said(
        "words-left-over",
        de="Wörter, die zu keinem Feld oder Absatz gehören, stehen als Hinweis dahinter",
        fr="des mots qui n’appartiennent à aucun champ ni paragraphe figurent en note à la suite",
        es="las palabras que no son de ningún campo ni párrafo figuran como nota detrás",
    )
    message_too_long: Final = _said(
        "message-too-long",
        de="die Nachricht ist länger als jedes Telegramm",
        fr="le message est plus long qu’aucun télégramme",
        es="el mensaje es más largo que cualquier telegrama",
    )
    body_missing: Final = _said(
        "body-missing",
        de="von einer Nachricht wurde nichts gefunden",
        fr="rien d’un message n’a été trouvé",
        es="no se encontró nada de un mensaje",
    )


def repair(words: RepairWords, code: str) -> str | None:
    """What a code means to a reader; None where the program says it in words of its own alone."""
    said = getattr(words, code.replace("-", "_"), None)
    return said if isinstance(said, str) and code in CODES else None
