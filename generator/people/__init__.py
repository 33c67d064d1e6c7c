"""Stage ``people``."""
