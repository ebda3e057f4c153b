-- Audits by stage, findings by class and state, and the place by which something is due. The view
-- is told anew from the first fact.

SET LOCAL ROLE griffie_app;

TRUNCATE views.audits;
UPDATE views.positions SET position = 0 WHERE view = 'audits';

ALTER TABLE views.audits
    ADD COLUMN about text NOT NULL, -- audit, finding, or another procedure
    ADD COLUMN stage text NOT NULL, -- expected, planned, open, closed
    ADD COLUMN due_under jsonb,
    ADD COLUMN term text NOT NULL,
    ADD COLUMN finding_class text NOT NULL,
    ADD COLUMN finding_state text NOT NULL;

CREATE INDEX ON views.audits (scheme, case_number) WHERE known_until IS NULL;
