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


def test_every_processor_computes_the_same_integers(tmp_path):
    """Two products of 8-bit activations and 7-bit weights fit in 16 bits; of 8-bit weights they need not."""
    onnx = pytest.importorskip("onnx")
    torch.manual_seed(0)
    export(Tagger(), files.MODEL, tmp_path)
    graph = onnx.load(tmp_path / "model.onnx").graph
    weights = {t.name: onnx.numpy_helper.to_array(t) for t in graph.initializer}
    factors = [weights[n.input[1]] for n in graph.node if n.op_type == "MatMulInteger"]
    assert factors and max(abs(w.astype(int)).max() for w in factors) <= 64
