import json

import numpy as np
import pytest

from geo.errors import DataError
from geo.resolution.evidence import FEATURES, NONE_FEATURES
from geo.resolution.weights import Net, Weights

SIZES = len(FEATURES), len(NONE_FEATURES)


def written(tmp_path, content):
    path = tmp_path / "weights.json"
    path.write_text(content, encoding="utf8")
    return path


def test_weights_stand_in_the_order_of_the_features(tmp_path):
    table = {"candidate": {f: i for i, f in enumerate(FEATURES)}, "none": dict.fromkeys(NONE_FEATURES, 0.5)}
    weights = Weights.load(written(tmp_path, json.dumps(table)))
    assert list(weights.candidate) == list(range(len(FEATURES)))
    assert set(weights.none) == {0.5} and len(weights.sha256) == 64


def test_what_is_saved_is_read_again(tmp_path):
    random = np.random.default_rng(0)
    nets = [Net(random.normal(size=(n, 3)), random.normal(size=3), random.normal(size=3)) for n in SIZES]
    weights = Weights(*(random.normal(size=n) for n in SIZES), *nets)
    weights.save(tmp_path / "weights.json")
    again = Weights.load(tmp_path / "weights.json")
    rows, none = random.normal(size=(4, SIZES[0])), random.normal(size=(4, SIZES[1]))
    assert again.scores(rows) == pytest.approx(weights.scores(rows), abs=0.01)
    assert again.against(none) == pytest.approx(weights.against(none), abs=0.01)


def test_a_net_adds_what_features_mean_together():
    both = Net(np.array([[1.0], [1.0]]), np.array([-1.0]), np.array([2.0]))
    assert list(both(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]))) == [0.0, 0.0, 0.0, 2.0]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"candidate": {}, "none": {}}', "\x00"])
def test_a_damaged_file_says_which(tmp_path, content):
    with pytest.raises(DataError, match="weights.json"):
        Weights.load(written(tmp_path, content))


def test_a_missing_file_says_how_to_get_it_back(tmp_path):
    with pytest.raises(DataError, match="git checkout"):
        Weights.load(tmp_path / "weights.json")
