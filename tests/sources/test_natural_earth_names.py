"""Columns of one division of Natural Earth, as the package has them."""

from geo.sources.natural_earth_names import names, read_divisions

ENTRE_RIOS = {
    "gn_id": 3434137, "iso_3166_2": "AR-E", "name": "Entre Ríos", "name_alt": "Entre-Rios|Entrerríos", "name_en": "Entre Ríos",
    "name_ru": "Энтре-Риос", "name_zh": "恩特雷里奥斯省", "name_zht": "恩特雷里奥斯省", "name_len": 10, "name_fr": None,
}  # fmt: skip


def test_the_english_name_is_marked_and_each_other_comes_once():
    assert names(ENTRE_RIOS) == (
        ("Entre Ríos", "english"),
        ("Entre Ríos", "alternate"),
        ("Entre-Rios", "alternate"),
        ("Entrerríos", "alternate"),
        ("Энтре-Риос", "alternate"),
        ("恩特雷里奥斯省", "alternate"),
    )


def test_a_code_is_no_english_name():
    assert names({"name": None, "name_en": "CO"}) == ()


def test_only_rows_with_a_geonames_number_are_read():
    rows = [ENTRE_RIOS, {**ENTRE_RIOS, "gn_id": -1}, {**ENTRE_RIOS, "gn_id": None}]
    assert [record.id for record in read_divisions(rows)] == ["geonames:3434137"]
