#!/usr/bin/env python3
"""Attacks the cleared tables of a dataset from what its folder publishes: no suppressed figure may be narrowed to fewer values than the smallest cell.

usage: attack-tables.py <dataset folder>

Knows every figure of all tables in tables/ together, and the numbers of persons in quality/. Tables of the same register stand on the same persons and exclude one
another's states, so they are attacked as one. For each suppressed figure it tries value after value: is there a whole set of persons that agrees with every published
figure? Standard library only. Ends with 1 when one figure has too few values, or when published figures contradict each other.
"""
import csv
import json
import os
import sys

OUTCOMES = ("working-or-studying", "economic-assistance", "unemployment")
WITHHELD = "SUP"


def read(folder, path):
    file = os.path.join(folder, path)
    if not os.path.exists(file):
        return []
    with open(file, encoding="utf-8") as opened:
        return list(csv.DictReader(opened, delimiter=";"))


def number(cell):
    return None if cell == WITHHELD else int(cell)


class Panel:
    """What is published of one register on one occasion: rows by breakdown and category, each with persons, base and counts by state."""

    def __init__(self):
        self.rows = {}
        self.states = []

    def add(self, row):
        key = (row["breakdown"], row["category"])
        told = self.rows.setdefault(key, {"persons": int(row["persons"]), "base": number(row["base"])})
        if told["persons"] != int(row["persons"]) or told["base"] != number(row["base"]):
            raise SystemExit("tables contradict each other at %s" % (key,))
        for column in row:
            if column + "_percent" in row and column != "coverage":
                told[column] = number(row[column])
                if told[column] is None and row["not_" + column] != WITHHELD and told["base"] is not None:
                    told[column] = told["base"] - int(row["not_" + column])
                if column not in self.states:
                    self.states.append(column)

    def known(self, key, target=None, value=None):
        """Persons per state of a row: the states, none of them, outside the base; None where it is not told."""
        told = self.rows[key]
        outside = None if told["base"] is None else told["persons"] - told["base"]
        cells = [told[state] for state in self.states] + [outside]
        if target is not None:
            cells[target] = value
        rest = None if None in cells else told["persons"] - sum(cells)
        return cells[:-1] + [rest, cells[-1]]

    def possible(self, key, target, value):
        """Whether a row's cell can have that value; a total's must hold in every breakdown."""
        breakdowns = sorted({b for b, _ in self.rows if b != "TOTAL"})
        for breakdown in breakdowns if key[0] == "TOTAL" else [key[0]]:
            rows = [k for k in self.rows if k[0] == breakdown]
            cells = [self.known(k, target if k == key else None, value) for k in rows]
            total_key = ("TOTAL", "TOTAL")
            totals = self.known(total_key, target if key == total_key else None, value)
            if not filled([self.rows[k]["persons"] for k in rows], cells, totals):
                return False
        return True


def filled(persons, cells, totals):
    """Whether whole numbers fit: rows give what is not told of them to the open cells, columns take what their totals leave."""
    width = len(totals)
    if any(c is not None and c < 0 for row in cells + [totals] for c in row):
        return False
    left = [p - sum(c for c in row if c is not None) for p, row in zip(persons, cells)]
    want = [None if t is None else t - sum(row[s] or 0 for row in cells) for s, t in enumerate(totals)]
    if min(left) < 0 or any(w is not None and w < 0 for w in want):
        return False
    source, sink, first = 0, 1, 2 + len(cells)
    capacity = {}
    for r, row in enumerate(cells):
        capacity[source, 2 + r] = left[r]
        for s in range(width):
            if row[s] is None:
                capacity[2 + r, first + s] = left[r]
    for s in range(width):
        capacity[first + s, sink] = want[s] or 0
    exact = flow(capacity, source, sink)
    if exact != sum(w for w in want if w is not None):
        return False
    for s in range(width):
        if want[s] is None:
            capacity[first + s, sink] = sum(left)
    return exact + flow(capacity, source, sink) == sum(left)


def flow(capacity, source, sink):
    total = 0
    while True:
        before, queue = {source: source}, [source]
        for at in queue:
            for (a, b), c in list(capacity.items()):
                if a == at and c > 0 and b not in before:
                    before[b] = at
                    queue.append(b)
        if sink not in before:
            return total
        way, at = [], sink
        while at != source:
            way.append((before[at], at))
            at = before[at]
        most = min(capacity[edge] for edge in way)
        for a, b in way:
            capacity[a, b] -= most
            capacity[b, a] = capacity.get((b, a), 0) + most
        total += most


def values(panel, key, target, enough):
    count = 0
    for value in range(panel.rows[key]["persons"] + 1):
        count += panel.possible(key, target, value)
        if count >= enough:
            break
    return count


def main(folder):
    panels, least = {}, 5
    for name in OUTCOMES:
        for row in read(folder, "tables/%s.csv" % name):
            panels.setdefault((row["register"], row["months_after"]), Panel()).add(row)
        log = os.path.join(folder, "tables", name + ".protection.json")
        if os.path.exists(log):
            with open(log, encoding="utf-8") as opened:
                least = json.load(opened)["rules"]["minimumCell"]
    published = {int(r["sent_not_recalled"]) for r in read(folder, "quality/linkage-funnel.csv")}
    attacked = broken = figures = 0
    for name, panel in sorted(panels.items()):
        everybody = panel.rows[("TOTAL", "TOTAL")]["persons"]
        if any(everybody > sent for sent in published):
            raise SystemExit("more persons in the tables than were sent")
        for key, told in panel.rows.items():
            for target, column in enumerate(panel.states + ["base"]):
                figures += 1
                if told[column] is not None:
                    if 0 < told[column] < least:
                        print("SMALL %s %s %s is shown" % (name, key, column))
                        broken += 1
                    continue
                attacked += 1
                found = values(panel, key, target, least)
                if found < least:
                    print("BROKEN %s %s %s: %d values" % (name, key, column, found))
                    broken += 1
    for row in read(folder, "tables/cost-per-result.csv"):
        told = panels[("SCB_BAS", row["months_after"])].rows[("measure", row["measure"])]["working_or_studying"]
        if number(row["results"]) != told or (told is None and row["cost_per_result_ore"] != WITHHELD):
            print("BROKEN cost-per-result tells what another table withholds")
            broken += 1
    print("%d figures in %d panels, %d suppressed and attacked, %d broken" % (figures, len(panels), attacked, broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
