import json
import sys

import pytest

from tests.benchmarks import continents
from tests.benchmarks.continents import NOWHERE, Atlas, by_continent, together

KAMPALA = {"lat": 0.3163, "lon": 32.5822}
LIMA = {"lat": -12.0432, "lon": -77.0282}


@pytest.fixture(scope="module")
def atlas():
    return Atlas()


@pytest.mark.parametrize(
    ("lat", "lon", "id", "continent"),
    [
        (0.3, 32.6, "232422", "Africa"),  # Kampala
        (55.75, 37.62, "524901", "Europe"),  # Moscow
        (56.0, 92.8, None, "Europe"),  # near Krasnoyarsk: Russia is one country
        (41.0, 29.0, None, "Asia"),  # Istanbul: so is Turkey
        (9.93, -84.08, None, "North America"),  # San José
        (-14.0, -60.0, None, "South America"),
        (-25.0, 134.0, None, "Oceania"),
        (-80.0, 0.0, None, "Antarctica"),
        (7.0, 21.0, "6255146", "Africa"),  # the continent itself
        (0.0, -30.0, None, NOWHERE),  # amid the Atlantic
        (48.85, 2.35, "999999999", "Europe"),  # an id that the gazetteer lacks: its point tells
    ],
)
def test_the_continent_is_that_of_the_id_s_country_or_of_the_point(atlas, lat, lon, id, continent):
    assert atlas.continent({"lat": lat, "lon": lon, "geonameid": id}) == continent


def mention(start, point, **more):
    return {"start": start, "end": start + 5, **point, **more}


def test_each_gold_mention_with_a_point_counts_for_its_continent(atlas):
    nowhere = {"lat": None, "lon": None}
    gold = {
        "a": [mention(0, KAMPALA), mention(10, KAMPALA), mention(20, KAMPALA), mention(30, LIMA), mention(40, nowhere)]
    }
    told = {"a": [mention(0, KAMPALA), mention(10, LIMA), mention(30, LIMA), mention(40, LIMA)]}
    table = by_continent(gold, told, atlas)
    assert dict(table["Africa"]) == {"mentions": 3, "found": 2, "right": 1, "e2e": 1}
    assert dict(table["South America"]) == {"mentions": 1, "found": 1, "right": 1, "e2e": 1}
    assert table.keys() == {"Africa", "South America"}
    assert together({"x": table, "y": table})["Africa"]["mentions"] == 6


def test_the_command_prints_a_table_for_each_corpus_and_one_for_all(tmp_path, monkeypatch, capsys):
    gold, told = tmp_path / "gold.jsonl", tmp_path / "told.jsonl"
    gold.write_text(
        json.dumps({"id": "a", "mentions": [mention(0, KAMPALA)]})
        + "\n"
        + json.dumps({"id": "b", "mentions": [mention(0, LIMA)]}),
        encoding="utf8",
    )
    told.write_text(json.dumps({"id": "a", "mentions": [mention(0, KAMPALA)]}), encoding="utf8")
    monkeypatch.setattr(sys, "argv", ["continents", str(gold), str(told)])
    continents.main()
    rows = [line.split() for line in capsys.readouterr().out.splitlines() if line.strip()]
    assert ["Africa", "1", "100.0", "100.0"] in rows and ["South", "America", "1", "–", "0.0"] in rows
    monkeypatch.setattr(sys, "argv", ["continents", str(gold), str(told), "--told-only"])
    continents.main()
    assert "South America" not in capsys.readouterr().out


def test_a_gold_file_without_predictions_or_with_those_of_others_is_told(tmp_path, monkeypatch, capsys):
    gold, told = tmp_path / "gold.jsonl", tmp_path / "told.jsonl"
    gold.write_text(json.dumps({"id": "a", "mentions": []}), encoding="utf8")
    told.write_text(json.dumps({"id": "b", "mentions": []}), encoding="utf8")
    for words, said in (([gold], "after it"), ([gold, told], "holds no document")):
        monkeypatch.setattr(sys, "argv", ["continents", *map(str, words)])
        with pytest.raises(SystemExit) as stopped:
            continents.main()
        assert stopped.value.code == 2 and said in capsys.readouterr().err
