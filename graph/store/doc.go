// Package store keeps documents, entities and claims in a directory, as a
// Cayley graph on an embedded Pebble database.
//
// A [Store] is made by [Create] and opened by [Open], or by [OpenReadOnly] to read
// it only. [Store.Put] keeps documents with all that was extracted from them,
// [Store.Remove] takes them out, [Store.Load] takes in many at once;
// [Store.Documents], [Store.Entities] and [Store.Claims] give them back in a fixed
// order, and [Store.View] resolves the entities to actors.
//
//	s, err := store.Create("whom.db")
//	…
//	err = s.Put(ctx, extractions...)
//	view, err := s.View(ctx)
//	for claim, err := range s.Claims(ctx) {
//		…
//		subject := view.Node(claim.Document, &claim.Subject)
//	}
//
// What the graph holds is described by package quads. It is a function of the
// documents that were put, whatever their order and however they came and went:
// a Put that makes an actor another also rewrites the claims that name it.
// [Store.QuadStore] is the graph for Cayley's own queries.
//
// A Put or Remove is on disk, whole, when it returns; a crash in its midst
// leaves the store as it was before it. [Store.Verify] looks for damage and
// [Store.Repair] makes anew what can be made of the records. One process at a time
// can have a store open for writing. Any number can read it beside that one, each
// as it was when it opened the store, and where nothing can be written.
//
// # Reading the source
//
// store.go makes and opens the directory; put.go and plan.go turn a change of
// documents into quads to add and to remove; cayley.go writes them, and purge.go
// takes out what Cayley only marks as removed. load.go decides between this and
// a bulk load: bulk.go, logwriter.go, sorter.go and table.go write Cayley's keys
// as sorted tables. reader.go, list.go and find.go read by Cayley's indexes, of
// which lookup.go knows the keys, scan.go by its log. verify.go and repair.go
// look after damage. key.go, pebble.go and transaction.go are the database under
// Cayley; reading.go and pinned.go open it beside a writer.
//
// # Caveats
//
// Every entity in one block with one of a document put is read and
// resolved again. One more document with twenty names takes 0.2 s where each of
// them is in 300 documents: put many at once.
//
// Space of what was removed is used again; where an eighth of the store goes at
// once, it is given back to the disk at once, which takes as long as writing the
// rest.
//
// Where the disk fails in the midst of a write, the store stops and has to be
// opened again (ErrWrite). Some such failures, while Pebble begins a new file,
// end the whole process; the store is as after any crash. A disk that is merely
// full is found beforehand.
//
// A reader keeps the files that a writer has removed since, and so their space,
// until it closes the store. Over a network file system, where a file that
// another machine removes is gone, such a reader fails and has to open the store
// again. On Windows a store that is being read cannot be moved or replaced.
//
// Pebble's files differ from run to run of the same build, for Cayley notes the
// time of each write; what is read from the store does not.
package store
