//go:build !amd64 && !arm64

package kernel

// native is empty: there is no assembly for this architecture.
var native []candidate
