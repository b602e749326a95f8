"""Averages the weights of models that were trained from the same start, which is
often better than each (Wortsman et al. 2022, Model soups)."""

import argparse
from pathlib import Path

from weights import load, save


def average(folders):
    """Returns the mean weights and the labels, which must be the same in all."""
    models = [load(folder) for folder in folders]
    labels = models[0][1]
    if any(other != labels for _, other in models):
        raise SystemExit("the models have different labels")
    states = [model.state_dict() for model, _ in models]
    return {k: sum(s[k] for s in states) / len(states) for k in states[0]}, labels


def main():
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--to", type=Path, required=True, help="folder to write")
    p.add_argument("folders", type=Path, nargs="+", help="folders that train.py wrote; one given twice counts twice")
    a = p.parse_args()
    save(a.to, *average(a.folders))


if __name__ == "__main__":
    main()
