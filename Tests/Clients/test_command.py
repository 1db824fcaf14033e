"""The command line: results, exit statuses, and one clear line for what is wrong."""
import json
import os
import signal
import subprocess
import time

import pytest
from conftest import SLOW, WICK


def notebook(*sources):
    cells = [{"cell_type": "code", "id": f"c{i}", "metadata": {}, "execution_count": None, "outputs": [],
              "source": source} for i, source in enumerate(sources)]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def test_code_and_scripts_run(wick, tmp_path):
    assert wick("-c", "print(1 + 1)").stdout == "2\n"
    (tmp_path / "s.py").write_text("import sys\nprint(sys.argv)\n")
    assert wick("run", "s.py", "-a", "b").stdout == "['s.py', '-a', 'b']\n"
    assert wick("s.py", "x").stdout == "['s.py', 'x']\n"


def test_options_of_python_are_taken(wick, tmp_path):
    show = "import sys; print(sys.argv, sys.flags.isolated, sys.warnoptions, sys._xoptions, '' in sys.path)"
    shown = "['-c', '-x', 'y'] 1 ['error'] {'a': 'b', 'c': True} False\n"
    assert wick("-I", "-X", "a=b", "-Xc", "-W", "error", "-Bsu", "-c", show, "-x", "y").stdout == shown
    assert wick("run", "-I", "-X", "a=b", "-Xc", "-Werror", "-c" + show, "-x", "y").stdout == shown
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "__main__.py").write_text(
        "import sys, os\nprint(__name__, __package__, os.path.basename(sys.argv[0]), sys.argv[1:])\n")
    assert wick("-m", "part", "-v").stdout == "__main__ part __main__.py ['-v']\n"
    assert "No module named nowhere" in wick("-m", "nowhere").stderr
    assert wick("-m", "unittest", "-h").stdout.startswith("usage: python -m unittest ")
    warned = wick("-W", "error", "-c", "import warnings; warnings.warn('no more')")
    assert warned.returncode == 1 and warned.stderr.endswith("UserWarning: no more\n")
    assert "DeprecationWarning: old" in wick("-Wd", "-c", "import warnings; warnings.warn('old', DeprecationWarning)").stderr
    assert "Invalid -W option ignored: invalid action: 'bad'" in wick("-W", "bad", "-c", "pass").stderr
    started = wick("-c", "import subprocess, sys; subprocess.run([sys.executable, '-Im', 'json.tool'], input=b'[1]')")
    assert started.stdout == "[\n    1\n]\n"


def test_programs_on_standard_input_run(wick, tmp_path):
    program = "import sys\nprint(sys.argv, __name__)\n1 / 0\n"
    for arguments, shown, name in ((["-", "x"], "['-', 'x']", "<stdin>"), (["run", "-", "x"], "['-', 'x']", "<stdin>"),
                                   (["run", "/dev/stdin", "x"], "['/dev/stdin', 'x']", "/dev/stdin")):
        done = subprocess.run([WICK, *arguments], input=program, text=True, capture_output=True)
        assert done.stdout == shown + " __main__\n" and done.returncode == 1, done
        assert f'File "{name}", line 3' in done.stderr


def test_pythonpath_names_folders_of_modules(wick, tmp_path, monkeypatch):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    (tmp_path / "one" / "first_of_path.py").write_text("here = 'one'\n")
    (tmp_path / "two" / "first_of_path.py").write_text("here = 'two'\n")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'one'}:{tmp_path / 'two'}")
    assert wick("-c", "import first_of_path as m; print(m.here)").stdout == "one\n"
    monkeypatch.setenv("PYTHONPATH", "two")
    assert wick("-c", "import first_of_path as m; print(m.here)").stdout == "two\n"
    monkeypatch.setenv("WICK_SANDBOX", "1")
    assert "No module named 'first_of_path'" in wick("-c", "import first_of_path").stderr


def test_code_of_imported_files_is_kept(wick, tmp_path, monkeypatch):
    monkeypatch.setenv("WICK_CACHE", str(tmp_path / "kept"))
    module = tmp_path / "kept_module.py"

    def write(word):
        module.write_text(f"def f(): return '{word}'\n" + "# filling\n" * 400)
        os.utime(module, ns=(1_700_000_000_000_000_000, 1_700_000_000_000_000_000))

    def answer():
        return wick("-c", "import kept_module; print(kept_module.f(), kept_module.f.__code__.co_firstlineno)").stdout

    write("old")
    assert answer() == "old 1\n"
    entry, = (tmp_path / "kept").glob("code-*/*")
    # The same file as far as anybody can tell: the code that was kept is used.
    write("new")
    assert answer() == "old 1\n"
    # What is damaged, or of an older file, is not.
    content = bytearray(entry.read_bytes())
    content[-9] ^= 1
    entry.write_bytes(content)
    assert answer() == "new 1\n"
    module.write_text("def f(): return 'newest'\n" + "# filling\n" * 400)
    assert answer() == "newest 1\n"
    monkeypatch.setenv("WICK_CACHE", "0")
    assert answer() == "newest 1\n"
    assert len(list((tmp_path / "kept").glob("code-*/*"))) == 1


def test_statuses_are_those_of_python(wick, tmp_path):
    assert wick("-c", "import sys; sys.exit(7)").returncode == 7
    assert wick("-c", "1 / 0").returncode == 1
    assert wick("-c", "x = = 1").returncode == 1
    missing = wick("run", "none.py")
    assert missing.returncode == 2 and "none.py" in missing.stderr and "No such file" in missing.stderr


