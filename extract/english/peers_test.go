//go:build peers

package english

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/whomgraph/whom/extract/english/encoder"
	"github.com/whomgraph/whom/extract/english/encoder/kernel"
)

// BenchmarkPeers compares, on one core and the same paragraphs, each kernel with
// spaCy's small English model (tags, trees, lemmas and names, as here). Words are
// counted by our own tokens for both. $WHOM_PEERS is the Python that has spaCy;
// make bench sets it.
func BenchmarkPeers(b *testing.B) {
	articles, err := filepath.Glob("../../testdata/articles/meridian/*.txt")
	if err != nil || len(articles) == 0 {
		b.Fatalf("no articles: %v", err)
	}
	var text strings.Builder
	for _, name := range articles {
		data, err := os.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		text.Write(data)
		text.WriteString("\n\n")
	}
	words := 0
	for _, s := range Split(text.String()) {
		words += len(s.Tokens)
	}
	var spacy float64
	b.Run("spacy", func(b *testing.B) {
		spacy = float64(words*b.N) / spacySeconds(b, text.String(), b.N)
		b.ReportMetric(spacy, "words/s")
	})
	for _, set := range kernel.Available() {
		b.Run(set.Name, func(b *testing.B) {
			p := parserOf(b, set.Name)
			parse(b, p, text.String()[:4000])
			start := time.Now()
			for range b.N {
				parse(b, p, text.String())
			}
			speed := float64(words*b.N) / time.Since(start).Seconds()
			b.ReportMetric(speed, "words/s")
			b.ReportMetric(speed/spacy, "of-spacy")
		})
	}
}

// parserOf returns a parser on one core with the kernels of a name.
func parserOf(b *testing.B, kernels string) *Parser {
	b.Setenv(kernel.Variable, kernels)
	data, err := os.ReadFile("encoder/english.safetensors")
	if err != nil {
		b.Fatal(err)
	}
	m, err := encoder.Load(data)
	if err != nil {
		b.Fatal(err)
	}
	return newParser(b, WithModel(m), Workers(1))
}

// spacySeconds is how long spaCy takes for the text n times, without its start.
func spacySeconds(b *testing.B, text string, n int) float64 {
	cmd := exec.Command(os.Getenv("WHOM_PEERS"), "testdata/peer.py", strconv.Itoa(n))
	cmd.Env = append(os.Environ(), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1")
	cmd.Stdin, cmd.Stderr = strings.NewReader(text), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		b.Fatalf("running spaCy with WHOM_PEERS=%q: %v", os.Getenv("WHOM_PEERS"), err)
	}
	var seconds float64
	if _, err := fmt.Sscan(string(out), &seconds); err != nil {
		b.Fatalf("spaCy's answer %q: %v", out, err)
	}
	return seconds
}
