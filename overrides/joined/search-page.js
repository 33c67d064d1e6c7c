{#- What the search page has besides joined/search.js, in this order. -#}
{% include "assets/javascripts/search/facets.js" %}
{% include "assets/javascripts/search/state.js" %}
{% include "assets/javascripts/search/histogram.js" %}
{% include "assets/javascripts/search/filters.js" %}
{% include "assets/javascripts/search/results.js" %}
{% include "assets/javascripts/search/page.js" %}
