#!/usr/bin/env python3
"""Starts an Enterprise Gateway with the kernelspec of this folder and runs a cell in some Wick kernels of it.

    docker/enterprise-gateway/try-gateway.py [KERNELS]      with jupyter-enterprise-gateway, websocket-client and wick in PATH
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
from trial import run, wait  # noqa: E402


def main(count):
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
            env={**os.environ, "JUPYTER_PATH": str(HERE), "EG_INHERITED_ENVS": "PATH,LANG,HOME"}, cwd=folder, stdout=log, stderr=log)
        try:
            wait(lambda: "wick" in ask("GET", "/api/kernelspecs")["kernelspecs"])
            for _ in range(count):
                kernel = ask("POST", "/api/kernels", {"name": "wick", "env": {"KERNEL_USERNAME": "trial"}})["id"]
                print(kernel, run(f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels"), flush=True)
                ask("DELETE", f"/api/kernels/{kernel}")
            return 0
        except Exception:
            print(pathlib.Path(folder, "log").read_text()[-6000:], file=sys.stderr)
            raise
        finally:
            gateway.terminate()
            gateway.wait(30)
            log.close()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
