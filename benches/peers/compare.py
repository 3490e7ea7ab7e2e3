"""Compares processor time with HiGHS on the same calls, in one run.

    python3 -m venv target/peers && target/peers/bin/pip install numpy highspy
    target/peers/bin/python benches/peers/compare.py divisible:500 divisible:5000 whole:500

Of `fordela` it is that of the whole process: reading, checking, solving, verifying and writing. Of HiGHS it is that of being
given the program in memory and solving it, to a gap of a millionth where choices are whole. Rounds alternate between both;
medians are told, and the median of the ratios within a round.

A call is KIND:COUNT[:SEED], where KIND is divisible, fine (divisible, with many different scores) or whole.
"""

import argparse
import contextlib
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile

from calls import SCALE, Call


def cpu(who):
    """The seconds of processor time used so far."""
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


@contextlib.contextmanager
def silenced():
    """Prints nothing, whatever a library writes by itself."""
    sys.stdout.flush()
    kept, nothing = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nothing)


def fordela(program, folder, limit):
    """Seconds, and what was found."""
    answer = os.path.join(folder, "answer.json")
    command = [program, "allocate", os.path.join(folder, "call.toml"), "--format", "json", "--quiet", "--output", answer]
    before = cpu(resource.RUSAGE_CHILDREN)
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return limit, "did not end"
    seconds = cpu(resource.RUSAGE_CHILDREN) - before
    if done.returncode != 0:
        return seconds, f"status {done.returncode}: {done.stderr.strip().splitlines()[0] if done.stderr else ''}"
    with open(answer, encoding="utf-8") as file:
        found = json.load(file)
    os.remove(answer)
    value, bound = float(found["value"]), float(found["bound"])
    return seconds, f"{found['status']}, {value:.2f}, gap {max(0.0, bound / value - 1):.1e}"


def highs(call, limit):
    """Seconds, and what was found."""
    import highspy
    import numpy

    values, most, whole, least, highest, rows, numbers = call.model()
    before = cpu(resource.RUSAGE_SELF)
    with silenced():
        # It tells its version before it can be told not to.
        solver = highspy.Highs()
    solver.silent()
    for option, value in [("threads", 1), ("time_limit", float(limit)), ("mip_rel_gap", 1e-6)]:
        solver.setOptionValue(option, value)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(values), len(least)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_, program.col_lower_, program.col_upper_ = values, numpy.zeros(len(values)), most
    program.row_lower_, program.row_upper_ = least, highest
    program.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    program.a_matrix_.start_ = numpy.arange(0, len(rows) + 1, 3)
    program.a_matrix_.index_, program.a_matrix_.value_ = rows, numbers
    if whole:
        program.integrality_ = [highspy.HighsVarType.kInteger] * len(values)
    solver.passModel(program)
    solver.run()
    seconds = cpu(resource.RUSAGE_SELF) - before
    value = solver.getInfo().objective_function_value * SCALE
    return seconds, f"{solver.modelStatusToString(solver.getModelStatus())}, {value:.2f}"


def compare(name, program, rounds, limit):
    kind, count, *seed = name.split(":")
    call = Call("divisible" if kind == "fine" else kind, int(count), *map(int, seed), fine=kind == "fine")
    with tempfile.TemporaryDirectory() as folder:
        call.write(folder)
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(fordela(program, folder, limit))
            theirs.append(highs(call, limit))
    median = lambda found: statistics.median(seconds for seconds, _ in found)
    ratio = statistics.median(one / other for (one, _), (other, _) in zip(ours, theirs))
    print(f"{name}: {median(ours):.3f} s and {median(theirs):.3f} s, ratio {ratio:.2f}")
    print(f"    fordela {ours[-1][1]}\n    HiGHS   {theirs[-1][1]}", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Compares processor time with HiGHS on the same calls.")
    parser.add_argument("calls", nargs="+", metavar="KIND:COUNT[:SEED]")
    parser.add_argument("--fordela", default="target/release/fordela", help="the program (target/release/fordela)")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=600, help="seconds for a round")
    asked = parser.parse_args()
    if not os.path.exists(asked.fordela):
        sys.exit(f"{asked.fordela} is not there: build it by `cargo build --release`, or say where it is with --fordela")
    for name in asked.calls:
        compare(name, asked.fordela, asked.rounds, asked.limit)


if __name__ == "__main__":
    main()
