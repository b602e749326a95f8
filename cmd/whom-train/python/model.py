"""The encoder and its heads. extract/english/encoder computes the same in Go."""

import torch
from torch import nn
from torch.nn import functional as F

from batches import CLS, MAX_PIECES, SEP, TASKS, UNK

CONFIG = {
    "hidden": 384, "layers": 6, "attention_heads": 12, "intermediate": 1536,
    "max_positions": 512, "layer_norm_eps": 1e-12, "activation": "gelu (erf)",
    "case_dim": 32, "arc": 320, "label": 112, "leaky_relu": 0.1,
    "cls": CLS, "sep": SEP, "unk": UNK, "max_subwords_per_word": MAX_PIECES,
}
VOCABULARY, CASES, TREEBANKS = 30522, 10, 3


_KEPT = {}  # by probability and type: a long row of zeros and scaled ones
_ROW = 1 << 25


def dropout(x, p, training):
    """As functional.dropout, but multiplies with a random piece of one long row:
    drawing a number for each element takes a sixth of the time of training."""
    if not training:
        return x
    if (p, x.dtype) not in _KEPT:
        _KEPT[p, x.dtype] = ((torch.rand(_ROW) >= p) / (1 - p)).to(x.dtype)
    begin = int(torch.randint(_ROW - x.numel(), ()))
    return x * _KEPT[p, x.dtype][begin:begin + x.numel()].view(x.shape)


class Layer(nn.Module):
    """Attention and a feed-forward network, each added and normalized (post-norm)."""

    def __init__(self, c, dropout):
        super().__init__()
        hidden, self.heads, self.dropout = c["hidden"], c["attention_heads"], dropout
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.o = nn.Linear(hidden, hidden)
        self.ln1 = nn.LayerNorm(hidden, eps=c["layer_norm_eps"])
        self.f1 = nn.Linear(hidden, c["intermediate"])
        self.f2 = nn.Linear(c["intermediate"], hidden)
        self.ln2 = nn.LayerNorm(hidden, eps=c["layer_norm_eps"])

    def forward(self, x, mask):
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        scores = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5 + mask
        a = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.ln1(x + dropout(self.o(a), self.dropout, self.training))
        f = self.f2(F.gelu(self.f1(x)))
        return self.ln2(x + dropout(f, self.dropout, self.training))


class Encoder(nn.Module):
    """MiniLM with embeddings of a word's case and of the treebank added."""

    def __init__(self, c, dropout):
        super().__init__()
        hidden, self.dropout = c["hidden"], dropout
        self.word = nn.Embedding(VOCABULARY, hidden)
        self.pos = nn.Embedding(c["max_positions"], hidden)
        self.typ = nn.Parameter(torch.zeros(hidden))
        self.case = nn.Embedding(CASES, hidden)
        self.tbe = nn.Embedding(TREEBANKS, hidden)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.tbe.weight)
        self.ln = nn.LayerNorm(hidden, eps=c["layer_norm_eps"])
        self.layers = nn.ModuleList(Layer(c, dropout) for _ in range(c["layers"]))

    def forward(self, inputs):
        """Returns the embedding's and each layer's output, [batch, piece, hidden]."""
        x = self.word(inputs["ids"]) + self.pos.weight[:inputs["ids"].shape[1]] + self.typ
        x = self.ln(x + self.case(inputs["case"]) + self.tbe(inputs["treebank"])[:, None])
        if torch.is_autocast_enabled(x.device.type):
            x = x.to(torch.get_autocast_dtype(x.device.type))
        x = dropout(x, self.dropout, self.training)
        mask = torch.zeros(inputs["mask"].shape, dtype=x.dtype, device=x.device)
        mask = mask.masked_fill(~inputs["mask"], -1e4)[:, None, None, :]
        outputs = [x]
        for layer in self.layers:
            outputs.append(layer(outputs[-1], mask))
        return outputs


class Model(nn.Module):
    """Tags, names and a biaffine parser (Dozat and Manning 2017) on one encoder."""

    def __init__(self, labels, c=CONFIG, dropout=0.1, head_dropout=0.25):
        super().__init__()
        words, arc, label, relations = c["hidden"] + c["case_dim"], c["arc"], c["label"], len(labels["rel"])
        self.arc, self.label, self.head_dropout, self.slope = arc, label, head_dropout, c["leaky_relu"]
        self.enc = Encoder(c, dropout)
        self.mix = nn.Parameter(torch.tensor([0.0] * (c["layers"] - 1) + [1.0, 2.0]))
        self.case = nn.Embedding(CASES, c["case_dim"])
        self.m_arc = nn.Linear(words, 2 * arc)
        self.m_lab = nn.Linear(words, 2 * label)
        self.Ua = nn.Parameter(nn.init.xavier_uniform_(torch.empty(arc, arc), gain=0.5))
        self.ba = nn.Parameter(torch.zeros(arc))
        self.Ul = nn.Parameter(0.02 * torch.randn(label + 1, relations * (label + 1)))
        self.h_upos = nn.Linear(words, len(labels["upos"]))
        self.h_xpos = nn.Linear(words, len(labels["xpos"]))
        self.h_ner = nn.Linear(words, len(labels["ner"]))
        self.h_gner = nn.Linear(words, len(labels["gner"]))
        self.h_kind = nn.Linear(words, len(labels["kind"]))

    def vectors(self, inputs):
        """Returns [batch, 1 + word, hidden + case]; the first one is the root."""
        outputs, weights = self.enc(inputs), self.mix.softmax(0)
        x = sum(w.to(o.dtype) * o for w, o in zip(weights, outputs))
        first = F.pad(inputs["first"], (1, 0))
        x = x.gather(1, first[:, :, None].expand(-1, -1, x.shape[-1]))
        x = torch.cat([x, self.case(F.pad(inputs["word_case"], (1, 0))).to(x.dtype)], -1)
        return dropout(x, self.head_dropout, self.training)

    def _halves(self, layer, x):
        x = F.leaky_relu(layer(x), self.slope)
        dependent, head = dropout(x, self.head_dropout, self.training).chunk(2, -1)
        return dependent[:, 1:], head

    def arcs(self, x, words):
        """Returns the score of each head for each word, [batch, word, 1 + word]."""
        dependent, head = self._halves(self.m_arc, x)
        scores = ((dependent @ self.Ua + self.ba) @ head.transpose(1, 2)).float()
        size = words.shape[1]
        itself = torch.eye(size, size + 1, dtype=torch.bool, device=x.device).roll(1, 1)
        return scores.masked_fill(itself | ~F.pad(words, (1, 0), value=True)[:, None], -1e9)

    def relations(self, x, heads):
        """Returns the scores of the relations to the given heads, [batch, word, relation]."""
        dependent, head = self._halves(self.m_lab, x)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, self.label))
        dependent, head = F.pad(dependent, (0, 1), value=1.0), F.pad(head, (0, 1), value=1.0)
        products = (dependent @ self.Ul).unflatten(-1, (-1, self.label + 1))
        return torch.einsum("bwrd,bwd->bwr", products, head).float()

    def tags(self, x):
        x = x[:, 1:]
        return {task: getattr(self, "h_" + task)(x) for task in TASKS}
