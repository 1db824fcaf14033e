# Recorded from CPython 3.11.7.
# TLS of asyncio: streams, servers, refused certificates, start_tls.
"""TLS between threads of one process: certificates, hosts, versions, errors, buffers."""
import os
import pprint
import socket
import ssl
import threading

folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "certificates")


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
