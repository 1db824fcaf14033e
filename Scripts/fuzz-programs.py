#!/usr/bin/env python3
"""Runs made-up programs and changed case files on the checked build: none may trap, hang or take the memory.

    Scripts/fuzz-programs.py [--cmd '.build-check/debug/wick run'] [--seconds 600] [--seed N] [--kinds soup,cases,words]
    Scripts/fuzz-programs.py --reduce FILE …    cuts programs that die down to a few lines

A death is a signal, a trap, a report of the address sanitizer or of the audit, a hang, or more memory than the limit;
exceptions are fine. Each program is written down before it runs. What died is left in .build-fuzz/findings as a program of a
few lines with the report beside it, one for each kind of death. Programs see nothing but their own folder (Wick's sandbox).
The seed is printed; the same seed makes the same programs.
"""

import argparse
import pathlib
import random
import shlex
import signal
import sys
import time

import casefile
from fuzzing.grammar import Soup
from fuzzing.mutation import Mutation
from fuzzing.reduction import Reduction
from fuzzing.runner import Runner
from fuzzing.surface import Surface

BATCH = 24  # programs in a process


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cmd", default=".build-check/debug/wick run")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--kinds", default="soup,cases,words")
    parser.add_argument("--findings", type=pathlib.Path, default=casefile.ROOT / ".build-fuzz" / "findings")
    parser.add_argument("--reduce", nargs="+", metavar="FILE")
    return parser.parse_args()


def words(chance, mutation):
    """Words of the case files in any order: mostly no program, but the parser's and the compiler's business."""
    made = [chance.choice([*"\n\n    ", " "]) + chance.choice(mutation.words) for _ in range(chance.randrange(2, 60))]
    return "".join(made)


def cut_down(runner, texts, kind, seconds):
    patience = 10 if kind.startswith("hangs") else None
    return Reduction(lambda programs: runner(programs, patience).kind == kind, seconds)(list(texts))


def keep(folder, name, texts, end):
    """Writes the programs and the report down; -> the path of the first"""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(texts):
        paths.append(folder / (name + (f"-{number}" if len(texts) > 1 else "") + ".py"))
        paths[-1].write_text(f"# {end.what}\n{text}", encoding="utf-8", errors="surrogatepass")
    paths[0].with_suffix(".log").write_text(end.log)
    return paths[0]


def main():
    options = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    command = shlex.split(options.cmd)
    command[0] = str(pathlib.Path(command[0]).resolve())
    folder = casefile.ROOT / ".build-fuzz" / "programs" / ("reduced" if options.reduce else str(options.seed))
    folder.mkdir(parents=True, exist_ok=True)
    runner = Runner(command, folder)
    if options.reduce:
        texts = [pathlib.Path(path).read_text(encoding="utf-8", errors="surrogatepass") for path in options.reduce]
        end = runner(texts)
        if end.what is None:
            sys.exit("nothing died")
        print("\n\n".join(cut_down(runner, texts, end.kind, 600) or texts))
        return 1
    chance = random.Random(options.seed)
    print(f"fuzz-programs: seed {options.seed}", flush=True)
    mutation = Mutation(chance)
    soup = Soup(chance, Surface(command))
    makers = {"soup": soup.program, "cases": mutation.program, "words": lambda: words(chance, mutation)}
    kinds = [kind for kind in options.kinds.split(",") for _ in range(1 if kind == "words" else 8)]
    begun, programs, deaths, kept = time.monotonic(), 0, 0, {}
    while time.monotonic() - begun < options.seconds:
        texts = [makers[chance.choice(kinds)]() for _ in range(BATCH)]
        while texts:
            end = runner(texts)
            programs += end.last + 1
            if end.what:
                deaths += 1
                if end.kind not in kept:
                    name = f"{options.seed}-{len(kept) + 1}"
                    kept[end.kind] = keep(options.findings, name, texts[: end.last + 1], end)
                    small = cut_down(runner, texts[: end.last + 1], end.kind, 120)
                    if small:
                        kept[end.kind] = keep(options.findings, name + "-small", small, end)
                    print(f"{kept[end.kind]}{'' if small else ' (not again)'}: {end.what}", flush=True)
            texts = texts[end.last + 1 :]
    minutes = (time.monotonic() - begun) / 60
    print(f"fuzz-programs: {programs} programs in {minutes:.1f} minutes, {deaths} deaths of {len(kept)} kinds")
    return 1 if kept else 0


if __name__ == "__main__":
    sys.exit(main())
