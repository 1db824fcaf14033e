# Recorded from CPython 3.11.7.
import io, threading, urllib.error, urllib.request
from wsgiref import headers, handlers, util
from wsgiref.simple_server import make_server, WSGIRequestHandler
env = {}
util.setup_testing_defaults(env)
print(sorted((k, v) for k, v in env.items() if isinstance(v, (str, int, tuple))))
env.update(SCRIPT_NAME="/app", PATH_INFO="/x/y z/", QUERY_STRING="a=1")
print(util.request_uri(env), util.application_uri(env), util.request_uri(env, False), util.guess_scheme({"HTTPS": "on"}))
print([(util.shift_path_info(env), env["SCRIPT_NAME"], env["PATH_INFO"]) for _ in range(4)])
print(list(util.FileWrapper(io.BytesIO(b"abcdef"), 4)), util.is_hop_by_hop("Connection"), util.is_hop_by_hop("Date"))
h = headers.Headers([("A", "1"), ("a", "2")])
h.add_header("Content-Disposition", "attachment", filename="a b.txt", x_y=None)
h["B"] = "3"
print(h["a"], h.get_all("A"), h.get("none", 0), "b" in h, len(h), h.setdefault("c", "4"), repr(h), bytes(h))
del h["A"]
print(h.keys(), h.values(), h.items()[:1])
for wrong in (lambda: headers.Headers(()), lambda: h.__setitem__("a", 1)):
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, e)
def app(environ, start_response):
    if environ["PATH_INFO"] == "/fails":
        raise ValueError("inside")
    start_response("200 OK", [("Content-Type", "text/plain"), ("X-Path", environ["PATH_INFO"])])
    return [environ["REQUEST_METHOD"].encode(), environ["QUERY_STRING"].encode(), environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"] or 0))]
def run(app, **more):
    out, told = io.BytesIO(), io.StringIO()
    env = {"QUERY_STRING": "", "CONTENT_LENGTH": ""}
    util.setup_testing_defaults(env)
    env.update(more)
    handler = handlers.SimpleHandler(io.BytesIO(b"body"), out, told, env)
    handler.http_version = "1.1"
    handler.run(app)
    return [l for l in out.getvalue().split(b"\r\n") if not l.startswith(b"Date")], told.getvalue().strip().split("\n")[-1]
print(run(app, CONTENT_LENGTH="4"))
print(run(app, PATH_INFO="/fails"))
for bad in (lambda e, s: [b"x"], lambda e, s: s("200", []) and [], lambda e, s: s("200 OK", [("Connection", "close")]) and [], lambda e, s: s("200 OK", []) and ["text"]):
    print(run(bad)[1])
class Quiet(WSGIRequestHandler):
    def log_message(self, *args): pass
    def get_stderr(self): return io.StringIO()
with make_server("127.0.0.1", 0, app, handler_class=Quiet) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = "http://127.0.0.1:%d" % server.server_port
    with urllib.request.urlopen(base + "/a%20b?q=1", data=b"posted") as answer:
        print(answer.status, answer.headers["X-Path"], answer.headers["Content-Type"], answer.read())
    try:
        urllib.request.urlopen(base + "/fails")
    except urllib.error.HTTPError as e:
        print(e.code, e.read())
    server.shutdown()
# expect: [('HTTP_HOST', '127.0.0.1'), ('PATH_INFO', '/'), ('REQUEST_METHOD', 'GET'), ('SCRIPT_NAME', ''), ('SERVER_NAME', '127.0.0.1'), ('SERVER_PORT', '80'), ('SERVER_PROTOCOL', 'HTTP/1.0'), ('wsgi.multiprocess', 0), ('wsgi.multithread', 0), ('wsgi.run_once', 0), ('wsgi.url_scheme', 'http'), ('wsgi.version', (1, 0))]
# expect: http://127.0.0.1/app/x/y%20z/?a=1 http://127.0.0.1/app http://127.0.0.1/app/x/y%20z/ https
# expect: [('x', '/app/x', '/y z/'), ('y z', '/app/x/y z', '/'), ('', '/app/x/y z/', ''), (None, '/app/x/y z/', '')]
# expect: [b'abcd', b'ef'] True False
# expect: 1 ['1', '2'] 0 True 4 4 Headers([('A', '1'), ('a', '2'), ('Content-Disposition', 'attachment; filename="a b.txt"; x-y'), ('B', '3'), ('c', '4')]) b'A: 1\r\na: 2\r\nContent-Disposition: attachment; filename="a b.txt"; x-y\r\nB: 3\r\nc: 4\r\n\r\n'
# expect: ['Content-Disposition', 'B', 'c'] ['attachment; filename="a b.txt"; x-y', '3', '4'] [('Content-Disposition', 'attachment; filename="a b.txt"; x-y')]
# expect: TypeError Headers must be a list of name/value tuples
# expect: AssertionError Header names/values must be of type str (got 1)
# expect: ([b'HTTP/1.1 200 OK', b'Content-Type: text/plain', b'X-Path: /', b'', b'GETbody'], '')
# expect: ([b'HTTP/1.1 500 Internal Server Error', b'Content-Type: text/plain', b'Content-Length: 59', b'', b'A server error occurred.  Please contact the administrator.'], 'ValueError: inside')
# expect: AssertionError: write() before start_response()
# expect: AssertionError: Status must be at least 4 characters
# expect: AssertionError: Hop-by-hop header, 'Connection: close', not allowed
# expect: AssertionError: write() argument must be a bytes instance
# expect: 200 /a b text/plain b'POSTq=1posted'
# expect: 500 b'A server error occurred.  Please contact the administrator.'
