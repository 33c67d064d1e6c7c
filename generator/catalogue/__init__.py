"""Stage ``catalogue``."""
