-- The terms of every case, with every step to the due day; how a term stands on a day is computed.

SET LOCAL ROLE griffie_app;

CREATE TABLE views.deadlines (
    case_number text NOT NULL,
    scheme text NOT NULL,
    key text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    from_position bigint NOT NULL,
    until_position bigint,
    term text NOT NULL,
    name text NOT NULL,
    matter text NOT NULL,
    place jsonb NOT NULL,
    for_whom text NOT NULL,
    opened_on date NOT NULL,
    opened_by bigint NOT NULL,
    due date,
    unknown text NOT NULL,
    steps jsonb NOT NULL,
    paused_on date,
    ended_on date,
    ended_by bigint,
    void boolean NOT NULL,
    action text NOT NULL, -- what the clerk asks once it has passed; empty: an alarm only
    when_passed text NOT NULL,
    on_the_day boolean NOT NULL,
    lapses boolean NOT NULL, -- a right: passed without being used, nobody has to do anything
    acted boolean NOT NULL, -- the clerk asked, and that is on record
    PRIMARY KEY (case_number, key, known_from),
    CHECK (known_until > known_from)
);

CREATE INDEX ON views.deadlines (due, case_number, key) WHERE known_until IS NULL;
CREATE INDEX ON views.deadlines (due)
    WHERE known_until IS NULL AND action <> '' AND NOT acted;
CREATE INDEX ON views.deadlines (scheme, due, case_number, key);
CREATE INDEX ON views.deadlines (from_position);
