"""What a part of a Word document is related to: other parts by kind or id, addresses of links. Nothing is fetched."""

from collections import defaultdict

from briefings.importing.formats.package import Package, walk


class Relations:
    def __init__(self, package: Package, part: str) -> None:
        self._folder, _, file = part.rpartition("/")
        self._by_kind: defaultdict[str, list[str]] = defaultdict(list)
        self._by_id: dict[str, str] = {}
        self.addresses: dict[str, str] = {}
        xml = package.read(f"{self._folder}/_rels/{file}.rels".lstrip("/"))
        if xml:
            walk(xml, self._start)

    def parts(self, kind: str) -> list[str]:
        return self._by_kind[kind]

    def part(self, relation_id: str) -> str:
        """The part that an element names, or an empty text."""
        return self._by_id.get(relation_id, "")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name != "Relationship":
            return
        target, relation_id = attributes.get("Target", ""), attributes.get("Id", "")
        if attributes.get("TargetMode") == "External":
            self.addresses[relation_id] = target
            return
        part = _resolved(target if target.startswith("/") else f"{self._folder}/{target}")
        self._by_id[relation_id] = part
        self._by_kind[attributes.get("Type", "").rpartition("/")[2]].append(part)


def _resolved(path: str) -> str:
    """The path from the root of the package, without “..” in it."""
    steps: list[str] = []
    for step in path.split("/"):
        if step == ".." and steps:
            steps.pop()
        elif step not in {"", ".", ".."}:
            steps.append(step)
    return "/".join(steps)
