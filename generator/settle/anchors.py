"""Where in a cable's page a reader can be sent: one anchor for each block, the same in every stage."""

from collections import Counter
from collections.abc import Sequence

from generator.model import Block


def anchors(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The address of each block inside the page, without ``#``.

    ``para-5`` for the paragraph numbered 5 (``para-5-2`` where a second paragraph carries that number, as
    in a telegram that quotes another), ``sec-1`` for headings and ``block-7`` for what has no number,
    counted so that the numbered ones, which people cite, never depend on the others.
    """
    seen: Counter[str] = Counter()
    return tuple(_anchor(block, seen) for block in blocks)


def _anchor(block: Block, seen: Counter[str]) -> str:
    if block.number is not None:
        name = f"para-{block.number}"
        seen[name] += 1
        return name if seen[name] == 1 else f"{name}-{seen[name]}"
    kind = "sec" if block.kind == "heading" else "block"
    seen[kind] += 1
    return f"{kind}-{seen[kind]}"
