"""How much a word counts by where it stands; tuned with ``bench/bench_search.py``."""

BODY: dict[str, float] = {
    "cp-summary": 3.0,
    "cp-comment": 1.5,
    "cp-notice": 0.3,
}
"""Class of a part of a cable's body -> weight of its words; 1 elsewhere. Pagefind takes 0 to 10.

The summary says what the cable is about, the comment what the post makes of it; a notice is no part of the
message.
"""

HEADING = 2.0
"""Weight of a heading inside a cable; Pagefind's own 6 is made for what authors of web pages write."""

META: dict[str, float] = {
    "title": 6.0,
    "id": 10.0,
    "number": 8.0,
    "tags": 1.5,
    "terms": 0.7,
    "place": 1.0,
    "header": 0.2,
}
"""Field -> weight when the query's words stand in it (Pagefind's ``metaWeights``)."""

RANKING: dict[str, float] = {
    "termFrequency": 0.6,
    "termSaturation": 1.6,
    "termSimilarity": 6.0,
    "pageLength": 0.4,
}
"""Pagefind's own parameters, https://pagefind.app/docs/ranking/."""
