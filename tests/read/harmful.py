"""Readers that do what bad input makes good ones do: hang, die, eat memory, fail."""

import os
import time
from collections.abc import Iterator

from kg.read.record import Record


def records(given, stream, options) -> Iterator[Record]:
    """A record for each line of the file; some lines are orders."""
    for number, line in enumerate(stream, 1):
        order = line.decode().strip()
        while order == "work for ever":
            pass
        while order == "wait for ever":
            time.sleep(1)
        if order == "die":
            os.abort()
        if order == "fail":
            raise ZeroDivisionError("by order")
        if order == "eat memory":
            held = [bytes(50_000_000)]
            while True:
                held.append(bytes(bytearray(50_000_000)))
        yield Record(given.shown, f"It was a fine day, {order}.", f"line {number}", id=order)


def at_once(given, stream, options) -> Iterator[Record]:
    """Nothing: the file itself kills whoever opens it."""
    os.abort()
    yield Record(given.shown, "")
