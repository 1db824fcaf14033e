#!/usr/bin/env bash
# Builds and runs Examples/learning-a-line and the programs in the library's articles against the committed state of this
# repository, by version: a bare clone gets a tag, and the example depends on it as a stranger's package would.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$PWD/.build/library
rm -rf "$out/wick.git" "$out/wick" && mkdir -p "$out"
git clone -q --bare . "$out/wick"
git -C "$out/wick" tag -f 0.1.0 HEAD >/dev/null
rm -rf "$out/example" && mkdir -p "$out/example"
cp -r Examples/learning-a-line/Package.swift Examples/learning-a-line/Sources "$out/example/"
mkdir -p "$out/example/Sources/articles"
Scripts/snippets.py "$out/example/Sources/articles/main.swift"
sed -i 's|^  targets: \[|&\n    .executableTarget(name: "articles", dependencies: [.product(name: "Autograd", package: "wick")]),|' \
  "$out/example/Package.swift"
export WICK_REPOSITORY="$out/wick"
swift build --package-path "$out/example" -c release --security-path "$out/security" 2>&1 | { grep -E "error|warning: unsafe|Compiling|complete" || true; } | tail -n 5
"$out/example/.build/release/learning-a-line"
"$out/example/.build/release/articles" >"$out/articles.txt"
Scripts/snippets.py --check "$out/articles.txt"
