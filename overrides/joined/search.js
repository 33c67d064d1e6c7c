{#- What every page has of the search, in this order: each script uses those before it. One request instead of
    nineteen. A script holds none of Jinja's signs (two braces, a brace and a percent or number sign). -#}
{% include ["assets/javascripts/texts/" ~ config.theme.language ~ ".js", "assets/javascripts/texts/en.js"] %}
{% include "assets/javascripts/language.js" %}
{% include "assets/javascripts/elements.js" %}
{% include "assets/javascripts/search/words.js" %}
{% include "assets/javascripts/search/query.js" %}
{% include "assets/javascripts/search/dates.js" %}
{% include "assets/javascripts/search/engine.js" %}
{% include "assets/javascripts/search/digits.js" %}
{% include "assets/javascripts/search/matches.js" %}
{% include "assets/javascripts/search/postings.js" %}
{% include "assets/javascripts/search/lookup.js" %}
{% include "assets/javascripts/search/ranking.js" %}
{% include "assets/javascripts/search/forms.js" %}
{% include "assets/javascripts/search/question.js" %}
{% include "assets/javascripts/search/ask.js" %}
{% include "assets/javascripts/search/things.js" %}
{% include "assets/javascripts/search/passages.js" %}
{% include "assets/javascripts/search/hits.js" %}
{% include "assets/javascripts/search/combobox.js" %}
{% include "assets/javascripts/search/terms.js" %}
{% include "assets/javascripts/search/marks.js" %}
