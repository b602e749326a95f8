package export_test

import (
	"fmt"
	"os"

	"github.com/whomgraph/whom/export"
	"github.com/whomgraph/whom/graph/graphtest"
)

func Example() {
	news := graphtest.News()
	data, err := export.New(news.View(), news.Documents(), news.Claims()[:1])
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := export.ActorsDOT(os.Stdout, data); err != nil {
		fmt.Println(err)
	}
	// Output:
	// digraph "actors" {
	// 	"actor:maren-holt" ["label"="Maren Holt", "type"="person", "country"="USA", "shape"="box"];
	// 	"actor:pavel-sorin" ["label"="Pavel Sorin", "type"="person", "country"="RUS", "shape"="box"];
	// 	"actor:pavel-sorin" -> "actor:maren-holt" ["label"="calls", "weight"="1", "penwidth"="1.00"];
	// 	subgraph "cluster_1" { "actor:maren-holt"; "actor:pavel-sorin"; }
	// 	graph ["rankdir"="LR", "ranksep"="1", "nodesep"="0.3"];
	// }
}
