"""Stage ``publish``: Markdown -> a searchable site, hosted or as an offline bundle."""

from generator.publish.project import Project, open_project
from generator.publish.search import index_site
from generator.publish.site import MARKER, SiteError, render, staged

__all__ = ["MARKER", "Project", "SiteError", "index_site", "open_project", "render", "staged"]
