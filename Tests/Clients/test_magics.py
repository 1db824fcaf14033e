"""Magics and what IPython puts around cells, in IPython's words. Expectations were seen in ipykernel 7.4 with IPython 9.18."""
import re

import pytest


@pytest.fixture
def cells(session, tmp_path):
    session.text(f"%cd -q {tmp_path}")
    return session


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def page(session, code):
    reply, _ = session.run(code)
    return plain(reply["payload"][0]["data"]["text/plain"])


def result(session, code):
    reply, published = session.run(code)
    assert reply["status"] == "ok", reply
    return [content["data"]["text/plain"] for kind, content in published if kind == "execute_result"][-1]


def test_display_needs_no_import(session):
    _, published = session.run("display('a', 1)")
    assert [content["data"]["text/plain"] for kind, content in published if kind == "display_data"] == ["'a'", "1"]
    assert result(session, "display").startswith("<function IPython.core.display_functions.display(*objs,")


def test_names_by_type(cells):
    cells.text("a = 1; b = 2.5; c = 'text'; d = [1, 2]")
    assert cells.text("%who int str") == "a\t c\t \n"
    assert cells.text("%who nosuch") == "No variables match your requested type.\n"
    assert result(cells, "%who_ls float") == "['b']"
    assert cells.text("%whos list") == ("Variable   Type    Data/Info\n----------------------------\n"
                                        "d          list    n=2\n")
    cells.run("%reset_selective -f ^[ab]$")
    assert result(cells, "%who_ls") == "['c', 'd']"
    cells.run("%reset -f")
    assert cells.text("%who") == "Interactive namespace is empty.\n"


def test_scripts_give_their_output_to_names(cells):
    cells.run("%%bash --out o --err e\necho hi\necho err >&2")
    assert cells.text("print(repr(o), repr(e))") == "'hi\\n' 'err\\n'\n"
    reply, _ = cells.run("%%bash\nexit 3")
    assert (reply["ename"], reply["evalue"]) == (
        "CalledProcessError", "Command 'b'exit 3\\n'' returned non-zero exit status 3.")
    assert cells.run("%%script --no-raise-error false\nx")[0]["status"] == "ok"
    assert cells.text("%%ruby\nputs 1") == "Couldn't find program: 'ruby'\n"
    assert cells.text("%%perl\nprint \"hi\\n\";") == "hi\n"


def test_capture_keeps_output_and_shows_errors(cells):
    reply, published = cells.run("%%capture out\nprint(1)\n1/0")
    assert reply["status"] == "ok"
    assert [content["ename"] for kind, content in published if kind == "error"] == ["ZeroDivisionError"]
    assert cells.text("print(repr(out.stdout))") == "'1\\n'\n"


def test_aliases(cells):
    cells.run("%alias hi echo hello\n%alias two echo first %s second %s")
    assert cells.text("hi") == "hello\n"
    assert cells.text("%two a b") == "first a second b\n"
    assert cells.run("%two a")[0]["evalue"] == "Alias <two> requires 2 arguments, 1 given."
    assert cells.text("%alias_magic t timeit") == ("Created `%t` as an alias for `%timeit`.\n"
                                                   "Created `%%t` as an alias for `%%timeit`.\n")
    cells.run("%unalias two")
    assert cells.run("%two a b")[0]["evalue"] == "Line magic function `%two` not found."


def test_code_comes_back_from_history_and_files(cells):
    cells.run("x = 1")
    cells.run("def later():\n    return 2")
    number = int(cells.run("1")[0]["execution_count"])
    first, second = number - 2, number - 1
    assert cells.run(f"%recall {first}")[0]["payload"] == [
        {"source": "set_next_input", "text": "x = 1", "replace": False}]
    assert cells.text(f"%rerun {first}") == "=== Executing: ===\nx = 1\n=== Output: ===\n"
    assert cells.text(f"%save -f saved.py {first}-{second}") == (
        "The following commands were written to file `saved.py`:\nx = 1\ndef later():\n    return 2\n")
    loaded = cells.run("%load -s later saved.py")[0]["payload"][0]
    assert loaded["text"] == "# %load -s later saved.py\ndef later():\n    return 2\n" and loaded["replace"]
    assert cells.run("%load -r 1-1 saved.py")[0]["payload"][0]["text"] == "# %load -r 1-1 saved.py\nx = 1"
    assert cells.run("%load nosuch.py")[0]["evalue"] == (
        "'nosuch.py' was not found in history, as a file, url, nor in the user namespace.")
    assert "Macro `m` created." in cells.text(f"%macro m {first}")
    cells.run("x = 5\n")
    cells.run("m")
    assert cells.text("print(x)") == "1\n"


