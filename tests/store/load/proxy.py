"""A connection that is cut off: a proxy that passes so many bytes on and then hangs up."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def cutting(address: str, after: int) -> Iterator[str]:
    """The address of a proxy to `address`; after so many bytes nothing passes any more."""
    host, _, port = address.partition(":")
    listening = socket.create_server(("127.0.0.1", 0))
    passed, done = [0], threading.Event()

    def pipe(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(8192):
                passed[0] += len(data)
                if passed[0] > after:
                    break
                other.sendall(data)
        for end in (one, other):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def connect(client: socket.socket) -> None:
        with client, socket.create_connection((host, int(port))) as server:
            back = threading.Thread(target=pipe, args=(server, client))
            back.start()
            pipe(client, server)
            back.join()

    def accept() -> None:
        with listening, suppress(OSError):
            while not done.is_set():
                client, _ = listening.accept()
                threads.append(threading.Thread(target=connect, args=(client,)))
                threads[-1].start()

    threads = [threading.Thread(target=accept)]
    threads[0].start()
    address = f"127.0.0.1:{listening.getsockname()[1]}"
    try:
        yield address
    finally:
        done.set()
        passed[0] = after
        socket.create_connection(listening.getsockname()).close()  # so that it stops to accept
        for thread in threads:
            thread.join()
