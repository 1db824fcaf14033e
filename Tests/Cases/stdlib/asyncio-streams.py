# Recorded from CPython 3.11.7.
import asyncio
import os
import socket
import tempfile


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(server.is_serving(), len(server.sockets))

    async def client(n):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        got = []
        for k in range(3):
            writer.write(b"client %d line %d\n" % (n, k))
            await writer.drain()
            got.append(await reader.readline())
            await asyncio.sleep(0.001)
        writer.write_eof()
        rest = await reader.read()
        writer.close()
        await writer.wait_closed()
        return got, rest, reader.at_eof(), writer.is_closing()

    for found in await asyncio.gather(*[client(n) for n in range(3)]):
        print(found)
    server.close()
    await server.wait_closed()
    print(server.is_serving())
    try:
        await asyncio.open_connection("127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(type(error).__name__, error.errno)

    # Large amounts both ways
    async def swallow(reader, writer):
        size = 0
        while data := await reader.read(10000):
            size += len(data)
        writer.write(b"%d" % size + bytes(500000))
        await writer.drain()
        writer.close()

    path = os.path.join(tempfile.mkdtemp(), "s")
    async with await asyncio.start_unix_server(swallow, path) as server:
        reader, writer = await asyncio.open_unix_connection(path)
        writer.write(bytes(3_000_000))
        await writer.drain()
        writer.write_eof()
        print(await reader.readexactly(7), len(await reader.read()))
        writer.close()

    # Readers
    reader = asyncio.StreamReader(limit=10)
    reader.feed_data(b"ab|cd\nrest")
    print(await reader.readuntil(b"|"), await reader.readline(), await reader.read(2))
    reader.feed_eof()
    try:
        await reader.readexactly(5)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(reader.at_eof(), await reader.read(), await reader.readline())
    reader = asyncio.StreamReader(limit=4)
    reader.feed_data(b"longer than that\n")
    try:
        await reader.readuntil()
    except asyncio.LimitOverrunError as error:
        print(error, error.consumed)

    # Timeouts and cancelling
    a, b = socket.socketpair()
    reader, writer = await asyncio.open_connection(sock=a)
    try:
        await asyncio.wait_for(reader.read(1), 0.02)
    except asyncio.TimeoutError:
        print("timed out")
    b.send(b"late")
    print(await reader.read(10), writer.get_extra_info("nothing", 5))
    b.close()
    print(await reader.read(10))
    writer.close()

    # Descriptors
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    came = loop.create_future()
    loop.add_reader(reading, lambda: came.done() or came.set_result(os.read(reading, 10)))
    loop.call_later(0.01, os.write, writing, b"pipe")
    print(await came, loop.remove_reader(reading), loop.remove_reader(reading))


asyncio.run(main())
# expect: True 1
# expect: ([b'CLIENT 0 LINE 0\n', b'CLIENT 0 LINE 1\n', b'CLIENT 0 LINE 2\n'], b'', True, True)
# expect: ([b'CLIENT 1 LINE 0\n', b'CLIENT 1 LINE 1\n', b'CLIENT 1 LINE 2\n'], b'', True, True)
# expect: ([b'CLIENT 2 LINE 0\n', b'CLIENT 2 LINE 1\n', b'CLIENT 2 LINE 2\n'], b'', True, True)
# expect: False
# expect: ConnectionRefusedError 111
# expect: b'3000000' 500000
# expect: b'ab|' b'cd\n' b're'
# expect: 2 bytes read on a total of 5 expected bytes b'st' 5
# expect: True b'' b''
# expect: Separator is found, but chunk is longer than limit 16
# expect: timed out
# expect: b'late' 5
# expect: b''
# expect: b'pipe' True False