def test_run_passes_arguments_and_takes_names_over(cells, tmp_path):
    (tmp_path / "prog.py").write_text("import sys\nprint(__name__, sys.argv[1:], 'outer' in globals())\nvalue = 42\n")
    (tmp_path / "bad.py").write_text("1/0\n")
    cells.run("outer = 1")
    assert cells.text("%run prog.py a b") == "__main__ ['a', 'b'] False\n"
    assert cells.text("%run -i prog.py") == "__main__ [] True\n"
    assert cells.text("%run -n prog.py") == "prog [] False\n"
    assert cells.text("print(value)") == "42\n"
    assert "IPython CPU timings (estimated):\n  User   : " in cells.text("%run -t prog.py")
    reply, published = cells.run("%run bad.py")
    assert reply["status"] == "ok"
    assert [content["ename"] for kind, content in published if kind == "error"] == ["ZeroDivisionError"]
    assert cells.run("%run nosuch.py")[0]["evalue"] == "File `'nosuch.py'` not found."


def test_folders(cells, tmp_path):
    (tmp_path / "inner").mkdir()
    assert cells.text("%pushd inner") == f"{tmp_path / 'inner'}\n"
    assert cells.text("%popd") == f"{tmp_path}\npopd -> {tmp_path}\n"
    assert "[Errno 2] No such file or directory: '/nosuch-folder'" in cells.text("%cd /nosuch-folder")
    cells.run("%bookmark here")
    assert f"here -> {tmp_path}" in cells.text("%bookmark -l")


def test_stored_variables_last(cells):
    assert cells.text("kept = [1, 2]\n%store kept") == "Stored 'kept' (list)\n"
    cells.run("del kept")
    assert cells.text("%store -r kept\nprint(kept)") == "[1, 2]\n"
    cells.run("%store -d kept")
    assert cells.run("%store nosuch")[0]["evalue"] == "Unknown variable 'nosuch'"


def test_descriptions(cells):
    cells.run("def func(a, b=2):\n    'Doc of func'\n    return a")
    assert cells.text("%pdef func") == " func(a, b=2)\n "
    assert page(cells, "%pdoc func").startswith("Class docstring:\n    Doc of func\nCall docstring:")
    assert page(cells, "%psource func") == "def func(a, b=2):\n    'Doc of func'\n    return a\n"
    assert "Docstring:" in page(cells, "%timeit?")
    assert cells.text("%pdef nosuch") == "Object `nosuch` not found.\n"


def test_settings(cells):
    assert cells.text("%xmode Verbose") == "Exception reporting mode: Verbose\n"
    reply, _ = cells.run("def f(x):\n    return x / 0\nf(2)")
    assert "in f(x=2)" in plain("\n".join(reply["traceback"]))
    cells.run("%xmode Context")
    assert cells.text("%pprint") == "Pretty printing has been turned OFF\n"
    assert "\n" not in result(cells, "list(range(100))")
    cells.run("%pprint")
    assert result(cells, "%precision 3") == "'%.3f'"
    assert result(cells, "3.14159") == "3.142"
    assert cells.run("%precision nosuch")[0]["evalue"] == "Precision must be int or format string, not 'nosuch'"
    assert cells.text("%automagic") == "\nAutomagic is OFF, % prefix IS needed for line magics.\n"
    assert cells.run("pwd")[0]["ename"] == "NameError"


