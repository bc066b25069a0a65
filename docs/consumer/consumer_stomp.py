#!/usr/bin/python3
"""Reads outcome records over STOMP 1.2 (Debian: python3-avro). See README.md; run with --help."""
import argparse, hashlib, io, json, socket, sqlite3, ssl, sys
import avro.io, avro.schema

ask = argparse.ArgumentParser()
for name in ("host", "port", "ca", "user", "password-file", "queue", "schema", "state"):
    ask.add_argument("--" + name, required=True)
ask.add_argument("--batches", type=int, default=0, help="leave when so many batches are complete; 0: never")
args = ask.parse_args()

SCHEMA = open(args.schema, "rb").read()
DATASCHEMA = "urn:sha256:" + hashlib.sha256(SCHEMA).hexdigest()
READER = avro.io.DatumReader(avro.schema.parse(SCHEMA.decode()))
db = sqlite3.connect(args.state)
db.executescript("""
  CREATE TABLE IF NOT EXISTS batch (id TEXT PRIMARY KEY, delivery TEXT, records INTEGER, sha256 TEXT, content TEXT);
  CREATE TABLE IF NOT EXISTS body (batch TEXT, seq INTEGER, body BLOB, PRIMARY KEY (batch, seq));
  CREATE TABLE IF NOT EXISTS outcome (id TEXT PRIMARY KEY, version INTEGER, operation TEXT, record TEXT);""")

def take_frame(text):
    """batch.start or batch.end, in any order, perhaps again."""
    frame = json.loads(text)
    db.execute("INSERT INTO batch VALUES (?, ?, ?, ?, NULL) ON CONFLICT (id) DO UPDATE"
               " SET sha256 = COALESCE(excluded.sha256, sha256)",
               (frame["batchId"], frame["deliveryId"], frame["records"], frame.get("sha256")))

def take_record(properties, body):
    """Seen before: no effect. The highest version counts, a retraction included."""
    if properties["cloudEvents_dataschema"] != DATASCHEMA or body[:2] != b"\xc3\x01":
        sys.exit("a record under another schema than " + args.schema + ": " + properties["cloudEvents_dataschema"])
    binary = body[10:]  # after C3 01 and the fingerprint
    record = READER.read(avro.io.BinaryDecoder(io.BytesIO(binary)))
    kept = None if record["operation"] == "RETRACT" else json.dumps(record, default=str)
    db.execute("INSERT INTO outcome VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version,"
               " operation = excluded.operation, record = excluded.record WHERE excluded.version > version",
               (str(record["recordId"]), record["recordVersion"], record["operation"], kept))
    db.execute("INSERT OR IGNORE INTO body SELECT ?, ?, ? WHERE NOT EXISTS"
               " (SELECT 1 FROM batch WHERE id = ? AND content IS NOT NULL)",
               (properties["batch_id"], int(properties["batch_seq"]), binary, properties["batch_id"]))

def complete():
    """Hashes each batch whose end and records are all here."""
    ready = db.execute("SELECT id, delivery, records, sha256 FROM batch b WHERE sha256 IS NOT NULL AND content IS NULL"
                       " AND records = (SELECT COUNT(*) FROM body WHERE batch = b.id)").fetchall()
    for batch, delivery, records, expected in ready:
        content = hashlib.sha256()
        for (binary,) in db.execute("SELECT body FROM body WHERE batch = ? ORDER BY seq", (batch,)):
            content.update(binary)
        db.execute("UPDATE batch SET content = ? WHERE id = ?", (content.hexdigest(), batch))
        db.execute("DELETE FROM body WHERE batch = ?", (batch,))
        print("batch", batch, "delivery", delivery, "records", records, "sha256", content.hexdigest(),
              "equal" if content.hexdigest() == expected else "DIFFERS", flush=True)

def done():
    return 0 < args.batches <= db.execute("SELECT COUNT(*) FROM batch WHERE content IS NOT NULL").fetchone()[0]

def send(*lines):
    tls.sendall("\n".join(lines).encode() + b"\n\n\0")

def frames():
    """Headers and body of each: a command, headers, a blank line, a body, NUL. None when nothing comes for a second."""
    buffer = b""
    while True:
        head, found, rest = buffer.lstrip(b"\n").partition(b"\n\n")
        pairs = [line.split(":", 1) for line in head.decode().split("\n")[1:]] if found else []
        headers = {name: value.replace("\\c", ":") for name, value in pairs}
        length = int(headers.get("content-length", rest.find(b"\0")))
        if found and 0 <= length < len(rest):
            buffer = rest[length + 1:]
            yield (headers, rest[:length]) if head[:5] != b"ERROR" else sys.exit("refused: " + headers["message"])
        else:
            try:
                buffer += tls.recv(65536) or sys.exit("the broker hung up")
            except TimeoutError:
                yield None

connection = socket.create_connection((args.host, int(args.port)), timeout=1)
tls = ssl.create_default_context(cafile=args.ca).wrap_socket(connection, server_hostname=args.host)  # checks the name
password = open(args.password_file).read().strip()
send("CONNECT", "accept-version:1.2", "host:" + args.host, "login:" + args.user, "passcode:" + password)
send("SUBSCRIBE", "id:1", "destination:" + args.queue.replace(":", "\\c"), "ack:client", "consumer-window-size:1048576")
incoming, unsettled = frames(), 0
while not done():
    headers, body = next(incoming) or ({}, b"")
    if "ack" in headers:
        last, unsettled = headers["ack"], unsettled + 1
        take_frame(body) if ".batch." in headers["cloudEvents_type"] else take_record(headers, body)
    if unsettled >= 200 or headers.get("cloudEvents_type", ".batch.").find(".batch.") >= 0:
        complete()
        db.commit()  # before the broker hears of it: what comes again is known
        if unsettled:
            send("ACK", "id:" + last)  # that message and all before it
        unsettled = 0
tls.close()
live, gone = db.execute("SELECT COUNT(record), COUNT(*) - COUNT(record) FROM outcome").fetchone()
print("outcomes", live, "retracted", gone)
sys.exit(3 if db.execute("SELECT 1 FROM batch WHERE content <> sha256").fetchone() else 0)
