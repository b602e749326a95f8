package actor

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A tableForm says what a table's file must look like.
type tableForm struct {
	file   string
	header string
	lists  []int          // columns that hold several values
	closed map[int]string // columns that hold one value of a closed set, as a pattern
	unique []int          // columns whose values name one row only
}

var tableForms = []tableForm{
	{
		file:   "countries.tsv",
		header: "code name aliases adjectives people capitals seats",
		lists:  []int{2, 3, 4, 5, 6},
		closed: map[int]string{0: `[A-Z]{3}`},
		unique: []int{1, 2, 5, 6},
	},
	{
		file:   "organizations.tsv",
		header: "name acronyms type country seat",
		lists:  []int{1, 4},
		closed: map[int]string{2: `organization|group`, 3: `([A-Z]{3})?`},
		unique: []int{0, 1},
	},
	{
		file:   "givennames.tsv",
		header: "name gender",
		closed: map[int]string{1: `[mf]`},
		unique: []int{0},
	},
	{
		file:   "anaphors.tsv",
		header: "noun kind antecedents",
		lists:  []int{2},
		closed: map[int]string{1: `actor|office|thing`},
		unique: []int{0},
	},
	{
		file:   "titles.tsv",
		header: "title kind",
		closed: map[int]string{1: `office|honorific|rank|body|group`},
		unique: []int{0},
	},
}

func TestTables(t *testing.T) {
	checks := []struct {
		name, reason string
		check        func(tableForm, [][]string) error
	}{
		{"columns", "a cell too few shifts every later one", checkColumns},
		{"sorted", "additions must show where they belong, and a name twice must show", checkSorted},
		{"first cell", "a row without its key can never be looked up", checkKeys},
		{"closed sets", "a misspelt kind or code matches nothing", checkClosed},
		{"clean cells", "a stray space, tab or curly quote never equals a form in the text", checkClean},
		{"unique", "a form in two rows would belong to whichever is read first", checkUnique},
	}
	for _, form := range tableForms {
		rows := readRows(t, form.file)
		for _, c := range checks {
			t.Run(form.file+"/"+c.name, func(t *testing.T) {
				if err := c.check(form, rows); err != nil {
					t.Errorf("%v (%s)", err, c.reason)
				}
			})
		}
	}
}

// A body takes its country's code from countries.tsv, and no form may be both a
// country's and a body's: one of them would never be found.
func TestOrganizationsFitCountries(t *testing.T) {
	codes, forms := map[string]bool{"": true}, map[string]bool{}
	for _, row := range readRows(t, "countries.tsv")[1:] {
		codes[row[0]] = true
		for _, cell := range row[1:] {
			for _, form := range strings.Split(cell, "|") {
				forms[form] = true
			}
		}
	}
	for _, row := range readRows(t, "organizations.tsv")[1:] {
		if !codes[row[3]] {
			t.Errorf("%s: no country has the code %s", row[0], row[3])
		}
		for _, form := range strings.Split(row[0]+"|"+row[1], "|") {
			if form != "" && forms[form] {
				t.Errorf("%s: %q is also a country's", row[0], form)
			}
		}
	}
}

// A body that no row has would never be taken up.
func TestAnaphorsFitOrganizations(t *testing.T) {
	bodies := map[string]bool{}
	for _, row := range readRows(t, "organizations.tsv")[1:] {
		bodies[row[0]] = true
	}
	for _, row := range readRows(t, "anaphors.tsv")[1:] {
		for _, name := range strings.Split(row[2], "|") {
			if row[1] == "actor" && !bodies[name] {
				t.Errorf("%s: no organization has the name %s", row[0], name)
			}
		}
	}
}

func TestTitlesAreLowerCase(t *testing.T) {
	for _, row := range readRows(t, "titles.tsv") {
		if row[0] != strings.ToLower(row[0]) {
			t.Errorf("%q is looked up in lower case", row[0])
		}
	}
}

// readRows returns the header and the rows of a table as cells.
func readRows(t *testing.T, file string) [][]string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(text)) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return rows
}

func checkColumns(form tableForm, rows [][]string) error {
	if got := strings.Join(rows[0], " "); got != form.header {
		return fmt.Errorf("header %q, want %q", got, form.header)
	}
	for i, row := range rows {
		if len(row) != len(rows[0]) {
			return fmt.Errorf("line %d: %d cells, want %d", i+1, len(row), len(rows[0]))
		}
	}
	return nil
}

func checkSorted(_ tableForm, rows [][]string) error {
	for i := 2; i < len(rows); i++ {
		if rows[i-1][0] >= rows[i][0] {
			return fmt.Errorf("line %d: %q after %q", i+1, rows[i][0], rows[i-1][0])
		}
	}
	return nil
}

func checkKeys(_ tableForm, rows [][]string) error {
	for i, row := range rows {
		if row[0] == "" || row[1] == "" && rows[0][1] == "name" {
			return fmt.Errorf("line %d: no name", i+1)
		}
	}
	return nil
}

func checkClosed(form tableForm, rows [][]string) error {
	for column, pattern := range form.closed {
		set := regexp.MustCompile(`^(?:` + pattern + `)$`)
		for i, row := range rows[1:] {
			if !set.MatchString(row[column]) {
				return fmt.Errorf("line %d: %q is not %s", i+2, row[column], pattern)
			}
		}
	}
	return nil
}

func checkClean(form tableForm, rows [][]string) error {
	for i, row := range rows {
		for column, cell := range row {
			for _, value := range cellValues(form, column, cell) {
				if value != strings.Join(strings.Fields(value), " ") || strings.ContainsAny(value, "|’‘“”\r") {
					return fmt.Errorf("line %d: unclean value %q", i+1, value)
				}
				if value == "" && cell != "" {
					return fmt.Errorf("line %d: empty value in %q", i+1, cell)
				}
			}
		}
	}
	return nil
}

func checkUnique(form tableForm, rows [][]string) error {
	line := map[string]int{}
	for i, row := range rows[1:] {
		for column, cell := range row {
			if !slices.Contains(form.unique, column) {
				continue
			}
			for _, value := range cellValues(form, column, cell) {
				if first, taken := line[value]; taken && value != "" {
					return fmt.Errorf("lines %d and %d: both have %q", first, i+2, value)
				}
				line[value] = i + 2
			}
		}
	}
	return nil
}

// cellValues splits a cell where its column holds several values.
func cellValues(form tableForm, column int, cell string) []string {
	if slices.Contains(form.lists, column) {
		return strings.Split(cell, "|")
	}
	return []string{cell}
}
