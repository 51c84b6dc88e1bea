"""nginx with the same bytes as files, where it is installed: what a server in C takes for them."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.serving.applications import Answer
from tests.bench.serving.servers import Server, free_port, started

FOUND = shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
OF_THE_FILE = ("content-length", "content-type", "etag", "last-modified")
"""Headers that nginx sends by itself."""

CONFIGURATION = """
{user}worker_processes 1;
daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  keepalive_requests 1000000;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/files;
    default_type text/html;
    sendfile on;
{headers}
  }}
}}
"""


@contextmanager
def serving(answers: dict[str, Answer], *, folder: Path) -> Iterator[Server | None]:
    """nginx with these answers, each at its path in `folder`; None where it is not installed."""
    if not FOUND:
        yield None
        return
    shutil.rmtree(folder, ignore_errors=True)
    for path, (_, _, body) in answers.items():
        file = folder / "files" / path.strip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
    _, headers, _ = next(iter(answers.values()))
    lines = (f'    add_header {name} "{value}";' for name, value in headers if name.lower() not in OF_THE_FILE)
    port = free_port()
    configuration = folder / "nginx.conf"
    user = "user root;\n" if os.geteuid() == 0 else ""
    configuration.write_text(CONFIGURATION.format(folder=folder, port=port, headers="\n".join(lines), user=user))
    command = [FOUND, "-e", str(folder / "error.log"), "-c", str(configuration)]
    with started(command, port=port, environment={"PATH": os.environ["PATH"]}) as server:
        yield server
