"""Everything to be published in, every place where a protected name stands out."""

from generator.publish.gate.leak import Kind, Leak, Matcher, MatcherFor, Shipped
from generator.publish.gate.search import InOrder, leaks

__all__ = ["InOrder", "Kind", "Leak", "Matcher", "MatcherFor", "Shipped", "leaks"]
