"""Programs started by cells, signals, and the magics `%debug` and `%prun`."""
import time

from conftest import SLOW


def test_what_a_program_writes_is_published(session):
    text = session.text("import subprocess\nprint('before')\nsubprocess.run(['echo', 'from the program'])\nprint('after')")
    assert sorted(text.splitlines()) == ["after", "before", "from the program"]


def test_a_program_is_interrupted(session):
    session.client.execute("import subprocess\nsubprocess.run(['sleep', '100'])")
    time.sleep(0.5 * SLOW)
    started = time.monotonic()
    session.manager.interrupt_kernel()
    assert session.client.get_shell_msg(timeout=10 * SLOW)["content"]["ename"] == "KeyboardInterrupt"
    assert time.monotonic() - started < 1 * SLOW


def test_a_thread_waits_for_a_program_while_the_cell_goes_on(session):
    session.run("import subprocess, threading, time\n"
                "t = threading.Thread(target=subprocess.run, args=(['sleep', '1'],))\nt.start()")
    started = time.monotonic()
    assert session.text("print(sum(range(10)))") == "45\n"
    assert time.monotonic() - started < 0.9 * SLOW
    assert session.text("t.join(); print(t.is_alive())") == "False\n"


def test_a_function_for_sigint_is_called_by_an_interrupt(session):
    session.run("import signal, time\nseen = []\nsignal.signal(signal.SIGINT, lambda *a: seen.append(a[0]))")
    session.client.execute("while not seen: time.sleep(0.01)")
    time.sleep(0.3 * SLOW)
    session.manager.interrupt_kernel()
    assert session.client.get_shell_msg(timeout=10 * SLOW)["content"]["status"] == "ok"
    assert session.text("print(seen == [signal.SIGINT])") == "True\n"


def test_a_timeout_by_sigalrm(session):
    code = ("import signal\ndef late(*a): raise TimeoutError('late')\nsignal.signal(signal.SIGALRM, late)\n"
            "signal.setitimer(signal.ITIMER_REAL, 0.1)\nwhile True: pass")
    assert session.run(code)[0]["ename"] == "TimeoutError"


def test_debug_looks_at_the_frames_of_the_last_error(session):
    session.run("def inner(a):\n    b = a * 2\n    return b / 0\ndef outer():\n    c = 5\n    return inner(c)\nouter()")
    answers = iter(["p b", "a", "u", "p c + 1", "!c = 7", "u", "w", "nonsense", "q"])
    shown = []
    session.client.execute_interactive(
        "%debug", allow_stdin=True, timeout=30 * SLOW,
        stdin_hook=lambda m: session.client.input(next(answers)),
        output_hook=lambda m: shown.append(m["content"].get("text", "")))
    text = "".join(shown)
    assert "> In[1](3)inner()" in text and "----> 3     return b / 0" in text
    assert "\n10\n" in text and "a = 5\n> In" in text and "> In[1](6)outer()" in text
    assert "\n6\n" in text and "*** NameError: name 'nonsense' is not defined" in text
    assert list(answers) == []


def test_debug_without_an_error(session):
    reply, published = session.run("%debug")
    assert reply["status"] == "ok"
    assert any("nothing to debug" in c.get("text", "") for _, c in published)


def test_prun_names_the_functions_that_took_time(session):
    session.run("def slow():\n    t = 0\n    for i in range(5_000_000): t += i\n    return t\ndef work():\n    return [slow() for _ in range(3)]")
    reply, _ = session.run("%prun work()")
    table = reply["payload"][0]["data"]["text/plain"]
    assert "function calls" in table and "In[1]:1(slow)" in table and "(work)" in table
    reply, _ = session.run("%prun -q -T profile.txt work()")
    assert reply["payload"] == []
    session.run("import os; os.remove('profile.txt')")


def test_the_program_itself_is_started_as_sys_executable(wick):
    code = "import subprocess, sys; print(subprocess.check_output([sys.executable, '-c', 'print(6 * 7)'], text=True))"
    assert wick("-c", code).stdout == "42\n\n"


def test_a_copy_of_the_kernel_prints_into_the_cell_and_ends(session):
    text = session.text("import os\npid = os.fork()\nif pid == 0:\n    print('child'); os._exit(7)\n"
                        "print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))")
    assert sorted(text.split()) == ["7", "child"]
    # A copy that comes to the end of the cell ends there, with its error if it has one.
    session.run("pid = os.fork()\nif pid == 0:\n    1 / 0")
    text = session.text("print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))")
    assert text.splitlines()[-1] == "1"
    session.run("pid = os.fork()\nif pid == 0:\n    'a value nobody sees'")
    assert session.text("print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))") == "0\n"
    assert session.text("print('lives')") == "lives\n"


def test_what_a_copy_of_the_kernel_fails_with_is_shown(session):
    text = session.text("import multiprocessing as mp\ndef fail(): print('about to', flush=True); 1 / 0\n"
                        "p = mp.Process(target=fail); p.start(); p.join(); print(p.exitcode)")
    assert "about to\n" in text and "1\n" in text
    assert "Process Process-1:\nTraceback (most recent call last):" in text and "ZeroDivisionError: division by zero" in text


def test_pools_run_functions_of_the_cell(session):
    assert session.text("from multiprocessing import Pool\ndef square(x): return x * x\n"
                        "with Pool(2) as pool: print(pool.map(square, range(5)))") == "[0, 1, 4, 9, 16]\n"
    assert session.text("from concurrent.futures import ProcessPoolExecutor\n"
                        "with ProcessPoolExecutor(2) as executor: print(list(executor.map(square, range(4))))") == "[0, 1, 4, 9]\n"
    assert session.text("import torch, torch.multiprocessing as tm\ndef work(i, q): q.put((i, (torch.ones(300, 300) @ torch.ones(300, 300))[:2].clone()))\n"
                        "q = tm.SimpleQueue()\ntm.spawn(work, (q,), nprocs=1)\ni, t = q.get()\nprint(i, t.shape, t[0, 0].item())"
                        ) == "0 torch.Size([2, 300]) 300.0\n"


def test_an_interrupt_ends_a_pool(session):
    session.client.execute("import time\nfrom multiprocessing import Pool\n"
                           "with Pool(2) as pool: pool.map(time.sleep, [100, 100])")
    time.sleep(1 * SLOW)
    session.manager.interrupt_kernel()
    assert session.client.get_shell_msg(timeout=10 * SLOW)["content"]["ename"] == "KeyboardInterrupt"
    assert session.text("import multiprocessing; print(multiprocessing.active_children())") == "[]\n"
