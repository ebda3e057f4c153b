"""The record on Kafka: a relay whose view is a topic, and what it takes to read it."""
