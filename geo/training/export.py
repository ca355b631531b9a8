"""Pack a trained tagger for the app: `python -m geo.training.export WEIGHTS --base DIR --out data/models/toponyms`.

Writes `model.onnx` (weights in int8, activations quantised as they come) and `tokenizer.json`.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from geo.training.model import Tagger

OPSET = 18


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    export(options.weights, options.out / "model.onnx")
    shutil.copyfile(options.base / "tokenizer.json", options.out / "tokenizer.json")


def export(weights: Path, out: Path) -> None:
    """One trained tagger as one quantised ONNX file."""
    model = Tagger()
    model.load_state_dict(load_file(weights))
    model.eval()
    ids = torch.ones(2, 16, dtype=torch.long)
    habits = torch.tensor([[1, 4, 7]] * 2)
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=512)
    free = {0: batch, 1: length}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            model,
            (ids, ids, ids, habits),
            full,
            input_names=["ids", "cases", "mask", "habits"],
            output_names=["tags", "roles"],
            dynamic_shapes=(free, free, free, {0: batch}),
            opset_version=OPSET,
            external_data=False,
        )
        quantize_dynamic(full, out, weight_type=QuantType.QInt8, per_channel=True)


if __name__ == "__main__":
    main()
