"""Reads N-Quads and JSON-LD with rdflib and prints how many quads they hold, once
they hold the same."""
import sys
import warnings

import rdflib

warnings.simplefilter("ignore", DeprecationWarning)


def quads(path, form):
    data = rdflib.Dataset()
    data.parse(path, format=form)
    return {(s.n3(), p.n3(), lexical(o), getattr(g, "identifier", g)) for s, p, o, g in data.quads()}


def lexical(term):
    """A literal by its own words, which rdflib would write anew for numbers and JSON."""
    if isinstance(term, rdflib.Literal):
        return str(term), str(term.datatype or "")
    return term.n3()


plain, linked = quads(sys.argv[1], "nquads"), quads(sys.argv[2], "json-ld")
if plain != linked:
    sys.exit(f"only in N-Quads: {list(plain - linked)[:5]}\nonly in JSON-LD: {list(linked - plain)[:5]}")
print(len(plain))
