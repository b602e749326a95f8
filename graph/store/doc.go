// Package store keeps documents, entities and claims as a Cayley graph: in a
// directory, on an embedded Pebble database, or on a PostgreSQL server.
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
// # PostgreSQL
//
// A path as postgres://user@host:port/name means a store in a database, which
// has to be there and is best its own; with ?search_path=NAME, in a schema of it.
// Server 13 or later, encoding UTF8. What else an address and the environment can
// say is in the documentation of github.com/lib/pq, but that a connection is
// encrypted where the server can (sslmode=prefer), as psql has it. [Printable] is
// an address without its password.
//
// All that holds of a directory holds here. Who writes has an advisory lock,
// which goes with its connection; who reads, a transaction, which sees one moment.
// A connection that is lost fails what was under way (ErrServer), of which
// nothing is kept; the next call makes another. Lost while a write is made
// to last, it cannot be known whether the write is kept (ErrWrite).
//
// The tables are those of Cayley's own backend, which reads them:
//
//	nodes  hash of a value; how many quads it is in (refs); the value
//	quads  hashes of subject, predicate, object and label; a number
//	whom   program and format, which mark the schema as a store
//
// But Cayley's code neither writes nor reads them here. It sends a statement for
// each value and quad; to remove some, it goes over all nodes, and for each that
// goes, by the foreign key of labels, over all quads. Text in which \x00 is written
// comes back with a zero byte in that place. It reads without a transaction, a
// connection for each part of a query, and what it cannot read it logs, with the
// address and password where it cannot connect, and goes on. Here a write is a few
// statements in one transaction, however many quads it has, and the indexes are
// those that are used. A quad takes some 450 bytes on disk.
//
// # Reading the source
//
// store.go makes and opens a store; put.go and plan.go turn a change of
// documents into quads to add and to remove. backend.go has what a database does
// for this: embedded.go is Pebble, the files named postgres are PostgreSQL.
//
// cayley.go writes quads to Pebble, and purge.go takes out what Cayley only marks
// as removed. load.go decides between this and a bulk load: bulk.go, logwriter.go,
// sorter.go and table.go write Cayley's keys as sorted tables. reader.go, list.go,
// find.go and condition.go read by Cayley's indexes, of which lookup.go knows the
// keys, scan.go by its log. verify.go and repair.go look after damage. key.go,
// pebble.go and transaction.go are the database under Cayley; reading.go and
// pinned.go open it beside a writer.
//
// # Caveats
//
// Every entity in one block with one of a document put is read and
// resolved again. One more document with twenty names takes 0.2 s where each of
// them is in 300 documents: put many at once.
//
// A store in a directory keeps up to 256 MB of what it has read in memory;
// [CacheVariable] sets how much.
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
// On PostgreSQL a [Store.QuadStore] is closed when another is asked for after a
// write. No pooler that shares sessions may stand between, for a lock is of a
// session. The server gives the space of what was removed back when it vacuums.
// Where an add into a new store fails, an empty store is left.
//
// Pebble's files differ from run to run of the same build, for Cayley notes the
// time of each write; what is read from the store does not.
package store
