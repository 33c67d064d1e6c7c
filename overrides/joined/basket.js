{#- What the page of the basket has, in this order. -#}
{% include "assets/javascripts/reading/handing.js" %}
{% include "assets/javascripts/reading/citing.js" %}
{% include "assets/javascripts/reading/basket.js" %}
{% include "assets/javascripts/reading/collecting.js" %}
{% include "assets/javascripts/reading/exporting.js" %}
{% include "assets/javascripts/reading/basket-page.js" %}