def test_every_expression_shows_its_value_when_asked(cells):
    cells.run("from IPython.core.interactiveshell import InteractiveShell\n"
              "InteractiveShell.ast_node_interactivity = 'all'")
    _, published = cells.run("1\nx = 2\nx\nfor i in range(2):\n    i\n'last'")
    assert [content["data"]["text/plain"] for kind, content in published if kind == "execute_result"] == ["1", "2", "'last'"]
    reply, _ = cells.run("1\n\n1/0")
    assert "line 3" in plain("\n".join(reply["traceback"]))
    cells.run("InteractiveShell.ast_node_interactivity = 'last_expr_or_assign'")
    assert result(cells, "y = 7") == "7"


def test_changed_modules_are_loaded_again(cells, tmp_path):
    module = tmp_path / "changing.py"
    module.write_text("def f():\n    return 1\nclass A:\n    def m(self):\n        return 'old'\n")
    cells.text("%load_ext autoreload\n%autoreload 2\nimport changing\nfrom changing import f, A\na = A()")
    assert cells.text("print(f(), a.m())") == "1 old\n"
    module.write_text("def f():\n    return 2\nclass A:\n    def m(self):\n        return 'new'\n")
    import os
    os.utime(module, (2_000_000_000, 2_000_000_000))
    assert cells.text("print(changing.f(), f(), a.m())") == "2 2 new\n"


def test_arguments_of_magics_are_parsed(cells):
    cells.run("from IPython.core.magic import register_line_magic, needs_local_scope\n"
              "from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring\n"
              "@register_line_magic\n@magic_arguments()\n@argument('-o', '--option', default='d')\n"
              "@argument('number', type=int)\n"
              "def pf(line):\n    return parse_argstring(pf, line)")
    assert result(cells, "%pf -o v 3") == "Namespace(option='v', number=3)"
    assert cells.run("%pf")[0]["evalue"] == "the following arguments are required: number"
    cells.run("zz = 1\n@register_line_magic\n@needs_local_scope\ndef loc(line, local_ns=None):\n    return 'zz' in local_ns")
    assert result(cells, "%loc") == "True"


def test_usage_errors_have_no_traceback(session):
    reply, published = session.run("%nosuch")
    assert reply["traceback"] == [] and not [kind for kind, _ in published if kind == "error"]


def test_sounds_and_links(cells, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("x")

    def shown(code):
        reply, published = cells.run("from IPython.display import *\n" + code)
        assert reply["status"] == "ok", reply
        return [content["data"]["text/html"] for kind, content in published if kind == "execute_result"][-1]

    assert "data:audio/wav;base64,UklGRi4AAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQoAAAAAAP8//38BgP8f" in shown(
        "Audio([0.0, 0.5, 1.0, -1, .25], rate=8000)")
    assert "UklGRjAAAABXQVZFZm10IBAAAAABAAIACgAAACgAAAAEABAAZGF0YQwAAABVFVRVqiqpav8//38=" in shown(
        "import torch\nAudio(torch.tensor([[1, 2, 3], [4, 5, 6]]), rate=10)")
    assert cells.run("Audio([0.0])")[0]["evalue"] == (
        "rate must be specified when data is a numpy array or list of audio samples.")
    assert shown("FileLinks('folder')") == (
        "folder/<br>\n&nbsp;&nbsp;<a href='folder/a.txt' target='_blank'>a.txt</a><br>")
    assert cells.run("FileLink('folder')")[0]["evalue"] == (
        "Cannot display a directory using FileLink. Use FileLinks to display 'folder'.")
    assert "referrerpolicy=\"strict-origin-when-cross-origin\"" in shown("IFrame('http://x', 100, 200)")


def test_functions_registered_for_types(cells):
    cells.run("plain = get_ipython().display_formatter.formatters['text/plain']\n"
              "plain.for_type(complex, lambda value, p, cycle: p.text('C'))")
    assert result(cells, "[1j, 2]") == "[C, 2]"
    cells.run("plain.pop(complex)")
    assert result(cells, "1j") == "1j"
    cells.run("get_ipython().events.register('post_run_cell', lambda r: print(r.success, type(r.error_in_exec).__name__))")
    _, published = cells.run("1/0")
    assert "".join(c["text"] for kind, c in published if kind == "stream") == "False ZeroDivisionError\n"
