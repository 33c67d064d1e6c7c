"""What the interface says of collections and of where cables come from."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class HoldingWords(Wording):
    """Provenance on a cable's page, and the pages of collections."""

    __slots__ = ()

    collection: Final = Word(en="Collection", de="Bestand", fr="Fonds", es="Fondo")
    collections: Final = Word(en="Collections", de="Bestände", fr="Fonds", es="Fondos")
    intro: Final = Plural(
        en=("{count} collection on this site.", "{count} collections on this site."),
        de=("{count} Bestand auf dieser Website.", "{count} Bestände auf dieser Website."),
        fr=("{count} fonds sur ce site.", "{count} fonds sur ce site."),
        es=("{count} fondo en este sitio.", "{count} fondos en este sitio."),
    )
    archive: Final = Word(en="Archive", de="Archiv", fr="Archives", es="Archivo")
    series: Final = Word(en="Series", de="Serie", fr="Série", es="Serie")
    box: Final = Word(en="Box", de="Karton", fr="Carton", es="Caja")
    accession: Final = Word(en="Accession", de="Akzession", fr="Versement", es="Transferencia")
    rights: Final = Word(en="Rights", de="Rechte", fr="Droits", es="Derechos")
    link: Final = Word(en="At the archive", de="Beim Archiv", fr="Auprès des archives", es="En el archivo")
    holding: Final = Word(en="Where it comes from", de="Herkunft", fr="Provenance", es="Procedencia")
