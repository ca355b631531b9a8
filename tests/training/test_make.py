import json

import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install -r requirements-train.txt")
pytest.importorskip("onnxscript", reason="exporting needs onnxscript: pip install -r requirements-train.txt")

from safetensors.torch import save_file  # noqa: E402

from geo import files  # noqa: E402
from geo.recognition import Tagger  # noqa: E402
from geo.resolution import Weights  # noqa: E402
from geo.training import make as module  # noqa: E402
from geo.training.model import Tagger as Model  # noqa: E402

GOMEL = {"start": 8, "end": 13, "surface": "Gomel", "lat": 52.43, "lon": 30.98, "geonameid": "627907"}


def test_one_call_makes_every_file_that_ships(tmp_path, monkeypatch):
    base, out, news = tmp_path / "base", tmp_path / "out", tmp_path / "news.jsonl"
    base.mkdir()
    (base / "tokenizer.json").write_bytes((files.MODEL / "tokenizer.json").read_bytes())
    save_file(Model().state_dict(), base / "model.safetensors")
    monkeypatch.setattr(Model, "load_base", lambda self, path: None)
    rows = [{"id": f"a{n}", "text": "Rain in Gomel, Belarus", "mentions": [GOMEL]} for n in range(12)]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows))
    monkeypatch.setattr(module.fit_resolver, "fit_on", lambda models, corpora, gazetteer: learnt_by(models, corpora))
    module.make([news], [], base, out, epochs=1)
    assert Tagger(out / "toponyms").tag("Rain in Paris").tags.shape == (3, 3)
    assert Weights.load(out / "resolver" / "weights.json").candidate.any()


def learnt_by(models, corpora):
    assert len(models) == module.FOLDS and all((model / "model.onnx").is_file() for model in models)
    assert [path.name for path in corpora] == ["news.jsonl"]
    return Weights.load()
