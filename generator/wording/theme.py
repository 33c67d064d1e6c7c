"""Words of the theme's templates: ``lang.t('cablepress.NAME')`` in ``overrides/``."""

from typing import Final

from generator.wording.word import Word, Wording


class ThemeWords(Wording):
    """The search box of every page, and the search page before its scripts are at work."""

    ask: Final = Word(
        en="Search the cables",
        de="Telegramme durchsuchen",
        fr="Chercher dans les télégrammes",
        es="Buscar en los telegramas",
    )
    search: Final = Word(en="Search", de="Suchen", fr="Rechercher", es="Buscar")
    close: Final = Word(en="Close", de="Schließen", fr="Fermer", es="Cerrar")
    found: Final = Word(
        en="Cables found",
        de="Gefundene Telegramme",
        fr="Télégrammes trouvés",
        es="Telegramas encontrados",
    )
    placeholder: Final = Word(
        en='Words, "a phrase", a cable\'s number',
        de='Wörter, "eine Wendung", Nummer eines Telegramms',
        fr='Des mots, "une expression", un numéro de télégramme',
        es='Palabras, "una frase", número de un telegrama',
    )
    how: Final = Word(en="How to ask", de="Wie man sucht", fr="Comment chercher", es="Cómo buscar")
    how_phrase: Final = Word(en='"a phrase"', de='"eine Wendung"', fr='"une expression"', es='"una frase"')
    how_without: Final = Word(en="-without", de="-ohne", fr="-sans", es="-sin")
    how_either: Final = Word(
        en="either OR other", de="eines OR anderes", fr="ceci OR cela", es="esto OR aquello"
    )
    how_begin: Final = Word(en="begin*", de="Anfang*", fr="début*", es="princip*")
    filters: Final = Word(en="Filters", de="Filter", fr="Filtres", es="Filtros")
    date: Final = Word(en="Date", de="Datum", fr="Date", es="Fecha")
    first_hit: Final = Word(
        en="Skip to the first hit",
        de="Zum ersten Treffer springen",
        fr="Aller au premier résultat",
        es="Ir al primer resultado",
    )
    results: Final = Word(en="Results", de="Treffer", fr="Résultats", es="Resultados")
    order: Final = Word(en="Order", de="Reihenfolge", fr="Ordre", es="Orden")
    relevance: Final = Word(en="Relevance", de="Relevanz", fr="Pertinence", es="Relevancia")
    newest: Final = Word(en="Newest", de="Neueste zuerst", fr="Plus récents", es="Más recientes")
    oldest: Final = Word(en="Oldest", de="Älteste zuerst", fr="Plus anciens", es="Más antiguos")
    not_found: Final = Word(
        en="Not found", de="Nicht gefunden", fr="Page introuvable", es="Página no encontrada"
    )
    more: Final = Word(en="More", de="Mehr", fr="Plus", es="Más")
    basket: Final = Word(en="Basket", de="Korb", fr="Panier", es="Cesta")
    received: Final = Word(
        en="Sent to you", de="Ihnen geschickt", fr="Envoyé à votre intention", es="Enviado a usted"
    )
    compared: Final = Word(
        en="Two cables side by side",
        de="Zwei Telegramme nebeneinander",
        fr="Deux télégrammes côte à côte",
        es="Dos telegramas lado a lado",
    )
