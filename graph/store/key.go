package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"github.com/hidal-go/hidalgo/kv"
)

// Cayley's keys have two parts, a bucket and a key within it. In Pebble they
// are one string of bytes:
//
//	bucket, each 00 written as 00 FF │ 00 01 │ key as it is
//
// so that the order is that of (bucket, key), the first 00 01 parts them, and
// all keys of a bucket with one beginning are one range. Buckets hold raw bytes
// of hashes and so have to be escaped; keys are mostly eight-byte numbers full
// of zeros, which escaping would nearly double.

var errKeyParts = errors.New("want a key of a bucket and a key in it")

var separator = []byte{0, 1}

func encodeKey(k kv.Key) ([]byte, error) {
	return appendKey(nil, k)
}

func appendKey(to []byte, k kv.Key) ([]byte, error) {
	if len(k) != 2 {
		return nil, errKeyParts
	}
	bucket := escape(k[0])
	to = slices.Grow(to, len(bucket)+len(separator)+len(k[1]))
	return append(append(append(to, bucket...), separator...), k[1]...), nil
}

// encodePrefix is where a scan starts: everything, the buckets with one
// beginning, or the keys of a bucket with one beginning.
func encodePrefix(k kv.Key) ([]byte, error) {
	switch {
	case len(k) == 0 || len(k) == 1 && len(k[0]) == 0:
		return nil, nil // which bounds nothing; an empty key would
	case len(k) == 1:
		return escape(k[0]), nil
	}
	return encodeKey(k)
}

func escape(bucket []byte) []byte {
	if bytes.IndexByte(bucket, 0) < 0 {
		return bucket
	}
	return bytes.ReplaceAll(bucket, []byte{0}, []byte{0, 0xff})
}

// decodeKey returns parts of b, except for a bucket that was escaped.
func decodeKey(b []byte) kv.Key {
	bucket, key, _ := bytes.Cut(b, separator)
	if bytes.IndexByte(bucket, 0) >= 0 {
		bucket = bytes.ReplaceAll(bucket, []byte{0, 0xff}, []byte{0})
	}
	return kv.Key{bucket, key}
}

// prefixEnd is the least string of bytes above all that begin with p, or nil
// where there is none.
func prefixEnd(p []byte) []byte {
	for i, b := range slices.Backward(p) {
		if b != 0xff {
			return append(bytes.Clone(p[:i]), b+1)
		}
	}
	return nil
}

// Cayley's buckets, beside those of its indexes, which are named after their
// directions ("sp"), and those of hashes: "v" and "n" with two bytes more.
const (
	metaBucket = "meta" // counts and the list of indexes
	logBucket  = "log"  // values and quads by their ids, which are eight bytes
)

// An entry of an index is a list of ids, each as a varint.
func encodeIDs(ids []uint64) []byte {
	var out []byte
	for _, id := range ids {
		out = binary.AppendUvarint(out, id)
	}
	return out
}

var errIDs = errors.New("a list of ids is cut off")

func decodeIDs(list []byte) ([]uint64, error) {
	var ids []uint64
	for len(list) > 0 {
		id, n := binary.Uvarint(list)
		if n <= 0 {
			return nil, errIDs
		}
		ids = append(ids, id)
		list = list[n:]
	}
	return ids, nil
}
