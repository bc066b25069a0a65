#!/usr/bin/env python3
"""Opens one dataset in programs that know nothing of the hub: DuckDB (Parquet), PSPP (text), a spreadsheet library (workbook); and compares rows and sums by column.

usage: compare-formats.py <dataset folder> <DuckDB's jar>

The text file read by the standard library is what the others are held against. PSPP and openpyxl are Debian's (pspp, python3-openpyxl). Ends with 1 when they differ.
"""
import csv
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def text(folder):
    """By column: rows, values that are there, sum of whole numbers ('' for texts)."""
    with open(os.path.join(folder, "codebook", "codebook.csv"), encoding="utf-8") as file:
        types = {row["name"]: row["type"] for row in csv.DictReader(file, delimiter=";")}
    found, count = {}, 0
    with open(os.path.join(folder, "csv", "outcomes.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            count += 1
            for name, cell in row.items():
                there, total = found.get(name, (0, 0))
                number = types[name] in ("INTEGER", "BIGINT")
                found[name] = (there + (cell != ""), total + (int(cell) if number and cell else 0))
    return {n: (count, there, total if types[n] in ("INTEGER", "BIGINT") else "") for n, (there, total) in found.items()}, types


def duckdb(folder, jar):
    told = subprocess.run(["java", "-cp", jar, os.path.join(HERE, "DuckSums.java"), os.path.join(folder, "data", "outcomes.parquet")],
                          check=True, stdout=subprocess.PIPE).stdout.decode()
    found = {}
    for line in told.splitlines():
        name, count, there, total = line.split(";")
        found[name] = (int(count), int(there), int(total) if total else "")
    return found


def spreadsheet(folder, types):
    import warnings

    import openpyxl
    warnings.simplefilter("ignore")
    book = openpyxl.load_workbook(os.path.join(folder, "excel", "outcomes.xlsx"), read_only=True)
    found, count, names = {}, 0, []
    for sheet in book.worksheets:
        if not sheet.title.startswith("outcomes"):
            continue
        sheet.reset_dimensions()  # a sheet that is written as it goes does not know beforehand how large it gets
        for i, row in enumerate(sheet.iter_rows(values_only=True)):
            if i == 0:
                names = list(row)
                continue
            count += 1
            for name, cell in zip(names, row):
                there, total = found.get(name, (0, 0))
                number = types[name] in ("INTEGER", "BIGINT")
                if cell is not None and number and not isinstance(cell, (int, float)):
                    raise SystemExit("a number is written as text in the workbook: " + name)
                found[name] = (there + (cell is not None), total + (int(cell) if number and cell is not None else 0))
    return {n: (count, there, total if types[n] in ("INTEGER", "BIGINT") else "") for n, (there, total) in found.items()}


def pspp(folder, types):
    """Numbers only: PSPP has no missing texts."""
    numbers = [n for n, t in types.items() if t in ("INTEGER", "BIGINT")]
    variables = " ".join("%s %s" % (n, "F20.0" if t in ("INTEGER", "BIGINT") else "A60") for n, t in types.items())
    with tempfile.TemporaryDirectory() as work:
        syntax, out = os.path.join(work, "sums.sps"), os.path.join(work, "sums.csv")
        with open(syntax, "w", encoding="utf-8") as file:
            file.write("SET FORMAT=F40.0.\nGET DATA /TYPE=TXT /FILE='%s' /ENCODING='UTF-8' /ARRANGEMENT=DELIMITED /DELIMITERS=';' /QUALIFIER='\"'"
                       " /FIRSTCASE=2 /VARIABLES=%s.\nFORMATS %s (F30.0).\n" % (os.path.join(folder, "csv", "outcomes.csv"), variables, " ".join(numbers)))
            for name in numbers:
                file.write("DESCRIPTIVES /VARIABLES=%s /STATISTICS=SUM.\n" % name)
        subprocess.run(["pspp", "-O", "format=csv", "-o", out, syntax], check=True, stdout=subprocess.DEVNULL)
        found = {}
        with open(out, encoding="utf-8") as file:
            for line in csv.reader(file):
                if len(line) == 3 and line[0] in types:
                    found[line[0]] = (int(float(line[1])), int(float(line[2])) if line[2].strip() else 0)
    return found


def main(folder, jar):
    told, types = text(folder)
    differ = 0
    rows = next(iter(told.values()))[0]
    for name, found in (("DuckDB, Parquet", duckdb(folder, jar)), ("openpyxl, workbook", spreadsheet(folder, types))):
        wrong = [c for c in told if found.get(c, (rows, 0, 0 if told[c][2] != "" else "")) != told[c]]
        print("%s %s: %d rows, %d columns %s" % ("DIFF" if wrong else "ok  ", name, rows, len(told), " ".join(wrong)))
        differ += len(wrong)
    found = pspp(folder, types)
    numbers = [c for c in told if told[c][2] != ""]
    wrong = [c for c in numbers if found.get(c, (0, 0)) != told[c][1:]]
    print("%s PSPP, text: %d columns of numbers %s" % ("DIFF" if wrong else "ok  ", len(numbers), " ".join(wrong)))
    return 1 if differ or wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
