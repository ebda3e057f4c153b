-- Writing to the record and reading its head, so that a reader never passes a gap.
--
-- A writer holds 7236001 shared, from before it draws its first notification_id until its commit;
-- writers do not wait for each other. safe_head() takes it alone for an instant: then no writer
-- is under way, and everything up to the head is visible. Every other way to write to record.facts
-- (an import by COPY) must take the shared lock first.

SET LOCAL ROLE griffie_owner;

-- Facts of one command on one file, and the command, in one round trip; the new positions in
-- order. No NOTIFY in here: it would make commits queue up. A command that led to no facts gives
-- its file in ids, and leaves the other arrays empty.
-- Raises unique_violation: facts_pkey (somebody was first), commands_pkey (asked before).
CREATE FUNCTION record.append(
    ids uuid[],
    versions bigint[],
    topics text[],
    states bytea[],
    recorded timestamptz[],
    command_id uuid,
    actor text,
    request_sha256 bytea,
    answer bytea
) RETURNS SETOF bigint LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(7236001);
    IF command_id IS NOT NULL THEN
        INSERT INTO record.commands (command_id, actor, request_sha256, originator_id,
                                     first_version, last_version, answer)
        VALUES (command_id, actor, request_sha256, ids[1],
                versions[1], versions[cardinality(versions)], answer);
    END IF;
    IF cardinality(versions) > 0 THEN
        RETURN QUERY
        INSERT INTO record.facts AS stored
            (originator_id, originator_version, topic, state, recorded_at)
        SELECT fact.id, fact.version, fact.topic, fact.state, fact.recorded
        FROM unnest(ids, versions, topics, states, recorded) WITH ORDINALITY
            AS fact (id, version, topic, state, recorded, place)
        ORDER BY fact.place
        RETURNING stored.notification_id;
    END IF;
END
$$;

-- The last position up to which nothing is missing; 0 when the record is empty.
-- Two statements on purpose: in READ COMMITTED the second sees what the first waited for.
-- Call it in a transaction of its own: until that ends, nobody can write.
CREATE FUNCTION record.safe_head() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    head bigint;
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'record.safe_head() sees an old head in %; use read committed',
            current_setting('transaction_isolation');
    END IF;
    PERFORM pg_advisory_xact_lock(7236001);
    SELECT max(notification_id) INTO head FROM record.facts;
    RETURN coalesce(head, 0);
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA record FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record.append TO griffie_app;
GRANT EXECUTE ON FUNCTION record.safe_head TO griffie_app, griffie_reader;
