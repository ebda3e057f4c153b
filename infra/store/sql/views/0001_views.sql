-- The views: what the record shows, derived and always to be made again from it.
--
-- The application owns them, for it makes them anew beside the live ones (views_spare), switches,
-- and clears their pages after an erasure; on the record itself it may only read and add.
--
-- Every table has two axes. A row was known from known_from until known_until (null: still known),
-- by the facts at from_position and until_position; so "as known at M" is
-- known_from <= M AND (known_until IS NULL OR known_until > M). Its own columns say which legal
-- days it speaks of. Indexes have no names of their own: a spare table then gets the same ones.

DO $$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT griffie_app TO %I', current_user);
    END IF;
END
$$;

CREATE SCHEMA views AUTHORIZATION griffie_app;
CREATE SCHEMA views_spare AUTHORIZATION griffie_app;
GRANT USAGE ON SCHEMA views TO griffie_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE griffie_app IN SCHEMA views, views_spare
    GRANT SELECT ON TABLES TO griffie_reader;

SET LOCAL ROLE griffie_app;

-- How far each view has come; rows and position move in one transaction.
CREATE TABLE views.positions (
    view text PRIMARY KEY,
    position bigint NOT NULL,
    to_sweep boolean NOT NULL DEFAULT false, -- somebody was erased, and the pages still tell
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Cases that a view could not follow: at which fact, and why in words without personal data.
CREATE TABLE views.set_aside (
    view text NOT NULL,
    stream uuid NOT NULL,
    case_number text NOT NULL,
    position bigint NOT NULL,
    reason text NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (view, stream)
);
