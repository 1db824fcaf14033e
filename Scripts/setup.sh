#!/usr/bin/env bash
# Makes this machine ready: Debian packages (only those that are missing) and the Python clients in .venv.
# Works on Debian 12 and Ubuntu 22.04/24.04, as root or through sudo. The Swift toolchain must be there already.
#
#   Scripts/setup.sh            packages and the test clients
#   Scripts/setup.sh --lab      JupyterLab as well
#   Scripts/setup.sh --browser  what drives a browser as well
#   Scripts/setup.sh --packages-only
set -euo pipefail
cd "$(dirname "$0")/.."

lab=no browser=no clients=yes
for argument in "$@"; do
  case $argument in
    --lab) lab=yes ;;
    --browser) browser=yes ;;
    --packages-only) clients=no ;;
    *) echo "setup.sh: unknown option $argument" >&2; exit 2 ;;
  esac
done

if ! command -v swift >/dev/null; then
  echo "setup.sh: no Swift toolchain in PATH; install Swift 6.1 or later from https://swift.org/install/linux" >&2
  exit 1
fi

# What the build needs, then what the Swift toolchain itself needs on a bare machine.
packages=(libzmq3-dev libssl-dev libgmp-dev libopenblas0 python3 python3-venv git make ca-certificates)
packages+=(binutils g++ libc6-dev zlib1g-dev libedit2 libsqlite3-0 libbz2-1.0 liblzma5 libexpat1 libxml2-dev libcurl4-openssl-dev tzdata)
missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
  [ "$status" = "install ok installed" ] || missing+=("$package")
done
# Any build of OpenBLAS will do, not only the default one.
if [[ " ${missing[*]-} " == *" libopenblas0 "* ]] && ldconfig -p 2>/dev/null | grep -q 'libopenblas\.so\.0'; then
  missing=("${missing[@]/libopenblas0/}")
fi
missing=($(printf '%s\n' "${missing[@]-}" | grep . || true))

if [ ${#missing[@]} -gt 0 ]; then
  as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || {
      echo "setup.sh: these packages are missing and there is no sudo: ${missing[*]}" >&2
      exit 1
    }
    as_root=(sudo)
  fi
  echo "setup.sh: installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    "${missing[@]}" >/dev/null
fi

[ $clients = yes ] || exit 0

# A virtual environment of its own: the clients that talk to Wick. Wick itself needs no Python.
install_clients() {
  local list=$1 stamp=.venv/.installed-$(basename "$1" .txt)
  if [ -e "$stamp" ] && cmp -s "$list" "$stamp"; then return; fi
  [ -x .venv/bin/python ] || python3 -m venv .venv
  echo "setup.sh: installing $(basename "$list" .txt) into .venv"
  .venv/bin/python -m pip install -q --disable-pip-version-check -r "$list"
  cp "$list" "$stamp"
}
install_clients Scripts/clients.txt
if [ $lab = yes ]; then install_clients Scripts/lab.txt; fi
if [ $browser = yes ]; then install_clients Scripts/browser.txt; fi
