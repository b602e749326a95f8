"""Sentences with trees and names, read from treebanks and from silver names."""

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

# What the two programs' and GUM's types are called in the scheme of UNER.
UNER_TYPES = {
    "PERSON": "PER", "person": "PER",
    "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "COUNTRY": "LOC", "CITY": "LOC",
    "STATE_OR_PROVINCE": "LOC", "LOCATION": "LOC", "place": "LOC",
    "ORG": "ORG", "ORGANIZATION": "ORG", "organization": "ORG",
}
# What the programs' types are among the finer kinds of names. A program's own types
# for an event or a work count only where the other one also saw a name of no usual type.
SPACY_KINDS = {"NORP": "nationality", "EVENT": "event", "LAW": "work", "WORK_OF_ART": "work"}
CORENLP_KINDS = {
    "NATIONALITY": "nationality", "RELIGION": "nationality", "IDEOLOGY": "nationality",
    "TITLE": "title", "COUNTRY": "country",
}
UNER_KINDS = {"PER": "person", "LOC": "place", "ORG": "organization"}
KINDS = ["person", "country", "place", "organization", "nationality", "title", "event", "work"]
GUM_TYPES = ["person", "place", "organization", "event", "object", "abstract", "time"]

# The place of a sentence's source in the table of treebank embeddings.
UNKNOWN, EWT, GUM = 0, 1, 2

# Arcs of silver trees below this probability are right less than half the time.
SILVER_ARC = 0.7


@dataclass
class Sentence:
    """Words with labels, one each. A label that is None teaches nothing.

    heads count from 1; 0 is the root. names (UNER's types), gum_names and kinds
    are BIO tags, or empty where the sentence has none.
    """

    forms: list
    upos: list
    xpos: list
    heads: list
    relations: list
    treebank: int = UNKNOWN
    names: list = ()
    gum_names: list = ()
    kinds: list = ()
    id: str = ""
    misc: list = ()


def read_conllu(path, treebank=UNKNOWN):
    """Returns the sentences of a CoNLL-U file, without ranges and empty nodes."""
    sentences, rows, name = [], [], ""
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# sent_id"):
                name = line.split("=", 1)[1].strip()
            elif line and line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
            elif not line and rows:
                sentences.append(_sentence(rows, treebank, name))
                rows = []
    return sentences


def _sentence(rows, treebank, name):
    columns = list(zip(*rows))
    return Sentence(
        forms=list(columns[1]), upos=list(columns[3]), xpos=list(columns[4]),
        heads=[int(h) for h in columns[6]], relations=list(columns[7]),
        treebank=treebank, id=name,
        misc=[dict(kv.split("=", 1) for kv in m.split("|") if "=" in kv) for m in columns[9]],
    )


def read_ewt(folder, part):
    """Returns a part of EWT with the names of UNER."""
    sentences = read_conllu(folder / f"treebank/ewt-{part}.conllu", EWT)
    names = _read_iob2(folder / f"names/uner-ewt-{part}.iob2")
    for s in sentences:
        tags = names.get(s.id, [])
        if [form for form, _ in tags] == s.forms:
            s.names = [tag for _, tag in tags]
    if part == "train":
        for s, (spacy, corenlp) in zip(sentences, _silver_spans(folder / "names/silver-ewt-train.jsonl"), strict=True):
            s.kinds = kinds(s, spacy, corenlp)
    return sentences


def _silver_spans(path):
    """Yields what spaCy and CoreNLP see in each sentence as (first, last, type)."""
    for line in _lines(path):
        yield [[(a, b - 1, t) for a, b, t in line[program]] for program in ("spacy", "corenlp")]


def _read_iob2(path):
    tags, current = {}, []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id"):
            current = tags.setdefault(line.split("=", 1)[1].strip(), [])
        elif line and line[0] != "#":
            columns = line.split("\t")
            current.append((columns[1], columns[2]))
    return tags


