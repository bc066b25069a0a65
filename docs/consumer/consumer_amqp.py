#!/usr/bin/python3
"""Reads outcome records over AMQP 1.0 (Debian: python3-qpid-proton, python3-avro). See README.md; run with --help."""
import argparse, hashlib, io, json, sqlite3, sys
import avro.io, avro.schema
from proton import SSLDomain, Timeout
from proton.utils import BlockingConnection

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

tls = SSLDomain(SSLDomain.MODE_CLIENT)
tls.set_trusted_ca_db(args.ca)
tls.set_peer_authentication(SSLDomain.VERIFY_PEER_NAME)
connection = BlockingConnection(f"amqps://{args.host}:{args.port}", timeout=30, ssl_domain=tls, user=args.user,
                                password=open(args.password_file).read().strip(), allowed_mechs="PLAIN")
receiver = connection.create_receiver(args.queue, credit=500)
unsettled = 0
while not done():
    try:
        message = receiver.receive(timeout=1)
        unsettled += 1
        if isinstance(message.body, str):
            take_frame(message.body)
        else:
            take_record(message.properties, bytes(message.body))
    except Timeout:
        message = None
    if unsettled >= 200 or message is None or isinstance(message.body, str):
        complete()
        db.commit()  # before the broker hears of it: what comes again is known
        while unsettled:
            receiver.accept()
            unsettled -= 1
connection.close()
live, gone = db.execute("SELECT COUNT(record), COUNT(*) - COUNT(record) FROM outcome").fetchone()
print("outcomes", live, "retracted", gone)
sys.exit(3 if db.execute("SELECT 1 FROM batch WHERE content <> sha256").fetchone() else 0)
