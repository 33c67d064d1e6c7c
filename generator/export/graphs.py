"""Who cites whom, and who is named with whom, as networks for Gephi, networkx and the like.

GraphML (http://graphml.graphdrawing.org) and GEXF 1.3 (https://gexf.net). A network of many edges comes in
parts, each a whole network of some of the edges with their nodes: nodes of one id are one.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import quoteattr

from generator.catalogue import Catalogue
from generator.pages.escape import one_line

EDGES: Final = 50_000
"""Edges of one file: some 15 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """One edge."""

    source: str
    target: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Edges, and what is to be said of a node."""

    name: str
    directed: bool
    attributes: Sequence[str]
    """Of a node, beside its id; the first is what a program shows of it."""
    edges: Callable[[], Iterator[Edge]]
    node: Callable[[str], tuple[str, ...]]
    """From an id to the attributes."""


def references(catalogue: Catalogue) -> Network:
    """Cables and the cables that they cite, held or not."""

    def edges() -> Iterator[Edge]:
        for entry in catalogue.entries.values():
            for cited in entry.cites:
                yield Edge(source=entry.key, target=cited.id, weight=1)

    def node(key: str) -> tuple[str, ...]:
        entry = catalogue.entries.get(key)
        if entry is None:
            return (key, "", "", "false")
        day = entry.date.date().isoformat() if entry.date else ""
        return (entry.subject or key, day, entry.post or "", "true")

    return Network(
        name="references",
        directed=True,
        attributes=("label", "date", "post", "held"),
        edges=edges,
        node=node,
    )


def people(catalogue: Catalogue, least: int) -> Network:
    """People and how many cables name both; of those whom ``least`` cables name."""

    def edges() -> Iterator[Edge]:
        for slug in catalogue.people:
            if len(catalogue.by_person[slug]) < least:
                continue
            shared = Counter(
                other for entry in catalogue.by_person[slug] for other in entry.people if other > slug
            )
            for other in sorted(shared):
                if other in catalogue.people and len(catalogue.by_person[other]) >= least:
                    yield Edge(source=slug, target=other, weight=shared[other])

    def node(slug: str) -> tuple[str, ...]:
        return (catalogue.people[slug].name, str(len(catalogue.by_person[slug])))

    return Network(name="people", directed=False, attributes=("label", "cables"), edges=edges, node=node)


def parted(edges: Iterator[Edge]) -> Iterator[list[Edge]]:
    """The edges in runs of ``EDGES``; one, be it empty, where they are few."""
    part: list[Edge] = []
    for edge in edges:
        if len(part) == EDGES:
            yield part
            part = []
        part.append(edge)
    yield part


def graphml(network: Network, edges: Sequence[Edge]) -> Iterator[str]:
    """The text of a GraphML file, piece by piece."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for name in network.attributes:
        yield f'  <key id="{name}" for="node" attr.name="{name}" attr.type="string"/>\n'
    yield '  <key id="weight" for="edge" attr.name="weight" attr.type="int"/>\n'
    yield f'  <graph id="{network.name}" edgedefault="{_kind(network)}">\n'
    for node, values in _nodes(network, edges).items():
        data = "".join(
            f'<data key="{name}">{quoteattr(value)[1:-1]}</data>'
            for name, value in zip(network.attributes, values, strict=True)
            if value
        )
        yield f"    <node id={quoteattr(node)}>{data}</node>\n"
    for edge in edges:
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'    <edge {ends}><data key="weight">{edge.weight}</data></edge>\n'
    yield "  </graph>\n</graphml>\n"


def gexf(network: Network, edges: Sequence[Edge]) -> Iterator[str]:
    """The text of a GEXF file, piece by piece."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f'  <graph defaultedgetype="{_kind(network)}">\n    <attributes class="node">\n'
    for name in network.attributes[1:]:
        yield f'      <attribute id="{name}" title="{name}" type="string"/>\n'
    yield "    </attributes>\n    <nodes>\n"
    for node, (label, *values) in _nodes(network, edges).items():
        data = "".join(
            f'<attvalue for="{name}" value={quoteattr(value)}/>'
            for name, value in zip(network.attributes[1:], values, strict=True)
            if value
        )
        head = f"<node id={quoteattr(node)} label={quoteattr(label)}>"
        yield f"      {head}<attvalues>{data}</attvalues></node>\n"
    yield "    </nodes>\n    <edges>\n"
    for number, edge in enumerate(edges):
        ends = f"source={quoteattr(edge.source)} target={quoteattr(edge.target)}"
        yield f'      <edge id="{number}" {ends} weight="{edge.weight}"/>\n'
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _kind(network: Network) -> str:
    return "directed" if network.directed else "undirected"


def _nodes(network: Network, edges: Sequence[Edge]) -> Mapping[str, tuple[str, ...]]:
    """The ends of the edges, in order, with their attributes."""
    ids = sorted({end for edge in edges for end in (edge.source, edge.target)})
    return {end: tuple(one_line(value) for value in network.node(end)) for end in ids}
