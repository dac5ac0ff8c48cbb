"""Spark for the tests: there, or told what is missing; small, for it is shared."""

import os
from importlib.util import find_spec

import pytest

from tests.outside import need

_CHEAP = (
    "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss4m -XX:-UsePerfData "
    "-XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote"
)
"""For runs of a minute: Spark is not worth being compiled twice, nor its code being verified."""


@pytest.fixture(scope="session")
def spark() -> None:
    """Skips where Spark cannot run, and fails there on continuous integration."""
    need("java", "default-jre-headless")
    if find_spec("pyspark") is None:
        reason = "pyspark was not found: install statecraft[spark]"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    settings = {
        "spark.driver.extraJavaOptions": _CHEAP,
        "spark.executor.extraJavaOptions": _CHEAP,
    }
    told = " ".join(f"--conf '{name}={value}'" for name, value in settings.items())
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"{told} pyspark-shell"
