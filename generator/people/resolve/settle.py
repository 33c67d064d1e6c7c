"""Decisions of people.yml brought to bear on the cells before any evidence is weighed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from generator.model import Problem
from generator.names.forms import name_form
from generator.people.decisions import HIDING, HINT, Decisions, Who
from generator.people.resolve.cells import Cell, Corpus
from generator.people.resolve.cluster import Cluster
from generator.people.resolve.pool import Pool


def every_who(decisions: Decisions) -> Iterator[Who]:
    """Every name that the decisions speak of."""
    for group in decisions.same + decisions.different:
        yield from group
    for rename in decisions.rename:
        yield rename.who
    yield from decisions.hide


def anchors(corpus: Corpus, decisions: Decisions) -> dict[tuple[str, int], str]:
    """Mentions that a decision names by their cable, so that they get a cell of their own."""
    by_cable: defaultdict[str, list[Who]] = defaultdict(list)
    for who in every_who(decisions):
        if who.cable:
            by_cable[who.cable].append(who)
    found: dict[tuple[str, int], str] = {}
    for context in corpus.contexts if by_cable else ():
        for who in by_cable.get(context.key, ()):
            for index, person in enumerate(context.people):
                if _same_name(who, person.name) or any(_same_name(who, each) for each in person.mentions):
                    found[context.key, index] = f"{context.key}|{index}"
    return found


def _same_name(who: Who, name: str) -> bool:
    return name_form(who.name).text == name_form(name).text


class Finder:
    """Finds the clusters of a name in the decisions."""

    def __init__(self, corpus: Corpus, cells: Iterable[Cell], pool: Pool, *, wanted: bool) -> None:
        """Index the cells by spelling; where nothing is ``wanted`` of it, it finds nothing."""
        self._pool = pool
        self._by_form: defaultdict[str, list[tuple[int, Cell]]] = defaultdict(list)
        for number, cell in enumerate(cells) if wanted else ():
            spellings = {cell.form.text}
            if cell.anchor and len(cell.mentions) == 1:
                spellings |= {name_form(each).text for each in corpus.found(cell.mentions[0]).mentions}
            for text in sorted(spellings):
                self._by_form[text].append((number, cell))
        self._keys = {context.key: number for number, context in enumerate(corpus.contexts)}

    def clusters(self, who: Who) -> tuple[Cluster, ...]:
        """The clusters that hold a mention of this name within the scope given; in order, each once."""
        numbers = {
            self._pool.root(number)
            for number, cell in self._by_form.get(name_form(who.name).text, ())
            if self._in_scope(who, cell)
        }
        return tuple(self._pool.of(number) for number in sorted(numbers))

    def _in_scope(self, who: Who, cell: Cell) -> bool:
        if who.cable:
            return self._keys.get(who.cable) in cell.cables and len(cell.cables) == 1
        return who.country is None or (cell.country or "").casefold() == who.country.casefold()


def apply(decisions: Decisions, finder: Finder, pool: Pool) -> tuple[Problem, ...]:
    """Join what people.yml calls the same, part what it calls different; report names that stand nowhere."""
    for group in decisions.same:
        numbers = [cluster.number for who in group for cluster in finder.clusters(who)]
        for number in numbers[1:]:
            pool.join(pool.of(numbers[0]), pool.of(number))
    problems = [
        _problem(
            decisions.path,
            who.line,
            f"{who} stands in no cable of the corpus",
            code=HIDING if who in decisions.hide else "people-entry",
        )
        for who in every_who(decisions)
        if not finder.clusters(who)
    ]
    for group in decisions.different:
        for one, other in combinations(group, 2):
            problems += _part(decisions.path, finder, pool, one, other)
    return tuple(sorted(set(problems)))


def _part(path: str, finder: Finder, pool: Pool, one: Who, other: Who) -> Iterator[Problem]:
    for a in finder.clusters(one):
        for b in finder.clusters(other):
            if a is b:
                yield _problem(path, other.line, f"{one} and {other} cannot be told apart by what is given")
                return
            pool.forbid(a, b)


def _problem(path: str, line: int, message: str, *, code: str = "people-entry") -> Problem:
    return Problem(path=path, line=line, code=code, message=message, hint=HINT)
