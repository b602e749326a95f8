package source

import (
	"errors"
	"slices"
	"testing"
)

func TestReadLeavesOutOwnOutput(t *testing.T) {
	const article = `{"id":"actor:1","text":"` + "The border was closed on Monday." + `"}` + "\n"
	files := map[string]string{
		"in/1.txt":                  closed,
		"in/named.jsonl":            article,
		"in/out/claims.jsonl":       `{"id":"claim:5f0c","document":"1","evidence":{"text":"A.","span":[0,2]}}` + "\n",
		"in/docs.jsonl":             `{"id":"1","title":"A","sha256":"467231a0","claims":3}` + "\n",
		"in/disputes.ndjson":        `{"subject_id":"actor:nato","affirmed":[]}` + "\n",
		"in/bundle/entities.jsonl":  `{"id":"entity:1/0-6","document":"1","name":"A"}` + "\n",
		"in/bundle/documents.jsonl": `{"id":"2","text":"` + "The border was opened on Tuesday." + `"}` + "\n",
		"in/bundle/decisions.jsonl": "",
		"in/own/documents.jsonl":    `{"id":"3","text":"` + "The border was opened on Tuesday." + `"}` + "\n",
	}
	tree(t, files)
	docs, errs := readAll(Options{}, "in")
	if want := []string{"1||||", "actor:1||||", "3||||"}; len(errs) > 0 || !slices.Equal(docs, want) {
		t.Errorf("a folder gives %q and %q, want %q", docs, texts(errs), want)
	}
	docs, errs = readAll(Options{}, "in/out/claims.jsonl")
	if len(docs) > 0 || len(errs) != 1 || !errors.Is(errs[0], ErrRecord) || !errors.Is(errs[0], errOwn) {
		t.Errorf("a file of claims gives %q and %q, want one error", docs, texts(errs))
	}
}
