"""What is known of places by their numbers while names come in: a byte for each, 14 MB for all of GeoNames."""

from __future__ import annotations

THERE, DIVISION, REGION, COUNTRY = 1, 2, 4, 8
"""Bits: there is such a place; it is a division, which goes by its full name; it is a region or continent with members; it is
a country or dependency, which goes by its usual name."""


class Known:
    """Places by number."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, number: int, feature: str | None) -> None:
        """Note a place. Numbers of our own, which are negative, are not noted."""
        if number < 0:
            return
        if number >= len(self._bits):
            self._bits.extend(bytes(number + 1 - len(self._bits) + (1 << 20)))
        self._bits[number] = bits_of(feature)

    def __getitem__(self, number: int) -> int:
        """The bits of a place; 0: there is none."""
        return self._bits[number] if 0 <= number < len(self._bits) else 0


def bits_of(feature: str | None) -> int:
    """The bits of a place with that feature."""
    if not feature or feature[0] not in "AL":
        return THERE
    if feature.startswith("A.ADM"):
        return THERE | DIVISION
    if feature.startswith("A.PCL"):
        return THERE | COUNTRY
    return THERE | REGION if feature[0] == "L" else THERE
