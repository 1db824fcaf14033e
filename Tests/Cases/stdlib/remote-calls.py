# Recorded from CPython 3.11.7.
import datetime, threading, xmlrpc.client as client
from xmlrpc.server import SimpleXMLRPCServer
values = (1, "a<&>b", True, 1.5, [1, [2]], {"k": "v", "b": b"x"}, datetime.datetime(2020, 1, 2, 3, 4, 5), None)
text = client.dumps(values, "m.n", allow_none=True)
print(text)
print(client.loads(text, use_builtin_types=True))
print([str(v) for v in client.loads(text)[0]][5:] == ["", ""], client.loads(text)[0][6], client.loads(text)[0][5]["b"])
print(client.dumps((1,), methodresponse=True), client.dumps(client.Fault(4, "bad")))
loop = []
loop.append(loop)
for wrong in ((2**31,), (None,), (object(),), ({1: 2},), (loop,)):
    try:
        client.dumps(wrong, "m")
    except Exception as e:
        print(type(e).__name__, e)
for wrong in ("<a>", "<methodCall><params><param><value><int>x</int></value></param></params></methodCall>", "<methodResponse></methodResponse>",
              "<methodResponse><params><param><value><boolean>3</boolean></value></param></params></methodResponse>", client.dumps(client.Fault(4, "bad"))):
    try:
        print(client.loads(wrong))
    except Exception as e:
        print(type(e).__name__, e)
class Things:
    """Some methods."""
    def twice(self, x):
        "Two of it."
        return [x, x]
    def _hidden(self): pass
server = SimpleXMLRPCServer(("127.0.0.1", 0), logRequests=False, allow_none=True, use_builtin_types=True)
server.register_introspection_functions()
server.register_multicall_functions()
server.register_instance(Things())
server.register_function(pow)
server.register_function(lambda *args: args, "echo")
@server.register_function
def fails(): raise ValueError("no\xe9")
threading.Thread(target=server.serve_forever, daemon=True).start()
with client.ServerProxy("http://127.0.0.1:%d" % server.server_address[1], allow_none=True, use_builtin_types=True) as proxy:
    print(proxy.pow(2, 9), proxy.twice("x"), proxy.echo(*values), len(proxy.twice("long " * 1000)[0]))
    print(proxy.system.listMethods(), proxy.system.methodHelp("twice"), proxy.system.methodSignature("pow"))
    for call in (lambda: proxy.fails(), lambda: proxy.nothing(1), lambda: proxy._hidden(), lambda: proxy.pow("a", "b")):
        try:
            print(call())
        except client.Fault as e:
            print(e.faultCode, e.faultString)
    several = client.MultiCall(proxy)
    several.pow(2, 3)
    several.fails()
    answers = several()
    print(answers[0])
    try:
        answers[1]
    except client.Fault as e:
        print(repr(e))
    try:
        client.ServerProxy("http://127.0.0.1:%d/elsewhere" % server.server_address[1]).pow(1, 2)
    except client.ProtocolError as e:
        print(e.errcode, e.errmsg)
server.shutdown()
server.server_close()
# expect: <?xml version='1.0'?>
# expect: <methodCall>
# expect: <methodName>m.n</methodName>
# expect: <params>
# expect: <param>
# expect: <value><int>1</int></value>
# expect: </param>
# expect: <param>
# expect: <value><string>a&lt;&amp;&gt;b</string></value>
# expect: </param>
# expect: <param>
# expect: <value><boolean>1</boolean></value>
# expect: </param>
# expect: <param>
# expect: <value><double>1.5</double></value>
# expect: </param>
# expect: <param>
# expect: <value><array><data>
# expect: <value><int>1</int></value>
# expect: <value><array><data>
# expect: <value><int>2</int></value>
# expect: </data></array></value>
# expect: </data></array></value>
# expect: </param>
# expect: <param>
# expect: <value><struct>
# expect: <member>
# expect: <name>k</name>
# expect: <value><string>v</string></value>
# expect: </member>
# expect: <member>
# expect: <name>b</name>
# expect: <value><base64>
# expect: eA==
# expect: </base64></value>
# expect: </member>
# expect: </struct></value>
# expect: </param>
# expect: <param>
# expect: <value><dateTime.iso8601>20200102T03:04:05</dateTime.iso8601></value>
# expect: </param>
# expect: <param>
# expect: <value><nil/></value></param>
# expect: </params>
# expect: </methodCall>
# expect:
# expect: ((1, 'a<&>b', True, 1.5, [1, [2]], {'k': 'v', 'b': b'x'}, datetime.datetime(2020, 1, 2, 3, 4, 5), None), 'm.n')
# expect: False 20200102T03:04:05 x
# expect: <?xml version='1.0'?>
# expect: <methodResponse>
# expect: <params>
# expect: <param>
# expect: <value><int>1</int></value>
# expect: </param>
# expect: </params>
# expect: </methodResponse>
# expect:  <?xml version='1.0'?>
# expect: <methodResponse>
# expect: <fault>
# expect: <value><struct>
# expect: <member>
# expect: <name>faultCode</name>
# expect: <value><int>4</int></value>
# expect: </member>
# expect: <member>
# expect: <name>faultString</name>
# expect: <value><string>bad</string></value>
# expect: </member>
# expect: </struct></value>
# expect: </fault>
# expect: </methodResponse>
# expect:
# expect: OverflowError int exceeds XML-RPC limits
# expect: TypeError cannot marshal None unless allow_none is enabled
# expect: TypeError cannot marshal <class 'object'> objects
# expect: TypeError dictionary key must be string
# expect: TypeError cannot marshal recursive sequences
# expect: ExpatError no element found: line 1, column 3
# expect: ValueError invalid literal for int() with base 10: 'x'
# expect: ResponseError ResponseError()
# expect: TypeError bad boolean value
# expect: Fault <Fault 4: 'bad'>
# expect: 512 ['x', 'x'] [1, 'a<&>b', True, 1.5, [1, [2]], {'k': 'v', 'b': b'x'}, datetime.datetime(2020, 1, 2, 3, 4, 5), None] 5000
# expect: ['echo', 'fails', 'pow', 'system.listMethods', 'system.methodHelp', 'system.methodSignature', 'system.multicall', 'twice'] Two of it. signatures not supported
# expect: 1 <class 'ValueError'>:noé
# expect: 1 <class 'Exception'>:method "nothing" is not supported
# expect: 1 <class 'Exception'>:method "_hidden" is not supported
# expect: 1 <class 'TypeError'>:unsupported operand type(s) for ** or pow(): 'str' and 'str'
# expect: 8
# expect: <Fault 1: "<class 'ValueError'>:noé">
# expect: 404 Not Found
