# Checks need Go, git, make, Python 3 and Debian's packages; test installs the
# rest of what it needs.

VENV := .cache/venv
PEERS := .cache/peers
TRAINING := .cache/training
NODE := .cache/node
GEPHI := .cache/gephi/gephi-toolkit-0.10.1-all.jar
JENA := .cache/jena
RACE := ./graph/store ./graph/network/... ./graph/query ./extract/source ./export
# How long make soak looks for new inputs of each fuzz target.
FUZZTIME := 10m

.PHONY: build test arm64 packages format vet unit race consumers consumers-ready bench score model soak

build:
	CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o whom ./cmd/whom

test: format vet unit race consumers

format:
	@files=$$(gofmt -l $$(git ls-files '*.go')); \
	if [ -n "$$files" ]; then echo "gofmt would change:" $$files; exit 1; fi

vet:
	go vet ./...
	go vet -tags consumers ./export/... ./graph/network/measure
	go vet -tags peers ./extract/english
	go tool staticcheck ./...
	go tool staticcheck -tags consumers ./export/... ./graph/network/measure

unit: packages
	CGO_ENABLED=0 go test ./...
	python3 -m unittest discover -q cmd/whom-train/python

race: packages
	CGO_ENABLED=1 go test -race $(RACE)

# Other programs read what whom writes.
consumers: consumers-ready
	go test -tags consumers -timeout 20m ./export/... ./graph/network/measure

consumers-ready: packages $(VENV)/ready $(NODE)/ready $(GEPHI) $(JENA)/ready

packages:
	.ci/packages

$(VENV)/ready: .ci/requirements.txt | packages
	python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r .ci/requirements.txt
	touch $@

$(NODE)/ready: .ci/node/package.json .ci/node/package-lock.json | packages
	mkdir -p $(NODE)
	cp .ci/node/package.json .ci/node/package-lock.json $(NODE)
	npm ci --silent --no-audit --no-fund --prefix $(NODE)
	touch $@

$(GEPHI): | packages
	mvn --quiet --batch-mode dependency:copy \
		-Dartifact=org.gephi:gephi-toolkit:0.10.1:jar:all -DoutputDirectory=$(CURDIR)/$(dir $@)

$(JENA)/ready: .ci/jena/pom.xml | packages
	mvn --quiet --batch-mode --file $< dependency:copy-dependencies \
		-DincludeScope=runtime -DoutputDirectory=$(CURDIR)/$(JENA)
	touch $@

# Speeds, beside other programs where there are some: spaCy, igraph, bolt.
bench: consumers-ready $(PEERS)/ready
	go test -run '^$$' -bench . ./...
	go test -tags consumers -run '^$$' -bench Against -benchtime 1x ./graph/network/measure
	WHOM_PEERS=$(CURDIR)/$(PEERS)/bin/python go test -tags peers -run '^$$' -bench Peers -benchtime 3x ./extract/english

$(PEERS)/ready: .ci/peers.txt | packages
	python3 -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check -r .ci/peers.txt
	touch $@

# Rewrites testdata/score.txt from the data in $$WHOM_SHARED, else ../shared.
score:
	go run ./cmd/whom-train score

# Trains the English model and embeds it: cmd/whom-train/python/README.md tells how.
# FROM=DIR continues from the weights there instead of the base encoder.
model: $(TRAINING)/ready
	$(TRAINING)/bin/python cmd/whom-train/python/train.py $(if $(FROM),--from $(FROM)) $(TRAIN)
	go run ./cmd/whom-train quantize

$(TRAINING)/ready: cmd/whom-train/python/requirements.txt
	python3 -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps -r $<
	touch $@

# Long random testing: more cases for properties, more kills, new inputs for fuzz
# targets.
soak:
	go test ./graph/store -run TestKilled -kills 500
	@set -e; for package in $$(git grep -l pgregory.net/rapid -- '*_test.go' | xargs -n 1 dirname | sort -u); do \
		go test -run . ./$$package -rapid.checks=20000; \
	done
	@set -e; for package in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package; \
		done; \
	done

# The kernels of 64-bit Arm, on an emulated processor.
arm64:
	.ci/packages --arm64
	GOARCH=arm64 CGO_ENABLED=0 go test -exec qemu-aarch64 ./extract/english/encoder/...
