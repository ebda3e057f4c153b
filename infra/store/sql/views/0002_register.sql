-- The public register: how each entry reads from one legal day to another, both included.

SET LOCAL ROLE griffie_app;

CREATE TABLE views.register (
    case_number text NOT NULL,
    scheme text NOT NULL,
    key text NOT NULL,
    known_from timestamptz NOT NULL,
    known_until timestamptz,
    from_position bigint NOT NULL,
    until_position bigint,
    entry text NOT NULL,
    type text NOT NULL,
    status text NOT NULL,
    day date,
    day_means text NOT NULL,
    since date NOT NULL,
    until date,
    name text,
    born date,
    erased boolean NOT NULL,
    note text NOT NULL,
    more jsonb NOT NULL,
    under jsonb NOT NULL,
    words text[] NOT NULL, -- the words of the name, as they are looked for
    PRIMARY KEY (case_number, key, known_from),
    CHECK (known_until > known_from)
);

CREATE INDEX ON views.register (scheme, entry, known_from);
CREATE INDEX ON views.register USING gin (array_to_tsvector(words));
CREATE INDEX ON views.register (from_position);
CREATE INDEX ON views.register (until_position) WHERE until_position IS NOT NULL;
