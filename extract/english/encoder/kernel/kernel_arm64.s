#include "textflag.h"

// SDOT adds to each of the four 32-bit sums of vector d the products of four signed
// bytes of vector m with four of vector n. The assembler does not know it; see Arm
// Architecture Reference Manual, C7.2, SDOT (vector). Activations have 7 bits, so
// that their sign does not matter.
#define SDOT(m, n, d) WORD $(0x4E809400 | (m)<<16 | (n)<<5 | (d))

// ROW multiplies four columns of a row at address reg with the panel's 16 outputs
// in V16 to V19, adding to the four vectors from d on.
#define ROW(reg, d) \
	VLD1R.P 4(reg), [V20.S4] \
	SDOT(20, 16, d)          \
	SDOT(20, 17, d+1)        \
	SDOT(20, 18, d+2)        \
	SDOT(20, 19, d+3)

#define CLEAR(v) VEOR v.B16, v.B16, v.B16

// func gemm4NEON(c *int32, ldc int, a *uint8, lda int, b *int8, groups int)
TEXT ·gemm4NEON(SB), NOSPLIT, $0-48
	MOVD c+0(FP), R0
	MOVD ldc+8(FP), R1
	MOVD a+16(FP), R2
	MOVD lda+24(FP), R3
	MOVD b+32(FP), R4
	MOVD groups+40(FP), R5
	LSL  $2, R1
	ADD  R3, R2, R6
	ADD  R3, R6, R7
	ADD  R3, R7, R8
	CLEAR(V0)
	CLEAR(V1)
	CLEAR(V2)
	CLEAR(V3)
	CLEAR(V4)
	CLEAR(V5)
	CLEAR(V6)
	CLEAR(V7)
	CLEAR(V8)
	CLEAR(V9)
	CLEAR(V10)
	CLEAR(V11)
	CLEAR(V12)
	CLEAR(V13)
	CLEAR(V14)
	CLEAR(V15)

groups:
	VLD1.P 64(R4), [V16.B16, V17.B16, V18.B16, V19.B16]
	ROW(R2, 0)
	ROW(R6, 4)
	ROW(R7, 8)
	ROW(R8, 12)
	SUBS $1, R5
	BNE  groups

	VST1 [V0.S4, V1.S4, V2.S4, V3.S4], (R0)
	ADD  R1, R0
	VST1 [V4.S4, V5.S4, V6.S4, V7.S4], (R0)
	ADD  R1, R0
	VST1 [V8.S4, V9.S4, V10.S4, V11.S4], (R0)
	ADD  R1, R0
	VST1 [V12.S4, V13.S4, V14.S4, V15.S4], (R0)
	RET
