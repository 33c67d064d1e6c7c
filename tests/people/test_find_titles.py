"""The title printed with a name: as printed, whole, and nobody else's."""

import pytest

from generator.people.find.titles import role_at

CASES = [
    ("told Attorney General *Holder*", "Attorney General"),
    ("met Lt. Gen. *Ivan Petrov* in", "Lt. Gen."),
    ("with INL Assistant Secretary *Jon Davids*'s", "INL Assistant Secretary"),
    ("the Minister of Trade and Industry *Zhana Aitkali* said", "Minister of Trade and Industry"),
    ("the Minister of Justice, *Timur Ali*, said", "Minister of Justice"),
    (
        "Kazakhstan's Ambassador to the United States, *Askar Bek*, is",
        "Kazakhstan's Ambassador to the United States",
    ),
    ("attended by *Askar Bek*, Chairman of the Council, and", "Chairman of the Council"),
    # lists of people, each with what is said behind the name
    (
        "were Igor Bek, Chairman of the Council, *Kairat Ali*, Chief Justice of the Court,",
        "Chief Justice of the Court",
    ),
    ("were Igor Bek, Chairman of the Council, *Kairat Ali*, and others", None),
    # titles of somebody else, and words that only begin the sentence
    ("met President Ali and NEC Director *Larry Bek* on", "NEC Director"),
    ("met President Ali, *Timur Bek* and others", None),
    ("Interior Minister and Deputy Prime Minister *Li* said", "Deputy Prime Minister"),
    ("He met the King. President *Ali* came", "President"),
    ("Since President *Ali* came", "President"),
    # all in capitals, where capitals say nothing
    ("KAZAKHSTAN: JUSTICE MINISTER *ALIYEVA* EXPRESSES", "JUSTICE MINISTER"),
    ("FIGARO EUPHORIC ABOUT PRESIDENT *ALI*", "PRESIDENT"),
    ("MINISTER PROMISES PERSONAL SUPPORT ON ACCESS TO VISIT *ALI*", None),
]


@pytest.mark.parametrize(("text", "role"), CASES, ids=[text for text, _ in CASES])
def test_role(text: str, role: str | None) -> None:
    before, name, _ = text.split("*")
    start = len(before)
    assert role_at(text.replace("*", ""), start, start + len(name)) == role
