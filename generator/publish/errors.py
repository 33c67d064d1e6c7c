"""What publishing raises for people."""

from mkdocs.exceptions import MkDocsException


class SiteError(MkDocsException):
    """The site cannot be built or put in its place; the message is one line for people."""
