"""``python -m generator.publish.clean FOLDER...``: remove what builds left in a folder, and nothing else."""

import sys
from contextlib import suppress
from pathlib import Path

from generator.publish.owned import LIST, is_ours, read_owned


def clean(folder: Path) -> None:
    """Remove the files that are ours, and folders that are empty then; a folder without a list is left alone.

    Raises:
        SiteError: The list is damaged.
        OSError: A file cannot be removed.
    """
    owned = read_owned(folder)
    if owned is None:
        return
    for name in owned:
        if is_ours(folder, name, owned):
            (folder / name).unlink()
    (folder / LIST).unlink()
    emptied = {above for name in owned for above in (folder / name).parents if folder in above.parents}
    for emptied_folder in (*sorted(emptied, reverse=True), folder):
        _remove_if_empty(emptied_folder)


def _remove_if_empty(folder: Path) -> None:
    with suppress(OSError):  # it holds something else, and stays
        folder.rmdir()


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        clean(Path(argument))
