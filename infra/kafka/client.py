"""kafka-python, imported once, and how its clients are told where the broker is.

The library reads its schemas in a way that Python 3.11 calls deprecated; that warning, and no
other, is silenced while it is imported. It has no types: what comes from here is Any.
"""

from __future__ import annotations

import logging
import warnings
from typing import Any

from infra.settings import Misconfigured, Settings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"(read|open)_text is deprecated", DeprecationWarning)
    import kafka
    import kafka.admin
    import kafka.errors
    import kafka.partitioner.default

Admin: Any = kafka.KafkaAdminClient
Consumer: Any = kafka.KafkaConsumer
Producer: Any = kafka.KafkaProducer
RebalanceListener: Any = kafka.ConsumerRebalanceListener
TopicPartition: Any = kafka.TopicPartition
ConfigResource: Any = kafka.admin.ConfigResource
murmur2: Any = kafka.partitioner.default.murmur2

KafkaError: type[Exception] = kafka.errors.KafkaError
KafkaTimeoutError: type[Exception] = kafka.errors.KafkaTimeoutError
TopicAlreadyExists: type[Exception] = kafka.errors.TopicAlreadyExistsError

NO_SERVERS = (
    "GRIFFIE_KAFKA_SERVERS is not set; give the brokers, such as kafka-1:9092,kafka-2:9092"
)

logging.getLogger("kafka").setLevel(logging.CRITICAL)  # what matters reaches us as an error


def to_broker(settings: Settings) -> dict[str, Any]:
    """The options by which every client reaches the broker. Raises Misconfigured."""
    if settings.kafka_servers is None:
        raise Misconfigured(NO_SERVERS)
    options: dict[str, Any] = {
        "bootstrap_servers": settings.kafka_servers.split(","),
        "security_protocol": settings.kafka_security,
        "reconnect_backoff_max_ms": 1000,
    }
    if settings.kafka_ca_file is not None:
        options["ssl_cafile"] = str(settings.kafka_ca_file)
    if settings.kafka_security.startswith("SASL"):
        options |= {
            "sasl_mechanism": settings.kafka_sasl_mechanism,
            "sasl_plain_username": settings.kafka_user,
            "sasl_plain_password": _password(settings),
        }
    return options


def _password(settings: Settings) -> str:
    if settings.kafka_user is None or settings.kafka_password is None:
        raise Misconfigured(
            f"GRIFFIE_KAFKA_SECURITY is {settings.kafka_security}; set GRIFFIE_KAFKA_USER and "
            "GRIFFIE_KAFKA_PASSWORD too"
        )
    return settings.kafka_password.get_secret_value()
