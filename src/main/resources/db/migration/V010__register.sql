-- One row: the last ids given. Whoever changes the register takes it first, so that changes come one after the other and events in id order.
CREATE TABLE register_head (
  id      INTEGER PRIMARY KEY,
  numbers INTEGER NOT NULL,
  persons INTEGER NOT NULL,
  events  INTEGER NOT NULL
);
INSERT INTO register_head (id, numbers, persons, events) VALUES (1, 0, 0, 0);

-- A personal number: a keyed hash to find it by, the number itself sealed. next_id: the number that replaced it.
-- used: some row of the city's own speaks of it. forked: its latest change names two new numbers.
CREATE TABLE person_number (
  number_id   INTEGER PRIMARY KEY,
  number_hash ${blob} NOT NULL UNIQUE,
  sealed      ${blob} NOT NULL,
  next_id     INTEGER,
  forked      INTEGER NOT NULL,
  used        INTEGER NOT NULL,
  person_id   INTEGER
);
CREATE INDEX person_number_person ON person_number (person_id);
CREATE INDEX person_number_next ON person_number (next_id) WHERE next_id IS NOT NULL;

-- person_id is the id of the number the person was first known by. current_id: the person the key stands for now. number_id: the newest number.
-- What follows is what the rows say of the person now; dates are days since 1970-01-01 here and in every table of the register.
CREATE TABLE person (
  person_id        INTEGER PRIMARY KEY,
  made_no          INTEGER NOT NULL,
  person_key       ${blob} NOT NULL UNIQUE,
  current_id       INTEGER NOT NULL,
  number_id        INTEGER NOT NULL,
  forked           INTEGER NOT NULL,
  stated           INTEGER NOT NULL,
  protected        INTEGER NOT NULL,
  annulled         INTEGER NOT NULL,
  deceased_on      INTEGER,
  emigrated_on     INTEGER,
  last_exit        INTEGER,
  latest_enrolment TEXT
);

CREATE TABLE person_event (
  event_id  INTEGER PRIMARY KEY,
  kind      TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person (person_id),
  other_id  INTEGER NOT NULL REFERENCES person (person_id),
  at        BIGINT NOT NULL
);

-- Every version of a number change that was told; new_id 0 takes the change away. ring: it would have closed a ring when it came.
CREATE TABLE number_change (
  old_id       INTEGER NOT NULL REFERENCES person_number (number_id),
  changed_at   BIGINT NOT NULL,
  new_id       INTEGER NOT NULL,
  extracted_at BIGINT NOT NULL,
  line         INTEGER NOT NULL,
  reason       TEXT,
  changed_on   INTEGER,
  ring         INTEGER NOT NULL,
  PRIMARY KEY (old_id, changed_at, new_id)
);

-- The tables of rows begin alike. changed_at, extracted_at: nanoseconds since 1970, with line the version that counts. content: a digest of what
-- the version says, to tell identical rows. loaded_at: when the version's reference was first seen. A removed row keeps its place and its person.
CREATE TABLE enrolment (
  fact_key         TEXT PRIMARY KEY,
  number_id        INTEGER,
  changed_at       BIGINT NOT NULL,
  extracted_at     BIGINT NOT NULL,
  line             INTEGER NOT NULL,
  removed          INTEGER NOT NULL,
  content          ${blob} NOT NULL,
  loaded_at        BIGINT NOT NULL,
  start_on         INTEGER,
  unit             TEXT,
  district         TEXT,
  referred_by      TEXT,
  assistance       INTEGER,
  obstacle         TEXT,
  registered_at_af INTEGER,
  education_level  TEXT,
  newly_arrived    INTEGER,
  sex              TEXT,
  protected        INTEGER
);
CREATE INDEX enrolment_number ON enrolment (number_id);

-- What the last version of a removed enrolment said of protection: removing a row never lifts it.
CREATE TABLE kept_protection (
  fact_key     TEXT PRIMARY KEY,
  number_id    INTEGER NOT NULL,
  protected    INTEGER NOT NULL,
  changed_at   BIGINT NOT NULL,
  extracted_at BIGINT NOT NULL,
  line         INTEGER NOT NULL
);
CREATE INDEX kept_protection_number ON kept_protection (number_id);

CREATE TABLE exit (
  fact_key     TEXT PRIMARY KEY,
  number_id    INTEGER,
  changed_at   BIGINT NOT NULL,
  extracted_at BIGINT NOT NULL,
  line         INTEGER NOT NULL,
  removed      INTEGER NOT NULL,
  content      ${blob} NOT NULL,
  loaded_at    BIGINT NOT NULL,
  exit_on      INTEGER,
  reason       TEXT,
  follow_up    TEXT
);
CREATE INDEX exit_number ON exit (number_id);

CREATE TABLE measure (
  fact_key     TEXT PRIMARY KEY,
  number_id    INTEGER,
  changed_at   BIGINT NOT NULL,
  extracted_at BIGINT NOT NULL,
  line         INTEGER NOT NULL,
  removed      INTEGER NOT NULL,
  content      ${blob} NOT NULL,
  loaded_at    BIGINT NOT NULL,
  enrolment_id TEXT,
  type         TEXT,
  workplace    TEXT,
  start_on     INTEGER,
  planned_end  INTEGER,
  end_on       INTEGER,
  percentage   INTEGER,
  interruption TEXT,
  goal         TEXT,
  organiser    TEXT
);
CREATE INDEX measure_enrolment ON measure (enrolment_id);

CREATE TABLE rating (
  fact_key           TEXT PRIMARY KEY,
  number_id          INTEGER,
  changed_at         BIGINT NOT NULL,
  extracted_at       BIGINT NOT NULL,
  line               INTEGER NOT NULL,
  removed            INTEGER NOT NULL,
  content            ${blob} NOT NULL,
  loaded_at          BIGINT NOT NULL,
  rating_id          TEXT,
  question           TEXT,
  measure_id         TEXT,
  rated_on           INTEGER,
  round_no           INTEGER,
  instrument         TEXT,
  instrument_version TEXT,
  answer             INTEGER,
  scale_min          INTEGER,
  scale_max          INTEGER
);
CREATE INDEX rating_measure ON rating (measure_id);

CREATE TABLE cost (
  fact_key     TEXT PRIMARY KEY,
  number_id    INTEGER,
  changed_at   BIGINT NOT NULL,
  extracted_at BIGINT NOT NULL,
  line         INTEGER NOT NULL,
  removed      INTEGER NOT NULL,
  content      ${blob} NOT NULL,
  loaded_at    BIGINT NOT NULL,
  measure_type TEXT,
  unit         TEXT,
  period_start INTEGER,
  period_end   INTEGER,
  kind         TEXT,
  amount_ore   BIGINT,
  participants INTEGER
);

-- fact_key: a keyed hash, since the row's own key holds the number.
CREATE TABLE deregistration (
  fact_key     TEXT PRIMARY KEY,
  number_id    INTEGER,
  changed_at   BIGINT NOT NULL,
  extracted_at BIGINT NOT NULL,
  line         INTEGER NOT NULL,
  removed      INTEGER NOT NULL,
  content      ${blob} NOT NULL,
  loaded_at    BIGINT NOT NULL,
  reason       TEXT,
  happened_on  INTEGER
);
CREATE INDEX deregistration_number ON deregistration (number_id);
