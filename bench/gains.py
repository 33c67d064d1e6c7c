"""What the labelled cables of tests/labelled say of this state of the program, and what changed.

    .venv/bin/python bench/gains.py [-v]                # the figures; -v: and everything that is wrong
    .venv/bin/python bench/gains.py --against HEAD^     # what was gained and lost since a commit, as Markdown
    .venv/bin/python bench/gains.py --write STATE.json  # keep this state
    .venv/bin/python bench/gains.py --base STATE.json   # compare with a kept one
    .venv/bin/python bench/gains.py --pin [--lower]     # write the floors that the gate holds to

``--against`` checks the commit out aside and lets its own copy of this script judge its own code by the
labels of this one, so that a changed label is no gain. Where the commit cannot be measured, the figures of
this state are printed alone. A floor that would fall is only pinned with ``--lower``.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]  # the checkout that this script belongs to, installed or not

from support.labelled import (  # noqa: E402 - behind the path
    FIGURES,
    LABELLED,
    State,
    dump_state,
    judge_all,
    load_state,
    state_of,
)

FLOORS = LABELLED / "floors.json"


class NoBaseError(Exception):
    """The other state cannot be measured; the message says why, on one line."""


def comparison(now: State, base: State) -> str:
    """Figures side by side, then each single gain and loss, as Markdown."""
    lost = sorted(set(now.wrong) - set(base.wrong))
    gained = sorted(set(base.wrong) - set(now.wrong))
    return "\n".join(
        [
            f"### Labelled cables: {len(gained)} gained, {len(lost)} lost",
            "",
            "| figure | before | now | |",
            "|---|---:|---:|---:|",
            *(_row(figure, base.percents.get(figure), now.percents.get(figure)) for figure in FIGURES),
            *_listed("Lost", lost),
            *_listed("Gained", gained),
            "",
        ]
    )


def _row(figure: str, before: float | None, now: float | None) -> str:
    change = "" if before is None or now is None or before == now else f"{now - before:+.2f}"
    return f"| {figure} | {_percent(before)} | {_percent(now)} | {change} |"


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def _listed(title: str, verdicts: list[tuple[str, str, str]]) -> list[str]:
    if not verdicts:
        return []
    return ["", f"**{title}**", "", *(f"- {cable}, {figure}: `{asked}`" for figure, cable, asked in verdicts)]


def state_at(commit: str) -> State:
    """What another commit makes of this one's labels.

    Raises:
        NoBaseError: There is no such commit, or it has no such script, or its script fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        checkout, kept = Path(folder, "checkout"), Path(folder, "state.json")
        _run(["git", "worktree", "add", "--detach", "--quiet", str(checkout), commit], ROOT)
        try:
            script = checkout / "bench" / "gains.py"
            if not script.exists():
                message = f"{commit} has no bench/gains.py"
                raise NoBaseError(message)
            _run([sys.executable, str(script), "--labelled", str(LABELLED), "--write", str(kept)], checkout)
            return load_state(kept.read_text(encoding="utf-8"))
        finally:
            _run(["git", "worktree", "remove", "--force", str(checkout)], ROOT)


def _run(command: list[str], folder: Path) -> None:
    here = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=here)  # noqa: S603 - git, or our own script
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["no message"]
        raise NoBaseError(said[-1])


def pin(now: State, *, lower: bool) -> int:
    """Write the floors; 1 where one would fall and may not."""
    pinned = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {"floors": {}}
    fallen = {
        figure: floor for figure, floor in pinned["floors"].items() if now.percents.get(figure, 0.0) < floor
    }
    for figure, floor in fallen.items():
        print(f"{figure}: {now.percents.get(figure, 0.0):.2f} is below {floor:.2f}")
    if fallen and not lower:
        print("not pinned; --lower pins it all the same")
        return 1
    content = {"labels": digest(), "floors": now.percents}
    FLOORS.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    return 0


def digest() -> str:
    """Which labels the floors were measured on."""
    return hashlib.sha256((LABELLED / "labels.jsonl").read_bytes()).hexdigest()


def main() -> int:
    """IndexedRun from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is wrong")
    parser.add_argument("--against", metavar="COMMIT")
    parser.add_argument("--base", metavar="STATE", type=Path)
    parser.add_argument("--write", metavar="STATE", type=Path)
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--lower", action="store_true", help="with --pin: floors may fall")
    parser.add_argument("--labelled", metavar="FOLDER", type=Path, default=LABELLED, help="other labels")
    options = parser.parse_args()
    now = state_of(judge_all(options.labelled))
    if options.pin:
        return pin(now, lower=options.lower)
    if options.write:
        options.write.write_text(dump_state(now), encoding="utf-8")
        return 0
    if options.base or options.against:
        return compare(now, options.base, options.against)
    for figure, percent in now.percents.items():
        print(f"{figure:24s} {percent:6.2f}%")
    for figure, cable, asked in now.wrong if options.verbose else ():
        print(f"    {cable} {figure}: {asked}")
    return 0


def compare(now: State, kept: Path | None, commit: str) -> int:
    """Print the comparison. Where the other state cannot be measured, say so and print the figures alone."""
    try:
        base = load_state(kept.read_text(encoding="utf-8")) if kept else state_at(commit)
    except NoBaseError as error:
        print(f"Nothing to compare with: {error}\n")
        base = State(percents={}, wrong=now.wrong)
    print(comparison(now, base))
    return 0


if __name__ == "__main__":
    sys.exit(main())
