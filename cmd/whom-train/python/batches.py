"""Batches of sentences as tensors, varied at random for training."""

import numpy as np
import torch
from tokenizers import BertWordPieceTokenizer

CLS, SEP, UNK, MASK = 101, 102, 100, 103
MAX_PIECES = 12
IGNORE = -100
TASKS = ("upos", "xpos", "ner", "gner", "kind")

_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_CURLY = {"``": "“", "''": "”"}
_DASHES = ("-", "–", "—", "--")


class Pieces:
    """Cuts words into the ids of word pieces."""

    def __init__(self, vocabulary):
        self.tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self.known = {}

    def __call__(self, word):
        if word not in self.known:
            ids = self.tokenizer.encode(word, add_special_tokens=False).ids
            self.known[word] = ids[:MAX_PIECES] or [UNK]
        return self.known[word]


def case_class(word):
    """Returns the class of a word's capitals and digits, 1 to 9."""
    if any(c.isdigit() for c in word):
        return 8 if any(c.isupper() for c in word) else 6
    letters = sum(c.isalpha() for c in word)
    if letters == 0:
        return 7
    if word.islower():
        return 1
    if word.isupper():
        return 3 if letters == 1 else 4
    if word[0].isupper() and word[1:].islower():
        return 2
    return 5 if any(c.isupper() for c in word) else 9


class Variation:
    """Makes sentences look like other texts: the signs for quotes and dashes,
    headlines in one case or without a full stop, unknown words."""

    def __init__(self, rng, quotes=0.15, dashes=0.05, case=0.08, stop=0.03, mask=0.1, treebank=0.5):
        self.rng, self.quotes, self.dashes, self.case = rng, quotes, dashes, case
        self.stop, self.mask, self.treebank = stop, mask, treebank

    def happens(self, p):
        return self.rng.random() < p

    def forms(self, s):
        forms = list(s.forms)
        if self.happens(self.quotes):
            forms = [f.translate(_STRAIGHT) for f in forms]
        elif self.happens(self.quotes):
            forms = [_CURLY.get(x, f.replace("'", "’")) for f, x in zip(forms, s.xpos)]
        if self.happens(self.dashes):
            dash = _DASHES[self.rng.integers(len(_DASHES))]
            forms = [dash if f in _DASHES and x in (":", ",") else f for f, x in zip(forms, s.xpos)]
        if self.happens(self.case):
            change = (str.lower, str.upper, str.title)[self.rng.choice(3, p=(0.4, 0.3, 0.3))]
            forms = [change(f) for f in forms]
        return forms

    def length(self, s):
        """Returns the number of words to keep: all, or all but a full stop."""
        size = len(s.forms)
        stop = size > 2 and s.xpos[-1] == "." and s.heads[-1] != 0 and size not in s.heads
        return size - (stop and self.happens(self.stop))


def by_length(sentences, pieces, limit, rng=None):
    """Returns lists of indices of sentences, about as long as each other and of at
    most limit pieces with padding; at random with rng."""
    lengths = np.array([sum(len(pieces(f)) for f in s.forms) + 2 for s in sentences])
    noise = rng.normal(1, 0.08, len(lengths)) if rng else 1
    batches, batch, longest = [], [], 0
    for i in np.argsort(lengths * noise, kind="stable"):
        longest = max(longest, lengths[i])
        if batch and longest * (len(batch) + 1) > limit:
            batches.append(batch)
            batch, longest = [], lengths[i]
        batch.append(int(i))
    batches.append(batch)
    if rng:
        rng.shuffle(batches)
    return batches


def collate(sentences, pieces, vocabularies, variation=None):
    """Returns inputs and targets as dicts of tensors, padded.

    ids, case, mask: [sentence, piece]; first (place of a word's first piece),
    words (mask), word_case and the targets: [sentence, word]; treebank: [sentence].
    """
    rows = [_row(s, pieces, vocabularies, variation) for s in sentences]
    inputs = {
        "ids": _pad([r["ids"] for r in rows], 0), "case": _pad([r["case"] for r in rows], 0),
        "first": _pad([r["first"] for r in rows], 0), "word_case": _pad([r["word_case"] for r in rows], 0),
        "treebank": torch.tensor([r["treebank"] for r in rows]),
    }
    inputs["mask"] = inputs["ids"] != 0
    inputs["words"] = inputs["first"] != 0
    targets = {t: _pad([r[t] for r in rows], IGNORE) for t in ("head", "rel", *TASKS)}
    return inputs, targets


def _row(s, pieces, vocabularies, variation):
    forms, size, masked, treebank = s.forms, len(s.forms), (), 0
    if variation:
        forms, size = variation.forms(s), variation.length(s)
        masked = variation.rng.random(size) < variation.mask
        treebank = 0 if variation.happens(variation.treebank) else s.treebank
    row = {"ids": [CLS], "case": [0], "first": [], "treebank": treebank}
    row["word_case"] = [case_class(f) for f in forms[:size]]
    for i, form in enumerate(forms[:size]):
        ids = pieces(form)
        row["first"].append(len(row["ids"]))
        row["ids"] += [MASK] * len(ids) if len(masked) and masked[i] else ids
        row["case"] += [row["word_case"][i]] * len(ids)
    row["ids"].append(SEP)
    row["case"].append(0)
    row["head"] = [IGNORE if h is None else h for h in s.heads[:size]]
    labels = {"rel": s.relations, "upos": s.upos, "xpos": s.xpos, "ner": s.names, "gner": s.gum_names, "kind": s.kinds}
    for task, values in labels.items():
        known = vocabularies[task]
        row[task] = [known.get(v, IGNORE) for v in values[:size]] or [IGNORE] * size
    return row


def _pad(rows, value):
    out = torch.full((len(rows), max(map(len, rows))), value)
    for i, row in enumerate(rows):
        out[i, :len(row)] = torch.tensor(row)
    return out
