"""Names of the site's sections, and of what stands around every page."""

from typing import Final

from generator.wording.word import Word, Wording


class SectionWords(Wording):
    """As mkdocs.yml has them in English: :mod:`generator.settings.spoken` says them in another language."""

    home: Final = Word(en="Home", de="Start", fr="Accueil", es="Inicio")
    dates: Final = Word(en="Dates", de="Chronologie", fr="Chronologie", es="Cronología")
    tags: Final = Word(en="Tags", de="Schlagwörter", fr="Mots-clés", es="Descriptores")
    people: Final = Word(en="People", de="Personen", fr="Personnes", es="Personas")
    posts: Final = Word(en="Posts", de="Vertretungen", fr="Postes", es="Misiones")
    classification: Final = Word(
        en="Classification", de="Einstufung", fr="Classification", es="Clasificación"
    )
    references: Final = Word(en="References", de="Verweise", fr="Références", es="Referencias")
    search: Final = Word(en="Search", de="Suche", fr="Recherche", es="Búsqueda")
    data: Final = Word(en="Data", de="Daten", fr="Données", es="Datos")
    how_to_read: Final = Word(
        en="How to read a cable",
        de="Telegramme lesen",
        fr="Lire un télégramme",
        es="Leer un telegrama",
    )
    about: Final = Word(en="About", de="Zur Sammlung", fr="À propos", es="Acerca de")
    dark: Final = Word(
        en="Switch to the dark scheme",
        de="Zum dunklen Farbschema wechseln",
        fr="Passer au thème sombre",
        es="Cambiar al tema oscuro",
    )
    light: Final = Word(
        en="Switch to the light scheme",
        de="Zum hellen Farbschema wechseln",
        fr="Passer au thème clair",
        es="Cambiar al tema claro",
    )
    moved: Final = Word(en="Moved", de="Verschoben", fr="Page déplacée", es="Trasladada")
    now_at: Final = Word(
        en="This page is now at {link}.",
        de="Diese Seite steht jetzt unter {link}.",
        fr="Cette page se trouve désormais à l’adresse {link}.",
        es="Esta página está ahora en {link}.",
    )
    contents: Final = Word(en="On this page", de="Auf dieser Seite", fr="Sur cette page", es="En esta página")
