"""The codes that the samples carry, and what must hold of every row of the TAGS tables."""

import re

import pytest

from generator.tables import country, places, tag, tags

CODE = re.compile(r"[A-Z][A-Z0-9-]{1,14}")


@pytest.mark.parametrize(
    ("code", "kind", "meaning"),
    [
        ("PGOV", "subject", "Political affairs: internal governmental affairs"),
        ("KTIP", "programme", "Trafficking in persons"),
        ("KZ", "country", "Kazakhstan"),
        ("XF", "country", "Region: Middle East"),
        ("OSCE", "organisation", "Organization for Security and Co-operation in Europe"),
        ("OVIP", "person", "Operations: visits and travel of prominent individuals and leaders"),
    ],
)
def test_a_code_of_each_kind_says_what_it_means(code: str, kind: str, meaning: str) -> None:
    found = tag(code)
    assert found is not None
    assert (found.kind, found.meaning) == (kind, meaning)


@pytest.mark.parametrize("code", ["", "XXXX", "kz", "PGOV ", "RIGHTS"])
def test_an_unknown_code_is_none(code: str) -> None:
    assert tag(code) is None


def test_readers_find_a_code_by_plain_words() -> None:
    ktip = tag("KTIP")
    assert ktip is not None
    assert "trafficking" in ktip.words


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("SP", "Spain"),
        ("GM", "Germany"),
        ("UP", "Ukraine"),
        ("RS", "Russia"),
        ("CH", "China"),
        ("IV", "Cote d'Ivoire"),
        ("MW", "Montenegro"),
        ("SR", "Serbia"),
        ("TC", "United Arab Emirates"),
        ("UR", "Soviet Union"),
    ],
)
def test_country_codes_are_the_departments_and_not_iso(code: str, name: str) -> None:
    assert country(code) == name


def test_a_region_is_no_country() -> None:
    assert country("XF") is None
    assert places()["XF"].region


def test_every_code_is_canonical_sorted_once_and_explained() -> None:
    codes = [known.code for known in tags()]
    assert codes == sorted(set(codes))
    assert [code for code in codes if not CODE.fullmatch(code)] == []
    assert [known.code for known in tags() if not known.meaning.strip()] == []


def test_programme_codes_are_k_and_three_letters() -> None:
    odd = [t.code for t in tags() if t.kind == "programme" and not re.fullmatch("K[A-Z]{3}", t.code)]
    assert odd == []
