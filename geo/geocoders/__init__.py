"""Geocoders for geopy's users: one service, one file, one class with geopy's own `geocode()` and `reverse()`."""

from geo.geocoders.dateline import Dateline

__all__ = ("Dateline",)
