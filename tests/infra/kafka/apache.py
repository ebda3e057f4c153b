"""Apache Kafka: one KRaft node with its data in a scratch folder, and a listener with SASL."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from tests.infra.kafka.brokers import Own, free_port
from tests.infra.kafka.jars import jars

CLUSTER = "R3JpZmZpZVRlc3RCcm9rZQ"
ACCOUNT, PASSWORD = "relay", "relay-of-the-tests"
JVM = ("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"
LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required"
SETTINGS = """
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:{controller}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAIN
listeners=PLAIN://127.0.0.1:{plain},SASL://127.0.0.1:{sasl},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAIN://127.0.0.1:{plain},SASL://127.0.0.1:{sasl}
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAIN:PLAINTEXT,SASL:SASL_PLAINTEXT
listener.name.sasl.sasl.enabled.mechanisms=PLAIN
listener.name.sasl.plain.sasl.jaas.config={login} user_{account}="{password}";
log.dirs={data}
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
log.cleaner.backoff.ms=200
log.initial.task.delay.ms=500
num.network.threads=2
num.io.threads=2
offsets.topic.num.partitions=4
offsets.topic.replication.factor=1
transaction.state.log.num.partitions=4
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
"""


class Apache(Own):
    """``lose`` forgets what was acknowledged, as a disk that was put back from a backup does."""

    real = True

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._controller, self._sasl = free_port(), free_port()

    @property
    def with_sasl(self) -> str:
        """Where an account and a password are asked for: ACCOUNT and PASSWORD."""
        return f"127.0.0.1:{self._sasl}"

    def command(self) -> Sequence[str | Path]:
        return [*self._java, "kafka.Kafka", self._formatted]

    def lose(self, topic: str) -> None:
        """Stops, loses all records of a topic, and starts again."""
        self.stop()
        for partition in self._data.glob(f"{topic}-*"):
            shutil.rmtree(partition)
        for point in self._data.glob("*-checkpoint"):
            point.unlink()
        self.start()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    @cached_property
    def _java(self) -> list[str]:
        return ["java", *JVM, QUIET, "-cp", f"{jars()}/*"]

    @cached_property
    def _formatted(self) -> Path:
        """The settings of a node whose storage was laid out."""
        settings = self.folder / "server.properties"
        settings.write_text(
            SETTINGS.format(
                plain=self.port,
                sasl=self._sasl,
                controller=self._controller,
                data=self._data,
                login=LOGIN,
                account=ACCOUNT,
                password=PASSWORD,
            )
        )
        tool = [*self._java, "kafka.tools.StorageTool", "format"]
        subprocess.run([*tool, "-t", CLUSTER, "-c", settings], capture_output=True, check=True)
        return settings
