# Recorded from CPython 3.11.7.
# Files by FTP from a server in threads; the answers that hold something.
import ftplib
import io
import socket
import threading

files = {"a.txt": b"one\r\ntwo\r\n", "b.bin": bytes(range(256)) * 40}
listener = socket.create_server(("127.0.0.1", 0))


def serve():
    connection, _ = listener.accept()
    data = None
    with connection, connection.makefile("rwb") as file:
        def say(text):
            file.write(text.encode() + b"\r\n")
            file.flush()

        def move(run):
            say("150 here it comes (%d bytes)" % 10)
            with data.accept()[0] as stream:
                run(stream)
            say("226 done")

        say("220-hello\r\n220 there")
        for line in file:
            command, _, rest = line.decode().rstrip("\r\n").partition(" ")
            if command in ("PASV", "EPSV"):
                data = socket.create_server(("127.0.0.1", 0))
                port = data.getsockname()[1]
                say("227 at (127,0,0,1,%d,%d)" % divmod(port, 256))
            elif command == "RETR":
                if rest in files:
                    move(lambda stream: stream.sendall(files[rest]))
                else:
                    say("550 no such file")
            elif command == "STOR":
                def take(stream):
                    parts = []
                    while part := stream.recv(9999):
                        parts.append(part)
                    files[rest] = b"".join(parts)
                move(take)
            elif command in ("NLST", "LIST"):
                move(lambda stream: stream.sendall("".join([n + "\r\n" for n in sorted(files)]).encode()))
            elif command == "MLSD":
                move(lambda stream: stream.sendall(b"type=file;size=10; a.txt\r\nType=dir; d\r\n"))
            else:
                say({"USER": "331 password", "PASS": "230 in", "PWD": '257 "/a ""b"""', "MKD": '257 "/x"', "SIZE": "213 10",
                     "RNFR": "350 go on", "CWD": "250 ok", "CDUP": "500 what", "DELE": "450 busy", "NOOP": "xyz",
                     "QUIT": "221 bye"}.get(command, "200 ok"))
                if command == "QUIT":
                    break
    listener.close()


thread = threading.Thread(target=serve)
thread.start()
ftp = ftplib.FTP()
print(repr(ftp.connect("127.0.0.1", listener.getsockname()[1])), ftp.login("me", "secret"))
lines, parts = [], []
print(ftp.retrlines("RETR a.txt", lines.append), lines, ftp.retrbinary("RETR b.bin", parts.append, 1000), len(b"".join(parts)))
print(ftp.storbinary("STOR c", io.BytesIO(b"new")), ftp.storlines("STOR d", io.BytesIO(b"x\ny\n")), files["c"], files["d"])
print(ftp.nlst(), list(ftp.mlsd()), ftp.pwd(), ftp.mkd("x"), ftp.size("a.txt"), ftp.rename("a", "b"), ftp.cwd(".."))
ftp.dir("x", print)
print(ftp.transfercmd("RETR a.txt").recv(3), ftp.voidresp())
for action in (lambda: ftp.retrbinary("RETR z", print), lambda: ftp.delete("a"), lambda: ftp.voidcmd("NOOP"),
               lambda: ftp.voidcmd("a\nb"), lambda: ftplib.parse227("200 x"), lambda: ftplib.parse227("227 x"),
               lambda: ftplib.parse229("229 (|||1)", ("h", 1))):
    try:
        action()
    except (ftplib.Error, ValueError) as error:
        print(type(error).__name__, error)
print(ftp.sanitize("PASS secret\r\n"), ftp.quit(), ftp.sock)
thread.join()
print(ftplib.parse150("150 x (42 bytes)"), ftplib.parse150("150 x"), ftplib.parse257('257 "a""b" x'),
      ftplib.parse229("229 ok (|||6446|)", ("h", 1)), ftplib.all_errors[0].__name__, ftplib.FTP_TLS.__mro__[1].__name__)
# expect: '220-hello\n220 there' 230 in
# expect: 226 done ['one', 'two'] 226 done 10240
# expect: 226 done 226 done b'new' b'x\r\ny\r\n'
# expect: ['a.txt', 'b.bin', 'c', 'd'] [('a.txt', {'type': 'file', 'size': '10'}), ('d', {'type': 'dir'})] /a "b" /x 10 200 ok 250 ok
# expect: a.txt
# expect: b.bin
# expect: c
# expect: d
# expect: b'one' 226 done
# expect: error_perm 550 no such file
# expect: error_temp 450 busy
# expect: error_proto xyz
# expect: ValueError an illegal newline character should not be contained
# expect: error_reply 200 x
# expect: error_proto 227 x
# expect: error_proto 229 (|||1)
# expect: 'PASS ******\r\n' 221 bye None
# expect: 42 None a"b ('h', 6446) Error FTP
