#!/usr/bin/env bash
# Runs everything the project has against one checked binary (address sanitizer, audited counts) and says what it
# reported:  Scripts/check.sh PATH/TO/wick
set -uo pipefail
cd "$(dirname "$0")/.."
wick=$(realpath "$1")
out=.build-check/audit
rm -rf $out && mkdir -p $out/kernels/wick
# Reports go to files, since a kernel's stderr belongs to its front end. Leaks are what the audit of counts is for:
# the Swift runtime keeps its metadata for ever.
export ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0:log_path=$PWD/$out/asan"
export WICK_AUDIT_LOG="$PWD/$out/audit"
failures=0
step() {
  echo "== $1"
  shift
  "$@" || { failures=$((failures + 1)); echo "FAILED: $*"; }
}
step "unit tests" swift test -c release -Xswiftc -enforce-exclusivity=unchecked -Xswiftc -enable-testing \
  -Xswiftc -DWICK_CHECKED --sanitize=address --scratch-path .build-check --skip-build --disable-xctest
step "case files" Scripts/run-cases.py --cmd "$wick run" --timeout 300
for notebook in Examples/*.ipynb ../shared/seed/autograd.ipynb; do
  if [ -e "$notebook" ]; then step "$notebook" "$wick" run "$notebook" -o "$out/$(basename "$notebook")"; fi
done
step "clients" env WICK="$wick" WICK_SLOW=5 .venv/bin/python -m pytest -q -p no:cacheprovider Tests/Clients
reports=$(find $out -name 'asan.*' -o -name 'audit.*' | sort)
for report in $reports; do
  echo "== $report"
  head -25 "$report"
done
if [ -n "$reports" ]; then failures=$((failures + 1)); fi
echo "check: $failures kinds of failure"
[ $failures = 0 ]
