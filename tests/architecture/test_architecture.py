"""The shape of the code that CONTRIBUTING promises."""

import ast
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from generator.model import CablepressError

ROOT = Path(__file__).parents[2]
GENERATOR = ROOT / "generator"

STAGES = (
    "model",
    "tables",
    "names",
    "wording",
    "settings",
    "store",
    "read",
    "parse",
    "edition",
    "people",
    "settle",
    "catalogue",
    "pages",
    "export",
    "search",
    "publish",
    "pipeline",
    "starting",
    "cli",
    "__main__",
)
"""In the order in which data flows; a stage imports only from itself and those before it."""

SOURCES = sorted(GENERATOR.rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and stage of every import from the project."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            modules = [node.module]
        elif isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        else:
            continue
        for module in modules:
            parts = module.split(".")
            if parts[0] == "generator" and len(parts) > 1:
                yield node.lineno, parts[1]


def stage(path: Path) -> str | None:
    """Which stage a file belongs to; None for the package's own ``__init__``."""
    first = path.relative_to(GENERATOR).parts[0]
    name = first.removesuffix(".py")
    return None if name == "__init__" else name


def test_every_module_belongs_to_a_stage() -> None:
    assert {stage(path) for path in SOURCES} - {None} <= set(STAGES)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_imports_point_one_way(path: Path) -> None:
    own = stage(path)
    if own is None:
        assert not list(imports(path)), "generator/__init__.py imports no stage"
        return
    upward = [
        f"{path.name}:{line} imports generator.{other}"
        for line, other in imports(path)
        if STAGES.index(other) > STAGES.index(own)
    ]
    assert not upward


READING = {"MkDocsConfig", "load_config", "read_document", "yaml_load"}
"""What reads mkdocs.yml, or is made from it alone."""


def test_mkdocs_yml_is_read_in_one_place() -> None:
    readers = {
        stage(path)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and READING & {alias.name for alias in node.names}
    }
    assert readers == {"settings"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(GENERATOR)))
def test_modules_stay_readable_at_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_a_name_means_one_thing() -> None:
    classes = Counter(
        node.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    modules = Counter(path.name for path in SOURCES)
    of_people = {path.name for path in SOURCES if "people" in path.parent.parts} - {"__init__.py"}
    assert [name for name, times in classes.items() if times > 1] == []
    assert [name for name in sorted(of_people) if modules[name] > 1] == []


FLOW = {"_StoppedError", "ReaderGoneError", "_UnknownError"}
"""How work ends when nothing is wrong: Ctrl-C, a reader who has seen enough, Markdown for its library."""


def test_what_is_raised_for_people_has_one_base() -> None:
    for path in SOURCES:
        if path.name != "__main__.py":  # it would run the program
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
    errors = {
        node.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
    }
    pending = [CablepressError]
    derived: set[str] = set()
    while pending:
        base = pending.pop()
        derived.add(base.__name__)
        pending += base.__subclasses__()
    assert errors - derived == FLOW
