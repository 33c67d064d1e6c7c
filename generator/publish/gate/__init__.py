"""Everything to be published in, every place where a protected name stands out."""

from generator.publish.gate.leak import Kind, Leak, Matcher, MatcherFor, Shipped
from generator.publish.gate.search import leaks

__all__ = ["Kind", "Leak", "Matcher", "MatcherFor", "Shipped", "leaks"]
