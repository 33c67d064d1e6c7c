"""Whom a cable asks to protect is decided by its text, also where a record says something else."""

from dataclasses import replace
from pathlib import Path

from generator.model import Source, dump_cable, load_cable
from generator.pipeline import Record, records
from generator.pipeline.records import understand
from generator.read import discover, read_file

TEXT = "CONFIDENTIAL ASTANA 009871\nSUBJECT: X\n\n1. (C) Timur Zhanibekov (strictly protect) told us so.\n"


def test_a_record_that_conceals_a_mark_is_marked_anew(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (file,) = discover([tmp_path])[0]
    (source,) = read_file(file)
    assert isinstance(source, Source)
    cable = understand(source)
    concealed = replace(cable, people=(), protected=())
    (tmp_path / "a.txt").unlink()
    (tmp_path / "a.jsonl").write_bytes(dump_cable(concealed) + b"\n")
    (record,) = records([tmp_path], workers=1)
    assert isinstance(record, Record)
    read = load_cable(record.line)
    assert (read.protected, read.people) == (cable.protected, cable.people)
