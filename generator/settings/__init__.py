"""Stage ``settings``: mkdocs.yml and the command line -> one :class:`Configuration`, read once.

- ``sections``: every option, in the section that one stage works with.
- ``document``: mkdocs.yml as YAML; ``options``: its section ``extra: cablepress:``, checked; ``mkdocs``: the
  rest, as MkDocs checks it.
- ``package``: what Cablepress brings along for what is left out.
- ``configuration``: all of it resolved.
"""

from generator.settings.configuration import Configuration, ToRead, at_home, read_configuration, read_to_read
from generator.settings.document import read_document
from generator.settings.mkdocs import Ear, MkDocs, MkDocsOptions, gave_up, heard
from generator.settings.options import SECTIONS, defaults, read_options
from generator.settings.package import PACKAGE
from generator.settings.plugged import EXECUTORS, READERS, TAGGERS, load_plugged
from generator.settings.sections import (
    TITLING,
    Download,
    Finding,
    Project,
    Protecting,
    Publishing,
    Running,
    Site,
    Sources,
    Titling,
    Treatment,
    processes,
)

__all__ = [
    "EXECUTORS",
    "PACKAGE",
    "READERS",
    "SECTIONS",
    "TAGGERS",
    "TITLING",
    "Configuration",
    "Download",
    "Ear",
    "Finding",
    "MkDocs",
    "MkDocsOptions",
    "Project",
    "Protecting",
    "Publishing",
    "Running",
    "Site",
    "Sources",
    "Titling",
    "ToRead",
    "Treatment",
    "at_home",
    "defaults",
    "gave_up",
    "heard",
    "load_plugged",
    "processes",
    "read_configuration",
    "read_document",
    "read_options",
    "read_to_read",
]
