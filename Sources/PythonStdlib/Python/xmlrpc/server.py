"""Serves functions to XML-RPC clients."""
import http.server
import os
import pydoc
import re
import socketserver
import sys
import traceback
from xmlrpc.client import Fault, dumps, gzip_decode, gzip_encode, loads


def resolve_dotted_attribute(obj, attr, allow_dotted_names=True):
    """What a name, or several with dots, mean of an object; names that begin with _ mean nothing."""
    for name in attr.split(".") if allow_dotted_names else [attr]:
        if name.startswith("_"):
            raise AttributeError("attempt to access private attribute %r" % name)
        obj = getattr(obj, name)
    return obj


def list_public_methods(obj):
    """The names of what can be called of an object."""
    return [name for name in dir(obj) if not name.startswith("_") and callable(getattr(obj, name))]


class SimpleXMLRPCDispatcher:
    """Finds the function of a call and makes its answer."""

    def __init__(self, allow_none=False, encoding=None, use_builtin_types=False):
        self.funcs, self.instance = {}, None
        self.allow_none, self.encoding, self.use_builtin_types = allow_none, encoding or "utf-8", use_builtin_types

    def register_instance(self, instance, allow_dotted_names=False):
        """Serves the methods of an object, after the functions."""
        self.instance, self.allow_dotted_names = instance, allow_dotted_names

    def register_function(self, function=None, name=None):
        """Serves a function; also a decorator."""
        if function is None:
            return lambda function: self.register_function(function, name)
        self.funcs[function.__name__ if name is None else name] = function
        return function

    def register_introspection_functions(self):
        """Serves what tells which functions there are."""
        self.funcs.update({"system.listMethods": self.system_listMethods, "system.methodSignature": self.system_methodSignature,
                           "system.methodHelp": self.system_methodHelp})

    def register_multicall_functions(self):
        """Serves `system.multicall`."""
        self.funcs["system.multicall"] = self.system_multicall

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        """The XML of an answer to the XML of a call."""
        try:
            params, method = loads(data, use_builtin_types=self.use_builtin_types)
            answer = (self._dispatch if dispatch_method is None else dispatch_method)(method, params)
            text = dumps((answer,), methodresponse=1, allow_none=self.allow_none, encoding=self.encoding)
        except Fault as fault:
            text = dumps(fault, allow_none=self.allow_none, encoding=self.encoding)
        except BaseException as e:
            text = dumps(Fault(1, "%s:%s" % (type(e), e)), encoding=self.encoding, allow_none=self.allow_none)
        return text.encode(self.encoding, "xmlcharrefreplace")

    def _found(self, name):
        """The function or method of a name; None: there is none."""
        if self.funcs.get(name) is not None:
            return self.funcs[name]
        if self.instance is not None:
            try:
                return resolve_dotted_attribute(self.instance, name, self.allow_dotted_names)
            except AttributeError:
                pass
        return None

    def system_listMethods(self):
        """The names of all functions."""
        names = set(self.funcs)
        if hasattr(self.instance, "_listMethods"):
            names |= set(self.instance._listMethods())
        elif self.instance is not None and not hasattr(self.instance, "_dispatch"):
            names |= set(list_public_methods(self.instance))
        return sorted(names)

    def system_methodSignature(self, method_name):
        """Types of arguments and result: nobody knows them."""
        return "signatures not supported"

    def system_methodHelp(self, method_name):
        """The docstring of a function."""
        if method_name not in self.funcs and hasattr(self.instance, "_methodHelp"):
            return self.instance._methodHelp(method_name)
        method = self._found(method_name)
        return "" if method is None else pydoc.getdoc(method)

    def system_multicall(self, call_list):
        """Makes several calls; each answer is a list of one, each failure a dict."""
        answers = []
        for call in call_list:
            try:
                answers.append([self._dispatch(call["methodName"], call["params"])])
            except Fault as fault:
                answers.append({"faultCode": fault.faultCode, "faultString": fault.faultString})
            except BaseException as e:
                answers.append({"faultCode": 1, "faultString": "%s:%s" % (type(e), e)})
        return answers

    def _dispatch(self, method, params):
        """Calls the function of a name."""
        if method not in self.funcs and hasattr(self.instance, "_dispatch"):
            return self.instance._dispatch(method, params)
        function = self._found(method)
        if function is None:
            raise Exception('method "%s" is not supported' % method)
        return function(*params)


