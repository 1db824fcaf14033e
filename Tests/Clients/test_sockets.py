"""Sockets in cells: waiting is interruptible and lets other threads run."""
import threading
import time

import pytest
from conftest import SLOW

WAITS = {
    "accept": "s = socket.create_server(('127.0.0.1', 0)); s.accept()",
    "recv": "a, b = socket.socketpair(); a.recv(1)",
    "recv with a timeout": "a, b = socket.socketpair(); a.settimeout(60); a.recv(1)",
    "sendall": "a, b = socket.socketpair(); a.sendall(bytes(10_000_000))",
    "serve": "import http.server; http.server.HTTPServer(('127.0.0.1', 0), http.server.BaseHTTPRequestHandler).serve_forever()",
    "select": "import select; a, b = socket.socketpair(); select.select([a], [], [])",
    "makefile": "a, b = socket.socketpair(); a.makefile().readline()",
}


@pytest.mark.parametrize("cell", WAITS.values(), ids=WAITS.keys())
def test_a_wait_is_interrupted(session, cell):
    threading.Timer(0.7 * SLOW, session.manager.interrupt_kernel).start()
    start = time.monotonic()
    reply, _ = session.run("import socket\n" + cell)
    assert reply["status"] == "error" and reply["ename"] == "KeyboardInterrupt"
    assert time.monotonic() - start < 3 * SLOW


def test_a_server_in_a_thread_answers_later_cells(session):
    session.run("""
import http.server, threading, urllib.request
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200); self.end_headers(); self.wfile.write(self.path.encode())
    def log_message(self, *args): pass
server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
""")
    for n in range(3):
        assert session.text(f"print(urllib.request.urlopen('http://127.0.0.1:%d/{n}' % server.server_port).read())") == f"b'/{n}'\n"
    assert session.text("server.shutdown(); server.server_close(); print('ended')") == "ended\n"


def test_other_threads_run_while_one_waits(session):
    assert session.text("""
import socket, threading, time
a, b = socket.socketpair()
got = []
reader = threading.Thread(target=lambda: got.append(a.recv(10)))
reader.start()
total = sum(range(100000))
b.sendall(b'done')
reader.join()
print(got, total)
""") == "[b'done'] 4999950000\n"
