package graph

// tieRoles are the roles in which a further argument is what the subject's
// act is aimed at or shared with. Others (“in”, “by”, “amount”) only tell how.
var tieRoles = map[string]bool{
	"to": true, "with": true, "against": true, "from": true, "on": true,
	"for": true, "recipient": true, "between": true,
}

// A Relation is one way to read a claim as subject, predicate and object.
// “Lavrov sent a message to Blinken” relates Lavrov to the message and, by way
// of the message, to Blinken.
type Relation struct {
	Subject Node
	Object  Node // zero for a claim without object
	// Suffix follows the claim's predicate in this reading: " message to".
	// It is empty for the claim's own object.
	Suffix string
	// Via is what stands between: "message". It is empty for the claim's own
	// object.
	Via string
	// Symmetric is true where the relation holds in both directions.
	Symmetric bool
}

// Relations reads a claim in every way that ties its subject to something: to
// its object, then to each actor among its further arguments whose role is to,
// with, against, from, on, for, between or recipient. A recipient is read as
// “to” where something is given (“give weapon to”), else as the object of the
// verb (“tell”). There is at least one relation.
func (v *View) Relations(c *Claim) []Relation {
	subject := v.Node(c.Document, &c.Subject)
	own := Relation{Subject: subject, Symmetric: c.Symmetric}
	via := ""
	if c.Object != nil {
		own.Object = v.Node(c.Document, c.Object)
		if own.Object.IsActor() || own.Object.Type == ThingNode {
			via = own.Object.Name
		}
	}
	relations := []Relation{own}
	for i := range c.Args {
		target := v.Node(c.Document, &c.Args[i])
		if !target.IsActor() || !tieRoles[c.Args[i].Role] {
			continue
		}
		relations = append(relations, Relation{
			Subject:   subject,
			Object:    target,
			Suffix:    suffix(via, c.Args[i].Role),
			Via:       via,
			Symmetric: c.Symmetric && !own.Object.IsActor(),
		})
	}
	return relations
}

func suffix(via, role string) string {
	switch {
	case role == "recipient" && via == "":
		return ""
	case role == "recipient":
		role = "to"
	}
	if via != "" {
		via = " " + via
	}
	return via + " " + role
}
