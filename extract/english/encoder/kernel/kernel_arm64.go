package kernel

// native is empty: there is no assembly for this architecture yet.
var native []candidate
