# Recorded from CPython 3.11.7.
"""TLS between threads of one process: certificates, hosts, versions, errors, buffers."""
import os
import pprint
import socket
import ssl
import threading

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "certificates")


def at(name):
    return os.path.join(folder, name)


def text(name):
    with open(at(name)) as file:
        return file.read()


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(at("server.pem"), at("server.key"))
context.set_alpn_protocols(["http/1.1", "x"])
listener = socket.create_server(("127.0.0.1", 0))
seen = []


def serve(count):
    for _ in range(count):
        connection, _ = listener.accept()
        try:
            with context.wrap_socket(connection, server_side=True) as secured:
                while data := secured.recv(1000):
                    secured.sendall(data.upper())
        except OSError as error:
            seen.append((type(error).__name__, error.args))


def ask(host="localhost", ca=at("ca.pem"), **choices):
    context = ssl.create_default_context(cafile=ca)
    for name, value in choices.items():
        setattr(context, name, value)
    context.set_alpn_protocols(["x"])
    with socket.create_connection(listener.getsockname(), timeout=30) as plain:
        try:
            with context.wrap_socket(plain, server_hostname=host) as secured:
                secured.sendall(b"hello")
                print(secured.recv(100), secured.version(), secured.cipher(), secured.selected_alpn_protocol(), secured.server_hostname)
                return secured.getpeercert()
        except ssl.SSLError as error:
            print([kind.__name__ for kind in type(error).__mro__[:4]], error.args, str(error))
            print(error.verify_code, error.verify_message, error.reason, error.library)


thread = threading.Thread(target=serve, args=(7,))
thread.start()
pprint.pprint(ask())
ask("127.0.0.1")
ask("a.example.org")
ask("other.org")
ask("127.0.0.2")
ask(ca=at("server.pem"))
ask(maximum_version=ssl.TLSVersion.TLSv1_2)
thread.join()
print(seen)
listener.close()

# Large amounts, files, and a timeout.
left, right = socket.socketpair()
client = ssl.create_default_context(cafile=at("ca.pem"))


def answer():
    with context.wrap_socket(right, server_side=True) as secured:
        with secured.makefile("rb") as file:
            print(file.readline(), len(file.read(3_000_000)))
        secured.sendall(b"z" * 2_000_000)
        secured.recv(1)


thread = threading.Thread(target=answer)
thread.start()
with client.wrap_socket(left, server_hostname="localhost") as secured:
    secured.sendall(b"first\n" + b"y" * 3_000_000)
    received = 0
    while received < 2_000_000:
        received += len(secured.recv(100_000))
    print(received, secured.pending(), secured.session_reused, secured.compression())
    secured.settimeout(0.05)
    try:
        secured.recv(1)
    except TimeoutError as error:
        print(repr(error))
thread.join()

# Contexts
for made in (ssl.create_default_context(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)):
    print(int(made.options) & ~0x80, made.verify_mode, made.check_hostname, made.verify_flags, made.minimum_version, made.maximum_version, made.protocol)
