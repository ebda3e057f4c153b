"""The forms in which the record goes out."""

from enum import StrEnum


class Format(StrEnum):
    XES = "xes"
    OCEL = "ocel"
    JSONL = "jsonl"
    PARQUET = "parquet"
