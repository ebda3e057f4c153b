-- One row a case; and one a fact, which tells the case as a story. No personal data in either.

SET LOCAL ROLE griffie_app;

CREATE TABLE views.cases (
    case_number text NOT NULL,
    scheme text NOT NULL,
    key text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    from_position bigint NOT NULL,
    until_position bigint,
    kind text NOT NULL,
    person uuid,
    standing text NOT NULL,
    opened_on date NOT NULL,
    last_on date NOT NULL,
    last_at timestamptz NOT NULL,
    version bigint NOT NULL,
    has_remarks boolean NOT NULL,
    has_erased boolean NOT NULL,
    erasure_open boolean NOT NULL, -- ordered, and not on record as done
    PRIMARY KEY (case_number, key, known_from),
    CHECK (known_until > known_from)
);

CREATE INDEX ON views.cases (scheme, case_number, known_from);
CREATE INDEX ON views.cases (person) WHERE known_until IS NULL;
CREATE INDEX ON views.cases (case_number) WHERE known_until IS NULL AND erasure_open;

CREATE TABLE views.dossier (
    case_number text NOT NULL,
    scheme text NOT NULL,
    key text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    from_position bigint NOT NULL,
    until_position bigint,
    version bigint NOT NULL,
    day date NOT NULL, -- on which the fact takes effect
    recorded_at timestamptz NOT NULL,
    matter text NOT NULL,
    stored_as text NOT NULL,
    place jsonb NOT NULL,
    edition text NOT NULL,
    role text NOT NULL,
    remarks jsonb NOT NULL,
    PRIMARY KEY (case_number, key, known_from),
    CHECK (known_until > known_from)
);

CREATE INDEX ON views.dossier (case_number, version);
CREATE INDEX ON views.dossier (scheme, recorded_at);
