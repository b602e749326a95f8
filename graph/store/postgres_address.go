package store

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/lib/pq"
)

// OnServer reports whether a path means a store on a PostgreSQL server.
func OnServer(path string) bool {
	return strings.HasPrefix(path, "postgres://") || strings.HasPrefix(path, "postgresql://")
}

// Printable is the path of a store as it may be shown: without a password.
func Printable(path string) string {
	if !OnServer(path) {
		return path
	}
	u, err := parseAddress(path)
	if err != nil {
		return "postgres://…"
	}
	if u.User != nil {
		u.User = url.User(u.User.Username())
	}
	shown := make(url.Values)
	for _, name := range []string{"host", "port", "user", "dbname", "search_path"} {
		if v := u.Query().Get(name); v != "" {
			shown.Set(name, v)
		}
	}
	u.RawQuery = strings.ReplaceAll(shown.Encode(), "%2F", "/")
	return u.String()
}

// errAddress says nothing of the address, which may have a password in it.
var errAddress = errors.New("not the address of a database: write postgres://USER@HOST:PORT/NAME, " +
	"and give a password by PGPASSWORD or in ~/.pgpass")

// parseAddress refuses what a password with unescaped signs makes of an address.
func parseAddress(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Fragment != "" || strings.ContainsAny(strings.TrimPrefix(u.Path, "/"), "/@") || strings.Contains(u.RawQuery, "@") {
		return nil, errAddress
	}
	return u, nil
}

// connectTimeout is how long a server may take to answer, where nothing else is
// asked for.
const connectTimeout = 15 * time.Second

// serverConfig is what an address and the environment (PGPASSWORD, PGSSLMODE and
// so on) say of a connection.
func serverConfig(address string) (pq.Config, error) {
	if _, err := parseAddress(address); err != nil {
		return pq.Config{}, err
	}
	c, err := pq.NewConfig(address)
	if err != nil {
		return c, errAddress
	}
	if c.SSLMode == "" {
		c.SSLMode = pq.SSLModePrefer // as psql has it
	}
	if c.ConnectTimeout == 0 {
		c.ConnectTimeout = connectTimeout
	}
	c.ApplicationName = applicationName()
	c.BinaryParameters = true // one round trip for a query, not two
	return c, nil
}

// applicationName tells other processes who holds the lock.
func applicationName() string {
	host, err := os.Hostname()
	if err != nil {
		host = "an unknown host"
	}
	return fmt.Sprintf("%s%d on %s", applicationPrefix, os.Getpid(), host)
}

const applicationPrefix = "whom process "
