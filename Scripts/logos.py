#!/usr/bin/env python3
"""Renders kernelspec/logo-svg.svg to the PNG sizes Jupyter wants, and writes all of them into the program.

    Scripts/logos.py        needs chromium in PATH

Writes kernelspec/logo-32x32.png, kernelspec/logo-64x64.png and Sources/wick/Logos.swift.
"""
import base64
import pathlib
import shutil
import subprocess
import tempfile
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent
SPEC = ROOT / "kernelspec"
FILES = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]


def render(size):
    svg = (SPEC / "logo-svg.svg").read_text()
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "logo.html"
        page.write_text("<style>*{margin:0}svg{display:block;width:%dpx;height:%dpx}</style>%s" % (size, size, svg))
        shot = pathlib.Path(folder) / "shot.png"
        subprocess.run(
            [shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--default-background-color=00000000", f"--window-size={size},{size}", f"--screenshot={shot}",
             page.as_uri()],
            check=True, capture_output=True)
        shutil.copyfile(shot, SPEC / f"logo-{size}x{size}.png")


def swift():
    lines = ["// Written by Scripts/logos.py from kernelspec/; do not edit.", "",
             "/// The logos of the kernelspec as (file name, base64).",
             "let logoFiles: [(name: String, base64: String)] = ["]
    for name in FILES:
        text = base64.b64encode((SPEC / name).read_bytes()).decode()
        lines.append("  (")
        lines.append(f'    "{name}",')
        lines.append('    """')
        lines.append("\\\n".join("    " + line for line in textwrap.wrap(text, 100)))
        lines.append('    """')
        lines.append("  ),")
    lines.append("]")
    (ROOT / "Sources/wick/Logos.swift").write_text("\n".join(lines) + "\n")


for size in (32, 64):
    render(size)
swift()
for name in FILES:
    print(f"kernelspec/{name}: {(SPEC / name).stat().st_size} bytes")
