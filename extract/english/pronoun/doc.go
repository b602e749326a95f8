// Package pronoun tells what the personal pronouns of English say of whom they
// mean: person, number and gender.
//
// [Of] looks a form up, in any case of letters:
//
//	p, ok := pronoun.Of("Herself") // third person, singular, feminine, reflexive
//
// Pronouns that point, ask or count (“this”, “who”, “some”) are no personal ones.
// “You” is of either number, and so is “they” of one person; the table gives both
// as what grammar makes them, plural. The package imports nothing, so that every
// stage can.
package pronoun
