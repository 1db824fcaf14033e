"""`python -m http.server`: serves a folder."""
import argparse
import contextlib
import http.server
import os
import socket
import sys


def main():
    parser = argparse.ArgumentParser(prog="server.py")
    parser.add_argument("-b", "--bind", metavar="ADDRESS", help="the address to listen at (default: all)")
    parser.add_argument("-d", "--directory", default=os.getcwd(), help="the folder to serve (default: the current one)")
    parser.add_argument("-p", "--protocol", metavar="VERSION", default="HTTP/1.0", help="the version of HTTP (default: %(default)s)")
    parser.add_argument("port", default=8000, type=int, nargs="?", help="the port to listen at (default: %(default)s)")
    options = parser.parse_args()

    class Server(http.server.ThreadingHTTPServer):
        def server_bind(self):
            # An address for both kinds of IP takes calls of either.
            with contextlib.suppress(Exception):
                self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
            super().server_bind()

        def finish_request(self, request, client_address):
            self.RequestHandlerClass(request, client_address, self, directory=options.directory)

    found = socket.getaddrinfo(options.bind, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    Server.address_family, address = found[0][0], found[0][4]
    http.server.SimpleHTTPRequestHandler.protocol_version = options.protocol
    with Server(address, http.server.SimpleHTTPRequestHandler) as server:
        host, port = server.socket.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"Serving HTTP on {host} port {port} (http://{shown}:{port}/) ...", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nKeyboard interrupt received, exiting.")
            sys.exit(0)
