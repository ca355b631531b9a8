"""Where a file comes from: the version of Dateline and the data and model behind it, in the ways that formats can carry it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from geo.version import VERSION

DIGITS = 12
"""Digits of a SHA-256 in a line: enough to tell any two versions apart."""

PARTS = ("gazetteer", "shapes", "resolver", "model")
"""What of an engine has a hash, the data first."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a file. It holds no time: the same stories from the same engine are the same bytes."""

    version: str = VERSION
    """Of Dateline."""
    hashes: Mapping[str, str] = field(default_factory=dict, hash=False)
    """SHA-256 by part of the engine. Empty: no engine is known, as for stories that somebody made."""
    sources: tuple[Mapping[str, Any], ...] = ()
    """Of the gazetteer and the outlines: name, version, date, licence, address and attribution, each once."""

    @classmethod
    def of(cls, about: Mapping[str, Any]) -> Provenance:
        """From what `Engine.about()` says."""
        hashes = {part: sha for part in PARTS if (sha := (about.get(part) or {}).get("sha256"))}
        told = [source for part in PARTS for source in (about.get(part) or {}).get("sources", ())]
        return cls(about["version"], hashes, tuple({source["name"]: source for source in told}.values()))

    @property
    def line(self) -> str:
        """For a cell or a footer: "Dateline 0.1.0, gazetteer 7fb2799c8d53, model c31335cee5e6"."""
        shown = [f"{part} {self.hashes[part][:DIGITS]}" for part in ("gazetteer", "model") if part in self.hashes]
        return ", ".join([f"Dateline {self.version}", *shown])

    @property
    def attributions(self) -> tuple[str, ...]:
        """What the sources want said wherever their data is shown, each once."""
        return tuple(dict.fromkeys(said for source in self.sources if (said := source.get("attribution"))))

    @property
    def record(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        return {"dateline": self.version, "sha256": dict(self.hashes), "attribution": list(self.attributions)}

    def rows(self) -> Iterator[tuple[str, str]]:
        """As a table of two columns."""
        yield "Dateline", self.version
        yield from ((f"{part} (SHA-256)", sha) for part, sha in self.hashes.items())
        for source in self.sources:
            facts = (source.get(name) for name in ("version", "date", "licence", "attribution", "url"))
            yield f"source: {source['name']}", " · ".join(str(fact) for fact in facts if fact)


NOTHING_KNOWN = Provenance()
"""Stories of which only the program that writes them is known."""
