-- What a case is about in its row, and the register found by the title of a training or the name of
-- a centre too. Both views are told anew from the first fact.

SET LOCAL ROLE griffie_app;

TRUNCATE views.cases, views.register;
UPDATE views.positions SET position = 0 WHERE view IN ('cases', 'register');
DELETE FROM views.partitions WHERE view IN ('cases', 'register');

ALTER TABLE views.cases
    ADD COLUMN title text NOT NULL; -- empty when it is about a person
