"""Calls of any size, and the same programs in floats for solvers.

A call has as many applicants as the square root of its activities, each with a cap and a floor in per cent of what it asks
for, ten areas with a floor each, and one fund. Asks are whole thousands and the unit is a hundred, so that every limit is a
whole number of units: the program that a solver gets is the one that the call stands for. Applicants and areas differ in how
highly they score, so that caps and floors bind. The same seed gives the same call.
"""

import math
import os
import random
from fractions import Fraction

import numpy

CRITERIA = [("uplift", 3), ("youth", 3), ("together", 2)]
WEIGHTS = sum(weight for _, weight in CRITERIA)
BEST = 3
AREAS = 10
UNIT = 100
# Solvers are given thousands of kronor.
SCALE = 1000
# Cap, floor and floor of areas, in per cent of what is asked for.
LIMITS = {"divisible": (60, 10, 30), "whole": (80, 10, 10)}
BUDGET = Fraction(45, 100)


class Call:
    """A call of activities that can be divided (`divisible`) or not (`whole`), with few scores or (`fine`) many."""

    def __init__(self, kind, count, seed=1, fine=False):
        draw = random.Random(f"{seed}/{count}/{kind}")
        self.kind = kind
        self.applicants = max(2, round(math.sqrt(count)))
        high = [draw.uniform(-0.5, 0.5) for _ in range(self.applicants)]
        areas = [draw.uniform(-0.4, 0.4) for _ in range(AREAS)]
        self.activities = []
        for number in range(count):
            applicant = number if number < self.applicants else draw.randrange(self.applicants)
            area = draw.randrange(AREAS)
            ask = max(10_000, int(draw.lognormvariate(12.6, 1.0 if kind == "divisible" else 0.7)) // 1000 * 1000)
            scores = []
            for _ in CRITERIA:
                score = min(0.999, max(0.0, (draw.random() + high[applicant] + areas[area] + 0.4) / 1.8))
                scores.append(f"{score * BEST:.2f}" if fine else str(int(score * (BEST + 1))))
            self.activities.append((applicant, area, ask, scores))
        self.budget = int(sum(ask for _, _, ask, _ in self.activities) * BUDGET) // 1000 * 1000

    def write(self, folder):
        """Writes the call as people would."""
        os.makedirs(folder, exist_ok=True)
        cap, floor, area = LIMITS[self.kind]
        lines = [f'title = "{len(self.activities)} activities"', 'currency = "SEK"', f"unit = {UNIT}"]
        lines += ['activities = "activities.csv"', f'[[fund]]\nid = "fund"\namount = {self.budget}']
        lines += [f'[[criterion]]\nid = "{name}"\nweight = {weight}\nmax = {BEST}' for name, weight in CRITERIA]
        lines += [f'[[applicant]]\nid = "n{number}"' for number in range(self.applicants)]
        lines += [f'[[rule]]\nid = "cap"\neach = "applicant"\nat_most = "{cap} % of asked"']
        lines += [f'[[rule]]\nid = "floor"\neach = "applicant"\nat_least = "{floor} % of asked"']
        lines += [f'[[rule]]\nid = "areas"\neach = "area"\nat_least = "{area} % of asked"']
        with open(os.path.join(folder, "call.toml"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        funding = "whole" if self.kind == "whole" else "partial"
        with open(os.path.join(folder, "activities.csv"), "w", encoding="utf-8") as file:
            file.write("id,applicant,title,ask,funding,areas," + ",".join(f"score.{name}" for name, _ in CRITERIA) + "\n")
            for number, (applicant, area, ask, scores) in enumerate(self.activities):
                file.write(f"a{number},n{applicant},Activity {number},{ask},{funding},o{area},{','.join(scores)}\n")

    def model(self):
        """The columns (value, most, whole or not) and rows (least, most, and the place of every number) of the program."""
        whole = self.kind == "whole"
        asks = numpy.array([ask for _, _, ask, _ in self.activities]) / SCALE
        priorities = [self._priority(scores) for *_, scores in self.activities]
        values = numpy.array(priorities) * (asks if whole else 1.0)
        most = numpy.ones(len(asks)) if whole else asks
        asked = [[0] * self.applicants, [0] * AREAS]
        for applicant, area, ask, _ in self.activities:
            asked[0][applicant] += ask
            asked[1][area] += ask
        down = lambda part, sum: part * sum // (100 * UNIT) * UNIT / SCALE
        up = lambda part, sum: -(-part * sum // (100 * UNIT)) * UNIT / SCALE
        cap, floor, area = LIMITS[self.kind]
        least = [-numpy.inf] + [up(floor, sum) for sum in asked[0]] + [up(area, sum) for sum in asked[1]]
        highest = [self.budget / SCALE] + [down(cap, sum) for sum in asked[0]] + [numpy.inf] * AREAS
        rows = [(0, 1 + applicant, 1 + self.applicants + area) for applicant, area, *_ in self.activities]
        numbers = numpy.repeat(asks if whole else numpy.ones(len(asks)), 3)
        return values, most, whole, numpy.array(least), numpy.array(highest), numpy.array(rows).ravel(), numbers

    @staticmethod
    def _priority(scores):
        parts = (Fraction(weight) * Fraction(score) / BEST for (_, weight), score in zip(CRITERIA, scores))
        return float(sum(parts) / WEIGHTS)
