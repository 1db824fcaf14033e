#!/usr/bin/env python3
"""Records the outputs of the notebooks in Examples/ from PyTorch, as the reference that Wick must reproduce.

    ~/oracle/bin/python Scripts/record-notebook.py Examples/autograd.ipynb …

Run it with a Python that has nbclient, ipykernel and PyTorch 2.13. The notebook keeps its kernelspec ("wick");
versions are noted in its metadata.
"""
import platform
import sys

import nbformat
import torch
from nbclient import NotebookClient

for path in sys.argv[1:]:
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, kernel_name="python3", timeout=300).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata["kernelspec"] = {"name": "wick", "display_name": "Wick", "language": "python"}
    notebook.metadata["language_info"] = {"name": "python", "file_extension": ".py", "mimetype": "text/x-python",
                                          "pygments_lexer": "ipython3", "nbconvert_exporter": "python",
                                          "codemirror_mode": {"name": "ipython", "version": 3}}
    notebook.metadata["recorded_from"] = f"CPython {platform.python_version()}, PyTorch {torch.__version__}"
    nbformat.validate(notebook)
    nbformat.write(notebook, path)
    print(f"{path}: {len(notebook.cells)} cells, {notebook.metadata['recorded_from']}")
