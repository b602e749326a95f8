package claims

import (
	"math"
	"testing"
)

func TestCalibration(t *testing.T) {
	many := func(confidence float64, n, right int) []judged {
		var all []judged
		for i := range n {
			all = append(all, judged{confidence, i < right})
		}
		return all
	}
	tests := []struct {
		reason                 string
		claims                 []judged
		calibrationError, area float64
	}{
		{"as many right as it says, none told apart", many(0.75, 4, 3), 0, 0.5},
		{"always sure, half wrong", many(1, 4, 2), 0.5, 0.5},
		{"a perfect order, badly calibrated", append(many(0.55, 2, 2), many(0.45, 2, 0)...), 0.45, 1},
		{"the order turned round", append(many(0.85, 1, 0), many(0.15, 1, 1)...), 0.85, 0},
		{"within a bin errors cancel", append(many(0.52, 1, 1), many(0.58, 1, 0)...), 0.05, 0},
		{"half of the pairs are equal", append(many(0.9, 2, 1), many(0.1, 1, 0)...), 1.0/3*0.1 + 2.0/3*0.4, 0.75},
		{"no claims", nil, 0, 0},
	}
	for _, tt := range tests {
		if got := calibrationError(tt.claims); math.Abs(got-tt.calibrationError) > 1e-9 {
			t.Errorf("%s: calibration error %g, want %g", tt.reason, got, tt.calibrationError)
		}
		if got := area(tt.claims); math.Abs(got-tt.area) > 1e-9 {
			t.Errorf("%s: area %g, want %g", tt.reason, got, tt.area)
		}
	}
}
