"""Words of the pages of cables that are cited and not held, and of the home page."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class ReferenceWords(Wording):
    """What the corpus cites but does not hold."""

    title: Final = Word(
        en="Cited but not held",
        de="Zitiert, aber nicht vorhanden",
        fr="Cités mais absents",
        es="Citados pero ausentes",
    )
    intro: Final = Plural(
        en=(
            (
                "{count} cable that these cables refer to and this collection does not hold, with the passages"
                " that cite them. A list for requests and for other archives."
            ),
            (
                "{count} cables that these cables refer to and this collection does not hold, with the passages"
                " that cite them. A list for requests and for other archives."
            ),
        ),
        de=(
            (
                "{count} Telegramm, auf das sich diese Telegramme beziehen und das in dieser Sammlung fehlt, mit"
                " den Stellen, an denen es zitiert wird. Eine Liste für Anfragen und für andere Archive."
            ),
            (
                "{count} Telegramme, auf die sich diese Telegramme beziehen und die in dieser Sammlung fehlen,"
                " mit den Stellen, an denen sie zitiert werden. Eine Liste für Anfragen und für andere Archive."
            ),
        ),
        fr=(
            (
                "{count} télégramme auquel ceux-ci renvoient et que ce fonds ne possède pas, avec les passages"
                " qui le citent. Une liste pour les demandes de communication et pour d’autres archives."
            ),
            (
                "{count} télégrammes auxquels ceux-ci renvoient et que ce fonds ne possède pas, avec les passages"
                " qui les citent. Une liste pour les demandes de communication et pour d’autres archives."
            ),
        ),
        es=(
            (
                "{count} telegrama al que estos se refieren y que esta colección no posee, con los pasajes que lo"
                " citan. Una lista para solicitudes y para otros archivos."
            ),
            (
                "{count} telegramas a los que estos se refieren y que esta colección no posee, con los pasajes"
                " que los citan. Una lista para solicitudes y para otros archivos."
            ),
        ),
    )
    most: Final = Word(en="Cited most", de="Am häufigsten zitiert", fr="Les plus cités", es="Los más citados")
    by_post: Final = Word(en="By post", de="Nach Vertretung", fr="Par poste", es="Por misión")
    onward: Final = Word(en="from {number}", de="ab {number}", fr="à partir de {number}", es="desde {number}")
    of_post: Final = Word(
        en="Cited but not held: {post}",
        de="Zitiert, aber nicht vorhanden: {post}",
        fr="Cités mais absents : {post}",
        es="Citados pero ausentes: {post}",
    )


class HomeWords(Wording):
    """The overview on the home page."""

    cables: Final = Plural(
        en=("cable", "cables"),
        de=("Telegramm", "Telegramme"),
        fr=("télégramme", "télégrammes"),
        es=("telegrama", "telegramas"),
    )
    people: Final = Plural(
        en=("person", "people"),
        de=("Person", "Personen"),
        fr=("personne", "personnes"),
        es=("persona", "personas"),
    )
    posts: Final = Plural(
        en=("post", "posts"),
        de=("Vertretung", "Vertretungen"),
        fr=("poste", "postes"),
        es=("misión", "misiones"),
    )
    tags: Final = Plural(
        en=("tag", "tags"),
        de=("Schlagwort", "Schlagwörter"),
        fr=("mot-clé", "mots-clés"),
        es=("descriptor", "descriptores"),
    )
    absent: Final = Plural(
        en=("cable cited but not held", "cables cited but not held"),
        de=("zitiertes Telegramm, das fehlt", "zitierte Telegramme, die fehlen"),
        fr=("télégramme cité mais absent", "télégrammes cités mais absents"),
        es=("telegrama citado pero ausente", "telegramas citados pero ausentes"),
    )
    when: Final = Word(
        en="When they were sent",
        de="Wann sie gesendet wurden",
        fr="Quand ils ont été envoyés",
        es="Cuándo se enviaron",
    )
    about: Final = Word(
        en="What they are about", de="Wovon sie handeln", fr="De quoi ils traitent", es="De qué tratan"
    )
    all_tags: Final = Word(
        en="All tags", de="Alle Schlagwörter", fr="Tous les mots-clés", es="Todos los descriptores"
    )
    where: Final = Word(
        en="Where they come from", de="Woher sie kommen", fr="D’où ils viennent", es="De dónde proceden"
    )
    all_posts: Final = Word(
        en="All posts", de="Alle Vertretungen", fr="Tous les postes", es="Todas las misiones"
    )
    who: Final = Word(
        en="Who is named most",
        de="Wer am häufigsten genannt wird",
        fr="Qui est le plus cité",
        es="A quién se menciona más",
    )
    all_people: Final = Word(
        en="All people", de="Alle Personen", fr="Toutes les personnes", es="Todas las personas"
    )
    cited: Final = Word(
        en="Cited most", de="Am häufigsten zitiert", fr="Les plus cités", es="Los más citados"
    )
    latest: Final = Word(en="Latest", de="Die jüngsten", fr="Les plus récents", es="Los más recientes")
    frequent_tags: Final = Word(
        en="Most frequent tags",
        de="Häufigste Schlagwörter",
        fr="Mots-clés les plus fréquents",
        es="Descriptores más frecuentes",
    )
    busiest_posts: Final = Word(
        en="Posts with most cables",
        de="Vertretungen mit den meisten Telegrammen",
        fr="Postes ayant envoyé le plus de télégrammes",
        es="Misiones con más telegramas",
    )
