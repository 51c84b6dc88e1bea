"""What the door keeps, beside the same bytes without a door: on the same interface, by Django, and from a file."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import repeat
from statistics import median

from tests.bench.serving import nginx
from tests.bench.serving.applications import ANSWERS, Answer
from tests.bench.serving.load import COMPRESSED, HEAD_END, Answers, ask, ask_once, etag_of, request
from tests.bench.serving.progress import say
from tests.bench.serving.servers import Server, running
from tests.bench.serving.sites import FOLDER, Site

REQUESTS = 1_500
FEW = 100
ROUNDS = 7
PAGES = ("briefing", "home", "feed", "304")
OFF = {"FRONT_DOOR_BYTES": "0"}
FACTORY = {"GRANIAN_FACTORY": "true"}
CONSTANT = "constant bytes"
BARE_VIEW = "bare Django view"
APPLICATIONS = {
    CONSTANT: "tests.bench.serving.applications:constant",
    "constant bytes behind the bridge": "tests.bench.serving.applications:constant_behind_bridge",
    BARE_VIEW: "tests.bench.serving.applications:bare_view",
}
DOOR = "door"
DOOR_OFF = "door off"
BY_DJANGO = (DOOR_OFF, BARE_VIEW)
"""Those of which few requests are enough."""


@dataclass(frozen=True)
class Variant:
    """A server, and what it is asked for each page."""

    server: Server
    requests: dict[str, bytes]

    def round(self, page: str, count: int) -> Answers:
        return ask(self.server, repeat(self.requests[page], count)).all_with("304" if page == "304" else "200")


Figures = dict[str, dict[str, list[Answers]]]
"""Rounds by page and variant."""


def measured(sites: list[Site]) -> Figures:
    with variants(sites) as running_variants:
        figures: Figures = {page: {name: [] for name in running_variants} for page in PAGES}
        for number in range(ROUNDS + 1):
            say(f"what is kept: round {number} of {ROUNDS}")
            for page in PAGES:
                for name, variant in running_variants.items():
                    if page not in variant.requests:
                        continue
                    answers = variant.round(page, FEW if name in BY_DJANGO or not number else REQUESTS)
                    if number:  # the first warms up
                        figures[page][name].append(answers)
    return figures


def ratio(rounds: dict[str, list[Answers]], name: str, *, to: str) -> float:
    """How many times the CPU of another, by rounds: what a round befell, befell both."""
    return median(one.cpu_each / other.cpu_each for one, other in zip(rounds[name], rounds[to], strict=True))


def _requests(server: Server, site: Site) -> dict[str, bytes]:
    """Those of a browser that comes first, and of one that comes again."""
    paths = {page: site.sample[page][0] for page in PAGES if page != "304"}
    requests = {page: request(path, **COMPRESSED) for page, path in paths.items()}
    etag = etag_of(ask_once(server, requests["briefing"]))
    return requests | {"304": request(paths["briefing"], **COMPRESSED, If_None_Match=etag)}


@contextmanager
def variants(sites: list[Site]) -> Iterator[dict[str, Variant]]:
    """The last site is the one whose bytes the others have."""
    with ExitStack() as stack:
        found = {}
        for site in sites:
            server = stack.enter_context(running(site))
            found[f"{DOOR}, {site.size:,}"] = Variant(server, _requests(server, site))
        answers = {
            page: _parsed(ask_once(server, line)) for page, line in found[f"{DOOR}, {site.size:,}"].requests.items()
        }
        file = FOLDER / "answers"
        file.write_text(repr({f"/{page}/": answer for page, answer in answers.items()}))
        again = {"If_None_Match": dict(answers["304"][1])["etag"]}
        paths = {page: request(f"/{page}/", **COMPRESSED, **(again if page == "304" else {})) for page in PAGES}
        off = stack.enter_context(running(site, environment=OFF))
        found[DOOR_OFF] = Variant(off, _requests(off, site))
        for name, application in APPLICATIONS.items():
            environment = FACTORY | {ANSWERS: str(file)}
            server = stack.enter_context(running(site, application=application, environment=environment))
            found[name] = Variant(server, paths)
        files = {f"/{page}": answers[page] for page in PAGES if page != "304"}
        if server := stack.enter_context(nginx.serving(files, folder=FOLDER / "nginx")):
            requests = {path.strip("/"): request(path, **COMPRESSED) for path in files}
            again = {"If_None_Match": etag_of(ask_once(server, requests["briefing"]))}
            found["nginx, a file"] = Variant(server, requests | {"304": request("/briefing", **COMPRESSED, **again)})
        yield found


def _parsed(answer: bytes) -> Answer:
    """Without what the server adds by itself."""
    head, _, body = answer.partition(HEAD_END)
    status, *lines = head.decode().split("\r\n")
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    return int(status.split()[1]), [pair for pair in headers if pair[0] not in ("date", "server")], body
