#!/usr/bin/env python3
"""Starts an Enterprise Gateway with the kernelspec of this folder and runs a cell in some Wick kernels of it.

    docker/enterprise-gateway/try-gateway.py [KERNELS [HOST]]

jupyter-enterprise-gateway, websocket-client and wick must be in PATH. With a HOST the kernels run there, started over
ssh as the same user, if it is not this machine; `wick` must be in PATH there too. Of each kernel it runs a cell,
interrupts one, restarts it and shuts it down.
"""
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
from trial import EXPECTED, run, wait  # noqa: E402


ENDLESS = "print('running', flush=True)\nwhile True: pass"


def main(count, host):
    name = "wick_distributed" if host else "wick"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"

    def ask(method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(urllib.request.Request(base + path, data, method=method), timeout=60) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    with tempfile.TemporaryDirectory() as folder:
        log = open(os.path.join(folder, "log"), "wb")
        gateway = subprocess.Popen(
            [sys.executable, "-m", "enterprise_gateway", "--EnterpriseGatewayApp.ip=127.0.0.1",
             f"--EnterpriseGatewayApp.port={port}", "--EnterpriseGatewayApp.port_retries=0"],
            env={**os.environ, "JUPYTER_PATH": str(HERE), "EG_INHERITED_ENVS": "PATH,LANG,HOME", "EG_REMOTE_HOSTS": host or "localhost"},
            cwd=folder, stdout=log, stderr=log)
        try:
            wait(lambda: name in ask("GET", "/api/kernelspecs")["kernelspecs"])
            for _ in range(count):
                kernel = ask("POST", "/api/kernels", {"name": name, "env": {"KERNEL_USERNAME": "trial"}})["id"]
                channels = f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels"
                first = run(channels)
                interrupted = run(channels, cell=ENDLESS, started=lambda: ask("POST", f"/api/kernels/{kernel}/interrupt"))
                ask("POST", f"/api/kernels/{kernel}/restart")
                restarted = run(channels)
                where = run(channels, cell="import socket, os; print(socket.gethostname(), os.getpid())")
                ask("DELETE", f"/api/kernels/{kernel}")
                print(kernel, first, interrupted.split(), restarted, where, flush=True)
                assert first == restarted == EXPECTED and interrupted.split() == ["running", "KeyboardInterrupt"]
            return 0
        except Exception:
            print(pathlib.Path(folder, "log").read_text()[-6000:], file=sys.stderr)
            raise
        finally:
            gateway.terminate()
            gateway.wait(30)
            log.close()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2, sys.argv[2] if len(sys.argv) > 2 else None))
