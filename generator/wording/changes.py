"""What the interface says of releases, and of cables that are no more where they were."""

from typing import Final

from generator.wording.word import Plural, Word, Wording


class ChangeWords(Wording):
    """The pages of changes, and what a cable's page says of its own."""

    __slots__ = ()

    title: Final = Word(en="Changes", de="Änderungen", fr="Modifications", es="Cambios")
    intro: Final = Word(
        en="What was added, changed and withdrawn, release by release.",
        de="Was hinzukam, geändert und zurückgezogen wurde, Ausgabe für Ausgabe.",
        fr="Ce qui a été ajouté, modifié et retiré, édition par édition.",
        es="Lo añadido, modificado y retirado, edición por edición.",
    )
    feed_title: Final = Word(
        en="{name}: changes", de="{name}: Änderungen", fr="{name} : modifications", es="{name}: cambios"
    )
    releases: Final = Word(en="Releases", de="Ausgaben", fr="Éditions", es="Ediciones")
    first: Final = Plural(
        en=("{day}: first release, {count} cable.", "{day}: first release, {count} cables."),
        de=("{day}: erste Ausgabe, {count} Telegramm.", "{day}: erste Ausgabe, {count} Telegramme."),
        fr=(
            "{day} : première édition, {count} télégramme.",
            "{day} : première édition, {count} télégrammes.",
        ),
        es=("{day}: primera edición, {count} telegrama.", "{day}: primera edición, {count} telegramas."),
    )
    of_day: Final = Word(
        en="Changes of {day}", de="Änderungen vom {day}", fr="Modifications du {day}", es="Cambios del {day}"
    )
    of_day_part: Final = Word(
        en="Changes of {day}, part {part}",
        de="Änderungen vom {day}, Teil {part}",
        fr="Modifications du {day}, partie {part}",
        es="Cambios del {day}, parte {part}",
    )
    part: Final = Word(en="Part {part}", de="Teil {part}", fr="Partie {part}", es="Parte {part}")
    nothing: Final = Word(
        en="nothing changed", de="nichts geändert", fr="aucune modification", es="sin cambios"
    )
    renumbered: Final = Word(
        en="{number}, now {new}",
        de="{number}, jetzt {new}",
        fr="{number}, désormais {new}",
        es="{number}, ahora {new}",
    )

    added: Final = Word(en="Added", de="Hinzugefügt", fr="Ajoutés", es="Añadidos")
    changed: Final = Word(en="Changed", de="Geändert", fr="Modifiés", es="Modificados")
    moved: Final = Word(
        en="Renumbered or merged",
        de="Neu nummeriert oder zusammengelegt",
        fr="Renumérotés ou réunis",
        es="Renumerados o unidos",
    )
    withheld: Final = Word(en="Withheld", de="Zurückgehalten", fr="Retenus", es="Retenidos")
    removed: Final = Word(en="Removed", de="Entfernt", fr="Retirés", es="Retirados")
    some_added: Final = Plural(
        en=("{count} added", "{count} added"),
        de=("{count} hinzugefügt", "{count} hinzugefügt"),
        fr=("{count} ajouté", "{count} ajoutés"),
        es=("{count} añadido", "{count} añadidos"),
    )
    some_changed: Final = Plural(
        en=("{count} changed", "{count} changed"),
        de=("{count} geändert", "{count} geändert"),
        fr=("{count} modifié", "{count} modifiés"),
        es=("{count} modificado", "{count} modificados"),
    )
    some_moved: Final = Plural(
        en=("{count} renumbered or merged", "{count} renumbered or merged"),
        de=("{count} neu nummeriert oder zusammengelegt", "{count} neu nummeriert oder zusammengelegt"),
        fr=("{count} renuméroté ou réuni", "{count} renumérotés ou réunis"),
        es=("{count} renumerado o unido", "{count} renumerados o unidos"),
    )
    some_withheld: Final = Plural(
        en=("{count} withheld", "{count} withheld"),
        de=("{count} zurückgehalten", "{count} zurückgehalten"),
        fr=("{count} retenu", "{count} retenus"),
        es=("{count} retenido", "{count} retenidos"),
    )
    some_removed: Final = Plural(
        en=("{count} removed", "{count} removed"),
        de=("{count} entfernt", "{count} entfernt"),
        fr=("{count} retiré", "{count} retirés"),
        es=("{count} retirado", "{count} retirados"),
    )

    removed_title: Final = Word(
        en="Telegram {number}: removed",
        de="Telegramm {number}: entfernt",
        fr="Télégramme {number} : retiré",
        es="Telegrama {number}: retirado",
    )
    no_more: Final = Word(
        en="This telegram was part of this collection and is no more. Last release: {day}.",
        de="Dieses Telegramm gehörte zu dieser Sammlung und gehört nicht mehr dazu. Letzte Ausgabe: {day}.",
        fr="Ce télégramme faisait partie de ce fonds et n’en fait plus partie. Dernière édition : {day}.",
        es="Este telegrama formaba parte de esta colección y ya no. Última edición: {day}.",
    )
    list_gone_title: Final = Word(
        en="This page is no more",
        de="Diese Seite gibt es nicht mehr",
        fr="Cette page n’existe plus",
        es="Esta página ya no existe",
    )
    list_no_more: Final = Word(
        en="No telegram of this collection belongs here any more. Last release: {day}.",
        de="Kein Telegramm dieser Sammlung gehört mehr hierher. Letzte Ausgabe: {day}.",
        fr="Plus aucun télégramme de ce fonds ne figure ici. Dernière édition : {day}.",
        es="Ningún telegrama de esta colección corresponde ya a esta página. Última edición: {day}.",
    )
    since: Final = Word(
        en="In this collection since {day}",
        de="In dieser Sammlung seit dem {day}",
        fr="Dans ce fonds depuis le {day}",
        es="En esta colección desde el {day}",
    )
    since_and_changed: Final = Word(
        en="In this collection since {day}, last changed {changed}",
        de="In dieser Sammlung seit dem {day}, zuletzt geändert am {changed}",
        fr="Dans ce fonds depuis le {day}, dernière modification le {changed}",
        es="En esta colección desde el {day}, último cambio el {changed}",
    )
    version: Final = Word(
        en="What was published on {day}, where it differs from this",
        de="Was am {day} veröffentlicht war, soweit es hiervon abweicht",
        fr="Ce qui était publié le {day}, là où cela diffère",
        es="Lo publicado el {day}, donde difiere de esto",
    )
