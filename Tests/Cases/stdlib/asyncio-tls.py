# Recorded from CPython 3.11.7.
# TLS of asyncio: streams, servers, refused certificates, start_tls.
"""TLS between threads of one process: certificates, hosts, versions, errors, buffers."""
import os
import pprint
import socket
import ssl
import tempfile
import threading

FILES = {
    "ca.pem": """-----BEGIN CERTIFICATE-----
MIIB4DCCAYWgAwIBAgIUYrMkRQ5f/T9+tDbfIiymsBB1hZswCgYIKoZIzj0EAwIw
PDELMAkGA1UEBhMCREUxDTALBgNVBAoMBFdpY2sxHjAcBgNVBAMMFVdpY2sncyB0
ZXN0IGF1dGhvcml0eTAgFw0yNjExMjYwNjE2NTRaGA8yMTI2MTEwMjA2MTY1NFow
PDELMAkGA1UEBhMCREUxDTALBgNVBAoMBFdpY2sxHjAcBgNVBAMMFVdpY2sncyB0
ZXN0IGF1dGhvcml0eTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKpIc9j/QLM8
3+n4bOYBDFv3Yo0wmEjIebxaUgaCY0zXyyvaB+d17Sq5p6xuVvBIA3Aor35c2D28
IWh2MTU4S8ujYzBhMB0GA1UdDgQWBBQozvxCHEprHVxwcrL70tIbdaQBtDAfBgNV
HSMEGDAWgBQozvxCHEprHVxwcrL70tIbdaQBtDAPBgNVHRMBAf8EBTADAQH/MA4G
A1UdDwEB/wQEAwIBBjAKBggqhkjOPQQDAgNJADBGAiEApSckpp/+0F1mxr7vb0ln
CJaYfEOJe8RPLkgAh0Bhl+oCIQD9q8v+7OJR9NOtE7UvzVzKwxRgHwFIsmNHxVaJ
7b2ncQ==
-----END CERTIFICATE-----
""",
    "server.pem": """-----BEGIN CERTIFICATE-----
MIIC0TCCAnigAwIBAgIUO/wuXqHGjLRXrC+Mv9xh20d+j1kwCgYIKoZIzj0EAwIw
PDELMAkGA1UEBhMCREUxDTALBgNVBAoMBFdpY2sxHjAcBgNVBAMMFVdpY2sncyB0
ZXN0IGF1dGhvcml0eTAgFw0yNjExMjYwNjE2NTRaGA8yMTI2MTEwMjA2MTY1NFow
MDELMAkGA1UEBhMCREUxDTALBgNVBAoMBFdpY2sxEjAQBgNVBAMMCWxvY2FsaG9z
dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDpq9AohvrFiw4ABzJqBwzi3Zo6H
eTl+12fawvW5n/rbJav6DlLSHaCc68+1ROP/qFD8DjOcjEs3X4WPUHKpHYajggFg
MIIBXDBhBgNVHREEWjBYgglsb2NhbGhvc3SCDSouZXhhbXBsZS5vcmeHBH8AAAGH
EAAAAAAAAAAAAAAAAAAAAAGGFWh0dHBzOi8vZXhhbXBsZS5vcmcveIENYUBleGFt
cGxlLm9yZzBeBggrBgEFBQcBAQRSMFAwJAYIKwYBBQUHMAGGGGh0dHA6Ly9vY3Nw
LmV4YW1wbGUub3JnLzAoBggrBgEFBQcwAoYcaHR0cDovL2NhLmV4YW1wbGUub3Jn
L2NhLmRlcjAtBgNVHR8EJjAkMCKgIKAehhxodHRwOi8vY2EuZXhhbXBsZS5vcmcv
Y2EuY3JsMAkGA1UdEwQCMAAwHQYDVR0lBBYwFAYIKwYBBQUHAwEGCCsGAQUFBwMC
MB0GA1UdDgQWBBQvJ7JUf1bMC/SrnJ7OJFzIr1FgpTAfBgNVHSMEGDAWgBQozvxC
HEprHVxwcrL70tIbdaQBtDAKBggqhkjOPQQDAgNHADBEAiBogWddnyhSrVGISID7
0t7iNahk6rX2HQkRv35xllabiQIgVy4EsuDMtfN328mNFbKbhU0IV57QFd7UAY+5
j5lVeOI=
-----END CERTIFICATE-----
""",
    "server.key": """-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgq8ldY3/fKxnHypxN
y4KSosyIkJSJCHNp5oPsvXsWRZ+hRANCAAQ6avQKIb6xYsOAAcyagcM4t2aOh3k5
ftdn2sL1uZ/62yWr+g5S0h2gnOvPtUTj/6hQ/A4znIxLN1+Fj1ByqR2G
-----END PRIVATE KEY-----
""",
    "locked.key": """-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: AES-128-CBC,82821C392B0EC4FC8A25D1C4F94E461D

joSUWf1JLlatcfTYKO6JWisvVs+OeGi7qiMKs5dt+UOdczspFVxzobNIinukCmhq
rxFUXUcEtboGbFIvdfRyONunPJdkSOTZcF6Nso6A8E77KTI3exs7dTXb9d2rFjpt
npnpuUgbBwCAEgQDFX9MYS55cNTJF9sazSuaAMlFg1I=
-----END EC PRIVATE KEY-----
""",
}
folder = tempfile.mkdtemp()
for name, text in FILES.items():
    with open(os.path.join(folder, name), "w") as file:
        file.write(text)


def at(name):
    return os.path.join(folder, name)


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(at("server.pem"), at("server.key"))
import asyncio


async def serve(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    client = ssl.create_default_context(cafile=at("ca.pem"))
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=client, server_hostname="localhost")
    writer.write(b"hello\n" * 20000)
    await writer.drain()
    got = await reader.readexactly(120000)
    print(len(got), got[:6], writer.get_extra_info("ssl_object").version(), writer.can_write_eof())
    writer.close()
    await writer.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", port, ssl=ssl.create_default_context(), server_hostname="localhost")
    except ssl.SSLCertVerificationError as error:
        print(type(error).__name__, error.verify_code)
    server.close()

    async def upgrade(reader, writer):
        print(await reader.readline())
        writer.write(b"go\n")
        await writer.drain()
        await writer.start_tls(context)
        print(await reader.readline())
        writer.write(b"secret answer\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(upgrade, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    writer.write(b"starttls\n")
    print(await reader.readline())
    await writer.start_tls(client, server_hostname="localhost")
    writer.write(b"secret\n")
    print(await reader.readline())
    writer.close()
    server.close()


asyncio.run(main())
# expect: 120000 b'HELLO\n' TLSv1.3 False
# expect: SSLCertVerificationError 20
# expect: b'starttls\n'
# expect: b'go\n'
# expect: b'secret\n'
# expect: b'secret answer\n'
