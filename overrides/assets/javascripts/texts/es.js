/** Made by `make words` from generator/wording: change the words there. */
const cablepressTexts = {
  "language": "es",
  "group": ".",
  "months": [
    "ene",
    "feb",
    "mar",
    "abr",
    "may",
    "jun",
    "jul",
    "ago",
    "sept",
    "oct",
    "nov",
    "dic"
  ],
  "day": "{day} {month} {year}",
  "month": "{month} {year}",
  "texts": {
    "page": {
      "found": {
        "one": "{count} encontrada",
        "other": "{count} encontradas"
      },
      "found_shown": {
        "one": "{count} encontrada, {shown} mostradas",
        "other": "{count} encontradas, {shown} mostradas"
      },
      "loading": "Cargando"
    },
    "reading": {
      "copied": "Copiado",
      "by_hand": "Seleccione y copie a mano",
      "copy": "Copiar",
      "save": "Guardar",
      "copy_of_cable": "Copiar una cita de este telegrama",
      "copy_of_paragraph": "Copiar una cita del párrafo {number}",
      "save_of_cable": "Guardar una cita de este telegrama",
      "save_of_paragraph": "Guardar una cita del párrafo {number}",
      "paragraph": "Párrafo {number}",
      "link": "Enlace",
      "to_basket": "Añadir a la cesta",
      "in_basket": "En la cesta",
      "not_kept": "Este navegador no guarda nada aquí"
    },
    "basket": {
      "collected": {
        "one": "{count} elemento, guardado solo en este navegador",
        "other": "{count} elementos, guardados solo en este navegador"
      },
      "empty": "La cesta está vacía. Cada telegrama, y cada párrafo cuyo número siga, tiene un botón para añadirlo.",
      "not_kept": "Este navegador no guarda nada para esta página (leída desde el disco o en modo privado): la cesta se perderá con ella. Guárdela en un archivo o copie su enlace.",
      "note": "Su nota",
      "note_on": "Su nota sobre {title}",
      "up": "Subir",
      "down": "Bajar",
      "move_up": "Subir: {title}",
      "move_down": "Bajar: {title}",
      "remove": "Quitar",
      "beside": "Lado a lado",
      "copy": "Copiar",
      "save": "Guardar",
      "text": "Texto",
      "pass_on": "Compartir",
      "link": "Copiar un enlace",
      "print": "Imprimir",
      "clear": "Vaciar la cesta",
      "clear_sure": "Pulse otra vez para vaciarla",
      "lacking": {
        "one": "{count} elemento no tiene cita todavía: abra una vez su telegrama.",
        "other": "{count} elementos no tienen citas todavía: abra una vez sus telegramas."
      },
      "sent": {
        "one": "Le han enviado un enlace con {count} elemento",
        "other": "Le han enviado un enlace con {count} elementos"
      },
      "take": "Añadir a mi cesta"
    },
    "search": {
      "cables": {
        "one": "{count} telegrama",
        "other": "{count} telegramas"
      },
      "no_subject": "Telegrama sin asunto",
      "date_unknown": "fecha desconocida",
      "line_to": "Para",
      "line_info": "Para información",
      "line_tags": "Descriptores",
      "line_references": "Referencias",
      "line_signed": "Firmado",
      "unavailable": "La búsqueda no está disponible aquí. El menú lleva a todos los telegramas.",
      "unavailable_short": "La búsqueda no está disponible.",
      "not_all": "Ningún telegrama contiene todas estas palabras",
      "not_all_most": "Ningún telegrama contiene todas estas palabras. Estos contienen la mayoría:",
      "most": "Estos contienen la mayoría de las palabras:",
      "apart": "Cada una figura en algún telegrama, pero ninguno las contiene todas.",
      "nothing": "Ningún telegrama contiene esto. Pruebe con menos palabras o con otra grafía.",
      "no_cable": "Ningún telegrama encontrado",
      "missing": "Ningún telegrama contiene {text}.",
      "missing_quoted": "Ningún telegrama contiene «{text}».",
      "nearest": "Lo más parecido: {words}.",
      "without_it": "Buscar sin ello: {text}",
      "found": {
        "one": "{count} telegrama encontrado",
        "other": "{count} telegramas encontrados"
      },
      "all_found": {
        "one": "Todo el {count} telegrama, con filtros",
        "other": "Los {count} telegramas, con filtros"
      },
      "search_page": "Página de búsqueda, con filtros",
      "not_held": "{id} no figura aquí",
      "not_held_cited": {
        "one": "{id} no figura aquí; {count} telegrama lo cita.",
        "other": "{id} no figura aquí; {count} telegramas lo citan."
      },
      "cite_it": {
        "one": "{count} telegrama lo cita:",
        "other": "{count} telegramas lo citan:"
      },
      "found_lacking": {
        "one": "{cables}, y {count} al que falta una palabra",
        "other": "{cables}, y {count} a los que falta una palabra"
      },
      "without": "Sin: {words}",
      "also_written": "también escrito {names}",
      "names_person": {
        "one": "{count} telegrama menciona a {name}",
        "other": "{count} telegramas mencionan a {name}"
      },
      "under_spellings": "{cables}, con esta grafía u otra.",
      "years_alone": {
        "one": "{count} más es de esa época; solo se conoce su año.",
        "other": "{count} más son de esa época; solo se conoce su año."
      },
      "show_years": "Mostrar todos los de esa época",
      "more_with": {
        "one": "{count} más con {forms}",
        "other": "{count} más con {forms}"
      },
      "cables_with": {
        "one": "{count} telegrama con {forms}",
        "other": "{count} telegramas con {forms}"
      },
      "none_pass": {
        "one": "El telegrama encontrado ({count}) no pasa estos filtros.",
        "other": "Ninguno de los {count} telegramas encontrados pasa estos filtros."
      },
      "remove_filters": "Quitar todos los filtros",
      "without_quotes": "Buscar las palabras sin comillas: {text}",
      "alone": "Buscar solo {word}",
      "spelling": "Pruebe con otra grafía: los nombres se escriben de varias maneras y las palabras, a la americana. Los telegramas están en inglés.",
      "lists": "Recorra las listas:",
      "show_more": {
        "one": "Mostrar {count} más",
        "other": "Mostrar {count} más"
      },
      "person": "Persona",
      "post": "Misión",
      "country": "País",
      "tag": "Descriptor",
      "concept": "Concepto",
      "kind": "Tipo",
      "complete": "Completo",
      "extract": "Extracto",
      "page": "Página",
      "note": "Nota de los editores",
      "classification": "Clasificación",
      "year": "Año",
      "date": "Fecha",
      "sender": "De",
      "recipient": "Para",
      "collection": "Fondo",
      "signed_by": "Firmado por",
      "cites": "Cita",
      "before": "Antes de",
      "since": "Desde",
      "unwanted": "Sin: {name}",
      "remove": "Quitar {name} {value}",
      "remove_all": "Quitar todo",
      "find_post": "Buscar una misión",
      "find_country": "Buscar un país",
      "find_classification": "Buscar una clasificación",
      "find_tag": "Buscar un descriptor",
      "find_concept": "Buscar un concepto",
      "find_collection": "Buscar un fondo",
      "find_signer": "Buscar una firma",
      "find_kind": "Buscar un tipo",
      "find_person": "Buscar una persona",
      "find_year": "Buscar un año",
      "loading_people": "Cargando las personas…",
      "none_here": "Ninguno entre estos telegramas",
      "more_above": {
        "one": "y {count} más; busque arriba",
        "other": "y {count} más; busque arriba"
      },
      "more": {
        "one": "{count} más",
        "other": "{count} más"
      },
      "range_from": "Desde",
      "range_to": "Hasta",
      "marks": "Palabras de su búsqueda",
      "previous": "Anterior",
      "next": "Siguiente",
      "remove_marks": "Quitar las marcas",
      "marked": {
        "one": "{count} marca",
        "other": "{count} marcas"
      },
      "mark_of": "{number} de {count}"
    }
  }
};
