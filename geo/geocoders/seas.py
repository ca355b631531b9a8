"""The sea that a point lies in, as well as circles can tell."""

from __future__ import annotations

from geopy.distance import great_circle

from geo.gazetteer import Gazetteer
from geo.gazetteer.layered import Layered
from geo.types import Place

SEAS = (
    "Adriatic Sea", "Aegean Sea", "Alboran Sea", "Amundsen Sea", "Andaman Sea", "Arabian Sea", "Arafura Sea",
    "Arctic Ocean", "Atlantic Ocean", "Baffin Bay", "Baltic Sea", "Banda Sea", "Barents Sea", "Bay of Bengal",
    "Bay of Biscay", "Beaufort Sea", "Bering Sea", "Bismarck Sea", "Black Sea", "Caribbean Sea", "Caspian Sea",
    "Celebes Sea", "Celtic Sea", "Chukchi Sea", "Coral Sea", "Davis Strait", "Drake Passage", "East China Sea",
    "East Siberian Sea", "English Channel", "Flores Sea", "Great Australian Bight", "Greenland Sea", "Gulf of Aden",
    "Gulf of Alaska", "Gulf of Bothnia", "Gulf of California", "Gulf of Carpentaria", "Gulf of Finland",
    "Gulf of Guinea", "Gulf of Mexico", "Gulf of Oman", "Gulf of Thailand", "Gulf of Tonkin", "Hudson Bay",
    "Indian Ocean", "Ionian Sea", "Irish Sea", "Java Sea", "Kara Sea", "Labrador Sea", "Laccadive Sea", "Laptev Sea",
    "Mediterranean Sea", "Mozambique Channel", "North Sea", "Norwegian Sea", "Pacific Ocean", "Persian Gulf",
    "Philippine Sea", "Red Sea", "Ross Sea", "Sargasso Sea", "Sea of Azov", "Sea of Japan", "Sea of Okhotsk",
    "Solomon Sea", "South China Sea", "Southern Ocean", "Sulu Sea", "Tasman Sea", "Timor Sea", "Tyrrhenian Sea",
    "Weddell Sea", "White Sea", "Yellow Sea",
)  # fmt: skip
"""Oceans and the seas that are large enough to be far from any town. Looked up by name: their points lie too far from most
of their water to be found by nearness."""


def sea_at(*, lat: float, lon: float, gazetteer: Gazetteer | Layered) -> Place | None:
    """The smallest of the seas within whose radius the point lies: the Ionian Sea off Corfu, not the Mediterranean.

    None: it is within the radius of none of them.
    """
    named = [match.place for name in SEAS for match in gazetteer.look_up(name)[:1]]
    around = [sea for sea in named if great_circle((lat, lon), (sea.lat, sea.lon)).km <= (sea.radius_km or 0.0)]
    return min(around, key=lambda sea: sea.radius_km or 0.0, default=None)