def read_gum(folder, part):
    """Returns a part of GUM. Its training sentences get names in UNER's scheme
    from GUM's own entities and two programs, where two of the three agree."""
    sentences = read_conllu(folder / f"treebank/gum-{part}.conllu", GUM)
    for s in sentences:
        s.gum_names = bio(gum_names(s), len(s.forms))
    if part == "train":
        for s, (spacy, corenlp) in zip(sentences, _silver_spans(folder / "names/silver-gum-train.jsonl"), strict=True):
            s.names = vote(s.forms, [gum_names(s), spacy, corenlp])
            s.kinds = kinds(s, spacy, corenlp)
    return sentences


def read_silver(folder):
    """Returns parsed news. Every fifth item is left out, as the links there are
    kept for tests. Names are those that two of spaCy, CoreNLP and a link give."""
    sentences = read_conllu(folder / "treebank/silver-current-events.conllu.gz")
    items = _lines(folder / "text/current-events.jsonl")
    silver = _lines(folder / "names/silver-current-events.jsonl")
    kept, item, end = [], -1, 0
    for s in sentences:
        index = int(s.id.split("-")[0])
        if index != item:
            item, end = index, 0
        offsets, end = _offsets(s.forms, items[index]["text"].encode(), end)
        if index % 5 == 0:
            continue
        links = [link[:2] for link in items[index]["links"]]
        voters = [_words(offsets, silver[index]["spacy"]), _words(offsets, silver[index]["corenlp"])]
        s.names = vote(s.forms, voters, {span[:2] for span in _words(offsets, [(*l, "") for l in links])})
        s.kinds = kinds(s, *voters)
        _forget_doubtful(s)
        kept.append(s)
    return kept


def _lines(path):
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def _offsets(forms, text, end):
    """Returns where the words are in text, in bytes, and where the last one ends."""
    offsets = []
    for form in forms:
        begin = text.index(form.encode(), end)
        end = begin + len(form.encode())
        offsets.append((begin, end))
    return offsets, end


def _words(offsets, spans):
    """Returns the spans in bytes that cover whole words as (first, last, type)."""
    begins = {begin: i for i, (begin, _) in enumerate(offsets)}
    ends = {end: i for i, (_, end) in enumerate(offsets)}
    return [(begins[a], ends[b], t) for a, b, t in spans if a in begins and b in ends]


def _forget_doubtful(s):
    for i, misc in enumerate(s.misc):
        if float(misc["HeadConf"]) < SILVER_ARC:
            s.heads[i] = s.relations[i] = None
        elif float(misc["RelConf"]) < SILVER_ARC:
            s.relations[i] = None
    s.misc = ()


def vote(forms, voters, links=frozenset()):
    """Returns BIO tags for the spans that two of the voters agree on, or one and a
    link. Words of other spans are None: they are in doubt."""
    votes, seen = Counter(), set()
    for spans in voters:
        for first, last, kind in spans:
            if kind not in UNER_TYPES:
                continue
            seen.update(range(first, last + 1))
            if forms[first].lower() == "the" and first < last:
                first += 1
            if forms[last] in ("'s", "’s", "'") and first < last:
                last -= 1
            votes[first, last, UNER_TYPES[kind]] += 1
    for first, last, kind in list(votes):
        votes[first, last, kind] += (first, last) in links
    agreed = [span for span in votes if votes[span] > 1]
    agreed.sort(key=lambda s: (-votes[s], s[0] - s[1], s))
    tags = bio(agreed, len(forms))
    return [None if t == "O" and i in seen and not _edge(forms[i]) else t for i, t in enumerate(tags)]


