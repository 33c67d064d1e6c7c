"""The YAML block above a page: the cable's record without its text, under the record's own names."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import yaml

from generator.model import Addressee, Correction, PersonFound, Withheld
from generator.pages.escape import visible
from generator.pages.yaml_text import yaml_text
from generator.settle import PublishedCable

try:  # libyaml where PyYAML was built with it: ten times as fast, the same text
    from yaml import CSafeDumper as _Dumper
except ImportError:  # pragma: no cover - depends on the platform's wheel
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]

_WIDE = 1_000_000
"""Columns before YAML folds a line: never."""


def front_matter(record: dict[str, Any]) -> str:
    """``---``, the record as YAML in the order given, ``---``."""
    return f"---\n{yaml_text(record) or dumped(record)}---\n"


def dumped(record: dict[str, Any]) -> str:
    """The record as PyYAML writes it."""
    text: str = yaml.dump(
        record,
        Dumper=_Dumper,
        allow_unicode=True,
        default_flow_style=None,
        sort_keys=False,
        width=_WIDE,
    )
    return text


def cable_record(published: PublishedCable) -> dict[str, Any]:
    """The front matter of a cable's page.

    The body stands below it, so ``blocks`` and what points into them is left out. What must not appear in
    any index is not in a published cable.
    """
    cable = published.cable
    record = {
        "template": "cable.html",
        "id": cable.id,
        "subject": cable.subject,
        "date": cable.date.strftime("%Y-%m-%dT%H:%M:%SZ") if cable.date else None,
        "date_precision": cable.date_precision,
        "year": published.entry.year,
        "classification": cable.classification,
        "captions": cable.captions,
        "origin": cable.origin,
        "post": cable.post,
        "country": cable.country,
        "precedence": cable.precedence,
        "transmission_id": cable.transmission_id,
        "action": [_addressee(addressee) for addressee in cable.action],
        "info": [_addressee(addressee) for addressee in cable.info],
        "attention": cable.attention,
        "executive_order": cable.executive_order,
        "declassify_on": cable.declassify_on.isoformat() if cable.declassify_on else None,
        "classified_by": cable.classified_by,
        "reasons": cable.reasons,
        "tags": cable.tags,
        "concepts": cable.concepts,
        "text_status": cable.text_status,
        "references": [asdict(reference) for reference in cable.references],
        "signed_by": cable.signed_by,
        "partial": cable.partial,
        "people": [_person(person) for person in cable.people],
        "source": {
            "path": cable.source.path,
            "layout": cable.source.layout,
            "sha256": cable.source.sha256,
        },
        "warnings": [asdict(warning) for warning in cable.warnings],
        "excerpt": published.entry.excerpt,
    }
    if cable.holding:
        record["holding"] = asdict(cable.holding)
    if cable.corrections:
        record["corrections"] = [_correction(correction) for correction in cable.corrections]
    if cable.withheld:
        record["withheld"] = [_withheld(part) for part in cable.withheld]
    return {name: _plain(value) for name, value in record.items()}


def _addressee(addressee: Addressee) -> dict[str, str]:
    """Without the keys that say nothing: a collective telegram has a hundred addressees."""
    return {name: value for name, value in asdict(addressee).items() if value is not None}


def _withheld(part: Withheld) -> dict[str, Any]:
    return asdict(part) | {"publish_from": part.publish_from.isoformat() if part.publish_from else None}


def _correction(correction: Correction) -> dict[str, Any]:
    return asdict(correction) | {
        "corrected_on": correction.corrected_on.isoformat() if correction.corrected_on else None
    }


def _person(person: PersonFound) -> dict[str, Any]:
    return {
        "name": person.name,
        "slug": person.slug,
        "mentions": person.mentions,
        "roles": person.roles,
        "where": person.where,
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a record
    """Lists for tuples, and no character that a document must not hold."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value
