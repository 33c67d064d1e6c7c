"""Words of the site's scripts, those of the search aside: ``cablepressLanguage.texts``."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class PageScriptWords(Wording):
    """Small conveniences of every page (``cablepress.js``)."""

    found: Final = Plural(
        en=("{count} found", "{count} found"),
        de=("{count} gefunden", "{count} gefunden"),
        fr=("{count} trouvée", "{count} trouvées"),
        es=("{count} encontrada", "{count} encontradas"),
    )
    found_shown: Final = Plural(
        en=("{count} found, {shown} shown", "{count} found, {shown} shown"),
        de=("{count} gefunden, {shown} angezeigt", "{count} gefunden, {shown} angezeigt"),
        fr=("{count} trouvée, {shown} affichées", "{count} trouvées, {shown} affichées"),
        es=("{count} encontrada, {shown} mostradas", "{count} encontradas, {shown} mostradas"),
    )
    loading: Final = Word(en="Loading", de="Wird geladen", fr="Chargement", es="Cargando")


class ReadingWords(Wording):
    """What is done with a cable (``reading/``)."""

    copied: Final = Word(en="Copied", de="Kopiert", fr="Copié", es="Copiado")
    by_hand: Final = Word(
        en="Select and copy by hand",
        de="Bitte von Hand auswählen und kopieren",
        fr="Sélectionnez et copiez à la main",
        es="Seleccione y copie a mano",
    )
    copy: Final = Word(en="Copy", de="Kopieren", fr="Copier", es="Copiar")
    save: Final = Word(en="Save", de="Speichern", fr="Enregistrer", es="Guardar")
    copy_of_cable: Final = Word(
        en="Copy a citation of this cable",
        de="Nachweis dieses Telegramms kopieren",
        fr="Copier une référence de ce télégramme",
        es="Copiar una cita de este telegrama",
    )
    copy_of_paragraph: Final = Word(
        en="Copy a citation of paragraph {number}",
        de="Nachweis von Absatz {number} kopieren",
        fr="Copier une référence du paragraphe {number}",
        es="Copiar una cita del párrafo {number}",
    )
    save_of_cable: Final = Word(
        en="Save a citation of this cable",
        de="Nachweis dieses Telegramms speichern",
        fr="Enregistrer une référence de ce télégramme",
        es="Guardar una cita de este telegrama",
    )
    save_of_paragraph: Final = Word(
        en="Save a citation of paragraph {number}",
        de="Nachweis von Absatz {number} speichern",
        fr="Enregistrer une référence du paragraphe {number}",
        es="Guardar una cita del párrafo {number}",
    )
    paragraph: Final = Word(
        en="Paragraph {number}", de="Absatz {number}", fr="Paragraphe {number}", es="Párrafo {number}"
    )
    link: Final = Word(en="Link", de="Link", fr="Lien", es="Enlace")
