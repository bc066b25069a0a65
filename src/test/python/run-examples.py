#!/usr/bin/env python3
"""Runs the examples of docs/statistician in a dataset's folder: each must give the two figures that the cleared table has for all participants at three months.

usage: run-examples.py <dataset folder> <DuckDB's jar>

R and pandas are Debian's (r-base-core, python3-pandas); an example whose program is not installed is told and left out. Ends with 1 when a figure differs.
"""
import csv
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DOCS = os.path.join(HERE, "..", "..", "..", "docs", "statistician")


def examples(page):
    """By language."""
    with open(os.path.join(DOCS, page), encoding="utf-8") as file:
        return dict(re.findall(r"```(\w+)\n(.*?)```", file.read(), re.S))


def run(folder, command, text):
    return subprocess.run(command, cwd=folder, input=text.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()


def pspp(folder, example):
    syntax = re.sub(r" > outcomes\.sps\s*$", "", example["sh"])
    told = run(folder, ["pspp", "-O", "format=csv", "-"], run(folder, ["sh"], syntax) + example["spss"])
    rows = [line.split(",") for line in told.splitlines()]
    ones = next(r[2] for r in rows if len(r) > 2 and "1.00" in r[:2])
    total = next(r[2] for r in rows if len(r) > 2 and r[0] == "Total")
    return total + " " + ones


def installed(command):
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def main(folder, jar):
    with open(os.path.join(folder, "tables", "working-or-studying.csv"), encoding="utf-8") as file:
        row = next(r for r in csv.DictReader(file, delimiter=";") if (r["months_after"], r["breakdown"]) == ("3", "TOTAL"))
    wanted = row["base"] + " " + row["working_or_studying"]
    example = examples("oppna.md")
    if example != examples("open.en.md"):
        print("the Swedish and the English page have different examples")
        return 1
    given = {"DuckDB": run(folder, ["java", "-cp", jar, os.path.join(HERE, "DuckQuery.java")], example["sql"])}
    if shutil.which("Rscript"):
        given["R"] = run(folder, ["Rscript", "-"], example["r"])
    if installed(["/usr/bin/python3", "-c", "import pandas"]):
        given["pandas"] = run(folder, ["/usr/bin/python3", "-"], example["python"])
    if shutil.which("pspp"):
        given["PSPP"] = pspp(folder, example)
    wrong = {name: told for name, told in given.items() if " ".join(told.split()) != wanted}
    for name, told in wrong.items():
        print(name, "gives", told.strip(), "and not", wanted)
    left = {"DuckDB", "R", "pandas", "PSPP"} - set(given)
    print("ok  " if not wrong else "FAIL", "the statistician's examples give", wanted, "in", ", ".join(sorted(given)), *(["; not installed: " + ", ".join(sorted(left))] if left else []))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))
