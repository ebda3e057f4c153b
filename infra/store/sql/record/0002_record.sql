-- The record: facts, the commands that led to them, and snapshots (never the truth).
-- The application may read and add. Nobody may change or remove: grants say so, and so do
-- triggers that fire ALWAYS, for the owner and for a superuser in replica mode too.

SET LOCAL ROLE griffie_owner;

CREATE TABLE record.facts (
    originator_id uuid NOT NULL,
    originator_version bigint NOT NULL CHECK (originator_version > 0),
    topic text NOT NULL,
    state bytea NOT NULL,
    recorded_at timestamptz NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    notification_id bigserial NOT NULL,
    CONSTRAINT facts_pkey PRIMARY KEY (originator_id, originator_version)
) WITH (autovacuum_analyze_threshold = 1000, autovacuum_analyze_scale_factor = 0.01);

CREATE UNIQUE INDEX facts_notification_id ON record.facts (notification_id);
CREATE INDEX facts_recorded_at ON record.facts (recorded_at);

CREATE TABLE record.commands (
    command_id uuid CONSTRAINT commands_pkey PRIMARY KEY,
    actor text NOT NULL,
    request_sha256 bytea NOT NULL CHECK (octet_length(request_sha256) = 32),
    originator_id uuid NOT NULL,
    first_version bigint,
    last_version bigint,
    answer bytea,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The columns and the composite type that the eventsourcing library expects.
CREATE TABLE record.snapshots (
    originator_id uuid NOT NULL,
    originator_version bigint NOT NULL,
    topic text NOT NULL,
    state bytea NOT NULL,
    CONSTRAINT snapshots_pkey PRIMARY KEY (originator_id, originator_version)
);

CREATE TYPE record.stored_event_uuid AS (
    originator_id uuid,
    originator_version bigint,
    topic text,
    state bytea
);

CREATE FUNCTION record.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'record.% is append-only: % is refused', tg_table_name, tg_op
        USING ERRCODE = 'insufficient_privilege',
              HINT = 'A mistake on record is put right by a new fact.';
END
$$;

CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON record.facts
    FOR EACH ROW EXECUTE FUNCTION record.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON record.facts
    FOR EACH STATEMENT EXECUTE FUNCTION record.refuse();
CREATE TRIGGER immutable BEFORE UPDATE OR DELETE ON record.commands
    FOR EACH ROW EXECUTE FUNCTION record.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON record.commands
    FOR EACH STATEMENT EXECUTE FUNCTION record.refuse();

ALTER TABLE record.facts
    ENABLE ALWAYS TRIGGER immutable, ENABLE ALWAYS TRIGGER no_truncate;
ALTER TABLE record.commands
    ENABLE ALWAYS TRIGGER immutable, ENABLE ALWAYS TRIGGER no_truncate;

REVOKE ALL ON ALL TABLES IN SCHEMA record FROM PUBLIC;
GRANT USAGE ON SCHEMA record TO griffie_app, griffie_reader;
GRANT SELECT ON record.facts, record.commands TO griffie_app, griffie_reader;
-- By column: neither the position of a fact nor the moment it was stored is for the writer to say.
GRANT INSERT (originator_id, originator_version, topic, state, recorded_at)
    ON record.facts TO griffie_app;
GRANT INSERT (command_id, actor, request_sha256, originator_id,
              first_version, last_version, answer)
    ON record.commands TO griffie_app;
GRANT USAGE ON SEQUENCE record.facts_notification_id_seq TO griffie_app; -- nextval, not setval
GRANT SELECT, INSERT, DELETE ON record.snapshots TO griffie_app;
