"""Stage ``publish``."""
