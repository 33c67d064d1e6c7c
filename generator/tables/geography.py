"""Where posts stand, and the outlines of the land around them.

``data/coordinates.tsv`` and ``data/outlines.tsv``, which ``bench/post_map.py`` makes.
"""

from dataclasses import dataclass
from functools import cache

from generator.tables.rows import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A map: a stretch of the earth and how it is drawn, on plain latitudes and longitudes."""

    name: str
    """``world``, ``europe``."""
    west: float
    """Degrees; the map of the world goes on beyond 180."""
    south: float
    east: float
    north: float
    width: int
    """Units."""
    height: int
    land: str
    """Path of SVG in these units."""

    def at(self, *, latitude: float, longitude: float) -> tuple[float, float]:
        """Units from the left and from the top; outside the map for what lies elsewhere."""
        x = (longitude - self.west) / (self.east - self.west) * self.width
        y = (self.north - latitude) / (self.north - self.south) * self.height
        return x, y

    def find(self, *, latitude: float, longitude: float) -> tuple[float, float] | None:
        """The same for a place on the map, however its longitudes are counted; None for one off it."""
        for turned in (longitude, longitude + 360):
            if self.west <= turned <= self.east and self.south <= latitude <= self.north:
                return self.at(latitude=latitude, longitude=turned)
        return None


@cache
def positions() -> dict[str, tuple[float, float]]:
    """By post, latitude and longitude in degrees; posts that are in no place are left out."""
    return {row["post"]: (float(row["latitude"]), float(row["longitude"])) for row in rows("coordinates")}


@cache
def regions() -> tuple[Region, ...]:
    """The world, and then the regions where posts stand close together."""
    return tuple(
        Region(
            name=row["name"],
            west=float(row["west"]),
            south=float(row["south"]),
            east=float(row["east"]),
            north=float(row["north"]),
            width=int(row["width"]),
            height=int(row["height"]),
            land=row["land"],
        )
        for row in rows("outlines")
    )