def kinds(s, spacy, corenlp):
    """Returns BIO tags of the finer kinds: the sentence's names, countries apart from
    other places, and what the programs see beside them. A nationality, an event or
    a work counts where both see one; a title where CoreNLP does, the only one that
    knows titles. Words of other spans are None."""
    if not s.names:
        return ()
    countries = {(a, b) for a, b, t in corenlp if t == "COUNTRY"}
    spans = [
        (a, b, "country" if t == "LOC" and (a, b) in countries else UNER_KINDS[t])
        for a, b, t in spans_of(s.names)
    ]
    doubtful = {i for i, tag in enumerate(s.names) if tag is None}
    second = [(a, b, CORENLP_KINDS.get(t, t)) for a, b, t in corenlp]
    for a, b, t in spacy:
        kind = SPACY_KINDS.get(t)
        agreed = {"nationality": "nationality", "event": "MISC", "work": "MISC"}.get(kind)
        if agreed and any(a <= d and c <= b and t2 == agreed for c, d, t2 in second):
            spans.append((a, b, kind))
        elif kind:
            doubtful.update(range(a, b + 1))
    spans += [span for span in second if span[2] == "title"]
    doubtful.update(i for a, b, t in second if t in ("nationality", "MISC") for i in range(a, b + 1))
    tags = bio(spans, len(s.forms))
    return [None if t == "O" and i in doubtful else t for i, t in enumerate(tags)]


def spans_of(tags):
    """Returns (first, last, type) of the names that BIO tags mark."""
    spans = []
    for i, tag in enumerate(tags):
        position, _, kind = (tag or "O").partition("-")
        if position == "I" and spans and spans[-1][1:] == (i - 1, kind):
            spans[-1] = (spans[-1][0], i, kind)
        elif position != "O":
            spans.append((i, i, kind))
    return spans


def _edge(form):
    return form.lower() == "the" or form in ("'s", "’s", "'")


def bio(spans, size):
    """Returns BIO tags; of spans that overlap the first one counts."""
    tags = ["O"] * size
    for first, last, kind in spans:
        if all(tag == "O" for tag in tags[first:last + 1]):
            tags[first] = "B-" + kind
            tags[first + 1:last + 1] = ["I-" + kind] * (last - first)
    return tags


_ENTITY = re.compile(r"\((\d+)-([^()]*)(\))?|(\d+)\)")
_INSIDE = ("of", "for", "and", "&", "'s")


def gum_names(s):
    """Returns (first, last, type) of the entities that a proper noun heads, cut to
    the capitalized words around it; the longest first."""
    names = []
    for first, last, fields in _gum_entities(s):
        head = _head(s, first, last)
        if fields[0] in GUM_TYPES and s.upos[head] == "PROPN":
            names.append((_grow(s, head, first, -1), _grow(s, head, last, 1), fields[0]))
    return sorted(names, key=lambda n: (n[0] - n[1], n))


def _gum_entities(s):
    spans, begun = [], {}
    for i, misc in enumerate(s.misc):
        for m in _ENTITY.finditer(misc.get("Entity", "")):
            number, fields, closed, ended = m.groups()
            if closed:
                spans.append((i, i, fields.split("-")))
            elif number:
                begun.setdefault(number, []).append((i, fields.split("-")))
            elif begun.get(ended):
                first, fields = begun[ended].pop()
                spans.append((first, i, fields))
    return spans


def _head(s, first, last):
    """Returns the first word of a span whose head is outside."""
    inside = range(first + 1, last + 2)
    return next(i for i in range(first, last + 1) if s.heads[i] not in inside)


def _grow(s, at, limit, step):
    """Walks from a name's head over words that belong to the name."""
    def within(i):
        return (i - limit) * step <= 0

    while True:
        if within(at + step) and _capitalized(s, at + step):
            at += step
        elif within(at + 2 * step) and _capitalized(s, at + 2 * step) and _joins(s, at + step):
            at += 2 * step
        else:
            return at


def _joins(s, i):
    return s.xpos[i] == "HYPH" or s.forms[i].lower() in _INSIDE


def _capitalized(s, i):
    return s.forms[i][:1].isupper() and s.upos[i] in ("PROPN", "ADJ", "NOUN", "NUM", "VERB")
