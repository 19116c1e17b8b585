# The quality policy archive. `make` lists what can be made; each target sets up what it needs.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c

PYTHON := .venv/bin/python
# Nothing is installed that is not pinned with its hash. Two packages come as source alone; what makes them is pinned too.
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes \
  --no-build-isolation --only-binary :all: --no-binary jieba,bagit
GENERATED = $(filter-out %/about/ %/search/,$(wildcard docs/zh/*/ docs/en/*/))
# what turns docs/ into site/: mkdocs or properdocs
export BUILDER ?= mkdocs
export NO_MKDOCS_2_WARNING := 1
# A machine may forbid Python to keep what it compiled; then each of the many programs that the tests start compiles it anew.
unexport PYTHONDONTWRITEBYTECODE
# The date of the last commit stands for "now", so that two builds of it are the same bytes; without one no date is given.
MOMENT := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(MOMENT),)
export SOURCE_DATE_EPOCH := $(MOMENT)
endif

.PHONY: help site test serve check look pictures pdf card-fonts bundle mirror sbom release publish bench bench-search fuzz kills lock clean browser engine test-server test-server-long

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/made:
	@echo "Making the Python environment in .venv …"
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' || { echo "Python 3.11.5 or newer is needed; install it and run make again"; exit 1; }
	@python3 -m venv .venv 2>/dev/null || { [ "$$(id -u)" = 0 ] && apt-get install -y -qq python3-venv >/dev/null && python3 -m venv .venv; } || { echo "Type: sudo apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/ready: .venv/made requirements-build.txt requirements.txt
	@echo "Installing what the build needs …"
	@$(INSTALL) -r requirements-build.txt
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/ready-to-print: .venv/ready requirements-pdf.txt
	@echo "Installing what makes PDFs …"
	@$(INSTALL) -r requirements-pdf.txt
	@touch $@

.venv/ready-to-list: .venv/ready requirements-sbom.txt
	@echo "Installing what lists all that the build runs …"
	@$(INSTALL) -r requirements-sbom.txt
	@touch $@

.venv/ready-to-test: .venv/ready requirements-dev.txt
	@echo "Installing what the tests need …"
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

node_modules/ready: package.json package-lock.json
	@echo "Installing what checks the JavaScript, and fonts for PDFs …"
	@npm ci --silent
	@touch $@

site: .venv/ready ## build the site into site/ (BUILDER=properdocs builds it with ProperDocs)
	@echo "Corpus → docs/"
	@$(PYTHON) -m scripts build
	@$(PYTHON) -m scripts.site

# a site with an address of its own, so that no test sees the reserved name that stands for a missing one
test: export SITE_URL := https://archive.test/
test: .venv/ready-to-test browser node_modules/ready engine ## run every check and test, those in a browser too
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	npm run --silent check-types
	$(PYTHON) -m scripts build
	$(PYTHON) -m pytest -n 2 --dist worksteal

browser: # what the tests run beside Python: browsers, fonts, node …
	@tests/browser/install

engine: browser # the search engine that tests start
	@tests/engine/fetch

test-server: export SITE_URL := https://archive.test/
test-server: .venv/ready-to-test node_modules/ready engine ## run the tests of the search server, which make test runs too
	$(PYTHON) -m pytest tests/engine

test-server-long: .venv/ready-to-test node_modules/ready engine ## kill one of three nodes of the search server while readers search, restore a backup, load many policies (OPTIONS="size --policies 10000"), ask Elasticsearch too (OPTIONS=elasticsearch)
	@tests/engine/fetch elasticsearch
	@$(PYTHON) -m tests.engine.trial $(OPTIONS)

serve: .venv/ready ## show the site while you edit corpus/, docs/, overrides/ or scripts/ (OPTIONS="--port 8001")
	@$(PYTHON) -m scripts serve $(OPTIONS)

check: site ## print every problem of corpus, archive and site
	@$(PYTHON) -m scripts check

look: site .venv/ready-to-test browser node_modules/ready ## look for what breaks a law of pages (width, targets, contrast, shifts …) or of HTML, on every page (OPTIONS="terms policies": below these)
	@$(PYTHON) -m tests.laws_of_pages $(OPTIONS)

pictures: site .venv/ready-to-test browser ## pictures of every kind of page into build/pictures/ (OPTIONS="policy home" those kinds, OPTIONS=readme those of the README)
	@$(PYTHON) -m tests.pictures $(OPTIONS)

pdf: site .venv/ready-to-print node_modules/ready ## the policies as PDFs, into site/
	@tests/browser/install pango
	@$(PYTHON) -m scripts pdf

card-fonts: .venv/ready-to-print node_modules/ready ## the letters of the pictures that messengers show, once a title has a new one
	@$(PYTHON) -m scripts.commands.card_fonts

bundle: site ## the archive as zips to carry and open from a folder without a network, in dist/ (PDF=yes: with the PDFs of make pdf)
	@$(PYTHON) -m scripts bundle $(if $(PDF),--pdf)

mirror: site ## a complete copy for libraries, in dist/: site, data and sources in a bag that checks itself (BagIt)
	@$(PYTHON) -m scripts mirror

SBOM := dist/sbom.cdx.json
sbom: .venv/ready-to-list ## the list of all packages that the build runs, with versions and hashes (CycloneDX), in dist/
	@mkdir -p dist
	@cat requirements-build.txt requirements-pdf.txt | $(PYTHON) -W ignore -m cyclonedx_py requirements - \
	  --pyproject pyproject.toml --output-reproducible -o $(SBOM)
	@echo "$(SBOM)"

release: bundle mirror sbom ## all that a release gives out: the site, and in dist/ the bundles, the mirror and the list of packages

publish: .venv/ready ## make addresses permanent, once check finds nothing (ID=jinan-2018; without it, of all policies)
	@$(PYTHON) -m scripts publish $(ID)

kills: .venv/ready-to-test ## kill real runs, let them meet each other, full disks and missing rights; says what was left whole (OPTIONS="--kills 50 --only site"); needs Linux, root and strace
	@$(PYTHON) -m tests.kills $(OPTIONS)

bench: OPTIONS ?= build
bench: .venv/ready-to-test ## measure time, memory and bytes, old beside new (OPTIONS="build --sizes 5,50")
	@$(PYTHON) -m tests.bench $(OPTIONS)

bench-search: site .venv/ready-to-test browser node_modules/ready ## compare the search with others, or with itself as it was (OPTIONS="--sizes 5,100 --former COMMIT")
	@$(PYTHON) -m tests.bench_search $(OPTIONS)

fuzz: .venv/ready-to-test ## spoil every field of every file of the corpus in 5,000 ways (OPTIONS="--count 500 --seed 2", "--only 1234")
	@$(PYTHON) -m tests.fuzz $(OPTIONS)

COMPILE := build/lock/bin/uv pip compile --quiet --python build/lock/bin/python --no-build-isolation \
  --python-version 3.11.5 --generate-hashes --no-annotate --custom-compile-command "make lock"
lock: ## write the lock files anew from pyproject.toml
	@python3 -m venv build/lock
	@build/lock/bin/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
	  -r requirements-lock.txt -r requirements-build.txt
	@for group in build lock; do $(COMPILE) --group $$group -o requirements-$$group.txt; done
	@for extras in "" pdf data sbom "dev pdf data sbom"; do \
	  $(COMPILE) $${extras:+$$(printf -- "--extra %s " $$extras)} pyproject.toml \
	    -o requirements$${extras:+-$${extras%% *}}.txt; done
	@npm install --package-lock-only --silent

clean: ## remove all that was made, the environment too
	@if command -v flock >/dev/null && [ -e build/writing.lock ]; then \
	  exec 9<>build/writing.lock; \
	  flock -n 9 || { echo "$$(cat build/writing.lock) is writing; waiting for it to end …" >&2; flock 9; }; \
	fi; \
	rm -rf .venv node_modules site build dist .cache $(GENERATED)
