"""Trains the English model and writes its weights for `whom-train quantize`."""

import argparse
import os
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from batches import IGNORE, TASKS, Pieces, Variation, by_length, collate
from data import read_ewt, read_gum, read_silver
from weights import base_folder, from_base, labels_of, load, save

TASK_WEIGHTS = {"upos": 0.3, "xpos": 0.4, "ner": 0.7, "gner": 0.3, "kind": 0.4}
LONGEST = 200  # words of a training sentence
TAUGHT = 0.5  # part of the loss that is the distance to the teacher's probabilities
CLIP = 2.0
REPORT = 20  # steps between lines


def arguments():
    p = argparse.ArgumentParser(description=__doc__)
    shared = os.environ.get("WHOM_SHARED", "../shared")
    p.add_argument("--data", type=Path, default=Path(shared) / "data", help="folder of the training data")
    p.add_argument("--from", dest="start", type=Path, help="folder of weights to continue from; else the base encoder")
    p.add_argument("--teacher", type=Path, help="folder of weights whose probabilities are learnt beside the labels")
    p.add_argument("--to", type=Path, default=Path("out/english"), help="folder to write")
    p.add_argument("--steps", type=int, default=4600)
    p.add_argument("--minutes", type=float, help="end after so long, whatever the steps; the rate falls with the time")
    p.add_argument("--batch", type=int, default=2000, help="word pieces of a step")
    p.add_argument("--rate", type=float, default=2e-4, help="learning rate of the encoder")
    p.add_argument("--head-rate", type=float, default=1e-3, help="learning rate of the heads")
    p.add_argument("--fixed-pieces", action="store_true",
                   help="leave the embeddings of word pieces, half the weights, as they are")
    p.add_argument("--warm-up", type=int, default=300, help="steps")
    p.add_argument("--silver", type=float, default=0.3, help="share of the silver trees in each epoch")
    p.add_argument("--average", type=float, default=0.998, help="decay of the average of weights, the result")
    p.add_argument("--every", type=int, default=250, help="steps between checkpoints")
    p.add_argument("--seed", type=int, default=1)
    return p.parse_args()


def scores_of(model, inputs, heads):
    """Returns each task's scores; the relations' are those to the given heads."""
    x = model.vectors(inputs)
    scores = model.tags(x)
    scores["head"] = model.arcs(x, inputs["words"])
    scores["rel"] = model.relations(x, heads)
    return scores


def loss_of(scores, targets):
    """Returns each task's mean cross entropy with the labels."""
    return {
        task: F.cross_entropy(scores[task].float().flatten(0, 1), targets[task].flatten(), ignore_index=IGNORE)
        for task in ("head", "rel", *TASKS) if (targets[task] != IGNORE).any()
    }


def distance_to(teacher, scores, inputs, heads):
    """Returns each task's mean cross entropy with a teacher's probabilities (Hinton,
    Vinyals and Dean 2015), also where a word has no label."""
    with torch.no_grad():
        taught = scores_of(teacher, inputs, heads)
    words = inputs["words"]
    return {
        task: F.cross_entropy(scores[task][words].float(), taught[task][words].float().softmax(-1))
        for task in taught
    }


def total(losses):
    return sum(TASK_WEIGHTS.get(task, 1) * v for task, v in losses.items())


def in_base(name):
    return name.startswith("enc.") and not name.startswith(("enc.case", "enc.tbe"))


def optimizer_of(model, a):
    """Returns AdamW with a smaller rate for the weights of the base encoder."""
    model.enc.word.weight.requires_grad = not a.fixed_pieces
    base, heads = [], []
    for name, weights in model.named_parameters():
        if weights.requires_grad:
            (base if in_base(name) else heads).append(weights)
    groups = [
        {"params": base, "lr": a.rate, "weight_decay": 0.01},
        {"params": heads, "lr": a.head_rate, "weight_decay": 0.001},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


class Average:
    """An exponential moving average of a model's weights (Polyak and Juditsky 1992),
    of fewer steps in the beginning."""

    def __init__(self, model, decay):
        self.decay, self.steps = decay, 0
        self.weights = {k: v.detach().clone() for k, v in model.state_dict().items()}
        self.moving = [k for k, p in model.named_parameters() if p.requires_grad]

    def add(self, model):
        self.steps += 1
        decay = min(self.decay, self.steps / (10 + self.steps))
        weights = model.state_dict()
        torch._foreach_lerp_([self.weights[k] for k in self.moving], [weights[k] for k in self.moving], 1 - decay)


def epochs(gold, silver, share, pieces, limit, rng):
    """Yields batches of sentences for ever: all gold ones and some silver ones."""
    while True:
        chosen = rng.permutation(len(silver))[:int(share * len(silver))]
        sentences = gold + [silver[i] for i in chosen]
        for batch in by_length(sentences, pieces, limit, rng):
            yield [sentences[i] for i in batch]


def main():
    a = arguments()
    torch.manual_seed(a.seed)
    torch.set_flush_denormal(True)
    rng = np.random.default_rng(a.seed)
    gold = read_ewt(a.data, "train") + read_gum(a.data, "train")
    teacher, labels = load(a.teacher) if a.teacher else (None, labels_of(gold))
    model, labels = load(a.start) if a.start else (None, labels)
    model = model or from_base(labels)
    silver = read_silver(a.data) if a.silver else []
    gold, silver = ([s for s in part if len(s.forms) <= LONGEST] for part in (gold, silver))
    print(f"{len(gold)} gold and {len(silver)} silver sentences", flush=True)
    pieces = Pieces(base_folder() / "vocab.txt")
    train(model, labels, epochs(gold, silver, a.silver, pieces, a.batch, rng), pieces, Variation(rng), a, teacher)


def train(model, labels, batches, pieces, variation, a, teacher=None):
    vocabularies = {task: {label: i for i, label in enumerate(known)} for task, known in labels.items()}
    optimizer, average = optimizer_of(model, a), Average(model, a.average)
    rates = [group["lr"] for group in optimizer.param_groups]
    model.train()
    if teacher:
        teacher.eval()
    start, words, losses, step, done = time.monotonic(), 0, Counter(), 0, 0.0
    while done < 1:
        step += 1
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * min(step / a.warm_up, 1 - done)
        inputs, targets = collate(next(batches), pieces, vocabularies, variation)
        heads = targets["head"].clamp(min=0)
        with torch.autocast("cpu", torch.bfloat16):
            scores = scores_of(model, inputs, heads)
            parts = loss_of(scores, targets)
            loss = total(parts)
            if teacher:
                loss = (1 - TAUGHT) * loss + TAUGHT * total(distance_to(teacher, scores, inputs, heads))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP)
        optimizer.step()
        average.add(model)
        words += int(inputs["words"].sum())
        losses.update({k: v.item() for k, v in parts.items()})
        if step % REPORT == 0:
            means = {k: round(v / REPORT, 3) for k, v in losses.items()}
            print(f"step {step}, {time.monotonic() - start:.0f} s, {words} words, losses {means}", flush=True)
            losses.clear()
        done = (time.monotonic() - start) / 60 / a.minutes if a.minutes else step / a.steps
        if step % a.every == 0 or done >= 1:
            save(a.to, average.weights, labels)


if __name__ == "__main__":
    main()
