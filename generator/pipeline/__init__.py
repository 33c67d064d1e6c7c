"""The stages put together: every file read, parsed and searched for people, side by side and in order."""

from generator.pipeline.records import Record, records

__all__ = ["Record", "records"]
