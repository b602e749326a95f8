// Package kernel computes the sums of the encoder, with the same bits on every
// machine.
//
// A Set is one implementation of the kernels. Integer sums are exact, because
// activations have 7 bits; float sums run in one fixed order, with a rounding
// after each product and each sum. So every Set gives the same bits, and which
// one runs is a matter of speed alone.
package kernel
