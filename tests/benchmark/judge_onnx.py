"""The trained judge as a file for ONNX Runtime, its large tables in whole numbers of 8 bits."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from judge_net import HEADS, Net
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

_OPSET = helper.make_opsetid("", 20)
_FORMAT = 10  # the version of the file format, which every runtime of that opset reads


class _Graph:
    """Nodes and constants, each named by its number."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._numbers = count()

    def constant(self, values: Any) -> str:
        name = f"constant {next(self._numbers)}"
        self.constants.append(numpy_helper.from_array(np.asarray(values), name))
        return name

    def node(self, kind: str, *inputs: str, output: str = "", **settings: Any) -> str:
        output = output or f"{kind} {next(self._numbers)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **settings))
        return output

    def dense(self, x: str, weights: tuple[Any, Any], output: str = "") -> str:
        product = self.node("MatMul", x, self.constant(weights[0]))
        return self.node("Add", product, self.constant(weights[1]), output=output)

    def norm(self, x: str, weights: tuple[Any, Any]) -> str:
        return self.node("LayerNormalization", x, *map(self.constant, weights), axis=-1, epsilon=1e-12)


def _encoder(net: Net) -> onnx.ModelProto:
    """The same as `judge_net.odds`, without what is only for learning."""
    graph = _Graph()
    node, constant, dense, norm = graph.node, graph.constant, graph.dense, graph.norm
    size = net["pieces"].shape[1]
    each = size // HEADS

    def heads(x: str, order: list[int]) -> str:
        return node("Transpose", node("Reshape", x, constant(np.array([0, 0, HEADS, each]))), perm=order)

    length = node("Shape", "ids", start=1, end=2)
    first = constant(np.array([0]))
    places = node("Slice", constant(net["places"]), first, length, first)
    x = norm(node("Add", node("Gather", constant(net["pieces"]), "ids"), places), net["read"])
    unread = node("Mul", node("Sub", constant(np.float32(1)), "mask"), constant(np.float32(-1e4)))
    unread = node("Unsqueeze", unread, constant(np.array([1, 2])))
    for layer in net["layers"]:
        query = heads(dense(x, layer["query"]), [0, 2, 1, 3])
        key = heads(dense(x, layer["key"]), [0, 2, 3, 1])
        value = heads(dense(x, layer["value"]), [0, 2, 1, 3])
        alike = node("Mul", node("MatMul", query, key), constant(np.float32(each**-0.5)))
        attention = node("Softmax", node("Add", alike, unread), axis=-1)
        heard = node("Transpose", node("MatMul", attention, value), perm=[0, 2, 1, 3])
        heard = node("Reshape", heard, constant(np.array([0, 0, size])))
        x = norm(node("Add", x, dense(heard, layer["output"])), layer["attended"])
        inner = node("Gelu", dense(x, layer["up"]))
        x = norm(node("Add", x, dense(inner, layer["down"])), layer["thought"])
    read = node("Mul", x, node("Unsqueeze", "mask", constant(np.array([2]))))
    total = node("ReduceSum", read, constant(np.array([1])), keepdims=0)
    pooled = node("Div", total, node("ReduceSum", "mask", constant(np.array([1])), keepdims=1))
    dense(pooled, net["of sentence"], "kinds")
    dense(x, net["of words"], "words")
    dense(pooled, net["of parts"], "parts")
    kinds, parts = (net[head][1].shape[0] for head in ("of sentence", "of parts"))
    told = helper.make_graph(
        graph.nodes,
        "judge",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, ["sentences", "pieces"]),
            helper.make_tensor_value_info("mask", TensorProto.FLOAT, ["sentences", "pieces"]),
        ],
        [
            helper.make_tensor_value_info("kinds", TensorProto.FLOAT, ["sentences", kinds]),
            helper.make_tensor_value_info("words", TensorProto.FLOAT, ["sentences", "pieces", kinds]),
            helper.make_tensor_value_info("parts", TensorProto.FLOAT, ["sentences", parts]),
        ],
        graph.constants,
    )
    model = helper.make_model(told, opset_imports=[_OPSET])
    model.ir_version = _FORMAT
    onnx.checker.check_model(model)
    return model


def write(net: Net, known: Mapping[str, str], target: Path) -> None:
    """Writes the net, with what it is to know of itself, to `target`."""
    with TemporaryDirectory() as folder:
        plain, small = Path(folder, "plain.onnx"), Path(folder, "small.onnx")
        onnx.save(_encoder(net), plain)
        quantize_dynamic(
            plain,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )
        model = onnx.load(small)
    helper.set_model_props(model, dict(known))
    onnx.save(model, target)
