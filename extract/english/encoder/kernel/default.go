package kernel

// Default returns the set that the encoder uses.
func Default() (*Set, error) { return portable, nil }
