"""Entries of people.yml that name a person by the address of the page, ``people/ivan-petrenko``.

An address is known only once people are brought together, which such an entry changes. So they are brought
together without these entries first; whoever stands on a page then is whom its address means. What an entry
of this kind itself gives an address to (a page renamed) is known in the next round.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.people.decisions import Decisions, Who
from generator.people.resolve.cells import Corpus, Occurrence
from generator.people.resolve.persons import People

Addressed = Mapping[str, frozenset[Occurrence]]
"""Of each address the mentions that stand on its page."""

NOBODY: Final[Addressed] = {}
_ROUNDS: Final = 3
"""An entry on a page that an entry gave its address, which another gave its own: nobody writes more."""


def every_who(decisions: Decisions) -> Iterator[Who]:
    """Every name or address that the decisions speak of."""
    for group in decisions.same + decisions.different:
        yield from group
    for rename in decisions.rename:
        yield rename.who
    yield from decisions.hide


def addressed(
    corpus: Corpus, decisions: Decisions, bring_together: Callable[[Decisions, Addressed], People]
) -> Addressed:
    """Whom the addresses in the decisions mean; one that is no page's is left out.

    Args:
        corpus: All cables.
        decisions: What people.yml says.
        bring_together: People as some decisions have them, given whom their addresses mean.
    """
    wanted = {who.page for who in every_who(decisions) if who.page}
    found: dict[str, frozenset[Occurrence]] = {}
    for _ in range(_ROUNDS):
        open_still = wanted - found.keys()
        if not open_still:
            break
        people = bring_together(_understood(decisions, found), found)
        new = dict(_on_pages(corpus, people, open_still))
        if not new:
            break
        found |= new
    return found


def _understood(decisions: Decisions, known: Addressed) -> Decisions:
    """The decisions without those that speak of an address that is not known yet."""

    def is_known(who: Who) -> bool:
        return not who.page or who.page in known

    return replace(
        decisions,
        same=tuple(group for group in decisions.same if all(map(is_known, group))),
        different=tuple(group for group in decisions.different if all(map(is_known, group))),
        rename=tuple(rename for rename in decisions.rename if is_known(rename.who)),
        hide=tuple(filter(is_known, decisions.hide)),
    )


def _on_pages(
    corpus: Corpus, people: People, wanted: set[str]
) -> Iterator[tuple[str, frozenset[Occurrence]]]:
    numbers = {context.key: number for number, context in enumerate(corpus.contexts)}
    persons = people.by_slug()
    for address in sorted(wanted):
        person = persons.get(address) or persons.get(people.aliases.get(address, ""))
        if person:
            yield address, frozenset((numbers[seen.cable], seen.index) for seen in person.appearances)
