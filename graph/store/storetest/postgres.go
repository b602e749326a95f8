// Package storetest gives tests a PostgreSQL server of their own.
//
// The first call of [Postgres] in a test program starts a server in a temporary
// directory, which listens on a Unix socket there and on no port; each call makes
// an empty place for a store in it. A test program that calls it must call [Stop]
// when all tests are done, in TestMain.
//
//	address, err := storetest.Postgres()
//	…
//	s, err := store.Create(address)
//
// It needs initdb and postgres, in the PATH or where Debian has them, and runs
// them as user postgres where the tests are run by root, for initdb refuses root.
// The server does not wait for the disk, and ends with the test program, however
// that ends.
package storetest

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	_ "github.com/lib/pq"
)

// A server is a running PostgreSQL.
type server struct {
	dir   string // of its socket
	shell *exec.Cmd
	input io.Closer // at whose end the shell stops the server
	admin *sql.DB
}

var (
	mu      sync.Mutex
	running *server
	failed  error
	schemas int
)

// Postgres returns the address of an empty schema, where a store can be made.
func Postgres() (address string, err error) {
	mu.Lock()
	defer mu.Unlock()
	if running == nil && failed == nil {
		running, failed = start()
	}
	if failed != nil {
		return "", failed
	}
	schemas++
	name := fmt.Sprintf("store%d", schemas)
	_, err = running.admin.Exec(`CREATE SCHEMA ` + name)
	return running.address(url.Values{"search_path": {name}}), err
}

// Stop stops the server, if there is one.
func Stop() error {
	mu.Lock()
	defer mu.Unlock()
	if running == nil {
		return nil
	}
	err := errors.Join(running.admin.Close(), running.input.Close(), running.shell.Wait())
	running = nil
	return err
}

func (s *server) address(parameters url.Values) string {
	parameters.Set("host", s.dir)
	return "postgres://postgres@/postgres?" + parameters.Encode()
}

// script runs a server until its input ends. It says where when the server is
// about to start.
const script = `
set -e
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
initdb -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log" >&2; exit 1; }
postgres -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=200 >"$dir/log" 2>&1 &
trap 'kill -INT $! || true; wait $! || true; rm -rf "$dir"' EXIT
echo "$dir"
cat >/dev/null
`

func start() (*server, error) {
	bin, err := programs()
	if err != nil {
		return nil, err
	}
	words := []string{"sh", "-c", script}
	if os.Getuid() == 0 {
		words = append([]string{"runuser", "-u", "postgres", "--"}, words...)
	}
	s := &server{shell: exec.Command(words[0], words[1:]...)}
	s.shell.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"))
	s.shell.Dir, s.shell.Stderr = "/", os.Stderr
	if s.input, err = s.shell.StdinPipe(); err != nil {
		return nil, err
	}
	output, err := s.shell.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := s.shell.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(output).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("starting PostgreSQL: %w", errors.Join(err, s.shell.Wait()))
	}
	s.dir = strings.TrimSpace(line)
	if s.admin, err = sql.Open("postgres", s.address(url.Values{})); err != nil {
		return nil, err
	}
	return s, s.wait()
}

// programs is the folder of initdb and postgres.
func programs() (string, error) {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path), nil
	}
	dirs, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil || len(dirs) == 0 {
		return "", errors.New("the tests need PostgreSQL: run .ci/packages, which installs it")
	}
	return slices.Max(dirs), nil
}

// patience is how long a server may take to start.
const patience = time.Minute

func (s *server) wait() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for {
		err := s.admin.PingContext(ctx)
		if err == nil || ctx.Err() != nil {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}
