"""The people's pages, in as many processes as wanted; those that stay the same come from the store."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages import Output, has_page, person_pages
from generator.pipeline.collect import Collected
from generator.pipeline.memory import Memory
from generator.pipeline.remembered import Keyed, Task, remembered
from generator.pipeline.workers import Workers, chunks, copies_of_this
from generator.settings import Site
from generator.store import Key

BATCH = 64


def people_pages(collected: Collected, site: Site, memory: Memory, *, workers: Workers) -> Iterator[Output]:
    """The pages of everyone who has one, in order.

    Args:
        collected: The corpus.
        site: Options.
        memory: What earlier builds wrote.
        workers: Processes; the pages are the same.
    """
    found = collected.catalogue
    slugs = (slug for slug in found.people if has_page(found, site, slug))
    keys = _Keys(collected, site, memory)
    batches = ([Keyed(keys.of(slug), slug) for slug in some] for some in chunks(slugs, BATCH))
    task = Task("people's pages", _Pages(collected, site), tuple[Output, ...], dense=True)
    copies = copies_of_this(workers)  # which have the catalogue
    for batch in remembered(task, batches, memory.store, workers=copies):
        for outputs in batch:
            yield from outputs


@dataclass(frozen=True, slots=True)
class _Pages:
    """Writes one person's."""

    collected: Collected
    site: Site

    def __call__(self, slug: str) -> tuple[Output, ...]:
        collected = self.collected
        return tuple(person_pages(collected.catalogue, self.site, collected.namings, [slug]))


class _Keys:
    """What each person's pages depend on."""

    def __init__(self, collected: Collected, site: Site, memory: Memory) -> None:
        self._found, self._site, self._memory = collected.catalogue, site, memory
        self._page_from = site.page_from(len(self._found.entries))
        self._company: dict[str, Key] = {}
        for key, entry in self._found.entries.items():
            digests = collected.digests[key]
            company = memory.company_key(digests.entry, digests.namings, map(self._shown, entry.people))
            self._company[key] = company or b""

    def of(self, slug: str) -> Key | None:
        """The key of one person's."""
        person = self._found.people[slug]
        entries = (self._company[entry.key] for entry in self._found.by_person[slug])
        return self._memory.person_page_key(person, entries, self._site, self._page_from)

    def _shown(self, slug: str) -> tuple[str, str, bool]:
        return slug, self._found.people[slug].name, has_page(self._found, self._site, slug)
