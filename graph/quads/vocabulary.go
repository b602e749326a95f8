package quads

import (
	"fmt"
	"strings"

	"github.com/cayleygraph/quad"
)

// A Namespace is what a prefix stands for.
type Namespace struct {
	Prefix string // without its colon
	IRI    string
}

// base is where the terms and ids of our own live.
const base = "https://github.com/whomgraph/whom/"

// Namespaces lists every prefix in use.
var Namespaces = []Namespace{
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
	{"prov", "http://www.w3.org/ns/prov#"},
	{"schema", "https://schema.org/"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"whom", base + "term/"},
	{"verb", base + "verb/"},
	{"denied", base + "denied/"},
	{"possible", base + "possible/"},
	{"document", base + "document/"},
	{"entity", base + "entity/"},
	{"actor", base + "actor/"},
	{"claim", base + "claim/"},
	{"description", base + "description/"},
	{"thing", base + "thing/"},
	{"decision", base + "decision/"},
}

var namespaceOf = func() map[string]string {
	m := make(map[string]string)
	for _, n := range Namespaces {
		m[n.Prefix] = n.IRI
	}
	return m
}()

// The terms in use. What each says stands in Vocabulary.
const (
	Type          quad.IRI = "rdf:type"
	Subject       quad.IRI = "rdf:subject"
	Predicate     quad.IRI = "rdf:predicate"
	Object        quad.IRI = "rdf:object"
	JSON          quad.IRI = "rdf:JSON"
	Date          quad.IRI = "xsd:date"
	DerivedFrom   quad.IRI = "prov:wasDerivedFrom"
	AttributedTo  quad.IRI = "prov:wasAttributedTo"
	Agent         quad.IRI = "prov:Agent"
	Article       quad.IRI = "schema:NewsArticle"
	ClaimType     quad.IRI = "schema:Claim"
	PersonType    quad.IRI = "schema:Person"
	OrgType       quad.IRI = "schema:Organization"
	CountryType   quad.IRI = "schema:Country"
	PlaceType     quad.IRI = "schema:Place"
	Headline      quad.IRI = "schema:headline"
	Publisher     quad.IRI = "schema:publisher"
	DatePublished quad.IRI = "schema:datePublished"
	URL           quad.IRI = "schema:url"
	InLanguage    quad.IRI = "schema:inLanguage"
	JobTitle      quad.IRI = "schema:jobTitle"
	Affiliation   quad.IRI = "schema:affiliation"
	PrefLabel     quad.IRI = "skos:prefLabel"
	AltLabel      quad.IRI = "skos:altLabel"
	ReviewType    quad.IRI = "schema:Review"
	DecisionType  quad.IRI = "whom:Decision"
	Description   quad.IRI = "whom:Description"
	EntityType    quad.IRI = "whom:Entity"
	GroupType     quad.IRI = "whom:Group"
	OfficeType    quad.IRI = "whom:Office"
	ActorOf       quad.IRI = "whom:actor"
	Block         quad.IRI = "whom:block"
	Country       quad.IRI = "whom:country"
	Key           quad.IRI = "whom:key"
	Argument      quad.IRI = "whom:argument"
	Polarity      quad.IRI = "whom:polarity"
	Modality      quad.IRI = "whom:modality"
	Record        quad.IRI = "whom:record"
)

// A Term is a predicate, class or datatype, and what it says.
type Term struct {
	IRI  quad.IRI
	Says string
}

// Vocabulary lists every term that a quad of this package can hold, apart from
// the predicates made of verbs: verb:call, denied:call, possible:call.
var Vocabulary = []Term{
	{Type, "The subject is of this class."},
	{Subject, "Who or what does what the claim says."},
	{Predicate, "What the claim says is done: a verb in verb:, denied: or possible:."},
	{Object, "To whom or what it is done, by id or in plain words."},
	{JSON, "A literal that is JSON text."},
	{Date, "A literal that is a day, YYYY-MM-DD."},
	{DerivedFrom, "The entity, claim or description comes from this document."},
	{AttributedTo, "The actor says the claim; one quad for each speaker of the chain, none for the outlet's own voice."},
	{Agent, "Actors of any type."},
	{Article, "Documents."},
	{ClaimType, "Claims: one thing said at one place of one document."},
	{PersonType, "Actors that are persons."},
	{OrgType, "Actors that are organizations."},
	{CountryType, "Actors that are states."},
	{PlaceType, "Actors that are places."},
	{Headline, "The document's title."},
	{Publisher, "The outlet of the document, or of the claim's document, by name."},
	{DatePublished, "The day of the document, or of the document of the claim or entity."},
	{URL, "Where the document was found."},
	{InLanguage, "The document's language, a BCP 47 tag."},
	{JobTitle, "The office that most documents give the actor, or that its document gives the entity."},
	{Affiliation, "Its document says that the entity belongs to this actor, or holds an office of it."},
	{PrefLabel, "The actor's name."},
	{AltLabel, "Another form of the actor's name that a document uses."},
	{ReviewType, "Judgements of claims by those who read them."},
	{DecisionType, "What a user says of who is one actor, and what it is called."},
	{Description, "Descriptions: what one document says that somebody or something is."},
	{EntityType, "Entities: what one document calls one actor."},
	{GroupType, "Actors that are groups of people without an organization."},
	{OfficeType, "Actors known by their office alone."},
	{ActorOf, "The entity is held to be this actor."},
	{Block, "The group of entities with which the entity is resolved."},
	{Country, "ISO 3166-1 alpha-3 code of the state that the actor is or belongs to."},
	{Key, "A name by which the actor is found: lower case, no accents, a hyphen between words, no article."},
	{Argument, "The actor takes part in the claim as neither subject nor object."},
	{Polarity, `"affirmed" or "denied", by the innermost speaker of the claim.`},
	{Modality, `How the claim relates to what is: "asserted", "planned", "possible", "demanded", "conditional" or "questioned".`},
	{Record, "Everything that is kept of a document, entity, actor, claim or description, as canonical JSON."},
}

// Expand makes an absolute IRI of a term or id with one of our prefixes. What
// an IRI cannot hold (spaces, quotes, angle brackets, controls) is escaped as
// %XX, and so is the percent sign, so that different ids stay different. What
// has none of our prefixes is taken to be absolute and returned unchanged.
func Expand(short quad.IRI) quad.IRI { return quad.IRI(AppendExpanded(nil, short)) }

// AppendExpanded appends to bytes what Expand makes.
func AppendExpanded(to []byte, short quad.IRI) []byte {
	prefix, local, colon := strings.Cut(string(short), ":")
	namespace, known := namespaceOf[prefix]
	if !colon || !known {
		return append(to, short...)
	}
	to = append(to, namespace...)
	start := 0
	for i := range len(local) {
		if c := local[i]; notInIRI[c] {
			to = fmt.Appendf(append(to, local[start:i]...), "%%%02X", c)
			start = i + 1
		}
	}
	return append(to, local[start:]...)
}

// notInIRI are the bytes that an IRI cannot hold, and the percent sign.
var notInIRI = func() (not [256]bool) {
	for c := range not {
		not[c] = c <= ' ' || c == 0x7f || c < 0x80 && strings.ContainsRune("<>\"{}|\\^`%", rune(c))
	}
	return not
}()
