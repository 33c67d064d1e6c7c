"""Jinja2 for Markdown: whatever a template shows is escaped unless this stage made it Markdown itself."""

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.pages.escape import html, markdown

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def render(name: str, context: "DataclassInstance") -> str:
    """The template ``name`` over the fields of a typed context.

    Text of cables is only ever a value here; no template is made from it.

    Raises:
        jinja2.UndefinedError: The template names what the context has not.
    """
    values = {field.name: getattr(context, field.name) for field in fields(context)}
    return _environment().get_template(name).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("generator.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["html"] = html
    return environment


def _finalize(value: Any) -> Markup:  # noqa: ANN401 - whatever an expression gives
    """Plain text becomes Markdown that shows it; Markup passes."""
    return value if isinstance(value, Markup) else markdown(str(value))
