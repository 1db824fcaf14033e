#!/usr/bin/env bash
# Installs a wheel into a fresh virtual environment and uses it: nothing of this checkout may be needed.
#
#   Scripts/try-wheel.sh out/wick_kernel-….whl
set -euo pipefail
wheel=$(readlink -f "$1")
notebook=$(readlink -f "$(dirname "$0")/../Examples/autograd.ipynb")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check "$wheel" nbconvert nbclient jupyter_client
cd "$folder"
export PATH="$folder/venv/bin:/usr/bin:/bin" HOME="$folder" JUPYTER_PREFER_ENV_PATH=1
unset LD_LIBRARY_PATH JUPYTER_PATH

outside=$(ldd venv/bin/wick | grep '=> /' | grep -v "$folder" |
  grep -vE 'lib(c|m|pthread|dl|rt|resolv|util)\.so|ld-linux' || true)
if [ -n "$outside" ]; then
  echo "try-wheel.sh: libraries of the system are used:" >&2
  echo "$outside" >&2
  exit 1
fi
LD_DEBUG=libs wick -c 'import torch; print(torch.linalg.inv(torch.eye(8)).sum())' >out.txt 2>libraries.txt
grep -q 'tensor(8.)' out.txt
grep -q "init: $folder.*libopenblas" libraries.txt
python -m jupyter nbconvert --to notebook --execute "$notebook" --output-dir . --output result \
  --ExecutePreprocessor.kernel_name=wick 2>/dev/null
python - <<'P'
import json
cells = json.load(open("result.ipynb"))["cells"]
outputs = [o for c in cells if c["cell_type"] == "code" for o in c["outputs"]]
assert outputs and not [o for o in outputs if o["output_type"] == "error"], outputs
P
pip uninstall -q -y wick-kernel
[ ! -e venv/bin/wick ] && [ ! -e venv/share/jupyter/kernels/wick ]
echo "the wheel works: program, libraries, kernelspec, a notebook"
