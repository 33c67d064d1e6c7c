/** Made by `make words` from generator/wording: change the words there. */
const cablepressTexts = {
  "language": "de",
  "group": ".",
  "months": [
    "Jan.",
    "Feb.",
    "März",
    "Apr.",
    "Mai",
    "Juni",
    "Juli",
    "Aug.",
    "Sept.",
    "Okt.",
    "Nov.",
    "Dez."
  ],
  "day": "{day}. {month} {year}",
  "month": "{month} {year}",
  "texts": {
    "page": {
      "found": {
        "one": "{count} gefunden",
        "other": "{count} gefunden"
      },
      "found_shown": {
        "one": "{count} gefunden, {shown} angezeigt",
        "other": "{count} gefunden, {shown} angezeigt"
      },
      "loading": "Wird geladen"
    },
    "reading": {
      "copied": "Kopiert",
      "by_hand": "Bitte von Hand auswählen und kopieren",
      "copy": "Kopieren",
      "save": "Speichern",
      "copy_of_cable": "Nachweis dieses Telegramms kopieren",
      "copy_of_paragraph": "Nachweis von Absatz {number} kopieren",
      "save_of_cable": "Nachweis dieses Telegramms speichern",
      "save_of_paragraph": "Nachweis von Absatz {number} speichern",
      "paragraph": "Absatz {number}",
      "link": "Link",
      "to_basket": "In den Korb legen",
      "in_basket": "Im Korb",
      "not_kept": "Dieser Browser speichert hier nichts"
    },
    "basket": {
      "collected": {
        "one": "{count} Eintrag, nur in diesem Browser gespeichert",
        "other": "{count} Einträge, nur in diesem Browser gespeichert"
      },
      "empty": "Der Korb ist leer. Jedes Telegramm und jeder Absatz, dessen Nummer Sie folgen, lässt sich hineinlegen.",
      "not_kept": "Dieser Browser speichert für diese Seite nichts (etwa weil sie von der Festplatte oder im privaten Modus gelesen wird): Der Korb geht mit der Seite verloren. Speichern Sie ihn als Datei, oder kopieren Sie seinen Link.",
      "note": "Ihre Notiz",
      "note_on": "Ihre Notiz zu {title}",
      "up": "Nach oben",
      "down": "Nach unten",
      "move_up": "Nach oben: {title}",
      "move_down": "Nach unten: {title}",
      "remove": "Entfernen",
      "beside": "Nebeneinander",
      "copy": "Kopieren",
      "save": "Speichern",
      "text": "Text",
      "pass_on": "Weitergeben",
      "link": "Als Link kopieren",
      "print": "Drucken",
      "clear": "Korb leeren",
      "clear_sure": "Zum Leeren noch einmal drücken",
      "lacking": {
        "one": "{count} Eintrag hat noch keinen Nachweis: Öffnen Sie sein Telegramm einmal.",
        "other": "{count} Einträge haben noch keine Nachweise: Öffnen Sie ihre Telegramme einmal."
      },
      "sent": {
        "one": "Ihnen wurde ein Link mit {count} Eintrag geschickt",
        "other": "Ihnen wurde ein Link mit {count} Einträgen geschickt"
      },
      "take": "In meinen Korb übernehmen"
    },
    "search": {
      "cables": {
        "one": "{count} Telegramm",
        "other": "{count} Telegramme"
      },
      "no_subject": "Telegramm ohne Betreff",
      "date_unknown": "Datum unbekannt",
      "line_to": "An",
      "line_info": "Nachrichtlich",
      "line_tags": "Schlagwörter",
      "line_references": "Bezug",
      "line_signed": "Gezeichnet",
      "unavailable": "Die Suche steht hier nicht zur Verfügung. Das Menü führt zu jedem Telegramm.",
      "unavailable_short": "Die Suche steht nicht zur Verfügung.",
      "not_all": "Kein Telegramm enthält alle diese Wörter",
      "not_all_most": "Kein Telegramm enthält alle diese Wörter. Diese enthalten die meisten:",
      "most": "Diese enthalten die meisten der Wörter:",
      "apart": "Jedes dieser Wörter steht in einem Telegramm, aber keines enthält alle.",
      "nothing": "Das steht in keinem Telegramm. Versuchen Sie weniger Wörter oder eine andere Schreibweise.",
      "no_cable": "Kein Telegramm gefunden",
      "missing": "Kein Telegramm enthält {text}.",
      "missing_quoted": "Kein Telegramm enthält „{text}“.",
      "nearest": "Am nächsten: {words}.",
      "without_it": "Ohne das suchen: {text}",
      "found": {
        "one": "{count} Telegramm gefunden",
        "other": "{count} Telegramme gefunden"
      },
      "all_found": {
        "one": "Alle {count} Telegramm, mit Filtern",
        "other": "Alle {count} Telegramme, mit Filtern"
      },
      "search_page": "Suchseite, mit Filtern",
      "not_held": "{id} ist hier nicht vorhanden",
      "not_held_cited": {
        "one": "{id} ist hier nicht vorhanden; {count} Telegramm zitiert es.",
        "other": "{id} ist hier nicht vorhanden; {count} Telegramme zitieren es."
      },
      "cite_it": {
        "one": "{count} Telegramm zitiert es:",
        "other": "{count} Telegramme zitieren es:"
      },
      "found_lacking": {
        "one": "{cables}, und {count}, dem ein Wort fehlt",
        "other": "{cables}, und {count}, denen ein Wort fehlt"
      },
      "without": "Ohne: {words}",
      "also_written": "auch geschrieben {names}",
      "names_person": {
        "one": "{count} Telegramm nennt {name}",
        "other": "{count} Telegramme nennen {name}"
      },
      "under_spellings": "{cables}, in dieser oder einer anderen Schreibweise.",
      "years_alone": {
        "one": "{count} weiteres ist aus dieser Zeit, nur sein Jahr ist bekannt.",
        "other": "{count} weitere sind aus dieser Zeit, nur ihr Jahr ist bekannt."
      },
      "show_years": "Alle aus dieser Zeit zeigen",
      "more_with": {
        "one": "{count} weiteres mit {forms}",
        "other": "{count} weitere mit {forms}"
      },
      "cables_with": {
        "one": "{count} Telegramm mit {forms}",
        "other": "{count} Telegramme mit {forms}"
      },
      "none_pass": {
        "one": "Das {count} gefundene Telegramm passt zu diesen Filtern nicht.",
        "other": "Keines der {count} gefundenen Telegramme passt zu diesen Filtern."
      },
      "remove_filters": "Alle Filter entfernen",
      "without_quotes": "Nach den Wörtern ohne Anführungszeichen suchen: {text}",
      "alone": "Nur nach {word} suchen",
      "spelling": "Versuchen Sie eine andere Schreibweise: Namen werden verschieden geschrieben, Wörter auf amerikanische Art. Die Telegramme sind englisch.",
      "lists": "Gehen Sie die Listen durch:",
      "show_more": {
        "one": "{count} weiteres zeigen",
        "other": "{count} weitere zeigen"
      },
      "person": "Person",
      "post": "Vertretung",
      "country": "Land",
      "tag": "Schlagwort",
      "concept": "Sachbegriff",
      "kind": "Art",
      "complete": "Vollständig",
      "extract": "Auszug",
      "page": "Seite",
      "note": "Anmerkung der Redaktion",
      "classification": "Einstufung",
      "year": "Jahr",
      "date": "Datum",
      "sender": "Von",
      "recipient": "An",
      "collection": "Bestand",
      "signed_by": "Gezeichnet von",
      "cites": "Zitiert",
      "before": "Vor",
      "since": "Seit",
      "unwanted": "Nicht: {name}",
      "remove": "{name} {value} entfernen",
      "remove_all": "Alle entfernen",
      "find_post": "Vertretung suchen",
      "find_country": "Land suchen",
      "find_classification": "Einstufung suchen",
      "find_tag": "Schlagwort suchen",
      "find_concept": "Sachbegriff suchen",
      "find_collection": "Bestand suchen",
      "find_signer": "Unterschrift suchen",
      "find_kind": "Art suchen",
      "find_person": "Person suchen",
      "find_year": "Jahr suchen",
      "loading_people": "Personen werden geladen …",
      "none_here": "Unter diesen Telegrammen nicht",
      "more_above": {
        "one": "und {count} weitere Angabe; oben suchen",
        "other": "und {count} weitere; oben suchen"
      },
      "more": {
        "one": "{count} weitere",
        "other": "{count} weitere"
      },
      "range_from": "Von",
      "range_to": "Bis",
      "marks": "Wörter Ihrer Suche",
      "previous": "Vorige Stelle",
      "next": "Nächste Stelle",
      "remove_marks": "Markierungen entfernen",
      "marked": {
        "one": "{count} markiert",
        "other": "{count} markiert"
      },
      "mark_of": "{number} von {count}"
    }
  }
};
