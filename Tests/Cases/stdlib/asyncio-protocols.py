# Recorded from CPython 3.11.7.
# Protocols, packets, sockets and child processes of asyncio.
import asyncio
import os
import signal
import socket


def proto():
    class Echo(asyncio.Protocol):
        def connection_made(self,t): self.t=t; print("made", type(t).__mro__[-2].__name__)
        def data_received(self,d): self.t.write(d[::-1])
        def eof_received(self): print("eof"); 
        def connection_lost(self,e): print("server lost", e)
    class Client(asyncio.Protocol):
        def __init__(self, fut): self.fut=fut
        def connection_made(self,t): t.write(b"12345")
        def data_received(self,d): print("got", d); self.fut.set_result(d)
        def connection_lost(self,e): print("client lost", e)
    async def main():
        loop=asyncio.get_running_loop()
        s=await loop.create_server(Echo,"127.0.0.1",0)
        f=loop.create_future()
        t,p=await loop.create_connection(lambda: Client(f), *s.sockets[0].getsockname())
        await f
        t.close(); await asyncio.sleep(0.02)
        s.close()
        class D(asyncio.DatagramProtocol):
            def connection_made(self,t): self.t=t
            def datagram_received(self,d,a): print("dgram", d); self.t.sendto(b"re:"+d,a)
        class DC(asyncio.DatagramProtocol):
            def __init__(self,f): self.f=f
            def datagram_received(self,d,a): self.f.set_result(d)
        t,_=await loop.create_datagram_endpoint(D, local_addr=("127.0.0.1",0))
        f=loop.create_future()
        c,_=await loop.create_datagram_endpoint(lambda: DC(f), remote_addr=t.get_extra_info("sockname"))
        c.sendto(b"hi"); print(await f)
        t.close(); c.close(); await asyncio.sleep(0.01)
        a,b=socket.socketpair(); a.setblocking(False); b.setblocking(False)
        await loop.sock_sendall(a, b"x"*1000); print(len(await loop.sock_recv(b, 4096)))
        got=loop.create_future()
        loop.add_reader(b, lambda: (got.set_result(b.recv(10)), loop.remove_reader(b)))
        a.send(b"rd"); print(await got)
        a.close(); b.close()
    asyncio.run(main())


proto()


def sub():
    async def main():
        p=await asyncio.create_subprocess_exec("cat", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
        print(await p.communicate(b"meow"), p.returncode)
        p=await asyncio.create_subprocess_shell("echo out; echo err >&2; exit 3", stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
        print(await p.stdout.readline(), await p.stderr.read(), await p.wait())
        p=await asyncio.create_subprocess_exec("sleep","10"); p.terminate(); print(await p.wait())
        try: await asyncio.create_subprocess_exec("no-such-program")
        except FileNotFoundError as e: print(e)
        p=await asyncio.create_subprocess_shell("for i in 1 2 3; do echo $i; done", stdout=asyncio.subprocess.PIPE)
        async for line in p.stdout: print(line)
        await p.wait()
    asyncio.run(main())


sub()


def sig():
    async def main():
        loop=asyncio.get_running_loop(); f=loop.create_future()
        loop.add_signal_handler(signal.SIGUSR1, f.set_result, 7)
        os.kill(os.getpid(), signal.SIGUSR1)
        print(await f, loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    asyncio.run(main())


sig()
# expect: made BaseTransport
# expect: got b'54321'
# expect: client lost None
# expect: eof
# expect: server lost None
# expect: dgram b'hi'
# expect: b're:hi'
# expect: 1000
# expect: b'rd'
# expect: (b'meow', None) 0
# expect: b'out\n' b'err\n' 3
# expect: -15
# expect: [Errno 2] No such file or directory: 'no-such-program'
# expect: b'1\n'
# expect: b'2\n'
# expect: b'3\n'
# expect: 7 True False
