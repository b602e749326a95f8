package clause

// Says reports whether a clause below a verb is attributed to the verb's
// subject, by the verb's lemma: “say”, “deny”, “accuse”.
func Says(lemma string) bool {
	c := complementVerbs[lemma]
	return c.finite.speaks || c.infinitive.speaks || c.gerund.speaks
}
