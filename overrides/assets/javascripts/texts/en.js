/** Made by `make words` from generator/wording: change the words there. */
const cablepressTexts = {
  "language": "en",
  "group": ",",
  "months": [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec"
  ],
  "day": "{day} {month} {year}",
  "month": "{month} {year}",
  "texts": {
    "page": {
      "found": {
        "one": "{count} found",
        "other": "{count} found"
      },
      "found_shown": {
        "one": "{count} found, {shown} shown",
        "other": "{count} found, {shown} shown"
      },
      "loading": "Loading"
    },
    "reading": {
      "copied": "Copied",
      "by_hand": "Select and copy by hand",
      "copy": "Copy",
      "save": "Save",
      "copy_of_cable": "Copy a citation of this cable",
      "copy_of_paragraph": "Copy a citation of paragraph {number}",
      "save_of_cable": "Save a citation of this cable",
      "save_of_paragraph": "Save a citation of paragraph {number}",
      "paragraph": "Paragraph {number}",
      "link": "Link",
      "to_basket": "Add to the basket",
      "in_basket": "In the basket",
      "not_kept": "This browser keeps nothing here"
    },
    "basket": {
      "collected": {
        "one": "{count} item, kept in this browser alone",
        "other": "{count} items, kept in this browser alone"
      },
      "empty": "The basket is empty. Every cable, and every paragraph whose number you follow, has a button that puts it here.",
      "not_kept": "This browser keeps nothing for this page (it may be read from disk, or in private): the basket is lost once the page is closed. Save it as a file, or copy its link.",
      "note": "Your note",
      "note_on": "Your note on {title}",
      "up": "Up",
      "down": "Down",
      "move_up": "Up: {title}",
      "move_down": "Down: {title}",
      "remove": "Remove",
      "beside": "Side by side",
      "copy": "Copy",
      "save": "Save",
      "text": "Text",
      "pass_on": "Pass on",
      "link": "Copy as a link",
      "print": "Print",
      "clear": "Empty the basket",
      "clear_sure": "Press again to empty it",
      "lacking": {
        "one": "{count} item has no citation yet: open its cable once.",
        "other": "{count} items have no citations yet: open their cables once."
      },
      "sent": {
        "one": "A link with {count} item was sent to you",
        "other": "A link with {count} items was sent to you"
      },
      "take": "Put them into my basket"
    },
    "search": {
      "cables": {
        "one": "{count} cable",
        "other": "{count} cables"
      },
      "no_subject": "Telegram without a subject line",
      "date_unknown": "date unknown",
      "line_to": "To",
      "line_info": "Info",
      "line_tags": "Tags",
      "line_references": "References",
      "line_signed": "Signed",
      "unavailable": "The search is not available here. The menu leads to every cable.",
      "unavailable_short": "The search is not available.",
      "not_all": "No cable has all these words",
      "not_all_most": "No cable has all these words. These have most of them:",
      "most": "These have most of the words:",
      "apart": "Each of these is in some cable, but no cable has them all.",
      "nothing": "No cable has this. Try fewer words, or another spelling.",
      "no_cable": "No cable found",
      "missing": "No cable has {text}.",
      "missing_quoted": "No cable has “{text}”.",
      "nearest": "Nearest: {words}.",
      "without_it": "Search without it: {text}",
      "found": {
        "one": "{count} cable found",
        "other": "{count} cables found"
      },
      "all_found": {
        "one": "All {count} cable, with filters",
        "other": "All {count} cables, with filters"
      },
      "search_page": "Search page, with filters",
      "not_held": "{id} is not held here",
      "not_held_cited": {
        "one": "{id} is not held here; {count} cable cites it.",
        "other": "{id} is not held here; {count} cables cite it."
      },
      "cite_it": {
        "one": "{count} cable cites it:",
        "other": "{count} cables cite it:"
      },
      "found_lacking": {
        "one": "{cables}, and {count} that lack a word",
        "other": "{cables}, and {count} that lack a word"
      },
      "without": "Without: {words}",
      "also_written": "also written {names}",
      "names_person": {
        "one": "{count} cable names {name}",
        "other": "{count} cables name {name}"
      },
      "under_spellings": "{cables}, under this spelling or another.",
      "years_alone": {
        "one": "{count} more is of that time, only its year being known.",
        "other": "{count} more are of that time, only their year being known."
      },
      "show_years": "Show all of that time",
      "more_with": {
        "one": "{count} more with {forms}",
        "other": "{count} more with {forms}"
      },
      "cables_with": {
        "one": "{count} cable with {forms}",
        "other": "{count} cables with {forms}"
      },
      "none_pass": {
        "one": "None of the {count} cable found passes these filters.",
        "other": "None of the {count} cables found passes these filters."
      },
      "remove_filters": "Remove all filters",
      "without_quotes": "Search for the words without quotes: {text}",
      "alone": "Search for {word} alone",
      "spelling": "Try another spelling: names are spelled in several ways, and words in their American form.",
      "lists": "Go through the lists:",
      "show_more": {
        "one": "Show {count} more",
        "other": "Show {count} more"
      },
      "person": "Person",
      "post": "Post",
      "country": "Country",
      "tag": "Tag",
      "concept": "Concept",
      "kind": "Kind",
      "complete": "Complete",
      "extract": "Extract",
      "page": "Page",
      "note": "Editors’ note",
      "classification": "Classification",
      "year": "Year",
      "date": "Date",
      "sender": "From",
      "recipient": "To",
      "collection": "Collection",
      "signed_by": "Signed by",
      "cites": "Cites",
      "before": "Before",
      "since": "Since",
      "unwanted": "Not: {name}",
      "remove": "Remove {name} {value}",
      "remove_all": "Remove all",
      "find_post": "Find a post",
      "find_country": "Find a country",
      "find_classification": "Find a classification",
      "find_tag": "Find a tag",
      "find_concept": "Find a concept",
      "find_collection": "Find a collection",
      "find_signer": "Find a signature",
      "find_kind": "Find a kind",
      "find_person": "Find a person",
      "find_year": "Find a year",
      "loading_people": "Loading the people…",
      "none_here": "None among these cables",
      "more_above": {
        "one": "and {count} more; search above",
        "other": "and {count} more; search above"
      },
      "more": {
        "one": "{count} more",
        "other": "{count} more"
      },
      "range_from": "From",
      "range_to": "To",
      "marks": "Words of your search",
      "previous": "Previous",
      "next": "Next",
      "remove_marks": "Remove the marks",
      "marked": {
        "one": "{count} marked",
        "other": "{count} marked"
      },
      "mark_of": "{number} of {count}"
    }
  }
};
