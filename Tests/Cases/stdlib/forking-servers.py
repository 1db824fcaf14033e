# Recorded from CPython 3.11.7.
import os, socket, socketserver, threading
class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        line = self.rfile.readline()
        self.wfile.write(line.upper() + (b"other" if os.getpid() != main else b"same"))
class Server(socketserver.ForkingTCPServer):
    allow_reuse_address, max_children = True, 2
main = os.getpid()
with Server(("127.0.0.1", 0), Echo) as server:
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    for text in (b"one\n", b"two\n", b"three\n", b"four\n"):
        with socket.create_connection(server.server_address) as connection:
            connection.sendall(text)
            print(b"".join(iter(lambda: connection.recv(100), b"")))
    server.shutdown()
    thread.join()
print(server.active_children, server.timeout, issubclass(socketserver.ForkingUDPServer, socketserver.UDPServer))
# expect: b'ONE\nother'
# expect: b'TWO\nother'
# expect: b'THREE\nother'
# expect: b'FOUR\nother'
# expect: set() 300 True
