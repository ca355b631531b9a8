import pytest

torch = pytest.importorskip("torch", reason="training needs torch: pip install -r requirements-train.txt")
pytest.importorskip("onnxscript", reason="exporting needs onnxscript: pip install -r requirements-train.txt")

from geo import files  # noqa: E402
from geo.recognition import Tagger as Runtime  # noqa: E402
from geo.training.export import export  # noqa: E402
from geo.training.model import Tagger  # noqa: E402


def test_an_exported_model_loads_and_tags(tmp_path):
    torch.manual_seed(0)
    export(Tagger(), files.MODEL, tmp_path)
    tagged = Runtime(tmp_path).tag("Rain in Paris")
    assert tagged.tags.shape == (3, 3)
