/** Made by `make words` from generator/wording: change the words there. */
const cablepressTexts = {
  "language": "fr",
  "group": " ",
  "months": [
    "janv.",
    "févr.",
    "mars",
    "avr.",
    "mai",
    "juin",
    "juil.",
    "août",
    "sept.",
    "oct.",
    "nov.",
    "déc."
  ],
  "day": "{day} {month} {year}",
  "month": "{month} {year}",
  "texts": {
    "page": {
      "found": {
        "one": "{count} trouvée",
        "other": "{count} trouvées"
      },
      "found_shown": {
        "one": "{count} trouvée, {shown} affichées",
        "other": "{count} trouvées, {shown} affichées"
      },
      "loading": "Chargement"
    },
    "reading": {
      "copied": "Copié",
      "by_hand": "Sélectionnez et copiez à la main",
      "copy": "Copier",
      "save": "Enregistrer",
      "copy_of_cable": "Copier une référence de ce télégramme",
      "copy_of_paragraph": "Copier une référence du paragraphe {number}",
      "save_of_cable": "Enregistrer une référence de ce télégramme",
      "save_of_paragraph": "Enregistrer une référence du paragraphe {number}",
      "paragraph": "Paragraphe {number}",
      "link": "Lien",
      "to_basket": "Ajouter au panier",
      "in_basket": "Dans le panier",
      "not_kept": "Ce navigateur n’enregistre rien ici"
    },
    "basket": {
      "collected": {
        "one": "{count} élément, enregistré dans ce seul navigateur",
        "other": "{count} éléments, enregistrés dans ce seul navigateur"
      },
      "empty": "Le panier est vide. Chaque télégramme, et chaque paragraphe dont vous suivez le numéro, a un bouton pour l’ajouter.",
      "not_kept": "Ce navigateur n’enregistre rien pour cette page (lue depuis le disque ou en navigation privée) : le panier sera perdu avec elle. Enregistrez-le dans un fichier, ou copiez son lien.",
      "note": "Votre note",
      "note_on": "Votre note sur {title}",
      "up": "Monter",
      "down": "Descendre",
      "move_up": "Monter : {title}",
      "move_down": "Descendre : {title}",
      "remove": "Retirer",
      "beside": "Côte à côte",
      "copy": "Copier",
      "save": "Enregistrer",
      "text": "Texte",
      "pass_on": "Transmettre",
      "link": "Copier un lien",
      "print": "Imprimer",
      "clear": "Vider le panier",
      "clear_sure": "Appuyez encore pour le vider",
      "lacking": {
        "one": "{count} élément n’a pas encore de référence : ouvrez une fois son télégramme.",
        "other": "{count} éléments n’ont pas encore de références : ouvrez une fois leurs télégrammes."
      },
      "sent": {
        "one": "On vous a envoyé un lien avec {count} élément",
        "other": "On vous a envoyé un lien avec {count} éléments"
      },
      "take": "Ajouter à mon panier"
    },
    "search": {
      "cables": {
        "one": "{count} télégramme",
        "other": "{count} télégrammes"
      },
      "no_subject": "Télégramme sans objet",
      "date_unknown": "date inconnue",
      "line_to": "À",
      "line_info": "Pour information",
      "line_tags": "Mots-clés",
      "line_references": "Références",
      "line_signed": "Signé",
      "unavailable": "La recherche n’est pas disponible ici. Le menu mène à tous les télégrammes.",
      "unavailable_short": "La recherche n’est pas disponible.",
      "not_all": "Aucun télégramme ne contient tous ces mots",
      "not_all_most": "Aucun télégramme ne contient tous ces mots. Ceux-ci en contiennent la plupart :",
      "most": "Ceux-ci contiennent la plupart des mots :",
      "apart": "Chacun figure dans quelque télégramme, mais aucun ne les contient tous.",
      "nothing": "Aucun télégramme ne contient cela. Essayez moins de mots, ou une autre graphie.",
      "no_cable": "Aucun télégramme trouvé",
      "missing": "Aucun télégramme ne contient {text}.",
      "missing_quoted": "Aucun télégramme ne contient « {text} ».",
      "nearest": "Les plus proches : {words}.",
      "without_it": "Chercher sans cela : {text}",
      "found": {
        "one": "{count} télégramme trouvé",
        "other": "{count} télégrammes trouvés"
      },
      "all_found": {
        "one": "Tous les {count} télégramme, avec filtres",
        "other": "Les {count} télégrammes, avec filtres"
      },
      "search_page": "Page de recherche, avec filtres",
      "not_held": "{id} n’est pas conservé ici",
      "not_held_cited": {
        "one": "{id} n’est pas conservé ici ; {count} télégramme le cite.",
        "other": "{id} n’est pas conservé ici ; {count} télégrammes le citent."
      },
      "cite_it": {
        "one": "{count} télégramme le cite :",
        "other": "{count} télégrammes le citent :"
      },
      "found_lacking": {
        "one": "{cables}, et {count} où manque un mot",
        "other": "{cables}, et {count} où manque un mot"
      },
      "without": "Sans : {words}",
      "also_written": "aussi écrit {names}",
      "names_person": {
        "one": "{count} télégramme cite {name}",
        "other": "{count} télégrammes citent {name}"
      },
      "under_spellings": "{cables}, sous cette graphie ou une autre.",
      "years_alone": {
        "one": "{count} autre est de cette période, seule son année étant connue.",
        "other": "{count} autres sont de cette période, seule leur année étant connue."
      },
      "show_years": "Afficher tous ceux de cette période",
      "more_with": {
        "one": "{count} autre avec {forms}",
        "other": "{count} autres avec {forms}"
      },
      "cables_with": {
        "one": "{count} télégramme avec {forms}",
        "other": "{count} télégrammes avec {forms}"
      },
      "none_pass": {
        "one": "Le télégramme trouvé ({count}) ne passe pas ces filtres.",
        "other": "Aucun des {count} télégrammes trouvés ne passe ces filtres."
      },
      "remove_filters": "Retirer tous les filtres",
      "without_quotes": "Chercher les mots sans guillemets : {text}",
      "alone": "Chercher {word} seul",
      "spelling": "Essayez une autre graphie : les noms s’écrivent de plusieurs façons, et les mots à l’américaine. Les télégrammes sont en anglais.",
      "lists": "Parcourez les listes :",
      "show_more": {
        "one": "Afficher {count} autre",
        "other": "Afficher {count} autres"
      },
      "person": "Personne",
      "post": "Poste",
      "country": "Pays",
      "tag": "Mot-clé",
      "concept": "Notion",
      "kind": "Type",
      "complete": "Intégral",
      "extract": "Extrait",
      "page": "Page",
      "note": "Note de la rédaction",
      "classification": "Classification",
      "year": "Année",
      "date": "Date",
      "sender": "De",
      "recipient": "À",
      "collection": "Fonds",
      "signed_by": "Signé par",
      "cites": "Cite",
      "before": "Avant",
      "since": "Depuis",
      "unwanted": "Pas : {name}",
      "remove": "Retirer {name} {value}",
      "remove_all": "Tout retirer",
      "find_post": "Chercher un poste",
      "find_country": "Chercher un pays",
      "find_classification": "Chercher une classification",
      "find_tag": "Chercher un mot-clé",
      "find_concept": "Chercher une notion",
      "find_collection": "Chercher un fonds",
      "find_signer": "Chercher un signataire",
      "find_kind": "Chercher un type",
      "find_person": "Chercher une personne",
      "find_year": "Chercher une année",
      "loading_people": "Chargement des personnes…",
      "none_here": "Rien parmi ces télégrammes",
      "more_above": {
        "one": "et {count} de plus ; cherchez ci-dessus",
        "other": "et {count} de plus ; cherchez ci-dessus"
      },
      "more": {
        "one": "{count} de plus",
        "other": "{count} de plus"
      },
      "range_from": "Du",
      "range_to": "Au",
      "marks": "Mots de votre recherche",
      "previous": "Précédent",
      "next": "Suivant",
      "remove_marks": "Retirer les marques",
      "marked": {
        "one": "{count} marque",
        "other": "{count} marques"
      },
      "mark_of": "{number} sur {count}"
    }
  }
};
