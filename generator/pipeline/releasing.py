"""A release recorded: what the collection is on a day, held against the release before."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date

from generator.edition.history import Release, write_release
from generator.pipeline.collect import Collected
from generator.pipeline.examine import look_through
from generator.pipeline.memory import remembering
from generator.pipeline.versions import listed_pages, since_last_release
from generator.pipeline.watch import Watch, unwatched
from generator.publish import scratch_folder
from generator.settings import Configuration
from generator.settle import load_published, readable


def record_release(
    configured: Configuration, day: date, *, note: str = "", watch: Watch = unwatched
) -> Release | None:
    """Add a release to the history, with what the added and changed cables say, as they are published.

    Args:
        configured: Whose cables.
        day: Its day.
        note: What the editors say of it.
        watch: Who waits.

    Returns:
        What was recorded; None where nothing has changed since the last release.

    Raises:
        StoppedError: The corpus as it is cannot be published.
        ReleaseError: There is one of that day or a later one.
        OSError: The history cannot be written.
    """
    finding, running = configured.finding, configured.running
    with (
        scratch_folder() as scratch,
        remembering(configured.project, finding, wanted=running.store) as memory,
        closing(look_through(configured, scratch, publishing=True, watch=watch, memory=memory)) as collected,
    ):
        changes = since_last_release(collected)
        if not changes:
            return None
        pages = listed_pages(collected, configured.site) - collected.history.pages
        release = Release(day=day, note=note, changes=changes, pages=tuple(sorted(pages)))
        write_release(configured.sources.history, release, _texts(release, collected))
        return release


def _texts(release: Release, collected: Collected) -> Iterator[tuple[str, str]]:
    for change in release.changes:
        if change.what in {"added", "changed"}:
            yield change.key, readable(load_published(collected.shelf.get(change.key)).cable)
