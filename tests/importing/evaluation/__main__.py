"""`python -m tests.importing.evaluation [--mistakes] [LANGUAGE …]`: the score of each half, as a table."""

import sys

from tests.importing.evaluation.scoring import CATEGORIES, HALVES, score_of


def main(arguments: list[str]) -> None:
    languages = [argument for argument in arguments if not argument.startswith("-")]
    scores = {half: score_of(half, languages=languages) for half in HALVES}
    if "--mistakes" in arguments:  # of the half that may be read
        for draft, mistakes in scores["tuned"].mistakes.items():
            sys.stdout.write("".join(f"{draft}: {mistake}\n" for mistake in mistakes))
    sys.stdout.write(f"{'':14}" + "".join(f"{half:>8}" for half in HALVES) + "\n")
    for category in CATEGORIES:
        row = "".join(f"{scores[half].counts[category].score:8.3f}" for half in HALVES)
        sys.stdout.write(f"{category:14}{row}\n")
    sys.stdout.write(f"{'overall':14}" + "".join(f"{scores[half].overall:8.3f}" for half in HALVES) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
