-- How far each topic on Kafka has come, and what the topic of the register says of each entry.
-- Nothing here is removed by the application: that an entry is gone has to be known as well, or it
-- could not be said again to a broker that lost it.

CREATE SCHEMA relay AUTHORIZATION griffie_owner;
SET LOCAL ROLE griffie_owner;

-- position: everything up to here was acknowledged. chain: the last position in each partition.
-- epoch: who leads now; a leader writes under its own epoch only, so that one that was away
-- finds out.
CREATE TABLE relay.topics (
    topic text PRIMARY KEY,
    position bigint NOT NULL DEFAULT 0 CHECK (position >= 0),
    chain jsonb NOT NULL DEFAULT '{}',
    epoch bigint NOT NULL DEFAULT 0,
    leader text NOT NULL DEFAULT '',
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- digest: of what the topic says of the entry; null when it says that the entry is gone, and empty
-- when it is not known what it says.
CREATE TABLE relay.entries (
    topic text NOT NULL,
    scheme text NOT NULL,
    entry text NOT NULL,
    case_number text NOT NULL,
    position bigint NOT NULL,
    erased boolean NOT NULL,
    digest bytea,
    PRIMARY KEY (topic, scheme, entry)
);

CREATE INDEX ON relay.entries (topic, case_number);
CREATE INDEX ON relay.entries (topic) WHERE digest = '';

GRANT USAGE ON SCHEMA relay TO griffie_app, griffie_reader;
GRANT SELECT, INSERT, UPDATE ON relay.topics, relay.entries TO griffie_app;
GRANT SELECT ON relay.topics, relay.entries TO griffie_reader;
