"""What stands on PATH as `kg`, or begins a kernel: asks the process at `SOCKET`, beside this file,
to fork one in its place.

It hands over its arguments, folder, environment and open files 0 to 2, passes signals on, and ends
as the fork ends. It is run as `python -I -S`, so that it costs little: only the standard library.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import sys
from pathlib import Path

SOCKET = "socket"
LENGTH = struct.Struct("!I")
NUMBER = struct.Struct("!i")
PASSED_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def main() -> int:
    """The exit code of the fork; where a signal ended that, this process ends by it too."""
    with socket.socket(socket.AF_UNIX) as asked:
        asked.connect(str(Path(sys.argv[0]).with_name(SOCKET)))
        told = {"argv": sys.argv, "cwd": str(Path.cwd()), "environment": dict(os.environ)}
        request = json.dumps(told).encode()
        socket.send_fds(asked, [LENGTH.pack(len(request))], [0, 1, 2])
        asked.sendall(request)
        (fork,) = NUMBER.unpack(_whole(asked))
        for number in PASSED_ON:
            signal.signal(number, lambda number, _: os.kill(fork, number))
        (code,) = NUMBER.unpack(_whole(asked))
    if code < 0:
        signal.signal(-code, signal.SIG_DFL)
        os.kill(os.getpid(), -code)
    return code


def _whole(asked: socket.socket) -> bytes:
    data = asked.recv(NUMBER.size, socket.MSG_WAITALL)
    if len(data) < NUMBER.size:
        raise SystemExit(f"{sys.argv[0]}: the process that it is forked from has ended")
    return data


if __name__ == "__main__":
    sys.exit(main())
