{#- What a cable's page has for those who work with it, in this order. -#}
{% include "assets/javascripts/reading/handing.js" %}
{% include "assets/javascripts/reading/citing.js" %}
{% include "assets/javascripts/reading/basket.js" %}
{% include "assets/javascripts/reading/collecting.js" %}
{% include "assets/javascripts/reading/tools.js" %}
