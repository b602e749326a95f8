package export

import (
	"fmt"
	"io"
	"iter"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// rowGroup is how many rows are kept in memory before they are written.
const rowGroup = 50_000

// claimRow is a row of claims.parquet.
type claimRow struct {
	ID         string   `parquet:"id"`
	Document   string   `parquet:"document,dict"`
	Outlet     string   `parquet:"outlet,dict"`
	Date       string   `parquet:"date,dict"`
	Sentence   int32    `parquet:"sentence"`
	SubjectID  string   `parquet:"subject_id,dict"`
	Subject    string   `parquet:"subject,dict"`
	Predicate  string   `parquet:"predicate,dict"`
	ObjectID   string   `parquet:"object_id,dict"`
	Object     string   `parquet:"object,dict"`
	Symmetric  bool     `parquet:"symmetric"`
	Polarity   string   `parquet:"polarity,dict"`
	Modality   string   `parquet:"modality,dict"`
	Speakers   []string `parquet:"speakers,list"`
	Time       string   `parquet:"time,dict"`
	Evidence   string   `parquet:"evidence"`
	Start      int32    `parquet:"start"` // of the evidence, bytes of the clean text
	End        int32    `parquet:"end"`
	Confidence float64  `parquet:"confidence"`
}

// ClaimsParquet writes one claim a row: its subject, predicate and object, by
// id and by name, and where they stand. What is absent is an empty string.
func ClaimsParquet(w io.Writer, d *Data) error {
	return writeParquet(w, func(yield func(claimRow) bool) {
		for i := range d.Claims {
			if !yield(d.claimRow(i)) {
				return
			}
		}
	})
}

func (d *Data) claimRow(i int) claimRow {
	c := &d.Claims[i]
	document, subject := d.documents[c.Document], d.View.Node(c.Document, &c.Subject)
	row := claimRow{
		ID: c.ID, Document: clean(c.Document), Outlet: clean(document.Outlet), Date: document.Published, Sentence: int32(c.Sentence),
		SubjectID: subject.ID, Subject: clean(subject.Name), Predicate: clean(c.Predicate.Lemma),
		Symmetric: c.Symmetric, Polarity: string(c.Polarity), Modality: string(c.Modality),
		Evidence: clean(d.words(c, c.Evidence)), Start: int32(c.Evidence.Start), End: int32(c.Evidence.End), Confidence: c.Confidence,
	}
	if c.Object != nil {
		object := d.View.Node(c.Document, c.Object)
		row.ObjectID, row.Object = object.ID, clean(object.Name)
	}
	for _, name := range d.speakers(c) {
		row.Speakers = append(row.Speakers, clean(name))
	}
	if c.Time != nil {
		row.Time = c.Time.Value
	}
	return row
}

// actorRow is a row of actors.parquet.
type actorRow struct {
	ID       string   `parquet:"id"`
	Name     string   `parquet:"name"`
	Type     string   `parquet:"type,dict"`
	Country  string   `parquet:"country,dict"`
	Role     string   `parquet:"role,dict"`
	Aliases  []string `parquet:"aliases,list"`
	Mentions int32    `parquet:"mentions"` // by any of its aliases
}

// ActorsParquet writes one actor a row, those without claims included.
func ActorsParquet(w io.Writer, d *Data) error {
	return writeParquet(w, func(yield func(actorRow) bool) {
		for _, a := range d.View.Actors() {
			row := actorRow{ID: a.ID, Name: clean(a.Name), Type: string(a.Type), Country: a.Country, Role: clean(a.Role)}
			for _, alias := range a.Aliases {
				row.Aliases = append(row.Aliases, clean(alias.Text))
				row.Mentions += int32(alias.Mentions)
			}
			if !yield(row) {
				return
			}
		}
	})
}

// writeParquet streams rows in groups, compressed by Zstandard.
func writeParquet[T any](w io.Writer, rows iter.Seq[T]) error {
	out := parquet.NewGenericWriter[T](w, parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(rowGroup))
	for row := range rows {
		if _, err := out.Write([]T{row}); err != nil {
			return fmt.Errorf("writing Parquet: %w", err)
		}
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("writing Parquet: %w", err)
	}
	return nil
}