def test_uncaught_errors_are_told_on_stderr(wick):
    done = wick("-c", "print('out'); [].pop()")
    assert done.stdout == "out\n"
    assert done.stderr.startswith("Traceback (most recent call last):")
    assert done.stderr.rstrip().endswith("IndexError: pop from empty list")


@pytest.mark.parametrize("content", ["", "hello", "{}", "[]", '{"cells": 3}', "\ufffd\x00"])
def test_what_is_not_a_notebook_is_told_in_one_line(wick, tmp_path, content):
    (tmp_path / "bad.ipynb").write_text(content)
    done = wick("run", "bad.ipynb")
    assert done.returncode == 1
    assert done.stderr.startswith("wick: bad.ipynb is not a notebook") and done.stderr.count("\n") == 1
    assert not (tmp_path / "bad.out.ipynb").exists()


def test_a_notebook_with_an_error_stops_and_is_written(wick, tmp_path):
    (tmp_path / "n.ipynb").write_text(notebook("print(1)", "1 / 0", "print(3)"))
    done = wick("run", "n.ipynb")
    assert done.returncode == 1 and "cell 2" in done.stderr
    cells = json.loads((tmp_path / "n.out.ipynb").read_text())["cells"]
    assert [len(cell["outputs"]) for cell in cells] == [1, 1, 0]
    assert wick("run", "n.ipynb", "--allow-errors", "-o", "all.ipynb").returncode == 0
    cells = json.loads((tmp_path / "all.ipynb").read_text())["cells"]
    assert [len(cell["outputs"]) for cell in cells] == [1, 1, 1]


def test_a_cell_that_runs_too_long_is_interrupted(wick, tmp_path):
    (tmp_path / "n.ipynb").write_text(notebook("while True: pass"))
    started = time.monotonic()
    done = wick("run", "n.ipynb", "--inplace", "--timeout", "1")
    assert done.returncode == 1 and "longer than" in done.stderr
    assert time.monotonic() - started < 10 * SLOW


@pytest.mark.parametrize("arguments", [["--nope"], ["frobnicate"], ["run"], ["run", "a.ipynb", "b"], ["-c"],
                                       ["install", "--name", "a/b"], ["run", "a.py", "--inplace"][:1]])
def test_wrong_usage_ends_with_status_2(wick, arguments):
    done = wick(*arguments)
    assert done.returncode == 2 and done.stderr and not done.stdout


@pytest.mark.parametrize("content", [None, "", "{", "[]", "{}", '{"transport": "tcp", "ip": "127.0.0.1"}'])
def test_a_broken_connection_file_is_told_in_one_line(wick, tmp_path, content):
    if content is not None:
        (tmp_path / "c.json").write_text(content)
    done = wick("kernel", "-f", "c.json")
    assert done.returncode != 0
    assert done.stderr.startswith("wick: ") and done.stderr.count("\n") == 1


def test_help_shows_examples(wick):
    for command in ([], ["run"], ["install"], ["kernel"]):
        done = wick(*command, "--help")
        assert done.returncode == 0 and "Example" in done.stdout


def test_install_and_uninstall(wick, tmp_path):
    assert wick("install", "--prefix", tmp_path, "--name", "mine", "--display-name", "Mine").returncode == 0
    folder = tmp_path / "share/jupyter/kernels/mine"
    spec = json.loads((folder / "kernel.json").read_text())
    assert spec["display_name"] == "Mine" and spec["interrupt_mode"] == "message"
    assert {f.name for f in folder.iterdir()} == {"kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"}
    assert wick("uninstall", "--prefix", tmp_path, "--name", "mine").returncode == 0
    assert not folder.exists()


def test_control_c_ends_a_script():
    running = subprocess.Popen([WICK, "-c", "print('ready', flush=True)\nwhile True: pass"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    assert running.stdout.readline() == b"ready\n"
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=10 * SLOW)
    assert running.returncode != 0 and b"KeyboardInterrupt" in errors


def test_the_committed_kernelspec_is_the_installed_one(wick, tmp_path):
    from conftest import ROOT

    wick("install", "--prefix", tmp_path)
    folder = tmp_path / "share/jupyter/kernels/wick"
    installed = json.loads((folder / "kernel.json").read_text())
    committed = json.loads((ROOT / "kernelspec/kernel.json").read_text())
    installed["argv"][0] = committed["argv"][0]
    assert installed == committed
    for logo in ("logo-32x32.png", "logo-64x64.png", "logo-svg.svg"):
        assert (folder / logo).read_bytes() == (ROOT / "kernelspec" / logo).read_bytes()


@pytest.mark.parametrize("code", [
    "raise SyntaxError('m', ('f', 1, 2**62, 't', 1, 2**62))",
    "import types\nx = []\nx.append(x)\nassert repr(types.GenericAlias(list, (x,))) == 'list[[[[...]]]]'",
    "import sys\nsys._getframe(-2**62)",
    "import time\ntry: time.sleep(float('nan'))\nexcept ValueError: pass",
    "try: '%999999999999d' % 1\nexcept (MemoryError, OverflowError, ValueError): pass",
])
def test_no_argument_ends_the_program(code):
    """What `Scripts/hostile.py` has found: an exception at most, never a signal."""
    done = subprocess.run([WICK, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode in (0, 1), done.stderr
    assert "Fatal error" not in done.stderr
