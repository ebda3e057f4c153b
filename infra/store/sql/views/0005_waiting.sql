-- What is looked into, what waits for whom, what must be told to whom: since a legal day, and once
-- it is over until the day on which it was (that day not included).

SET LOCAL ROLE griffie_app;

CREATE TABLE views.audits (
    case_number text NOT NULL,
    scheme text NOT NULL,
    key text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    from_position bigint NOT NULL,
    until_position bigint,
    matter text NOT NULL,
    status text NOT NULL,
    since date NOT NULL,
    until date,
    for_whom text NOT NULL,
    next text NOT NULL,
    due date,
    under jsonb NOT NULL,
    PRIMARY KEY (case_number, key, known_from),
    CHECK (known_until > known_from)
);

CREATE INDEX ON views.audits (scheme, since, case_number, key);

CREATE TABLE views.worklist (
    case_number text NOT NULL,
    scheme text NOT NULL,
    key text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    from_position bigint NOT NULL,
    until_position bigint,
    matter text NOT NULL,
    action text NOT NULL,
    for_whom text NOT NULL,
    since date NOT NULL,
    until date,
    says text NOT NULL,
    PRIMARY KEY (case_number, key, known_from),
    CHECK (known_until > known_from)
);

CREATE INDEX ON views.worklist (scheme, since, case_number, key);
CREATE INDEX ON views.worklist (for_whom, since, case_number, key);

CREATE TABLE views.notices (
    case_number text NOT NULL,
    scheme text NOT NULL,
    key text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    from_position bigint NOT NULL,
    until_position bigint,
    notice text NOT NULL,
    matter text NOT NULL,
    recipient text NOT NULL,
    says text NOT NULL,
    since date NOT NULL,
    until date,
    written boolean NOT NULL,
    sent_on date,
    place jsonb NOT NULL,
    PRIMARY KEY (case_number, key, known_from),
    CHECK (known_until > known_from)
);

CREATE INDEX ON views.notices (scheme, since, case_number, key);
