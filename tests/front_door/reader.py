"""A process of its own that asks its own front door, over and over: `python -m tests.front_door.reader FILE COUNT`.

FILE holds the number of the last edition that the editor knows to be published, and 1 once no more will come. It says
when it is ready, and at the end how often it asked, what came from memory, what was stale and which numbers it saw.
"""

import json
import mmap
import re
import struct
import sys
import time
from pathlib import Path

import django

NUMBERS = struct.Struct("qq")
PATHS = ("/briefings/quokka/", "/", "/briefings/quokka/history/")
NUMBER = re.compile(r"Headline (\d+) ")


def main(file: str, count: int) -> None:
    django.setup()
    from tests.front_door.asking import HOST, FrontDoor, WSGIHandler, environ_of, over_wsgi

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    told = {"asked": 0, "kept": 0, "stale": [], "seen": set()}
    door = FrontDoor(WSGIHandler())
    with Path(file).open("rb") as opened, mmap.mmap(opened.fileno(), NUMBERS.size, prot=mmap.PROT_READ) as shared:
        is_over = 0
        while not is_over or told["asked"] < count:
            published, is_over = NUMBERS.unpack(shared[:])
            path = PATHS[told["asked"] % len(PATHS)]
            told["asked"] += 1
            kept = door.answer("GET", HOST, "https", path, "", {})
            told["kept"] += bool(kept)
            body = kept[2] if kept else over_wsgi(door, environ_of(path)).body
            number = int(NUMBER.search(body.decode())[1])
            told["seen"].add(number)
            if number < published:
                told["stale"].append((path, number, published))
            time.sleep(0.0003)
    door.close()
    sys.stdout.write(json.dumps(told | {"seen": sorted(told["seen"])}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
