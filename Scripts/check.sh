#!/usr/bin/env bash
# Runs everything the project has against one checked binary (address sanitizer, audited counts) and says what it
# reported:  Scripts/check.sh PATH/TO/wick
#
# A finding is a report of the address sanitizer, of the audit (a count that differs from the slots that hold the
# object) or of the leak check, or a case or client that fails. Requests of ../shared are run for their reports alone:
# which of them pass is measured elsewhere.
set -uo pipefail
cd "$(dirname "$0")/.."
wick=$(realpath "$1")
python=$PWD/.venv/bin/python
out=$PWD/.build-check/audit
rm -rf "$out" && mkdir -p "$out"
# Reports go to files, since a kernel's stderr belongs to its front end. Leaks of memory are looked for by the audit and
# by leaks.py: the Swift runtime keeps its metadata for ever. A fake stack would confuse the check of the stack limit.
export ASAN_OPTIONS="detect_leaks=0:detect_stack_use_after_return=0:log_path=$out/asan"
export WICK_AUDIT_LOG="$out/audit"
export SWIFT_BACKTRACE=enable=no
export WICK_SLOW=${WICK_SLOW:-5} CONFORMANCE_SLOW=${CONFORMANCE_SLOW:-5} PYTHONDONTWRITEBYTECODE=1
failures=()

# step NAME SECONDS COMMAND…: running out of time is told, not counted.
step() {
  local name=$1 seconds=$2 status
  shift 2
  echo "== $name"
  SECONDS=0
  timeout -k 20 "$seconds" "$@" </dev/null
  status=$?
  echo "== $name: status $status after $SECONDS s"
  case $status in
    0) ;;
    124 | 137) echo "check: $name ran out of time; not counted" ;;
    *) failures+=("$name") ;;
  esac
}

# What wick prints about itself: it must exist at all.
"$wick" -c 'import _audit' || { echo "check: $wick is not a checked build"; exit 1; }

step "counts" 120 Scripts/check-counts.py "$(dirname "$wick")"
step "case files" 300 Scripts/run-cases.py --cmd "$wick run" --timeout 300
step "leaks" 300 bash -c 'find Tests/Cases -name "*.py" | sort | grep -v -x -F -f <(sed "s/ *#.*//; /^$/d; s|^|Tests/Cases/|" Tests/Cases/pending.txt) |
  xargs -P 2 -n 8 "$1" run Scripts/leaks.py' - "$wick"
for notebook in Examples/*.ipynb ../shared/seed/autograd.ipynb; do
  if [ -e "$notebook" ]; then step "$notebook" 120 "$wick" run "$notebook" -o "$out/$(basename "$notebook")"; fi
done
if [ -x "$python" ]; then
  step "clients" 600 env WICK="$wick" "$python" -m pytest -q -p no:cacheprovider Tests/Clients
else
  echo "check: no clients in .venv; kernels are not tested"
fi

conformance=../shared/tools/protocol/conformance
if [ -d $conformance ] && [ -x "$python" ] && "$python" -c 'import psutil, jsonschema'; then
  "$wick" install --prefix "$out/prefix" --name wick >/dev/null
  for name in wire execute output requests iopub comm control stdin subshell magics; do
    echo "== conformance requests: $name"
    JUPYTER_PATH="$out/prefix/share/jupyter" JUPYTER_PREFER_ENV_PATH=0 KERNEL_NAME=wick timeout -k 20 300 \
      "$python" -m pytest -q -p no:cacheprovider --tb=no "$conformance/test_$name.py" </dev/null 2>&1 | tail -n 1
  done
fi

reports=$(find "$out" -name 'asan.*' -o -name 'audit.*' | sort)
for report in $reports; do
  echo "== $report"
  head -n 25 "$report"
done
if [ -n "$reports" ]; then failures+=("reports of the sanitizer or the audit"); fi
if [ ${#failures[@]} -gt 0 ]; then
  printf 'check: FAILED: %s\n' "${failures[@]}"
  exit 1
fi
echo "check: nothing found"
