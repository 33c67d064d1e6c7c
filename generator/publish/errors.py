"""What publishing raises for people."""

from mkdocs.exceptions import MkDocsException

from generator.model import CablepressError


class SiteError(CablepressError, MkDocsException):
    """The site cannot be built or put in its place.

    One of MkDocs', too, since MkDocs lets its own pass when they are raised while it renders.
    """
