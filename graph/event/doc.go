// Package event tells which type of political event a claim reports, by PLOVER,
// the ontology of the Open Event Data Alliance.
//
// [Of] reads a [graph.Claim]: “Russia accused NATO” is ACCUSE, “Russia imposed a
// curfew” COERCE with the mode curfew, “Russia will send food” AGREE. The
// [Type] of an event has a place on Goldstein's scale from conflict to cooperation
// and one of four classes:
//
//	e := event.Of(&claim)
//	if e.Type != "" {
//		fmt.Println(e.Type, e.Mode, e.Type.Goldstein(), e.Type.Quad())
//	}
//
// The tables verbs.tsv and nouns.tsv list predicates and the nouns of light verbs;
// they are for people to read and to mend.
//
// As PLOVER has it, a cooperative act that is planned is an agreement and a hostile
// one a threat, saying that somebody must do something is a request to him, and not
// to be willing to cooperate is a rejection. What else is denied, or only possible,
// is no event, and neither is what somebody merely says.
//
// Caveats: one predicate has one type, whatever its context: “Liverpool beat Leeds”
// is an ASSAULT. Of the 18 types of earlier editions, DEMAND is REQUEST here,
// DISAPPROVE and INVESTIGATE are modes of ACCUSE, and FIGHT is ASSAULT, as in the
// edition of 2023 (Halterman, Bagozzi, Beger, Schrodt, Scarborough: PLOVER and
// POLECAT), the 16 types of which these are. CRIME has no type.
package event
