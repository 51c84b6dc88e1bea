"""What `deploy/` and the page about installing tell a machine is understood by the programs that read it."""

import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from django.core.management import get_commands

from config.setup import environment_file

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
PAGES = [ROOT / "README.md", ROOT / "docs" / "installing.md", ROOT / "docs" / "operating.md"]
SCRIPT = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(
    r"(?:manage\.py|(?<=^)briefings|(?<=    )briefings|run --rm site)(?: -e \w+)* ([a-z_]+)\b", re.MULTILINE
)
OTHERS = {"version"}
"""The first is no command of Django's; the others come with backups and upgrades."""
HOST = "news.example"


def scripts(page):
    return SCRIPT.findall(page.read_text(encoding="utf-8"))


def needs(program):
    return pytest.mark.skipif(not shutil.which(program), reason=f"{program} is not installed")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_can_be_pasted_is_a_script(page):
    for script in scripts(page):
        subprocess.run(["sh", "-n"], input=script, text=True, check=True)


@pytest.mark.parametrize("file", [*PAGES[1:], *UNITS], ids=lambda file: file.name)
def test_every_command_that_is_named_is_there(file):
    texts = scripts(file) if file.suffix == ".md" else [file.read_text(encoding="utf-8")]
    named = {command for text in texts for command in COMMAND.findall(text)}

    assert named - set(get_commands()) - OTHERS == set()
    assert named or file.suffix == ".timer"


@needs("systemd-analyze")
def test_systemd_understands_the_units(tmp_path):
    for unit in UNITS:  # the programs and the user that they name are on a site's machine
        text = unit.read_text(encoding="utf-8").replace("/opt/briefings/.venv/bin/python", sys.executable)
        (tmp_path / unit.name).write_text(re.sub("^(User|Group)=.*", r"\1=root", text, flags=re.MULTILINE))
    verify = ["systemd-analyze", "verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS)]
    run = subprocess.run(verify, capture_output=True, text=True, check=False)

    assert (run.returncode, run.stdout + run.stderr) == (0, "")


@needs("caddy")
def test_caddy_understands_its_example():
    command = ["caddy", "adapt", "--config", str(DEPLOY / "Caddyfile"), "--validate"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode == 0, run.stderr


def test_the_command_line_of_the_site_is_a_script():
    subprocess.run(["sh", "-n", DEPLOY / "briefings"], check=True)


def test_the_image_is_built_of_files_that_are_there():
    lines = (DEPLOY / "Containerfile").read_text(encoding="utf-8").splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY ") and "--from" not in line]

    assert copied
    assert [name for names in copied for name in names if not (ROOT / name).exists()] == []
    assert (ROOT / ".dockerignore").read_text() == (ROOT / ".containerignore").read_text()


@pytest.mark.slow
@needs("nginx")
@needs("openssl")
def test_through_nginx_a_site_that_was_set_up_answers_with_tls(tmp_path):
    site_port, http, https = _ports(3)
    file = tmp_path / "site.env"
    asked = {"SITE_URL": f"https://{HOST}", "DATA_DIR": str(tmp_path / "data"), "BRIEFINGS_ADMIN": "ada"}
    _manage("setup", str(file), "--no-input", **asked, BRIEFINGS_PASSWORD="correct horse battery").wait()
    values = environment_file.read(file)
    site = _manage("serve", "--port", str(site_port), "--workers", "1", **values)
    nginx = subprocess.Popen(["nginx", "-c", _nginx(tmp_path, site=site_port, http=http, https=https)])
    try:
        answer = _answer(https, certificate=tmp_path / "fullchain.pem")
    finally:
        for process in (nginx, site):
            process.terminate()
            process.wait()

    assert answer.status == 200
    assert "max-age=31536000" in answer.headers["Strict-Transport-Security"]


def _manage(*arguments, **environment):
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env={"PATH": "/usr/bin:/bin", **environment}, stdout=subprocess.DEVNULL)


def _nginx(folder, *, site, http, https):
    """The example with a certificate, ports and folders of this test."""
    subject = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    keys = ["-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"]
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*new, *subject, *keys], check=True, stderr=subprocess.DEVNULL)
    text = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    text = re.sub(r"^ *listen \[::\].*\n", "", text, flags=re.MULTILINE)
    for ours, tested in (
        ("listen 80;", f"listen 127.0.0.1:{http};"),
        ("listen 443 ", f"listen 127.0.0.1:{https} "),
        ("127.0.0.1:8000", f"127.0.0.1:{site}"),
        (f"/etc/letsencrypt/live/{HOST}", str(folder)),
        ("/var/log/nginx", str(folder)),
    ):
        assert ours in text
        text = text.replace(ours, tested)
    folders = "".join(
        f"{kind}_temp_path {folder}/{kind}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}} http {{ {folders}\n{text} }}"
    )
    return str(folder / "nginx.conf")


def _answer(port, *, certificate):
    """The front page once the site behind is up; until then nginx itself answers 502."""
    context = ssl.create_default_context(cafile=certificate)
    context.check_hostname = False  # this test reaches it by an address
    request = urllib.request.Request(f"https://127.0.0.1:{port}/", headers={"Host": HOST})
    deadline = time.monotonic() + 90
    while True:
        try:
            return urllib.request.urlopen(request, context=context, timeout=10)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def _ports(count):
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports
