#!/usr/bin/env python3
"""Recomputes two figures of the demo from what its stand-ins wrote, without SQL and without anything of the hub's.

usage: recompute-figures.py <demo's --data folder> <folder of example keys>

Reads the case system's exports (<data>/case-system/export), and the packages as they lie on SCB's server (<data>/scb/in, <data>/scb/out), opened by gpg with the example
keys. Compares the share working or studying three months after the measure's end, and the cost per result, with the dataset's cleared tables. Ends with 1 when they differ.
Standard library only. Prints counts, never a row.
"""
import csv
import glob
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from datetime import datetime

MONTHS_AFTER = 3
MEASURE = "STOCKHOLMSJOBB"


def opened(path, home):
    """Files of a sealed package, by name."""
    plain = subprocess.run(
        ["gpg", "-q", "--homedir", home, "--batch", "--trust-model", "always", "--decrypt", path],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    with zipfile.ZipFile(io.BytesIO(plain)) as package:
        return {name: package.read(name) for name in package.namelist()}


def rows(content):
    """Header and rows of a delivery's table or an export."""
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    while lines and not lines[-1]:
        lines.pop()
    return lines[0], lines[1:]


def month(text):
    return int(text[:4]) * 12 + int(text[5:7]) - 1


class Case:
    """The made-up city and its partner, as files."""

    def __init__(self, data, keys):
        self.export = os.path.join(data, "case-system", "export")
        self.scb = os.path.join(data, "scb")
        self.home = tempfile.mkdtemp()
        os.chmod(self.home, 0o700)
        for name in ("scb.secret.asc", "amf.secret.asc"):
            subprocess.run(["gpg", "-q", "--homedir", self.home, "--batch", "--import", os.path.join(keys, "openpgp", name)],
                           check=True, stderr=subprocess.DEVNULL)

    def packages(self, folder, kind):
        return sorted(glob.glob(os.path.join(self.scb, folder, "*_%s_*.zip.pgp" % kind)))

    def exported(self, kind):
        """Rows of all extracts of a type that are whole, in the order of their extraction; each with its extract's time and its line."""
        found = []
        for path in glob.glob(os.path.join(self.export, kind + "_*.csv")):
            with open(path + ".klar", encoding="utf-8") as told, open(path, "rb") as file:
                manifest, content = json.load(told), file.read()
            if hashlib.sha256(content).hexdigest() == manifest["sha256"]:
                found.append((manifest["uttagstid"], path, content))
        for taken, _, content in sorted(found, key=lambda f: (datetime.fromisoformat(f[0]), f[1])):
            header, lines = rows(content)
            for number, line in enumerate(lines):
                if len(line) == len(header):
                    yield taken, number, dict(zip(header, line))


def population(case):
    package = opened(case.packages("in", "bestallning")[-1], case.home)
    header, lines = rows(package["population.csv"])
    people = {}
    for line in lines:
        row = dict(zip(header, line))
        if row["grupp"] == "DELTAGARE":
            people[int(row["lopnr"])] = row
    for path in case.packages("in", "aterkallelse"):
        for line in rows(opened(path, case.home)["lopnr.csv"])[1]:
            people.pop(int(line[0]), None)
    return json.loads(package["manifest.json"]), people


def accepted(case):
    """Deliveries that the hub said yes to, in sequence."""
    yes = set()
    for path in case.packages("in", "kvittens"):
        receipt = json.loads(opened(path, case.home)["manifest.json"])
        if receipt["status"] == "GODKAND":
            yes.add(receipt["avser"])
    return [path for path in case.packages("out", "leverans") if os.path.basename(path) in yes]


VALID = {"syssstat": r"[1-6]", "kommunalinsats": r"[JN]", "subv": r"[JN]", "antalarbetsgivare": r"\d{1,9}", "sni2": r"\d\d"}


def linked(table, content, order, people):
    """Rows of a table that count, by person and month; and the persons and months of which a row was set aside."""
    header, lines = rows(content)
    names = [name.lower() for name in header]
    good, aside = {}, set()
    for line in lines:
        row = dict(zip(names, line))
        if len(line) != len(names) or not row["lopnr"].isdigit():
            continue
        person = int(row["lopnr"])
        if person not in people or not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", row["period"]):
            continue
        when = row["period"]
        if not max(order["fran"], table["period"]["fran"]) <= when <= min(order["till"], table["period"]["till"]):
            continue
        reused = row.get("aterpnr", row.get("återpnr", ""))
        fits = all(row[name] in ("", ".") or re.fullmatch(VALID[name], row[name]) for name in VALID if name in row)
        if reused == "1" or not fits:
            aside.add((person, when))
        else:
            good.setdefault((person, when), []).append(row)
    chosen = {}
    for key, many in good.items():
        latest = [row for row in many if row.get("senpnr") == "1"]
        said = [tuple(row[name] for name in sorted(VALID) if name in row) for row in many]
        if len(many) == 1:
            chosen[key] = many[0]
        elif len(latest) == 1:
            chosen[key] = latest[0]
        elif len(set(said)) == 1:
            chosen[key] = many[0]
        else:
            aside.add(key)
    return chosen, aside


def gone(case, people):
    """The month in which follow-up ended, by running number."""
    renamed = {}
    for _, _, row in case.exported("nummerbyte"):
        renamed[row["gammalt_nummer"].replace("-", "")] = row["nytt_nummer"].replace("-", "")
    last = {}
    for _, _, row in case.exported("avregistrering"):
        if row["borttagen"] != "J" and row["orsak"] in ("AV", "UV", "OB"):
            number = row["personnummer"].replace("-", "")
            while number in renamed:
                number = renamed[number]
            last[number] = month(row["datum"])
    return {person: last[row["personnummer"]] for person, row in people.items() if row["personnummer"] in last}


def share(case):
    manifest, people = population(case)
    order = manifest["period"]
    covered, ended = {}, gone(case, people)
    for path in accepted(case):
        package = opened(path, case.home)
        for table in json.loads(package["manifest.json"])["tabeller"]:
            if table.get("register") != "BAS":
                continue
            chosen, aside = linked(table, package[table["namn"]], order, people)
            there = {person for person, _ in chosen}
            for when in range(month(table["period"]["fran"]), month(table["period"]["till"]) + 1):
                covered[when] = (chosen, aside, there)
    base = working = 0
    for person, row in people.items():
        if not row["slutdatum"]:
            continue
        when = month(row["slutdatum"]) + MONTHS_AFTER
        if when not in covered:
            continue
        chosen, aside, there = covered[when]
        key = (person, "%04d-%02d" % (when // 12, when % 12 + 1))
        said = chosen.get(key)
        if said is None:
            dead = person in ended and when > ended[person]
            base += 0 if dead or key in aside or person not in there else 1
            continue
        base += 1
        works = said["syssstat"] == "1" and said.get("kommunalinsats") != "J"
        working += 1 if works or said["syssstat"] == "3" else 0
    return len(people), base, working


def ore(text):
    bare = re.sub("[ \u00a0\u202f]", "", text)
    sign = -1 if bare.startswith("-") else 1
    kronor, _, decimals = bare.lstrip("-").partition(",")
    return sign * (int(kronor) * 100 + int((decimals + "00")[:2]))


def costs(case, first, last):
    """What is booked on the measure in quarters wholly within those days, in ore."""
    latest = {}
    for taken, number, row in case.exported("kostnad"):
        if not re.fullmatch("-?(\\d{1,3}([ \u00a0\u202f]\\d{3})+|\\d+)(,\\d{1,2})?", row["belopp"]) or row["period_slut"] < row["period_start"]:
            continue
        version = (datetime.fromisoformat(row["andrad"]), datetime.fromisoformat(taken), number)
        if row["kostnad_id"] not in latest or version > latest[row["kostnad_id"]][0]:
            latest[row["kostnad_id"]] = (version, row)
    return sum(ore(row["belopp"]) for _, row in latest.values()
               if row["borttagen"] != "J" and row["insatstyp"] == MEASURE and row["period_start"] >= first and row["period_slut"] <= last)


def table(dataset, name):
    with open(os.path.join(dataset, "tables", name + ".csv"), encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter=";"))


def main(data, keys):
    case = Case(data, keys)
    dataset = sorted(glob.glob(os.path.join(data, "datasets", "SCB-*_v*_*")))[-1]
    persons, base, working = share(case)
    said = next(r for r in table(dataset, "working-or-studying") if r["breakdown"] == "TOTAL" and r["months_after"] == "3")
    cost = next(r for r in table(dataset, "cost-per-result") if r["measure"] == MEASURE and r["months_after"] == "3")
    booked = costs(case, cost["cost_from"], cost["cost_to"])
    mine = {
        "persons": str(persons), "base": str(base), "working_or_studying": str(working),
        "working_or_studying_percent": ("%d,%d" % divmod((2000 * working + base) // (2 * base), 10)),
        "cost_ore": str(booked), "cost_per_result_ore": str((2 * booked + working) // (2 * working))}
    differ = 0
    for name, value in mine.items():
        theirs = said.get(name, cost.get(name))
        same = theirs == value
        differ += 0 if same else 1
        print("%s %s: recomputed %s, the dataset says %s" % ("ok  " if same else "DIFF", name, value, theirs))
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
