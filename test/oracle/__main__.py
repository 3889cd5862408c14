"""Compares pva with the rules of docs/formulas.md on random plans: python3 test/oracle --cases 1000 --seed 1"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any, Iterator, NamedTuple

from exact import in_json
from generate import case
from periods import Span, parse
from plans import files
from report import Options, report

ROOT = Path(__file__).resolve().parents[2]
BATCH = 250
PERCENTAGES = {'achievement', 'pace', 'shortfallShare', 'relative', 'interval', 'used', 'progress'}
PERIODS = [None, None, parse('2018-06'), parse('2018-Q3'), parse('2018-H2'), parse('2018-08/2018-09')]
AS_OF = [None, None, None, date(2018, 5, 15), date(2018, 6, 30), date(2018, 9, 30), date(2018, 12, 31), date(2019, 3, 31)]


class Difference(NamedTuple):
    number: int
    figure: str
    pva: Any
    oracle: Any


class Batch(NamedTuple):
    seed: int
    numbers: range
    folder: Path


def main() -> int:
    parser = argparse.ArgumentParser(prog='npm run oracle --', description=__doc__)
    parser.add_argument('--cases', type=int, default=5000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--only', type=int, help='the number of a single case')
    asked = parser.parse_args()
    numbers = range(asked.only, asked.only + 1) if asked.only is not None else range(asked.cases)
    started = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix='pva-oracle-'))
    batches = [Batch(asked.seed, numbers[i : i + BATCH], folder) for i in range(0, len(numbers), BATCH)]
    figures, differences = 0, []
    with ProcessPoolExecutor(max(1, min(os.cpu_count() or 1, len(batches)))) as pool:
        for compared, found in pool.map(run, batches):
            figures += compared
            differences += found
    seconds = time.monotonic() - started
    counts = Counter(map(kind_of, differences))
    for difference in smallest(differences, folder):
        print(told(difference, asked.seed, folder, counts[kind_of(difference)]))
    print(f'oracle: {len(numbers)} cases, {figures} figures compared, {len(differences)} differences, seed {asked.seed}, {seconds:.1f} s')
    if not differences:
        remove(folder)
    return 1 if differences else 0


def options_of(seed: int, first: int) -> Options:
    """What a run of pva is asked: the same for all cases of it, and for a case alone."""
    random = Random(f'{seed}/options/{first // BATCH}')
    as_of, original = random.choice(AS_OF), random.random() < 0.15
    command, period = random.choice(['report', 'report', 'report', 'poverty']), random.choice(PERIODS)
    return Options(None if period else as_of, original, command, period)


def run(batch: Batch) -> tuple[int, list[Difference]]:
    options = options_of(batch.seed, batch.numbers[0])
    cases = {number: case(batch.seed, number) for number in batch.numbers}
    paths = {number: batch.folder / f'{number:06}.yaml' for number in cases}
    for number, made in cases.items():
        paths[number].write_text(files(made))
    folder = batch.folder / f'run-{batch.numbers[0]:06}'
    folder.mkdir()
    for number in cases:
        (folder / paths[number].name).hardlink_to(paths[number])
    found = pva(options, folder)
    plans = {plan['id']: plan for plan in found['plans']}
    figures, differences = 0, []
    errors = {p['file']: p for p in found['problems'] if p['severity'] == 'error'}
    for number, made in cases.items():
        error = next((p for file, p in errors.items() if file and file.endswith(paths[number].name)), None)
        if error:
            differences.append(Difference(number, 'no error', f'{error["line"]}: {error["message"]}', None))
            continue
        for plan in made.plans:
            if options.period and not plan.period.holds(options.period):
                continue
            expected = report(plan, made.results[plan.id], options)
            if options.command == 'poverty' and not expected['indicators']:
                continue
            for figure, theirs, ours in compare(plan.id, plans.get(plan.id), expected):
                figures += 1
                if theirs != ours:
                    differences.append(Difference(number, figure, theirs, ours))
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    return figures, differences


def pva(options: Options, folder: Path) -> Any:
    command = ['node', 'bin/pva.js', options.command, '--format', 'json', *arguments(options), str(folder)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if not ran.stdout:
        raise SystemExit(f'pva ended with {ran.returncode}: {ran.stderr}')
    return json.loads(ran.stdout, parse_float=Fraction, parse_int=Fraction)


def arguments(options: Options) -> list[str]:
    return [
        *(['--as-of', str(options.as_of)] if options.as_of else []),
        *(['--period', str(options.period)] if options.period else []),
        *(['--target', 'original'] if options.original else []),
    ]


def compare(path: str, theirs: Any, ours: Any, percentage: bool = False) -> Iterator[tuple[str, Any, Any]]:
    """Every figure that the oracle states, as pva has it and as it has to be."""
    if hasattr(ours, '_asdict') and not isinstance(ours, Span):
        ours = {camel(key): value for key, value in ours._asdict().items()}
    if path.endswith(('.indicators', '.series')) and isinstance(theirs, list):
        theirs, ours = by_line(theirs), by_line(ours)
        yield f'{path}.lines', sorted(theirs), sorted(ours)
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key, value in ours.items():
            yield from compare(f'{path}.{key}', theirs.get(key, 'no such key'), value, percentage or key in PERCENTAGES)
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for i, (their, our) in enumerate(zip(theirs, ours)):
            yield from compare(f'{path}[{i}]', their, our, percentage)
    elif isinstance(ours, Span):
        yield path, parse(theirs) if isinstance(theirs, str) else theirs, ours
    elif isinstance(ours, (Fraction, int)) and not isinstance(ours, bool):
        yield path, theirs, in_json(Fraction(ours), percentage)
    else:
        yield path, theirs, str(ours) if isinstance(ours, date) else ours


def by_line(lines: list[Any]) -> dict[str, Any]:
    return {f'{line["id"]}@{line["area"] or "whole"}': line for line in lines}


def camel(key: str) -> str:
    head, *rest = key.split('_')
    return head + ''.join(part.capitalize() for part in rest)


def smallest(differences: list[Difference], folder: Path) -> list[Difference]:
    """Of each kind of figure the one in the smallest file."""
    kinds: dict[str, Difference] = {}
    for difference in sorted(differences, key=lambda d: (folder / f'{d.number:06}.yaml').stat().st_size):
        kinds.setdefault(kind_of(difference), difference)
    return list(kinds.values())


def kind_of(difference: Difference) -> str:
    return re.sub(r'\[\d+\]', '[]', re.sub(r'^p\d+\.(indicators\.i\d+@\w+)?', '', difference.figure))


def told(difference: Difference, seed: int, folder: Path, times: int) -> str:
    number, figure, theirs, ours = difference
    options = options_of(seed, number)
    path = folder / f'{number:06}.yaml'
    return (
        f'{figure}: pva {plain(theirs)}, oracle {plain(ours)} ({times} like it)\n'
        f'  pva {" ".join([options.command, *arguments(options), str(path)])}\n'
        f'  npm run oracle -- --seed {seed} --only {number}'
    )


def plain(value: Any) -> str:
    return f'{value} = {float(value)}' if isinstance(value, Fraction) and value.denominator > 1 else str(value)


def remove(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()


if __name__ == '__main__':
    sys.exit(main())
