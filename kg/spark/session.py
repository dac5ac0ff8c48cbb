"""Spark: found, started with what its workers need, stopped again; what is missing is told."""

from __future__ import annotations

import os
import re
import shutil
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg import extras
from kg.errors import StatecraftError
from kg.resources import package

if TYPE_CHECKING:
    from pyspark import SparkContext

EXTRA: Final = "spark"
_SETTINGS: Final = {
    "spark.app.name": "kg build",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    "spark.executorEnv.OMP_NUM_THREADS": "1",  # cores are given out by Spark
    "spark.executorEnv.PYTHONHASHSEED": "0",  # workers have to agree where a key goes
}
_KNOWN: Final = re.compile(r"local(-cluster)?(\[|$)|spark://|k8s://|yarn$")
_JAVA: Final = "Install Java 17 or later (Debian: apt-get install default-jre-headless)."
_MASTER: Final = "Name one such as local[4], spark://HOST:7077 or yarn."


@contextmanager
def started(master: str) -> Iterator[SparkContext]:
    """Spark on `master`, which is stopped when the block ends.

    ExtraError without PySpark; StatecraftError without Java, or where `master` gives no Spark.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of pandas, which nothing here uses
        pyspark = extras.load("pyspark", EXTRA)
    if not _KNOWN.match(master):
        raise StatecraftError(master, "it is no master of Spark", _MASTER)
    if not (os.environ.get("JAVA_HOME") or shutil.which("java")):
        raise StatecraftError("java", "Spark runs on Java, and none is found", _JAVA)
    os.environ.setdefault("SPARK_HOME", str(Path(pyspark.__file__).parent))
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    conf = pyspark.SparkConf().setMaster(master)
    for name, value in _settings(master).items():
        conf.setIfMissing(name, value)
    try:
        context = pyspark.SparkContext(conf=conf)
    except Exception as error:  # whatever Java throws comes wrapped
        raise StatecraftError(
            master, f"Spark does not start there: {told(error)}", _MASTER
        ) from error
    try:
        yield context
    finally:
        context.stop()


def _settings(master: str) -> dict[str, str]:
    if not master.startswith("local"):
        return _SETTINGS
    # Workers of this machine find the package where it is found here, installed or not.
    paths = os.pathsep.join(filter(None, (str(package().parent), os.environ.get("PYTHONPATH"))))
    here = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    return {**_SETTINGS, **here, "spark.executorEnv.PYTHONPATH": paths, "spark.ui.enabled": "false"}


def spread(key: object) -> int:
    """A number that is the same for a key in every worker: which part it goes to."""
    from pyspark import rdd  # noqa: PLC0415 - where it is installed, and then only in workers

    return int(rdd.portable_hash(key))


def told(error: Exception) -> str:
    """What went wrong, in the first line that Java or Python has for it."""
    java = getattr(error, "java_exception", None)
    words = str(java.getMessage() if java is not None else error)
    return (words.strip().splitlines() or [type(error).__name__])[0][:300]
