import json

import pytest

from geo.errors import DataError
from geo.resolution.evidence import FEATURES, NONE_FEATURES
from geo.resolution.weights import Weights


def written(tmp_path, content):
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf8")
    return path


def test_weights_stand_in_the_order_of_the_features(tmp_path):
    table = {"candidate": {f: i for i, f in enumerate(FEATURES)}, "none": dict.fromkeys(NONE_FEATURES, 0.5)}
    weights = Weights.load(written(tmp_path, json.dumps(table)))
    assert list(weights.candidate) == list(range(len(FEATURES)))
    assert set(weights.none) == {0.5} and len(weights.sha256) == 64


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"candidate": {}, "none": {}}', "\x00"])
def test_a_damaged_file_says_which(tmp_path, content):
    with pytest.raises(DataError, match="weights.json"):
        Weights.load(written(tmp_path, content))


def test_a_missing_file_says_how_to_get_it_back(tmp_path):
    with pytest.raises(DataError, match="git checkout"):
        Weights.load(tmp_path / "weights.json")
