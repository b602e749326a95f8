// Package timex resolves the words of a time (“Tuesday”, “last week”, “early
// February”, “since 2014”) against the date of the document that uses them.
//
// [Resolve] takes the words with their preposition, the day of publication and
// the [Direction] in which the clause looks, and returns an ISO 8601 date
// (2022-02-01), week (2022-W05), month (2022-02), year (2022) or interval
// (2022-01/2022-03), as exact as the words are. An interval without end is
// written as ISO 8601-2 has it: 2014/.. for “since 2014”.
//
// Take “Tuesday” in an article of Thursday, 3 February 2022. Looking back
// (“they met on Tuesday”) it is 2022-02-01, looking ahead (“they will meet on
// Tuesday”) 2022-02-08. The day of publication itself is named so in both.
//
// A date without its year lies within 300 days of publication (else the year
// would be named), in the direction of the clause where it can. “Last Tuesday”
// is the latest before the day, “next Tuesday” that of the next week.
//
// # Caveats
//
// A part of a period resolves to the whole: “early February” to the month,
// “Tuesday night” to the day, “spring 2021” to the year, as the seasons differ
// by hemisphere. Lengths (“three days”), times told from another time of the
// story (“a day earlier”, “that year”) and vague ones (“recently”) have no
// value, and neither has a phrase with a word that is not known. Without a date
// of publication only absolute times resolve. Hours are not told.
package timex
