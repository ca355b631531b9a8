"""Pack a trained tagger for the app: `python -m geo.training.export WEIGHTS --base DIR --out data/models/toponyms`.

Writes `model.onnx` (weights in seven bits, activations quantised as they come) and `tokenizer.json`.

Seven bits of the eight, because processors without VNNI add two products of 8 bits in 16 and cut off what is more: there the
same file with full int8 strayed by .14 on average from exact arithmetic, in logits of about 3.5, and answered some articles
otherwise. With seven nothing is cut off, and every processor computes the same integers.
"""

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file

from geo.recognition.known import STATES
from geo.training.model import Tagger

OPSET = 20
INPUTS = ("ids", "cases", "known", "habits")
MOST_STRAYED = 0.5
"""Mean difference of logits that rounding may cause; a graph with crossed inputs strayed by 3 and more."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    model = Tagger()
    model.load_state_dict(load_file(options.weights))
    export(model, options.base, options.out)


def export(model: Tagger, base: Path, directory: Path) -> None:
    """A trained tagger as a model directory: one quantised ONNX file and the tokenizer of its base."""
    directory.mkdir(parents=True, exist_ok=True)
    out = directory / "model.onnx"
    model.eval()
    example = _example()
    batch, length = torch.export.Dim("batch"), torch.export.Dim("length", max=512)
    free = {0: batch, 1: length}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "full.onnx"
        torch.onnx.export(
            model,
            example,
            full,
            input_names=list(INPUTS),
            output_names=["tags", "roles"],
            dynamic_shapes=(free, free, free, {0: batch}),
            opset_version=OPSET,
            external_data=False,
        )
        quantize_dynamic(full, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    _strip(out)
    _check(model, example, out)
    shutil.copyfile(base / "tokenizer.json", directory / "tokenizer.json")


def _example() -> tuple[torch.Tensor, ...]:
    """Inputs of the right shapes. Each is a tensor of its own: the exporter takes one tensor given twice for one input."""
    random = torch.Generator().manual_seed(0)
    ids = torch.randint(1000, 20000, (2, 16), generator=random)
    cases = torch.randint(0, 5, (2, 16), generator=random)
    known = torch.randint(0, STATES, (2, 16), generator=random)
    return ids, cases, known, torch.tensor([[0.0, 1.0, 0.0] * 3] * 2)


def _strip(path: Path) -> None:
    """Drop what the exporter notes of its own run: paths and stack traces of the machine that trained."""
    model = onnx.load(path)
    for part in (
        model,
        model.graph,
        *model.graph.node,
        *model.graph.value_info,
        *model.graph.input,
        *model.graph.output,
    ):
        part.doc_string = ""
        del part.metadata_props[:]
    del model.functions[:]
    onnx.save(model, path)


def _check(model: Tagger, example: tuple[torch.Tensor, ...], out: Path) -> None:
    """Refuse a graph whose logits stray from the model's by more than rounding to seven bits explains."""
    session = onnxruntime.InferenceSession(str(out), providers=["CPUExecutionProvider"])
    feed = dict(zip(INPUTS, (x.numpy() for x in example), strict=True))
    with torch.no_grad():
        expected = model(*example)[0].numpy()
    strayed = float(abs(session.run(["tags"], feed)[0] - expected).mean())
    if strayed > MOST_STRAYED:
        raise SystemExit(f"{out}: the exported graph strays from the model by {strayed:.2f} on average")


if __name__ == "__main__":
    main()
