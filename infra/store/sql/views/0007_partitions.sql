-- Where each view stands in each partition of the topic of facts, while workers read from Kafka;
-- none when one worker reads the record. The view's own position is then the least of upto.
--
-- next_offset: where to go on reading. seen: the position of the last fact that came in its turn.
-- upto: every fact of the partition up to this position of the record is told. awaited: a fact at
-- this position should have come and did not.

SET LOCAL ROLE griffie_app;

CREATE TABLE views.partitions (
    view text NOT NULL,
    partition int NOT NULL,
    next_offset bigint NOT NULL DEFAULT 0,
    seen bigint NOT NULL DEFAULT 0,
    upto bigint NOT NULL,
    awaited bigint,
    moved_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (view, partition)
);
