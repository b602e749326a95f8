package encoder

import (
	_ "embed"
	"sync"
	"unsafe"
)

//go:embed english.safetensors
var englishFile string

// English returns the embedded model, which is loaded once.
var English = sync.OnceValues(func() (*Model, error) { return Load(englishBytes()) })

// englishBytes is the embedded file in place.
func englishBytes() []byte {
	return unsafe.Slice(unsafe.StringData(englishFile), len(englishFile))
}
