// Package resolve decides which entities of many documents are one actor.
//
// [Actors] is a pure function: the same entities give the same actors in any
// order, and nothing is remembered. So far the rule is the name. Entities are
// one actor if [graph.Slug] makes the same of their names and their types
// agree: a known type never joins another known type, and an entity of unknown
// type joins the others of its name where those are of one type.
//
//	actors := resolve.Actors(entities)
//	view := graph.NewView(actors)
//
// [Block] tells which entities have to be looked at together: an actor never
// depends on entities of another block, so that after a change only the blocks
// of changed entities need to be resolved again.
//
// The rule is blind to what a name does not show. Two persons of one name are
// one actor, “Lavrov” alone and “Sergey Lavrov” are two, and so are “NATO” and
// “North Atlantic Treaty Organization”.
package resolve
