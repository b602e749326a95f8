// Package extract turns documents into entities and claims: it runs the
// language model, the rules of [clause], the references of [actor], the dates of
// [timex] and the probabilities of [confidence] over one document at a time.
// Paragraphs that [language] finds to be in another language give no claims.
//
// [New] makes an Extractor; [Extractor.Extract] reads one document,
// [Extractor.All] many, a few at once, in the order in which they come. [Read]
// is the same from trees that are already parsed, which is how most tests run.
//
// The result depends on the document alone: not on the number of goroutines,
// not on other documents. Every span of a claim lies in the document's text,
// and the Text beside it is the slice there.
package extract
