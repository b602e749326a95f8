package store
import ("testing";"os/exec")
func TestZZ(t *testing.T){
	s,_ := Create(t.TempDir())
	s.Put(t.Context(), collection(60)...)
	out,_ := exec.Command("ls","-la",s.Path()+"/graph").CombinedOutput(); t.Logf("%s",out)
	var ids []string
	for _, x := range collection(60)[5:] { ids = append(ids, x.Document.ID) }
	t.Log(s.Remove(t.Context(), ids...))
	out,_ = exec.Command("ls","-la",s.Path()+"/graph").CombinedOutput(); t.Logf("%s",out)
	s.Close()
	out,_ = exec.Command("ls","-la",s.Path()+"/graph").CombinedOutput(); t.Logf("%s",out)
}
