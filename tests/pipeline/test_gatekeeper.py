"""What the last gate takes for an entry that names somebody."""

import pytest

from generator.names import NameSearch, name_words
from generator.pipeline.gatekeeper import _names_one

SOUGHT = NameSearch([name_words("dos Campos"), name_words("Timur Zhanibekov")])


@pytest.mark.parametrize(
    "entry",
    [
        "dos Campos",
        "dos-campos",
        "dos-campos,dos Campos,,1,2006",
        "Dr. Timur Zhanibekov",
        "timur-zhanibekov-2",
    ],
)
def test_an_entry_of_somebody_to_be_hidden_is_seen(entry: str) -> None:
    assert _names_one(entry, SOUGHT)


@pytest.mark.parametrize("entry", ["Bernardo dos Campos", "bernardo-dos-campos", "Timur", "Campos"])
def test_a_surname_with_its_particle_in_a_longer_name_is_somebody_elses(entry: str) -> None:
    assert not _names_one(entry, SOUGHT)
