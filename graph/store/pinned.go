package store

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// A pinned directory is one of Pebble's as it is at a moment, to be read while
// another process writes on, and where nothing may be written: neither a lock
// nor a link is made in it. All its files are held open from that moment on, so
// that those which the writer removes stay as long as they are needed and no
// longer, even where this process is killed.
//
// Pebble's files stand as they are once they are complete. Three kinds grow: the
// manifest, which lists the tables; the log, of what is in no table yet; and
// tables that no manifest lists yet. Manifest and log are read as far as they go
// at that moment, and Pebble passes over what is half written at their ends, as
// after a crash. A file goes only when a manifest has been written that does
// without it. So where manifests are the same before and after all files are
// opened, none is missing that the manifest or a log after it needs.
type pinned struct {
	vfs.FS
	names []string
	files map[string]pinnedFile // by their paths
}

type pinnedFile struct {
	vfs.File
	size int64
}

// A pinnedReader reads a file from its beginning to where it ended.
type pinnedReader struct {
	vfs.File
	in io.Reader
}

func (r pinnedReader) Read(p []byte) (int, error) { return r.in.Read(p) }

// Close leaves the file open, for others read it too.
func (r pinnedReader) Close() error { return nil }

// A writer changes the manifest with each table written, some times a second at
// most, and opening all files takes a few milliseconds.
const (
	pinAttempts = 1000
	pinPause    = 5 * time.Millisecond
)

var errUnsteady = errors.New("it is written to all the time: try again")

// pin opens all files of a directory.
func pin(fsys vfs.FS, dir string) (*pinned, error) {
	for range pinAttempts {
		p, err := tryPin(fsys, dir)
		if !errors.Is(err, errUnsteady) {
			return p, err
		}
		time.Sleep(pinPause)
	}
	return nil, errUnsteady
}

func tryPin(fsys vfs.FS, dir string) (*pinned, error) {
	before, err := manifests(fsys, dir)
	if err != nil {
		return nil, err
	}
	p := &pinned{FS: fsys, files: make(map[string]pinnedFile)}
	if err := p.open(dir); err != nil {
		return nil, errors.Join(err, p.close())
	}
	if after, err := manifests(fsys, dir); err != nil || after != before {
		return nil, errors.Join(cmp.Or(err, errUnsteady), p.close())
	}
	return p, nil
}

// manifests tells which manifests there are, which of them is marked as the one
// that holds, and how long each is. The time tells those of a store from those of
// another that is put in its place.
func manifests(fsys vfs.FS, dir string) (string, error) {
	names, err := fsys.List(dir)
	if err != nil {
		return "", err
	}
	slices.Sort(names)
	var out strings.Builder
	for _, name := range names {
		if !strings.Contains(name, "MANIFEST") {
			continue
		}
		info, err := fsys.Stat(fsys.PathJoin(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed since it was listed
		} else if err != nil {
			return "", err
		}
		fmt.Fprintln(&out, name, info.Size(), info.ModTime().UnixNano())
	}
	return out.String(), nil
}

// open opens the files that are there. The lock file must be left alone: when a
// process closes it, it gives up its lock, which a store that it writes needs.
func (p *pinned) open(dir string) error {
	folder, err := p.FS.OpenDir(dir)
	if err != nil {
		return err
	}
	p.files[dir] = pinnedFile{File: folder}
	names, err := p.FS.List(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		path := p.PathJoin(dir, name)
		if name == "LOCK" {
			continue
		}
		file, err := p.FS.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue // removed since it was listed
		} else if err != nil {
			return err
		}
		info, err := file.Stat()
		if err != nil {
			return errors.Join(err, file.Close())
		}
		p.files[path] = pinnedFile{file, info.Size()}
		p.names = append(p.names, name)
	}
	return nil
}

func (p *pinned) close() (err error) {
	for _, file := range p.files {
		err = errors.Join(err, file.File.Close())
	}
	p.files = nil
	return err
}

func (p *pinned) file(path string) (pinnedFile, error) {
	file, ok := p.files[path]
	if !ok {
		return file, &fs.PathError{Op: "open", Path: path, Err: fs.ErrNotExist}
	}
	return file, nil
}

func (p *pinned) Open(path string, _ ...vfs.OpenOption) (vfs.File, error) {
	file, err := p.file(path)
	if err != nil {
		return nil, err
	}
	return pinnedReader{file.File, io.NewSectionReader(file, 0, file.size)}, nil
}

func (p *pinned) Stat(path string) (vfs.FileInfo, error) {
	file, err := p.file(path)
	if err != nil {
		return nil, err
	}
	return file.Stat()
}

func (p *pinned) OpenDir(path string) (vfs.File, error) { return p.Open(path) }

func (p *pinned) List(string) ([]string, error) { return slices.Clone(p.names), nil }

// Lock locks nothing, for what is pinned does not change.
func (p *pinned) Lock(string) (io.Closer, error) { return io.NopCloser(nil), nil }

// appending keeps Pebble from writing over a log that it needs no more: a
// reader may have it open.
type appending struct{ vfs.FS }

func (a appending) ReuseForWrite(oldname, newname string, category vfs.DiskWriteCategory) (vfs.File, error) {
	file, err := a.Create(newname, category)
	if err != nil {
		return nil, err
	}
	if err := a.Remove(oldname); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}
