#!/usr/bin/env bash
# Writes the generated pages of docs/ from the built program:  Scripts/docs.sh PATH/TO/wick
set -euo pipefail
cd "$(dirname "$0")/.."
wick=$(realpath "${1:-.build/release/wick}")
mkdir -p docs

{
  echo "# The command line"
  echo
  echo "Written by \`make docs\` from \`wick --help\`; do not edit."
  for command in "" run install uninstall kernel; do
    echo
    echo "## wick${command:+ $command}"
    echo
    # One blank line at a time, indented as code.
    COLUMNS=100 "$wick" $command --help | cat -s | sed -E 's/^(.+)$/    \1/'
  done
} | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' >docs/command-line.md

"$wick" run Scripts/operators.py >docs/operators.md
echo "wrote docs/command-line.md and docs/operators.md"
