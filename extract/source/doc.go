// Package source reads files into documents: clean text in which every later
// offset counts, with what the page says about its title, outlet, address and
// date.
//
// [Read] goes through files, directories and the standard input. A *.txt file
// is one document; each line of a *.jsonl file is one, with the fields text,
// id, title, outlet, date and url. [Clean] makes a document of the bytes of one
// text. What is no part of the article comes back as [Drop]s that name the rule
// which took it, so that nothing is lost in silence. An [Error] names the file,
// the line and, where one is at fault, the byte.
//
//	for doc, err := range source.Read(ctx, []string{"articles"}, source.Options{}) {
//		if err != nil {
//			fmt.Fprintln(os.Stderr, err) // the others go on
//			continue
//		}
//		fmt.Println(doc.ID, doc.Published, doc.Title)
//	}
//
// # Clean text
//
// The text is valid UTF-8 in normal form C: the title, if there is one, then
// paragraphs, parted by "\n\n". A paragraph is one line with single spaces. The
// dateline (“MOSCOW (AP) —”) is a paragraph of its own. Words and quotation
// marks stay as they are printed.
//
// # Ids
//
// A document's id is that of its record; else the path below the argument
// without extension: "reuters/001" for reuters/001.txt in the folder given,
// "001" for a file given by itself, "news/12" for line 12 of news.jsonl without
// an id, "stdin-" and a hash of the text for the standard input.
//
// # Caveats
//
// The rules know English pages. They drop a paragraph only as a whole, so
// furniture in the middle of a sentence stays. Where lines are wrapped without
// blank lines between paragraphs, a paragraph that fills its last line to the
// end joins the next. Dates of two short numbers (02/01/2022) are not read, as
// they have two readings. A time zone does not change the date printed.
package source
