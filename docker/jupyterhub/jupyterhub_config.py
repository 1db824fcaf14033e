"""JupyterHub on one machine, every user with a server of his own whose kernel is Wick.

    pip install jupyterhub jupyterlab        # and configurable-http-proxy, of npm or of PyPI
    wick install --prefix "$(python -c 'import sys; print(sys.prefix)')"
    jupyterhub -f docker/jupyterhub/jupyterhub_config.py

For trying out: any name may log in with the password in WICK_HUB_PASSWORD, all servers run as who starts the hub. For
real users take an authenticator and a spawner of JupyterHub's (system users, containers, Kubernetes) and keep the rest.
"""
import os
import pathlib

c = get_config()  # noqa: F821

folder = pathlib.Path(os.environ.get("WICK_HUB_FOLDER", "hub")).resolve()
folder.mkdir(parents=True, exist_ok=True)

c.JupyterHub.bind_url = os.environ.get("WICK_HUB_URL", "http://127.0.0.1:8000")
c.JupyterHub.db_url = f"sqlite:///{folder}/jupyterhub.sqlite"
c.JupyterHub.cookie_secret_file = str(folder / "cookie_secret")
c.ConfigurableHTTPProxy.pid_file = str(folder / "proxy.pid")

c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = os.environ["WICK_HUB_PASSWORD"]
c.Authenticator.allow_all = True

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = str(folder / "users/{username}")
c.Spawner.default_url = "/lab"
# Wick as the only kernel: its spec lies in the environment of the hub.
c.Spawner.args = [
    "--MappingKernelManager.default_kernel_name=wick",
    "--KernelSpecManager.allowed_kernelspecs=wick",
    "--KernelSpecManager.ensure_native_kernel=False",
    # A kernel that nobody uses ends after an hour, its server with it.
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--ServerApp.shutdown_no_activity_timeout=7200",
]
if os.geteuid() == 0:
    # As in a container.
    c.Spawner.args.append("--allow-root")
# One history for each user, not one for all who share this account.
c.Spawner.environment = {"WICK_HISTORY": lambda spawner: str(folder / "users" / spawner.user.name / "history.sqlite")}

if token := os.environ.get("WICK_HUB_API_TOKEN"):
    c.JupyterHub.services = [{"name": "trial", "api_token": token}]
    c.JupyterHub.load_roles = [{"name": "trial", "scopes": ["admin:users", "admin:servers", "access:servers"], "services": ["trial"]}]
