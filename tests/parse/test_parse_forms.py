"""Each form of a pattern that has many is what its example shows."""

import re

import pytest

from generator.parse.forms import Form
from generator.parse.labels import LABELS
from generator.parse.layout import GLUED


def named(form: Form) -> str:
    return form.example


@pytest.mark.parametrize("form", GLUED, ids=named)
def test_two_fields_on_one_line_are_parted(form: Form) -> None:
    parting = re.search(rf"(?<=\S)(?:{form.pattern})", form.example)
    assert parting
    assert form.example[: parting.start()].strip()
    assert form.example[parting.end() :].strip()


@pytest.mark.parametrize("form", LABELS, ids=named)
def test_a_label_of_a_copy_is_known(form: Form) -> None:
    assert re.match(rf"^\W*+(?:{form.pattern})", form.example, re.IGNORECASE)
