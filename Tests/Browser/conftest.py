"""JupyterLab in a real browser, against the built binary (`WICK`, default .build/release/wick).

Needs JupyterLab with ipywidgets' front end, playwright and Chromium: `make browser` installs what is missing of the
first two. `WICK_PICTURES` names a folder for pictures.
"""
import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WICK = pathlib.Path(os.environ.get("WICK", ROOT / ".build/release/wick")).resolve()

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("no Chromium here", allow_module_level=True)

from lab import Lab, Page  # noqa: E402


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kernels")
    subprocess.run([WICK, "install", "--prefix", folder], check=True, capture_output=True)
    server = Lab(folder / "share/jupyter")
    yield server
    server.close()


@pytest.fixture(scope="session")
def browser():
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(
            executable_path=CHROMIUM, headless=True, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
        yield running
        running.close()


@pytest.fixture
def notebook(lab, browser, request):
    """notebook([cell, …]) -> a page that shows them."""
    tab = browser.new_page(viewport={"width": 1280, "height": 1000})

    def show(cells):
        name = f"{request.node.name}.ipynb"
        lab.write(name, cells)
        return Page(lab, tab, name)

    yield show
    tab.close()


@pytest.fixture
def pictures(tmp_path):
    return pathlib.Path(os.environ.get("WICK_PICTURES", tmp_path))
