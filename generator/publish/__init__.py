"""Stage ``publish``: Markdown -> a searchable site, hosted or as an offline bundle."""

from generator.publish.project import Project, open_project
from generator.publish.redirects import write_redirects
from generator.publish.render import read_config, render
from generator.publish.search import SearchOptions, index_site
from generator.publish.site import MARKER, SiteError, staged

__all__ = [
    "MARKER",
    "Project",
    "SearchOptions",
    "SiteError",
    "index_site",
    "open_project",
    "read_config",
    "render",
    "staged",
    "write_redirects",
]
