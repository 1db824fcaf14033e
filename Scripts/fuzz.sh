#!/usr/bin/env bash
# Feeds made-up bytes to what reads bytes from outside: the parser, the wire decoder, the connection file and the
# notebook reader, each for some seconds under libFuzzer and the address sanitizer.
#
#   Scripts/fuzz.sh [SECONDS] [TARGET …]      default 60 s, all of Tests/Fuzz
#
# The corpus grows in .build-fuzz/corpus; an input that fails is left in .build-fuzz/findings.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-60}
shift || true
out=.build-fuzz
mkdir -p $out/findings
swift package resolve >/dev/null

flags=(-package-name wick -swift-version 6 -O -g -parse-as-library -sanitize=fuzzer,address
  -module-cache-path $out/cache -I $out)

# What SwiftPM makes of a C target: a module map and an object.
objects=()
: >$out/module.modulemap
for shim in Library Memory SQLite ZMQ OpenSSL; do
  printf 'module %sShim {\n  header "%s"\n  export *\n}\n' $shim "$PWD/Sources/${shim}Shim/include/${shim}Shim.h" \
    >>$out/module.modulemap
  for file in Sources/${shim}Shim/*.c; do
    clang -O -g -I Sources/${shim}Shim/include -I Sources/LibraryShim/include -c "$file" -o $out/$shim.o
  done
  objects+=($out/$shim.o)
done

# The modules with coverage counters, as static libraries; only what changed is built again.
build_module() {
  local name=$1 folder=$2
  shift 2
  if [ -e $out/lib$name.a ] && [ -z "$(find "$folder" -name '*.swift' -newer $out/lib$name.a -print -quit)" ]; then
    return
  fi
  echo "fuzz: building $name"
  find "$folder" -name '*.swift' -print0 | sort -z | xargs -0 swiftc "$@" -wmo -emit-module -emit-library -static \
    -module-name "$name" -emit-module-path $out/$name.swiftmodule -o $out/lib$name.a
}
build_module Logging .build/checkouts/swift-log/Sources/Logging -package-name swift-log -O -parse-as-library -suppress-warnings
build_module Syntax Sources/Syntax "${flags[@]}"
build_module Kernel Sources/Kernel "${flags[@]}"

targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  for file in Tests/Fuzz/Fuzz*.swift; do
    name=$(basename "$file" .swift)
    targets+=("${name#Fuzz}")
  done
fi

# Examples to start from: the case files and the notebooks of the project.
seed() {
  local folder=$out/corpus/$1
  mkdir -p "$folder"
  case $1 in
    Parse) cp -n Tests/Cases/*/*.py "$folder" 2>/dev/null || true ;;
    Notebook) cp -n Examples/*.ipynb "$folder" 2>/dev/null || true ;;
  esac
  cp -n Tests/Fuzz/seeds/$1/* "$folder" 2>/dev/null || true
}

failed=()
for target in "${targets[@]}"; do
  binary=$out/fuzz-$target
  swiftc "${flags[@]}" Tests/Fuzz/Fuzz$target.swift "${objects[@]}" -module-name fuzzing -L $out -lKernel -lSyntax -lLogging \
    -o "$binary" 2>&1 | { grep -v "Cannot export local symbol" || true; }
  seed "$target"
  dictionary=Tests/Fuzz/$target.dict
  options=(-max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=4096 -print_final_stats=0
    -artifact_prefix=$out/findings/$target- -verbosity=0)
  if [ -e "$dictionary" ]; then options+=(-dict="$dictionary"); fi
  # Python nests deeply on purpose; leaks are looked for by `make check`.
  if (ulimit -s 131072 2>/dev/null || true; ASAN_OPTIONS=detect_leaks=0 "$binary" "${options[@]}" "$out/corpus/$target") \
    >$out/$target.log 2>&1; then
    echo "fuzz: $target: $(ls $out/corpus/$target | wc -l) inputs in the corpus, nothing found in $seconds s"
  else
    failed+=("$target")
    echo "fuzz: $target FAILED, see $out/$target.log and $out/findings/"
    grep -E "ERROR|SUMMARY|Fatal|Test unit" $out/$target.log | head -5 || true
  fi
done
echo "$((${#targets[@]} - ${#failed[@]})) passed, ${#failed[@]} failed"
[ ${#failed[@]} = 0 ]
