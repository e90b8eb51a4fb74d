"""The judge as a network in JAX: a transformer encoder with three heads - of the sentence's kinds, of the words that make it so, and of the
part of a story that it tells - and how it learns."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

Net = dict[str, Any]

HEADS = 12  # of attention
DROPPED = 0.1  # share of what each layer gives that training leaves out
EPOCHS, BATCH, PACE = 2, 32, 1e-4
OF_WORDS = 0.3  # what the words' answers weigh beside the sentence's
OF_PARTS = 0.5  # and what the part's does
SURE = 0.98  # what a label is taken for: labels err too
_MOST = 128  # pieces
_SIMILAR = 16  # batches of sentences that are sorted by length together
_SEED = 0
_LAYER = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "output": "attention.output.dense",
    "attended": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "thought": "output.LayerNorm",
}


@dataclass(frozen=True)
class Row:
    """A sentence in pieces, whether it is of each kind, which of its pieces make it so (pieces by kinds), which kinds are known, and
    the part that it tells: 1 for it and 0 for the others, or 0 for all where nothing is known of it."""

    ids: list[int]
    kinds: np.ndarray
    words: np.ndarray
    known: np.ndarray
    parts: np.ndarray


def first_net(base: dict[str, np.ndarray], pieces: Sequence[int], kinds: int, parts: int) -> Net:
    """The net before it has learned anything of ours: a BERT-like encoder's weights, of its vocabulary those `pieces`, with new heads."""
    random = np.random.RandomState(_SEED)
    size = base["embeddings.word_embeddings.weight"].shape[1]
    pair = lambda name: (base[f"{name}.weight"], base[f"{name}.bias"])  # noqa: E731
    dense = lambda name: (base[f"{name}.weight"].T, base[f"{name}.bias"])  # noqa: E731
    layers = sorted({int(name.split(".")[2]) for name in base if name.startswith("encoder.layer.")})
    head = lambda answers, usual: (random.normal(0, 0.08, (size, answers)), np.full(answers, usual))  # noqa: E731
    places = base["embeddings.position_embeddings.weight"][:_MOST]
    net = {
        "pieces": base["embeddings.word_embeddings.weight"][list(pieces)],
        "places": places + base["embeddings.token_type_embeddings.weight"][0],
        "read": pair("embeddings.LayerNorm"),
        "layers": [
            {
                part: (pair if name.endswith("LayerNorm") else dense)(f"encoder.layer.{layer}.{name}")
                for part, name in _LAYER.items()
            }
            for layer in layers
        ],
        "of sentence": head(kinds, -2.0),
        "of words": head(kinds, -3.0),
        "of parts": head(parts, 0.0),
    }
    return jax.tree.map(lambda values: jnp.asarray(values, jnp.float32), net)


def _dense(x: jax.Array, weights: tuple[jax.Array, jax.Array]) -> jax.Array:
    return x @ weights[0] + weights[1]


def _norm(x: jax.Array, weights: tuple[jax.Array, jax.Array]) -> jax.Array:
    mean = x.mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12) * weights[0] + weights[1]


