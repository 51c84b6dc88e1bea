"""`python -m tests.bench.desk.asking [BEGINNING …]`: asks the desk of this process's site, in turn, for its pages, or
those whose name begins so; prints by name the milliseconds of each round and the queries, as JSON.

The milliseconds are of a processor, as in `tests.bench.searching.asking`.
"""

import json
import os
import sys

import django

from tests.bench.searching.asking import clock

ROUNDS = 15
WARMING = 2


def main(*beginnings: str) -> None:
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, override_settings
    from django.utils import timezone

    from briefings.models import User
    from tests.bench.desk.pages import pages
    from tests.desk.logins.factors import showed_who

    cpu, clients, found = clock(), {}, {}
    asked = {name: page for name, page in pages(timezone.now()).items() if name.startswith(beginnings or "")}
    for who in {who for who, _path in asked.values()}:
        clients[who] = Client(HTTP_HOST=os.environ["ALLOWED_HOSTS"])
        clients[who].force_login(User.objects.get(username=who))
        showed_who(clients[who])

    def ask(name: str) -> int:
        who, path = asked[name]
        answer = clients[who].get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{name}, {path}: {answer.status_code}")
        return len(answer.content)

    with override_settings(ROOT_URLCONF="tests.bench.desk.stock"):
        for number in range(ROUNDS + WARMING):
            for name in asked:
                if number == 0:
                    with CaptureQueriesContext(connection) as queries:
                        size = ask(name)
                    found[name] = {"queries": len(queries), "bytes": size, "took": []}
                    continue
                begun = cpu()
                ask(name)
                took = (cpu() - begun) * 1000
                if number >= WARMING:
                    found[name]["took"].append(took)
    connection.close()
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
