package score

import "testing"

func TestCounts(t *testing.T) {
	c := Counts{Gold: 4, System: 6, Correct: 3}
	if c.Precision() != 0.5 || c.Recall() != 0.75 || c.F1() != 0.6 {
		t.Errorf("got %v %v %v", c.Precision(), c.Recall(), c.F1())
	}
	if f := (Counts{}).F1(); f != 0 {
		t.Errorf("F1 of nothing is %v, want 0", f)
	}
	if f := F1(0.5, 0.75); f != c.F1() {
		t.Errorf("F1 of the shares is %v, of the counts %v", f, c.F1())
	}
}

func TestAddIf(t *testing.T) {
	var c Counts
	c.AddIf(false, true) // is not looked at
	c.AddIf(true, true)
	c.AddIf(true, false)
	if want := (Counts{Gold: 2, Correct: 1}); c != want {
		t.Errorf("got %+v, want %+v", c, want)
	}
}
