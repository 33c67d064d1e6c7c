"""The stages put together, from paths to records, to a site, to a bundle."""

from generator.pipeline.build import build_bundle, build_site
from generator.pipeline.correcting import corrected_in_place
from generator.pipeline.examine import look_through
from generator.pipeline.findings import ESSENTIAL, FileFindings, FindingKind, FindingTally, findings_by_file
from generator.pipeline.kept import among_generated
from generator.pipeline.memory import remembering_files
from generator.pipeline.profile import Profile
from generator.pipeline.records import Record, records
from generator.pipeline.releasing import record_release
from generator.pipeline.report import Counts, Report
from generator.pipeline.stopped import StoppedError
from generator.pipeline.watch import Watch, unwatched

__all__ = [
    "ESSENTIAL",
    "Counts",
    "FileFindings",
    "FindingKind",
    "FindingTally",
    "Profile",
    "Record",
    "Report",
    "StoppedError",
    "Watch",
    "among_generated",
    "build_bundle",
    "build_site",
    "corrected_in_place",
    "findings_by_file",
    "look_through",
    "record_release",
    "records",
    "remembering_files",
    "unwatched",
]
