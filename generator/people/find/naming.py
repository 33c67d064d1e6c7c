"""The name a person is listed under: the fullest form, in normal case."""

import re

_SMALL = frozenset(
    "al el ul de da do dos das del della di du la las los von van der den ter ten bin ibn bint y e".split()
)
_SUFFIX = re.compile(r"II|III|IV|VI|VII|VIII|XI|XVI")
_WORD = re.compile(r"[^\W\d_]+(?:['’`´][^\W\d_]+)*")
_SCOTS = re.compile(r"(?:Mc|O['’`´]|D['’`´])[^\W\d_]")


def normal_case(name: str) -> str:
    """``MCCAIN`` -> ``McCain``, ``AL-NAHYAN`` -> ``al-Nahyan``, ``DE LA CRUZ`` -> ``de la Cruz``.

    Words that are not wholly in capitals stay as printed, and so do initials and generational numbers.
    """
    many = len(name.split()) > 1
    return _WORD.sub(lambda found: _word_case(found, name, many=many), name)


def _word_case(found: re.Match[str], name: str, *, many: bool) -> str:
    word = found.group()
    if (
        not word.isupper()
        or len(word) == 1
        or _SUFFIX.fullmatch(word)
        or name[found.end() : found.end() + 1] == "."
    ):
        if not (word == "AL" and name[found.end() : found.end() + 1] == "-"):
            return word
    if len(word) == 2 and not re.search("[AEIOUY]", word):
        return word  # JN Dixit, MK Narayanan: initials written together
    small = word.lower()
    joined = name[found.end() : found.end() + 1] == "-"
    if (
        small in _SMALL
        and many
        and not (found.start() == 0 and not joined and small in ("la", "do", "e", "y"))
    ):
        return small
    if small in _SMALL and joined:
        return small
    cased = small[0].upper() + small[1:]
    if _SCOTS.match(cased):
        cased = cased[:2] + cased[2].upper() + cased[3:]
    return cased
