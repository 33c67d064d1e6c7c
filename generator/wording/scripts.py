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
    to_basket: Final = Word(
        en="Add to the basket", de="In den Korb legen", fr="Ajouter au panier", es="Añadir a la cesta"
    )
    in_basket: Final = Word(en="In the basket", de="Im Korb", fr="Dans le panier", es="En la cesta")
    not_kept: Final = Word(
        en="This browser keeps nothing here",
        de="Dieser Browser speichert hier nichts",
        fr="Ce navigateur n’enregistre rien ici",
        es="Este navegador no guarda nada aquí",
    )


class BasketWords(Wording):
    """The page of the basket (``reading/basket-page.js``)."""

    collected: Final = Plural(
        en=("{count} item, kept in this browser alone", "{count} items, kept in this browser alone"),
        de=(
            "{count} Eintrag, nur in diesem Browser gespeichert",
            "{count} Einträge, nur in diesem Browser gespeichert",
        ),
        fr=(
            "{count} élément, enregistré dans ce seul navigateur",
            "{count} éléments, enregistrés dans ce seul navigateur",
        ),
        es=(
            "{count} elemento, guardado solo en este navegador",
            "{count} elementos, guardados solo en este navegador",
        ),
    )
    empty: Final = Word(
        en="The basket is empty. Every cable, and every paragraph whose number you follow, has a button that"
        " puts it here.",
        de="Der Korb ist leer. Jedes Telegramm und jeder Absatz, dessen Nummer Sie folgen, lässt sich"
        " hineinlegen.",
        fr="Le panier est vide. Chaque télégramme, et chaque paragraphe dont vous suivez le numéro, a un bouton"
        " pour l’ajouter.",
        es="La cesta está vacía. Cada telegrama, y cada párrafo cuyo número siga, tiene un botón para"
        " añadirlo.",
    )
    not_kept: Final = Word(
        en="This browser keeps nothing for this page (it may be read from disk, or in private): the basket"
        " is lost once the page is closed. Save it as a file, or copy its link.",
        de="Dieser Browser speichert für diese Seite nichts (etwa weil sie von der Festplatte oder im privaten"
        " Modus gelesen wird): Der Korb geht mit der Seite verloren. Speichern Sie ihn als Datei, oder kopieren"
        " Sie seinen Link.",
        fr="Ce navigateur n’enregistre rien pour cette page (lue depuis le disque ou en navigation privée) : le"
        " panier sera perdu avec elle. Enregistrez-le dans un fichier, ou copiez son lien.",
        es="Este navegador no guarda nada para esta página (leída desde el disco o en modo privado): la cesta se"
        " perderá con ella. Guárdela en un archivo o copie su enlace.",
    )
    note: Final = Word(en="Your note", de="Ihre Notiz", fr="Votre note", es="Su nota")
    note_on: Final = Word(
        en="Your note on {title}",
        de="Ihre Notiz zu {title}",
        fr="Votre note sur {title}",
        es="Su nota sobre {title}",
    )
    up: Final = Word(en="Up", de="Nach oben", fr="Monter", es="Subir")
    down: Final = Word(en="Down", de="Nach unten", fr="Descendre", es="Bajar")
    move_up: Final = Word(
        en="Up: {title}", de="Nach oben: {title}", fr="Monter : {title}", es="Subir: {title}"
    )
    move_down: Final = Word(
        en="Down: {title}", de="Nach unten: {title}", fr="Descendre : {title}", es="Bajar: {title}"
    )
    remove: Final = Word(en="Remove", de="Entfernen", fr="Retirer", es="Quitar")
    beside: Final = Word(en="Side by side", de="Nebeneinander", fr="Côte à côte", es="Lado a lado")
    copy: Final = Word(en="Copy", de="Kopieren", fr="Copier", es="Copiar")
    save: Final = Word(en="Save", de="Speichern", fr="Enregistrer", es="Guardar")
    text: Final = Word(en="Text", de="Text", fr="Texte", es="Texto")
    pass_on: Final = Word(en="Pass on", de="Weitergeben", fr="Transmettre", es="Compartir")
    link: Final = Word(
        en="Copy as a link", de="Als Link kopieren", fr="Copier un lien", es="Copiar un enlace"
    )
    print: Final = Word(en="Print", de="Drucken", fr="Imprimer", es="Imprimir")
    clear: Final = Word(en="Empty the basket", de="Korb leeren", fr="Vider le panier", es="Vaciar la cesta")
    clear_sure: Final = Word(
        en="Press again to empty it",
        de="Zum Leeren noch einmal drücken",
        fr="Appuyez encore pour le vider",
        es="Pulse otra vez para vaciarla",
    )
    lacking: Final = Plural(
        en=(
            "{count} item has no citation yet: open its cable once.",
            "{count} items have no citations yet: open their cables once.",
        ),
        de=(
            "{count} Eintrag hat noch keinen Nachweis: Öffnen Sie sein Telegramm einmal.",
            "{count} Einträge haben noch keine Nachweise: Öffnen Sie ihre Telegramme einmal.",
        ),
        fr=(
            "{count} élément n’a pas encore de référence : ouvrez une fois son télégramme.",
            "{count} éléments n’ont pas encore de références : ouvrez une fois leurs télégrammes.",
        ),
        es=(
            "{count} elemento no tiene cita todavía: abra una vez su telegrama.",
            "{count} elementos no tienen citas todavía: abra una vez sus telegramas.",
        ),
    )
    sent: Final = Plural(
        en=("A link with {count} item was sent to you", "A link with {count} items was sent to you"),
        de=(
            "Ihnen wurde ein Link mit {count} Eintrag geschickt",
            "Ihnen wurde ein Link mit {count} Einträgen geschickt",
        ),
        fr=(
            "On vous a envoyé un lien avec {count} élément",
            "On vous a envoyé un lien avec {count} éléments",
        ),
        es=(
            "Le han enviado un enlace con {count} elemento",
            "Le han enviado un enlace con {count} elementos",
        ),
    )
    take: Final = Word(
        en="Put them into my basket",
        de="In meinen Korb übernehmen",
        fr="Ajouter à mon panier",
        es="Añadir a mi cesta",
    )
