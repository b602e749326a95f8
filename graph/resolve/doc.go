// Package resolve decides which entities of many documents are one actor.
//
// [Actors] is a pure function: the same entities and decisions give the same
// actors in any order, and nothing is remembered. [Resolve] gives the reasons as
// well, and the pairs that remain doubtful.
//
//	actors := resolve.Actors(entities, decisions...)
//	view := graph.NewView(actors)
//
// [Block] tells which entities have to be looked at together: an actor never
// depends on entities of another block, so that after a change only the blocks
// of changed entities need to be resolved again.
//
// Within a block, entities are one actor for one of these reasons:
//
//   - One spelling: their names have the same words once accents, articles and
//     ways of putting other alphabets into Latin letters are evened out. The
//     tables of spelling.go hold these.
//   - One name, other types: a type that fewer documents give is held for a
//     mistake, but a state is never joined with what is named like it, nor are
//     bodies of two countries.
//   - Full names: “Antony J. Blinken”, “Antony Blinken”, “Tony Blinken” and
//     “A. Blinken” if one person fits.
//   - Surnames: “Blinken” is the person of that surname in the same document,
//     else the one with that role, else the only one of the country; where
//     several fit, the one whom four times as many documents name.
//   - Bodies that every country has: “Supreme Court” is that of its country, else
//     the one that its document names with a country, and where several countries
//     have one it is joined with no other document's.
//   - Acronyms: “OSCE” is the only name of these initials, or the only one that
//     a document gives it for.
//
// After that the decisions of the user hold, in the order of their numbers, each
// for the actors as those before it left them. A decision says whom it means by
// what documents call them: of several actors it means the one in which most
// entities have that name, type and country. [Linked] tells which blocks decisions
// bring together.
//
// [Affiliations] finds the bodies of those who hold an office and the states of
// bodies, and [AtLevel] rolls actors up to them.
//
// Where nothing decides, entities stay apart. Two persons of one full name are
// one actor; names in which the surname comes first are joined only when
// complete; a body named by a word of its country (“Iranian Revolutionary Guard”) is
// joined with the same without it only where it is one that every country has.
package resolve
