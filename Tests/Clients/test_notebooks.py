"""Notebooks, run by nbconvert and by `wick run`, against the outputs they were recorded with."""
import copy
import os
import pathlib
import subprocess
import sys

import nbformat
import pytest
from conftest import ROOT, SEED, SLOW

EXAMPLES = sorted((ROOT / "Examples").glob("*.ipynb"))


def convert(source, target):
    done = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", str(source), "--output", str(target),
         f"--ExecutePreprocessor.timeout={int(120 * SLOW)}"],
        capture_output=True, text=True, timeout=300 * SLOW, env=os.environ)
    assert done.returncode == 0, done.stderr[-2000:]


def joined(outputs):
    """A slow cell may send its text in pieces, which clients keep apart."""
    result = []
    for output in outputs:
        last = result[-1] if result else None
        if last and output["output_type"] == last["output_type"] == "stream" and output["name"] == last["name"]:
            last["text"] += output["text"]
        else:
            result.append(output)
    return result


def outputs(notebook):
    """The outputs without what differs from run to run."""
    result = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            shown = joined(copy.deepcopy(cell.outputs))
            for output in shown:
                output.pop("execution_count", None)
                output.pop("traceback", None)
                output.pop("metadata", None)
            result.append((cell.source, shown))
    return result


@pytest.fixture(params=["nbconvert", "wick run"])
def execute(request, wick, tmp_path):
    def run(source):
        target = tmp_path / "out.ipynb"
        if request.param == "nbconvert":
            convert(source, target)
        else:
            done = wick("run", source, "-o", target, timeout=300 * SLOW)
            assert done.returncode == 0, done.stderr[-2000:]
        notebook = nbformat.read(target, as_version=4)
        nbformat.validate(notebook)
        return notebook

    return run


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.name)
def test_an_example_gives_what_was_recorded(path, execute):
    recorded = outputs(nbformat.read(path, as_version=4))
    for (source, expected), (_, got) in zip(recorded, outputs(execute(path)), strict=True):
        assert got == expected, source


@pytest.mark.skipif(not SEED.exists(), reason="../shared is not here")
def test_the_seed_runs_unchanged(execute):
    notebook = execute(SEED)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert not [o for cell in code for o in cell.outputs if o.output_type == "error"]
    kinds = [[o.output_type for o in cell.outputs] for cell in code]
    assert kinds == [["execute_result"]] * 4 + [[], ["stream"], ["execute_result"], ["stream"], ["stream"]]


@pytest.mark.skipif(not SEED.exists(), reason="../shared is not here")
def test_the_seed_with_a_seed_gives_the_numbers_of_pytorch(execute, tmp_path):
    notebook = nbformat.read(SEED, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code" and "import torch\n" in cell.source:
            cell.source = cell.source.replace("import torch\n", "import torch\ntorch.manual_seed(0)\n")
    path = tmp_path / "seeded.ipynb"
    nbformat.write(notebook, path)
    reference = nbformat.read(pathlib.Path(__file__).with_name("seed-recorded.ipynb"), as_version=4)
    got, expected = outputs(execute(path)), outputs(reference)
    assert got[1:] == expected[1:]  # all but the version
