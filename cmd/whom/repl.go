package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/peterh/liner"
	"github.com/spf13/cobra"

	"github.com/whomgraph/whom/graph/query"
	"github.com/whomgraph/whom/graph/store"
)

func replCommand(o *options) *cobra.Command {
	return &cobra.Command{
		Use:   "repl",
		Short: "Ask a store again and again, with history and completion",
		Long: `Repl reads lines and runs each as whom would, on one store: “show Lavrov”,
“path Lavrov NATO -k 2”. A line that has a ? and begins with no command is a
pattern of claims: “NATO rejects ?”. Tab completes commands, actors and verbs;
the arrow keys and ctrl-R find earlier lines, those of earlier sessions too.
“exit” or ctrl-D ends it. Of lines from a file or a pipe all are run, and the
command fails where one of them does.`,
		Example: `  whom repl --db out/whom.db
  echo 'NATO rejects ?' | whom repl`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			words, err := vocabulary(cmd.Context(), o.db)
			if err != nil {
				return err
			}
			s := &session{db: o.db, ctx: cmd.Context(), out: cmd.OutOrStdout()}
			if isTerminal(os.Stdin) && isTerminal(s.out) {
				return s.talk(words)
			}
			return s.replay(cmd.InOrStdin())
		},
	}
}

// claimsRead is how many claims give verbs to complete, so that a large store is
// ready as soon as a small one.
const claimsRead = 2000

// vocabulary lists what may be completed: the names of actors and the verbs of
// claims.
func vocabulary(ctx context.Context, db string) (words []string, err error) {
	err = withStore(db, func(s *store.Store) error {
		actors, err := s.Actors(ctx)
		if err != nil {
			return err
		}
		for i := range actors {
			words = append(words, actors[i].Name)
		}
		read := 0
		for c, err := range s.Claims(ctx) {
			if err != nil {
				return err
			}
			words = append(words, c.Predicate.Label())
			if read++; read == claimsRead {
				break
			}
		}
		return nil
	})
	return words, err
}

// A session runs lines on a store.
type session struct {
	db  string
	ctx context.Context
	out io.Writer
}

// replay runs the lines of a file or pipe, and fails where one of them does.
func (s *session) replay(in io.Reader) error {
	lines := bufio.NewScanner(in)
	failed := false
	for lines.Scan() && !isExit(lines.Text()) {
		failed = s.run(lines.Text()) != 0 || failed
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("reading the lines: %w", err)
	}
	if failed {
		return &status{codeFailed, nil}
	}
	return nil
}

// talk runs the lines that somebody writes.
func (s *session) talk(words []string) (err error) {
	line := liner.NewLiner()
	defer func() { err = errors.Join(err, line.Close()) }()
	line.SetCtrlCAborts(true)
	line.SetTabCompletionStyle(liner.TabPrints)
	line.SetWordCompleter(completer(append(commandNames(), words...)))
	history := historyFile()
	if f, err := os.Open(history); err == nil {
		_, err = line.ReadHistory(f)
		if err := errors.Join(err, f.Close()); err != nil {
			return fmt.Errorf("reading the history %q: %w", history, err)
		}
	}
	for {
		text, err := line.Prompt("whom> ")
		switch {
		case errors.Is(err, liner.ErrPromptAborted):
			continue
		case errors.Is(err, io.EOF) || err == nil && isExit(text):
			return saveHistory(line, history)
		case err != nil:
			return err
		}
		if strings.TrimSpace(text) != "" {
			line.AppendHistory(text)
		}
		s.run(text)
	}
}

func isExit(line string) bool {
	return slices.Contains([]string{"exit", "quit"}, strings.TrimSpace(line))
}

// run runs one line, and returns what whom would end with. An interrupt ends the
// line, not the session.
func (s *session) run(line string) (code int) {
	args, err := shellWords(line)
	if err != nil {
		fmt.Fprintln(os.Stderr, "whom:", err)
		return codeUsage
	}
	if len(args) == 0 {
		return 0
	}
	ctx, stop := signal.NotifyContext(context.WithoutCancel(s.ctx), os.Interrupt)
	defer stop()
	root := newRoot(s.db)
	if _, _, err := root.Find(args[:1]); err != nil && slices.Contains(args, query.Wildcard) {
		args = append([]string{"claims"}, args...)
	}
	root.SetArgs(args)
	root.SetOut(s.out)
	return execute(ctx, root)
}

// commandNames lists the commands that a line may begin with.
func commandNames() []string {
	var names []string
	for _, cmd := range newRoot(storeName).Commands() {
		if !cmd.Hidden {
			names = append(names, cmd.Name())
		}
	}
	return names
}

// completer completes the longest end of a line that a word begins with, in
// either case.
func completer(words []string) liner.WordCompleter {
	slices.Sort(words)
	words = slices.Compact(words)
	return func(line string, pos int) (head string, completions []string, tail string) {
		runes := []rune(line)
		before, tail := string(runes[:pos]), string(runes[pos:])
		for start := range before {
			if start > 0 && !strings.ContainsRune(" '\"", rune(before[start-1])) || start == len(before) {
				continue
			}
			for _, w := range words {
				if len(w) > len(before)-start && strings.EqualFold(w[:len(before)-start], before[start:]) {
					completions = append(completions, w)
				}
			}
			if len(completions) > 0 {
				return before[:start], completions, tail
			}
		}
		return before, nil, tail
	}
}

// historyFile is where earlier lines are kept, "" where there is no place for
// them.
func historyFile() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "whom", "history")
}

func saveHistory(line *liner.State, file string) (err error) {
	if file == "" {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return fmt.Errorf("keeping the history: %w", err)
	}
	f, err := os.OpenFile(file, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("keeping the history: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = line.WriteHistory(f)
	return err
}
