-- The keys of personal data, one a person and retention class, wrapped under the KEK.
-- They live in a database of their own, with a role of its own: whoever can read the record
-- cannot read the keys. The role owns the table, because only an owner may VACUUM it, and after
-- the destruction of a key no copy of it may stay behind in the table's pages.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'griffie_keys') THEN
        BEGIN
            CREATE ROLE griffie_keys NOLOGIN;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;
        END;
    END IF;
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT griffie_keys TO %I', current_user);
    END IF;
END
$$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA keys AUTHORIZATION griffie_keys;
SET LOCAL ROLE griffie_keys;

CREATE TABLE keys.person_key (
    person uuid NOT NULL,
    kept text NOT NULL CHECK (kept <> ''),
    version int NOT NULL DEFAULT 1,
    wrapped bytea,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed_at timestamptz,
    destroyed_by text,
    decided_in text,
    CONSTRAINT person_key_pkey PRIMARY KEY (person, kept),
    CONSTRAINT kept_or_destroyed CHECK (
        (wrapped IS NULL) = (destroyed_at IS NOT NULL)
        AND (destroyed_at IS NULL) = (destroyed_by IS NULL)
        AND (destroyed_at IS NULL) = (decided_in IS NULL)
    )
);

-- What is destroyed stays destroyed, and stays known as destroyed.
CREATE FUNCTION keys.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'keys.%: a key is destroyed once and never returns; % is refused',
        tg_table_name, tg_op USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER destroyed_for_good BEFORE UPDATE ON keys.person_key
    FOR EACH ROW WHEN (OLD.destroyed_at IS NOT NULL) EXECUTE FUNCTION keys.refuse();
CREATE TRIGGER not_forgotten BEFORE DELETE ON keys.person_key
    FOR EACH ROW EXECUTE FUNCTION keys.refuse();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON keys.person_key
    FOR EACH STATEMENT EXECUTE FUNCTION keys.refuse();

ALTER TABLE keys.person_key
    ENABLE ALWAYS TRIGGER destroyed_for_good,
    ENABLE ALWAYS TRIGGER not_forgotten,
    ENABLE ALWAYS TRIGGER no_truncate;

REVOKE ALL ON keys.person_key FROM PUBLIC;
