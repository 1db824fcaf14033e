"""A kernel that an Enterprise Gateway starts on another machine: the ports it tells, the signals it takes."""
import base64
import ctypes
import json
import os
import signal
import socket
import subprocess
import time

import pytest
from conftest import SLOW, WICK
from jupyter_client.blocking.client import BlockingKernelClient


class Key:
    """An RSA key of OpenSSL, which Wick needs too, so that it is there; and what it opens."""

    def __init__(self):
        self.crypto = crypto = ctypes.CDLL("libcrypto.so.3")
        for name in ("EVP_PKEY_Q_keygen", "EVP_PKEY_CTX_new", "EVP_CIPHER_CTX_new", "EVP_CIPHER_fetch"):
            getattr(crypto, name).restype = ctypes.c_void_p
        self.key = ctypes.c_void_p(crypto.EVP_PKEY_Q_keygen(None, None, b"RSA", ctypes.c_size_t(1024)))
        der = ctypes.c_void_p()
        size = crypto.i2d_PUBKEY(self.key, ctypes.byref(der))
        self.public = base64.b64encode(ctypes.string_at(der, size)).decode()

    def open(self, sealed):
        crypto, size = self.crypto, ctypes.c_size_t(256)
        context, out = ctypes.c_void_p(crypto.EVP_PKEY_CTX_new(self.key, None)), ctypes.create_string_buffer(256)
        assert crypto.EVP_PKEY_decrypt_init(context) == 1
        assert crypto.EVP_PKEY_decrypt(context, out, ctypes.byref(size), sealed, ctypes.c_size_t(len(sealed))) == 1
        return out.raw[:size.value]

    def decrypt(self, secret, sealed):
        crypto, out, size, rest = self.crypto, ctypes.create_string_buffer(len(sealed) + 16), ctypes.c_int(), ctypes.c_int()
        context = ctypes.c_void_p(crypto.EVP_CIPHER_CTX_new())
        cipher = ctypes.c_void_p(crypto.EVP_CIPHER_fetch(None, b"AES-128-ECB", None))
        assert crypto.EVP_DecryptInit_ex2(context, cipher, secret, None, None) == 1
        assert crypto.EVP_DecryptUpdate(context, out, ctypes.byref(size), sealed, len(sealed)) == 1
        assert crypto.EVP_DecryptFinal_ex(context, ctypes.byref(out, size.value), ctypes.byref(rest)) == 1
        return out.raw[:size.value + rest.value]


class Gateway:
    """Starts a kernel by options or by variables, and has read what it told."""

    def __init__(self, by_variables=False, ports="0..0"):
        key = Key()
        with socket.create_server(("127.0.0.1", 0)) as listener:
            address = f"127.0.0.1:{listener.getsockname()[1]}"
            command, variables = [WICK, "kernel"], {}
            if by_variables:
                variables = {"KERNEL_ID": "k-1", "RESPONSE_ADDRESS": address, "PUBLIC_KEY": key.public, "PORT_RANGE": ports}
            else:
                command += ["--kernel-id", "k-1", "--response-address", address, "--public-key", key.public, "--port-range", ports]
            # What Jupyter's server hands down names a process of its own machine.
            self.process = subprocess.Popen(command, env={**os.environ, **variables, "JPY_PARENT_PID": "1"})
            listener.settimeout(30 * SLOW)
            connection, _ = listener.accept()
            with connection, connection.makefile("rb") as text:
                envelope = json.loads(base64.b64decode(text.read()))
        assert envelope["version"] == 1
        secret = key.open(base64.b64decode(envelope["key"]))
        self.told = json.loads(key.decrypt(secret, base64.b64decode(envelope["conn_info"])))
        self.client = BlockingKernelClient()
        self.client.load_connection_info({**{k: v for k, v in self.told.items() if k.endswith("_port") and k != "comm_port"},
                                          "ip": "127.0.0.1", "transport": "tcp", "key": self.told["key"],
                                          "signature_scheme": self.told["signature_scheme"]})
        self.client.start_channels()
        self.client.wait_for_ready(timeout=30 * SLOW)

    def say(self, request):
        with socket.create_connection(("127.0.0.1", self.told["comm_port"]), timeout=5) as connection:
            connection.send(request if isinstance(request, bytes) else json.dumps(request).encode())

    def run(self, code):
        return self.client.execute_interactive(code, timeout=30 * SLOW, output_hook=lambda _: None)["content"]

    def close(self):
        self.client.stop_channels()
        self.process.kill()
        self.process.wait()


@pytest.mark.parametrize("by_variables", [False, True])
def test_a_gateway_starts_a_kernel(by_variables):
    gateway = Gateway(by_variables, ports="41000..43000")
    try:
        told = gateway.told
        ports = [value for name, value in told.items() if name.endswith("_port")]
        assert len(set(ports)) == 6 and all(41000 <= port <= 43000 for port in ports), told
        assert told["kernel_id"] == "k-1" and told["pid"] == gateway.process.pid and len(told["key"]) >= 32
        assert gateway.run("6 * 7")["status"] == "ok"
        gateway.say({"shutdown": 1})
        assert gateway.process.wait(10 * SLOW) == 0
    finally:
        gateway.close()


def test_signals_come_through_the_port():
    gateway = Gateway()
    try:
        for nonsense in (b"", b"{", b"[1]", b'"x"', b"\xff" * 5000, {"signum": "x"}, {"signum": 0}, {"signum": 2 ** 70}):
            gateway.say(nonsense)
        silent = socket.create_connection(("127.0.0.1", gateway.told["comm_port"]))
        number = gateway.client.execute("while True: pass")
        time.sleep(0.5)
        gateway.say({"signum": signal.SIGINT})
        reply = gateway.client.get_shell_msg(timeout=20 * SLOW)
        assert reply["parent_header"]["msg_id"] == number and reply["content"]["ename"] == "KeyboardInterrupt"
        assert gateway.run("1 + 1")["status"] == "ok"
        silent.close()
        gateway.say({"signum": signal.SIGTERM})
        assert gateway.process.wait(10 * SLOW) == 0
    finally:
        gateway.close()


@pytest.mark.parametrize("options, line, status", [
    (["--response-address", "x"], "the response address 'x' is not HOST:PORT", 64),
    (["--response-address", "127.0.0.1:70000"], "the response address '127.0.0.1:70000' is not HOST:PORT", 64),
    (["--port-range", "5..1"], "the port range '5..1' is not LOW..HIGH", 64),
    (["--public-key", "MIGf"], "the gateway's public key is not an RSA key in Base64", 64),
    ([], "cannot reach the gateway at 127.0.0.1:9: Connection refused", 69),
])
def test_what_cannot_be_understood(options, line, status):
    given = {"--kernel-id": "k", "--response-address": "127.0.0.1:9", "--public-key": Key().public}
    given.update(zip(options[::2], options[1::2]))
    done = subprocess.run([WICK, "kernel", *(word for pair in given.items() for word in pair)], capture_output=True, text=True,
                          timeout=30 * SLOW)
    assert (done.returncode, done.stderr) == (status, f"wick: {line}\n")
