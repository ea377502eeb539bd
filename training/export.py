"""A trained run to the files claimx ships: ``python -m training.export --run runs/one --base MODEL_DIR``.

Writes ``encoder.onnx`` (int8), ``decoder.npz``, ``vocab.txt`` and ``model.json`` into ``src/claimx/models``.
Layers are written as fused operators; weights are quantised per channel, the word embeddings per row.
"""

import argparse
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.card import model_card, write_card
from training.fused import FusedLayer
from training.labels import NAMES
from training.network import ClaimxNetwork, Sizes

TARGET = Path(__file__).parent.parent / "src/claimx/models"
PAIRWISE = ("arc_", "label_", "link_")  # heads that the run-time decoder computes in numpy
LINEAR = ("tags", "pos", "lemmas", "sents", "names", "roles")


class ExportGraph(nn.Module):
    """One window: pieces in, word vectors and linear heads out; no padding, so no mask."""

    def __init__(self, net: ClaimxNetwork) -> None:
        super().__init__()
        self.net = net
        self.layers = nn.ModuleList(FusedLayer(layer) for layer in net.encoder.encoder.layer)
        table = net.encoder.embeddings.word_embeddings.weight.detach()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(table / scale).to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor, casing: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """(1, pieces), (1, pieces), (words) → (words, …) each."""
        words = self.table[ids].float() * self.scale[ids]
        hidden = self.net.encoder.embeddings(inputs_embeds=words + self.net.casing(casing))
        *layers, last = self.layers
        for layer in layers:
            hidden = layer(hidden)
        vectors = last(hidden, first)[0]
        heads = self.net.simple(vectors)
        roles = heads["roles"].unflatten(-1, (-1, 3))
        return (vectors, *(heads[n] for n in LINEAR[:-1]), roles)


def load_network(run: Path, base: Path) -> tuple[ClaimxNetwork, dict[str, list[str]]]:
    """The network of a run with its averaged weights, ready to predict."""
    labels: dict[str, list[str]] = json.loads((run / "labels.json").read_text(encoding="utf-8"))
    config = BertConfig.from_pretrained(base)
    net = ClaimxNetwork(BertModel(config, add_pooling_layer=False), Sizes(**{k: len(v) for k, v in labels.items()}))
    state = torch.load(run / "checkpoint.pt", map_location="cpu", weights_only=True)
    net.load_state_dict(state["net"] | state["average"])
    return net.eval(), labels


def export_float(net: ClaimxNetwork, path: Path) -> None:
    """The float graph, with free lengths."""
    words, pieces = {0: "words"}, {1: "pieces"}
    ids = torch.randint(1000, 2000, (1, 64))
    outputs = ("vectors", *LINEAR)
    torch.onnx.export(
        ExportGraph(net),
        (ids, torch.ones_like(ids), torch.arange(1, 50)),
        str(path),
        input_names=["ids", "casing", "first"],
        output_names=list(outputs),
        dynamic_axes={"ids": pieces, "casing": pieces, "first": words, **dict.fromkeys(outputs, words)},
        opset_version=17,
        dynamo=False,
        custom_opsets={"com.microsoft": 1},
    )


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8, signed, per channel."""
    quantize_dynamic(
        source, target, per_channel=True, weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Attention"],
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip


def write_decoder(net: ClaimxNetwork, path: Path) -> None:
    """The pairwise heads and the chain's transitions, in half precision but for the transitions."""
    arrays = {
        name: tensor.detach().numpy().astype(np.float16)
        for name, tensor in net.state_dict().items()
        if name.startswith(PAIRWISE)
    }
    arrays["transitions"] = net.crf.scores().detach().numpy().astype(np.float32)
    np.savez(path, allow_pickle=False, **arrays)


def export(run: Path, base: Path, target: Path) -> None:
    """All files of the model."""
    target.mkdir(parents=True, exist_ok=True)
    net, labels = load_network(run, base)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "float.onnx"
        export_float(net, source)
        quantise(source, target / "encoder.onnx")
    write_decoder(net, target / "decoder.npz")
    shutil.copyfile(base / "vocab.txt", target / "vocab.txt")
    write_card(model_card(run, target, {**labels, "names": list(NAMES)}), target)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=TARGET)
    args = parser.parse_args()
    export(args.run, args.base, args.target)


if __name__ == "__main__":
    main()
