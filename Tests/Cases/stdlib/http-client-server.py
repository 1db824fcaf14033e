# Recorded from CPython 3.11.7.
import http.client
import http.server
import json
import os
import socketserver
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/moved":
            return self.answer(b"", 302, Location="/found?x=1")
        if path == "/chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for part in (b"one ", b"two ", b"three" * 1000):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            return self.wfile.write(b"0\r\n\r\n")
        if path == "/secret" and "Authorization" not in self.headers:
            return self.answer(b"who?", 401, **{"WWW-Authenticate": 'Basic realm="here"'})
        if path == "/error":
            return self.send_error(404, "Not <here>")
        self.answer(json.dumps([self.command, path, urllib.parse.parse_qs(query), self.headers.get("X-Own"),
                                self.headers.get("authorization")]).encode())

    do_HEAD = do_GET

    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(data[::-1] + b" " + self.headers.get_content_type().encode())

    def log_message(self, format, *args):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
thread.start()
port = server.server_port
base = f"http://127.0.0.1:{port}"

connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
for method, path, body in (("GET", "/a?b=c&b=d", None), ("HEAD", "/", None), ("POST", "/p", b"body"), ("PUT", "/", "x")):
    connection.request(method, path, body, {"X-Own": "v"})
    response = connection.getresponse()
    data = response.read()
    print(method, response.status, response.reason, response.version, response.getheader("content-type"),
          data[:60], response.isclosed())
connection.close()

with urllib.request.urlopen(base + "/x?y=%20z") as response:
    print(response.status, response.headers.get_content_charset(), json.loads(response.read()), response.url == base + "/x?y=%20z")
with urllib.request.urlopen(base + "/moved", timeout=5) as response:
    print(response.url[len(base):], response.read())
with urllib.request.urlopen(base + "/chunks") as response:
    print(response.read(6), len(response.read()), response.getheader("Transfer-Encoding"))
data = urllib.parse.urlencode({"k": "v w"}).encode()
print(urllib.request.urlopen(urllib.request.Request(base + "/p", data, {"X-Own": "1"})).read())
for path in ("/error", "/secret"):
    try:
        urllib.request.urlopen(base + path)
    except urllib.error.HTTPError as error:
        print(error.code, error.reason, error.headers["Connection"], len(error.read()) > 3)
passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, base, "me", "word")
opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
print(opener.open(base + "/secret").read())
try:
    connection.request("GET", "/a b")
except http.client.InvalidURL as error:
    print(error)
server.shutdown()
thread.join()
server.server_close()
try:
    urllib.request.urlopen(base)
except urllib.error.URLError as error:
    print(error)

# Files
folder = tempfile.mkdtemp()
with open(os.path.join(folder, "page.html"), "w") as file:
    file.write("<p>page</p>")
os.mkdir(os.path.join(folder, "sub"))


class Files(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args):
        super().__init__(*args, directory=folder)

    def log_message(self, format, *args):
        print(format % args)


with socketserver.TCPServer(("127.0.0.1", 0), Files) as files:
    for path in ("/page.html", "/", "/sub", "/../../etc/passwd", "/none"):
        worker = threading.Thread(target=files.handle_request)
        worker.start()
        one = http.client.HTTPConnection("127.0.0.1", files.server_address[1])
        one.request("GET", path)
        response = one.getresponse()
        body = response.read()
        worker.join()
        print(response.status, response.getheader("Content-type"), response.getheader("Location"), len(body) > 5)
    print(body.decode()[:60])

# Other addresses
with urllib.request.urlopen("file://" + folder + "/page.html") as response:
    print(response.headers["Content-length"], response.read())
print(urllib.request.urlopen("data:text/plain;base64,aGVsbG8=").read())
for url in ("nothing", "unknown://x", "file:///no/such/file"):
    try:
        urllib.request.urlopen(url)
    except (ValueError, urllib.error.URLError) as error:
        print(type(error).__name__, error)
request = urllib.request.Request("http://example.com:8080/path?q#frag", method="PUT")
print(request.type, request.host, request.selector, request.fragment, request.get_method(), request.full_url)

# socketserver
class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


class Datagrams(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read()[::-1])


import socket
with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Echo) as echo:
    threading.Thread(target=echo.serve_forever, args=(0.01,)).start()
    with socket.create_connection(echo.server_address) as client, client.makefile("rwb") as lines:
        lines.write(b"one\ntwo\n")
        lines.flush()
        print(lines.readline(), lines.readline())
    echo.shutdown()
with socketserver.UDPServer(("127.0.0.1", 0), Datagrams) as udp, socket.socket(type=socket.SOCK_DGRAM) as client:
    worker = threading.Thread(target=udp.handle_request)
    worker.start()
    client.sendto(b"abc", udp.server_address)
    print(client.recv(10))
    worker.join()
# expect: GET 200 OK 11 text/plain; charset=utf-8 b'["GET", "/a", {"b": ["c", "d"]}, "v", null]' True
# expect: HEAD 200 OK 11 text/plain; charset=utf-8 b'' True
# expect: POST 200 OK 11 text/plain; charset=utf-8 b'ydob text/plain' True
# expect: PUT 501 Unsupported method ('PUT') 11 text/html;charset=utf-8 b'<!DOCTYPE HTML>\n<html lang="en">\n    <head>\n        <meta ch' True
# expect: 200 utf-8 ['GET', '/x', {'y': [' z']}, None, None] True
# expect: /found?x=1 b'["GET", "/found", {"x": ["1"]}, null, null]'
# expect: b'one tw' 5002 chunked
# expect: b'w+v=k application/x-www-form-urlencoded'
# expect: 404 Not <here> close True
# expect: 401 Unauthorized None True
# expect: b'["GET", "/secret", {}, null, "Basic bWU6d29yZA=="]'
# expect: URL can't contain control characters. '/a b' (found at least ' ')
# expect: <urlopen error [Errno 111] Connection refused>
# expect: "GET /page.html HTTP/1.1" 200 -
# expect: 200 text/html None True
# expect: "GET / HTTP/1.1" 200 -
# expect: 200 text/html; charset=utf-8 None True
# expect: "GET /sub HTTP/1.1" 301 -
# expect: 301 None /sub/ False
# expect: code 404, message File not found
# expect: "GET /../../etc/passwd HTTP/1.1" 404 -
# expect: 404 text/html;charset=utf-8 None True
# expect: code 404, message File not found
# expect: "GET /none HTTP/1.1" 404 -
# expect: 404 text/html;charset=utf-8 None True
# expect: <!DOCTYPE HTML>
# expect: <html lang="en">
# expect:     <head>
# expect:         <meta ch
# expect: 11 b'<p>page</p>'
# expect: b'hello'
# expect: ValueError unknown url type: 'nothing'
# expect: URLError <urlopen error unknown url type: unknown>
# expect: URLError <urlopen error [Errno 2] No such file or directory: '/no/such/file'>
# expect: http example.com:8080 /path?q frag PUT http://example.com:8080/path?q#frag
# expect: b'ONE\n' b'TWO\n'
# expect: b'cba'
