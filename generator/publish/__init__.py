"""Stage ``publish``: Markdown -> a searchable site, hosted or as an offline bundle."""

from generator.publish.claim import claimed, empty
from generator.publish.errors import SiteError
from generator.publish.headers import write_headers
from generator.publish.owned import LIST, Digest, Owned, changed, digest, is_ours, read_owned, write_owned
from generator.publish.parent import end_with_parent
from generator.publish.places import refuse_inside, refuse_mixed, refuse_nested
from generator.publish.press import Compiled, Drafts, DraftsInMaking, Keeping, Made, Shell, made_by
from generator.publish.project import open_project
from generator.publish.redirects import write_redirects
from generator.publish.render import render
from generator.publish.scratch import scratch_folder
from generator.publish.searchable import index_site
from generator.publish.site import MARKER, Stage, staged
from generator.publish.swap import undisturbed

__all__ = [
    "LIST",
    "MARKER",
    "Compiled",
    "Digest",
    "Drafts",
    "DraftsInMaking",
    "Keeping",
    "Made",
    "Owned",
    "Shell",
    "SiteError",
    "Stage",
    "changed",
    "claimed",
    "digest",
    "empty",
    "end_with_parent",
    "index_site",
    "is_ours",
    "made_by",
    "open_project",
    "read_owned",
    "refuse_inside",
    "refuse_mixed",
    "refuse_nested",
    "render",
    "scratch_folder",
    "staged",
    "undisturbed",
    "write_headers",
    "write_owned",
    "write_redirects",
]