server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
for wrong in (lambda: setattr(ssl.create_default_context(), "verify_mode", 0), lambda: server.load_cert_chain("/nope"),
              lambda: server.load_verify_locations(), lambda: server.set_ciphers("x"), lambda: server.load_verify_locations(cadata="x"),
              lambda: server.load_verify_locations(cadata="ä"), lambda: server.load_verify_locations(cadata=5), lambda: ssl.SSLSocket(),
              lambda: ssl.SSLObject(), lambda: ssl.SSLContext(99), lambda: server.set_alpn_protocols([""]),
              lambda: ssl.create_default_context().wrap_socket(socket.socket()), lambda: ssl.PEM_cert_to_DER_cert("x"),
              lambda: server.wrap_socket(socket.socket(), server_hostname="x", server_side=True),
              lambda: ssl.create_default_context("x"), lambda: ssl.cert_time_to_seconds("x")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
for wrong in (("server.pem", "locked.key", "bad"), ("server.key", None, None)):
    try:
        server.load_cert_chain(at(wrong[0]), wrong[1] and at(wrong[1]), wrong[2])
    except ssl.SSLError as error:
        print(str(error).split(" (")[0])
server.load_cert_chain(at("server.pem"), at("locked.key"), "secret")
server.load_cert_chain(at("server.pem"), at("locked.key"), lambda: b"secret")
server.load_verify_locations(cadata=text("ca.pem"))
pprint.pprint(server.get_ca_certs())
print(server.cert_store_stats())

# Buffers
to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
one = client.wrap_bio(to_client, to_server, server_hostname="localhost")
other = context.wrap_bio(to_server, to_client, server_side=True)
for _ in range(3):
    for end in (one, other):
        try:
            end.do_handshake()
            print("done")
        except ssl.SSLWantReadError as error:
            print(error.args)
print(one.write(b"abc"), other.read(), other.write(b"z" * 20000), len(one.read(30000)), one.version(), one.getpeercert()["subject"])
print(len(one.read(30000)), one.pending())
try:
    one.read()
except ssl.SSLWantReadError as error:
    print(repr(error))
to_server.write_eof()
print(to_server.eof, to_server.pending)
try:
    to_server.write(b"x")
except ssl.SSLError as error:
    print(error.args)

print(ssl.cert_time_to_seconds("Jan  5 09:34:43 2018 GMT"), ssl.DER_cert_to_PEM_cert(ssl.PEM_cert_to_DER_cert(text("ca.pem"))) == text("ca.pem"))
print(ssl.Purpose.SERVER_AUTH, repr(ssl.TLSVersion.TLSv1_3), repr(ssl.PROTOCOL_TLS_CLIENT), ssl.CERT_REQUIRED, ssl.HAS_SNI)
# expect: b'HELLO' TLSv1.3 ('TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256) x localhost
# expect: {'OCSP': ('http://ocsp.example.org/',),
# expect:  'caIssuers': ('http://ca.example.org/ca.der',),
# expect:  'crlDistributionPoints': ('http://ca.example.org/ca.crl',),
# expect:  'issuer': ((('countryName', 'DE'),),
# expect:             (('organizationName', 'Wick'),),
# expect:             (('commonName', "Wick's test authority"),)),
# expect:  'notAfter': 'Nov  2 06:16:54 2126 GMT',
# expect:  'notBefore': 'Nov 26 06:16:54 2026 GMT',
# expect:  'serialNumber': '3BFC2E5EA1C68CB457AC2F8CBFDC61DB477E8F59',
# expect:  'subject': ((('countryName', 'DE'),),
# expect:              (('organizationName', 'Wick'),),
# expect:              (('commonName', 'localhost'),)),
# expect:  'subjectAltName': (('DNS', 'localhost'),
# expect:                     ('DNS', '*.example.org'),
# expect:                     ('IP Address', '127.0.0.1'),
# expect:                     ('IP Address', '0:0:0:0:0:0:0:1'),
# expect:                     ('URI', 'https://example.org/x'),
# expect:                     ('email', 'a@example.org')),
# expect:  'version': 3}
# expect: b'HELLO' TLSv1.3 ('TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256) x 127.0.0.1
# expect: b'HELLO' TLSv1.3 ('TLS_AES_256_GCM_SHA384', 'TLSv1.3', 256) x a.example.org
# expect: ['SSLCertVerificationError', 'SSLError', 'OSError', 'ValueError'] (1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'other.org'. (_ssl.c:1006)") [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'other.org'. (_ssl.c:1006)
# expect: 62 Hostname mismatch, certificate is not valid for 'other.org'. CERTIFICATE_VERIFY_FAILED SSL
# expect: ['SSLCertVerificationError', 'SSLError', 'OSError', 'ValueError'] (1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: IP address mismatch, certificate is not valid for '127.0.0.2'. (_ssl.c:1006)") [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: IP address mismatch, certificate is not valid for '127.0.0.2'. (_ssl.c:1006)
# expect: 64 IP address mismatch, certificate is not valid for '127.0.0.2'. CERTIFICATE_VERIFY_FAILED SSL
# expect: ['SSLCertVerificationError', 'SSLError', 'OSError', 'ValueError'] (1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)') [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)
# expect: 20 unable to get local issuer certificate CERTIFICATE_VERIFY_FAILED SSL
# expect: b'HELLO' TLSv1.2 ('ECDHE-ECDSA-AES256-GCM-SHA384', 'TLSv1.2', 256) x localhost
# expect: [('SSLError', (1, '[SSL: SSLV3_ALERT_BAD_CERTIFICATE] sslv3 alert bad certificate (_ssl.c:1006)')), ('SSLError', (1, '[SSL: SSLV3_ALERT_BAD_CERTIFICATE] sslv3 alert bad certificate (_ssl.c:1006)')), ('SSLError', (1, '[SSL: TLSV1_ALERT_UNKNOWN_CA] tlsv1 alert unknown ca (_ssl.c:1006)'))]
# expect: b'first\n' 3000000
# expect: 2000000 0 False None
# expect: TimeoutError('The read operation timed out')
# expect: 2186412112 2 True 32768 771 -1 16
# expect: 2186412112 0 False 32768 771 -1 17
# expect: ValueError Cannot set verify_mode to CERT_NONE when check_hostname is enabled.
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: TypeError cafile, capath and cadata cannot be all omitted
# expect: SSLError ('No cipher can be selected.',)
# expect: SSLError no start line: cadata does not contain a certificate (_ssl.c:4020)
# expect: TypeError cadata should be an ASCII string or a bytes-like object
# expect: TypeError cadata should be an ASCII string or a bytes-like object
# expect: TypeError SSLSocket does not have a public constructor. Instances are returned by SSLContext.wrap_socket().
# expect: TypeError SSLObject does not have a public constructor. Instances are returned by SSLContext.wrap_bio().
# expect: ValueError invalid or unsupported protocol version 99
# expect: SSLError ('ALPN protocols must be 1 to 255 in length',)
# expect: ValueError check_hostname requires server_hostname
# expect: ValueError Invalid PEM encoding; must start with -----BEGIN CERTIFICATE-----
# expect: ValueError server_hostname can only be specified in client mode
# expect: TypeError x
# expect: ValueError time data 'x' does not match format "%b %d %H:%M:%S %Y GMT"
# expect: [SSL] PEM lib
# expect: [SSL] PEM lib
# expect: [{'issuer': ((('countryName', 'DE'),),
# expect:              (('organizationName', 'Wick'),),
# expect:              (('commonName', "Wick's test authority"),)),
# expect:   'notAfter': 'Nov  2 06:16:54 2126 GMT',
# expect:   'notBefore': 'Nov 26 06:16:54 2026 GMT',
# expect:   'serialNumber': '62B324450E5FFD3F7EB436DF222CA6B01075859B',
# expect:   'subject': ((('countryName', 'DE'),),
# expect:               (('organizationName', 'Wick'),),
# expect:               (('commonName', "Wick's test authority"),)),
# expect:   'version': 3}]
# expect: {'x509': 1, 'crl': 0, 'x509_ca': 1}
# expect: (2, 'The operation did not complete (read) (_ssl.c:1006)')
# expect: (2, 'The operation did not complete (read) (_ssl.c:1006)')
# expect: done
# expect: done
# expect: done
# expect: done
# expect: 3 b'abc' 20000 16384 TLSv1.3 ((('countryName', 'DE'),), (('organizationName', 'Wick'),), (('commonName', 'localhost'),))
# expect: 3616 0
# expect: SSLWantReadError(2, 'The operation did not complete (read) (_ssl.c:2580)')
# expect: True 0
# expect: ('cannot write() after write_eof()',)
# expect: 1515144883 True
# expect: Purpose.SERVER_AUTH <TLSVersion.TLSv1_3: 772> <_SSLMethod.PROTOCOL_TLS_CLIENT: 16> 2 True