def odds(
    net: Net, ids: jax.Array, mask: jax.Array, key: jax.Array | None = None
) -> tuple[jax.Array, jax.Array, jax.Array]:
    """The odds of each sentence, and of each of its pieces, for each kind, and of each sentence for each part. With a `key`, some of it
    is dropped at random, to learn."""
    keys = iter(jax.random.split(key, 4 + 2 * len(net["layers"]))) if key is not None else None

    def dropped(x: jax.Array) -> jax.Array:
        if keys is None:
            return x
        return jnp.where(jax.random.bernoulli(next(keys), 1 - DROPPED, x.shape), x / (1 - DROPPED), 0)

    sentences, length = ids.shape
    x = dropped(_norm(net["pieces"][ids] + net["places"][:length], net["read"]))
    size = x.shape[-1]
    unread = (1 - mask)[:, None, None, :] * -1e9
    for layer in net["layers"]:
        query, key_, value = (
            _dense(x, layer[part]).reshape(sentences, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        attention = jax.nn.softmax(query @ key_.transpose(0, 1, 3, 2) / np.sqrt(size / HEADS) + unread)
        heard = (attention @ value).transpose(0, 2, 1, 3).reshape(sentences, length, size)
        x = _norm(x + dropped(_dense(heard, layer["output"])), layer["attended"])
        inner = jax.nn.gelu(_dense(x, layer["up"]), approximate=False)
        x = _norm(x + dropped(_dense(inner, layer["down"])), layer["thought"])
    pooled = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    whole, each, part = net["of sentence"], net["of words"], net["of parts"]
    return _dense(dropped(pooled), whole), _dense(dropped(x), each), _dense(dropped(pooled), part)


def _loss(net: Net, key: jax.Array, *table: jax.Array) -> jax.Array:
    ids, mask, kinds, words, known, parts = table
    whole, each, part = odds(net, ids, mask, key)
    miss = optax.sigmoid_binary_cross_entropy
    softened = kinds * (2 * SURE - 1) + (1 - SURE) / 2
    of_words = (miss(each, words) * mask[:, :, None] * known[:, None, :]).sum((1, 2)) / mask.sum(1)
    of_parts = optax.softmax_cross_entropy(part, parts)
    return (miss(whole, softened) * known).sum(1).mean() + OF_WORDS * of_words.mean() + OF_PARTS * of_parts.mean()


def _table(rows: Sequence[Row]) -> tuple[np.ndarray, ...]:
    """Rows of equal length: ids, which of them are there, kinds, words, which kinds are known, parts."""
    longest = max(len(row.ids) for row in rows)
    length = min(_MOST, -(-longest // 16) * 16)  # few lengths: each is compiled anew
    ids, mask = np.zeros((len(rows), length), np.int32), np.zeros((len(rows), length), np.float32)
    words = np.zeros((len(rows), length, len(rows[0].kinds)), np.float32)
    for i, row in enumerate(rows):
        ids[i, : len(row.ids)], mask[i, : len(row.ids)], words[i, : len(row.ids)] = row.ids, 1, row.words
    kinds, known, parts = (np.array([getattr(row, name) for row in rows]) for name in ("kinds", "known", "parts"))
    return ids, mask, kinds, words, known, parts


def _batches(rows: Sequence[Row], random: np.random.RandomState) -> list[list[Row]]:
    """The rows in batches of similar length, in any order, the last ones filled up."""
    order = random.permutation(len(rows))
    batches: list[list[int]] = []
    for start in range(0, len(order), BATCH * _SIMILAR):
        near = sorted(order[start : start + BATCH * _SIMILAR], key=lambda i: len(rows[i].ids))
        batches += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
    filled = [[*batch, *random.choice(len(rows), BATCH - len(batch))] for batch in batches]
    return [[rows[i] for i in filled[j]] for j in random.permutation(len(filled))]


def fit(net: Net, rows: Sequence[Row]) -> Net:
    """The net that has learned from the rows. The same rows give the same weights, on the same machine."""
    random, key = np.random.RandomState(_SEED), jax.random.PRNGKey(_SEED)
    steps = EPOCHS * -(-len(rows) // BATCH)
    pace = optax.warmup_cosine_decay_schedule(0, PACE, steps // 10, steps, 0)
    climb = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(pace, weight_decay=0.01))
    state = climb.init(net)

    @jax.jit
    def step(net: Net, state: Any, key: jax.Array, *table: jax.Array) -> tuple[Net, Any, jax.Array]:
        loss, slope = jax.value_and_grad(_loss)(net, key, *table)
        change, state = climb.update(slope, state, net)
        return optax.apply_updates(net, change), state, loss

    for epoch in range(EPOCHS):
        begun, losses = time.monotonic(), []
        for batch in _batches(rows, random):
            key, now = jax.random.split(key)
            net, state, loss = step(net, state, now, *_table(batch))
            losses.append(float(loss))
        print(f"epoch {epoch + 1}: loss {np.mean(losses):.4f}, {time.monotonic() - begun:.0f} s", flush=True)
    return net
