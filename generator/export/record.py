"""The whole record of a cable, as it is published."""

from dataclasses import replace

from generator.model import dump_cable
from generator.settle import PublishedCable


def public_record(published: PublishedCable) -> bytes:
    """A line of ``cables.jsonl``, without its end; the original text is left out, being a file of its own."""
    cable = published.cable
    return dump_cable(replace(cable, source=replace(cable.source, original="")))
