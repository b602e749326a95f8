"""Measures of a model on development sentences.

Each word takes its best head and each tag its best label: the tree and the order
of tags are not made valid, as extract/english does, which gains a little more.
"""

import argparse
import os
from pathlib import Path

import torch

from batches import Pieces, by_length, collate
from data import read_ewt, read_gum, spans_of
from weights import load


def evaluate(model, sentences, pieces, vocabularies):
    """Returns tags, UAS and LAS by words and the F1 of names, in percent."""
    counts = dict.fromkeys(("words", "upos", "xpos", "uas", "las", "right", "gold", "found"), 0)
    model.eval()
    for batch in by_length(sentences, pieces, 4000):
        batch = [sentences[i] for i in batch]
        inputs, targets = collate(batch, pieces, vocabularies)
        with torch.inference_mode(), torch.autocast("cpu", torch.bfloat16):
            x = model.vectors(inputs)
            heads = model.arcs(x, inputs["words"]).argmax(-1)
            relations = _relations(model, x, heads, vocabularies)
            tags = {task: scores.argmax(-1) for task, scores in model.tags(x).items()}
        _count(counts, inputs["words"], targets, heads, relations, tags)
        _count_names(counts, batch, tags["ner"], vocabularies)
    return _percent(counts)


def _relations(model, x, heads, vocabularies):
    """Returns the best relations: root if and only if the head is the root."""
    scores = model.relations(x, heads)
    root = vocabularies["rel"]["root"]
    scores[..., root] = torch.where(heads == 0, torch.inf, -torch.inf)
    return scores.argmax(-1)


def _count(counts, words, targets, heads, relations, tags):
    right = (heads == targets["head"]) & words
    counts["words"] += int(words.sum())
    counts["uas"] += int(right.sum())
    counts["las"] += int((right & (relations == targets["rel"])).sum())
    for task in ("upos", "xpos"):
        counts[task] += int(((tags[task] == targets[task]) & words).sum())


def _count_names(counts, batch, tags, vocabularies):
    known = list(vocabularies["ner"])
    for s, row in zip(batch, tags.tolist()):
        if s.names:
            gold, found = set(spans_of(s.names)), set(spans_of([known[t] for t in row[:len(s.forms)]]))
            counts["gold"] += len(gold)
            counts["found"] += len(found)
            counts["right"] += len(gold & found)


def _percent(c):
    out = {k.upper(): round(100 * c[k] / c["words"], 2) for k in ("upos", "xpos", "uas", "las")}
    if c["gold"]:
        out["names"] = round(200 * c["right"] / (c["gold"] + c["found"]), 2)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__)
    shared = os.environ.get("WHOM_SHARED", "../shared")
    p.add_argument("--data", type=Path, default=Path(shared) / "data")
    p.add_argument("folder", type=Path, help="weights that train.py wrote")
    a = p.parse_args()
    model, labels = load(a.folder)
    vocabularies = {task: {label: i for i, label in enumerate(known)} for task, known in labels.items()}
    pieces = Pieces(a.folder / "vocab.txt")
    for name, sentences in (("EWT", read_ewt(a.data, "dev")), ("GUM", read_gum(a.data, "dev"))):
        print(name, "dev", evaluate(model, sentences, pieces, vocabularies), flush=True)


if __name__ == "__main__":
    main()
