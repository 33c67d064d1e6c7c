"""The values that travel between the stages.

The bottom layer: frozen, slotted, keyword-only dataclasses with tuples inside; no I/O, no parsing and no
import from another part of the project. Unknown is None or an empty tuple, never invented.
"""

from generator.model.cable import (
    Addressee,
    Block,
    BlockKind,
    Cable,
    CableWarning,
    Citation,
    Correction,
    Difference,
    FormerVersion,
    Holding,
    Printing,
    Provenance,
    Reference,
    Section,
    Withheld,
    dump_cable,
    load_cable,
)
from generator.model.codes import CODES, PROTECT_UNCLEAR, Code
from generator.model.names import CABLE_ID, FIRST_YEAR, YEARS, cable_id_parts, full_year
from generator.model.people import SUBJECT, Appearance, CableContext, Person, PersonFound, Place, Span
from generator.model.problem import CablepressError, Problem, counted
from generator.model.source import DatePrecision, Source, Stated
from generator.model.work import InOrder

__all__ = [
    "CABLE_ID",
    "CODES",
    "FIRST_YEAR",
    "PROTECT_UNCLEAR",
    "SUBJECT",
    "YEARS",
    "Addressee",
    "Appearance",
    "Block",
    "BlockKind",
    "Cable",
    "CableContext",
    "CableWarning",
    "CablepressError",
    "Citation",
    "Code",
    "Correction",
    "DatePrecision",
    "Difference",
    "FormerVersion",
    "Holding",
    "InOrder",
    "Person",
    "PersonFound",
    "Place",
    "Printing",
    "Problem",
    "Provenance",
    "Reference",
    "Section",
    "Source",
    "Span",
    "Stated",
    "Withheld",
    "cable_id_parts",
    "counted",
    "dump_cable",
    "full_year",
    "load_cable",
]
