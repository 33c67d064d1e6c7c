"""The ``cablepress`` command: one thin function per command over the library."""

from generator.cli.main import main

__all__ = ["main"]