class SimpleXMLRPCRequestHandler(http.server.BaseHTTPRequestHandler):
    """Answers what is posted."""

    rpc_paths = "/", "/RPC2", "/pydoc.css"
    encode_threshold, wbufsize, disable_nagle_algorithm = 1400, -1, True
    aepattern = re.compile(r"\s*([^\s;]+)\s*(?:;\s*q\s*=\s*([0-9.]+))?\s*(?:,|$)")

    def accept_encodings(self):
        """The encodings that the client takes, with how much it likes them."""
        found = self.aepattern.findall(self.headers.get("Accept-Encoding", ""))
        return {name: float(quality) if quality else 1.0 for name, quality in found}

    def is_rpc_path_valid(self):
        return not self.rpc_paths or self.path in self.rpc_paths

    def do_POST(self):
        if not self.is_rpc_path_valid():
            return self.report_404()
        try:
            data = self.decode_request_content(self.rfile.read(int(self.headers["content-length"])))
            if data is None:
                return
            answer = self.server._marshaled_dispatch(data, getattr(self, "_dispatch", None), self.path)
        except Exception as e:
            self.send_response(500)
            if getattr(self.server, "_send_traceback_header", False):
                self.send_header("X-exception", str(e))
                self.send_header("X-traceback", str(traceback.format_exc().encode("ASCII", "backslashreplace"), "ASCII"))
            self.send_header("Content-length", "0")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-type", "text/xml")
        if self.encode_threshold is not None and len(answer) > self.encode_threshold and self.accept_encodings().get("gzip", 0):
            answer = gzip_encode(answer)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def decode_request_content(self, data):
        """What was posted, unpacked; None: the client was told that nobody can."""
        encoding = self.headers.get("content-encoding", "identity").lower()
        if encoding == "identity":
            return data
        if encoding != "gzip":
            self.send_response(501, "encoding %r not supported" % encoding)
        else:
            try:
                return gzip_decode(data)
            except ValueError:
                self.send_response(400, "error decoding gzip content")
        self.send_header("Content-length", "0")
        self.end_headers()

    def report_404(self):
        self.send_response(404)
        self.send_header("Content-type", "text/plain")
        self.send_header("Content-length", str(len(b"No such page")))
        self.end_headers()
        self.wfile.write(b"No such page")

    def log_request(self, code="-", size="-"):
        if self.server.logRequests:
            super().log_request(code, size)


class SimpleXMLRPCServer(socketserver.TCPServer, SimpleXMLRPCDispatcher):
    """A server of functions."""

    allow_reuse_address, _send_traceback_header = True, False

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None,
                 bind_and_activate=True, use_builtin_types=False):
        SimpleXMLRPCDispatcher.__init__(self, allow_none, encoding, use_builtin_types)
        self.logRequests = logRequests
        socketserver.TCPServer.__init__(self, addr, requestHandler, bind_and_activate)


class MultiPathXMLRPCServer(SimpleXMLRPCServer):
    """A server with a dispatcher for each path."""

    def __init__(self, addr, requestHandler=SimpleXMLRPCRequestHandler, logRequests=True, allow_none=False, encoding=None,
                 bind_and_activate=True, use_builtin_types=False):
        super().__init__(addr, requestHandler, logRequests, allow_none, encoding, bind_and_activate, use_builtin_types)
        self.dispatchers = {}

    def get_dispatcher(self, path):
        """Who answers at a path."""
        return self.dispatchers[path]

    def add_dispatcher(self, path, dispatcher):
        """Lets somebody answer at a path."""
        self.dispatchers[path] = dispatcher
        return dispatcher

    def _marshaled_dispatch(self, data, dispatch_method=None, path=None):
        try:
            return self.dispatchers[path]._marshaled_dispatch(data, dispatch_method, path)
        except BaseException as e:
            text = dumps(Fault(1, "%s:%s" % (type(e), e)), encoding=self.encoding, allow_none=self.allow_none)
            return text.encode(self.encoding, "xmlcharrefreplace")


class CGIXMLRPCRequestHandler(SimpleXMLRPCDispatcher):
    """Answers the request of a web server on standard input and output."""

    def handle_xmlrpc(self, request_text):
        answer = self._marshaled_dispatch(request_text)
        print("Content-Type: text/xml")
        print("Content-Length: %d" % len(answer))
        print()
        sys.stdout.flush()
        sys.stdout.buffer.write(answer)
        sys.stdout.buffer.flush()

    def handle_get(self):
        """Tells that a request must be posted."""
        message, told = http.server.BaseHTTPRequestHandler.responses[400]
        page = (http.server.DEFAULT_ERROR_MESSAGE % {"code": 400, "message": message, "explain": told}).encode("utf-8")
        print("Status: %d %s" % (400, message))
        print("Content-Type: %s" % http.server.DEFAULT_ERROR_CONTENT_TYPE)
        print("Content-Length: %d" % len(page))
        print()
        sys.stdout.flush()
        sys.stdout.buffer.write(page)
        sys.stdout.buffer.flush()

    def handle_request(self, request_text=None):
        if request_text is None and os.environ.get("REQUEST_METHOD") == "GET":
            return self.handle_get()
        if request_text is None:
            try:
                size = int(os.environ.get("CONTENT_LENGTH"))
            except (ValueError, TypeError):
                size = -1
            request_text = sys.stdin.read(size)
        self.handle_xmlrpc(request_text)
