"""Runs one container of a sandbox pod: `container.py PROGRAM ARGUMENT...`, in the container's environment and folder.

It does what a container runtime's shim does. SIGTERM goes to the program. When the program ends, everything that it
left running ends too. When the node agent closes standard input, or dies, everything ends at once. The exit
code is the program's, 128 + signal where a signal ended it, or 126 where it could not be started.
"""

import contextlib
import ctypes
import os
import select
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
prctl = ctypes.CDLL(None).prctl


def children(pid):
    """Direct children of a process, from its threads' lists."""
    found = []
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children", encoding="ascii") as file:
                found.extend(int(child) for child in file.read().split())
    except OSError:
        pass  # it has just ended
    return found


def end_everything():
    """Kills all descendants; those that their parents left behind are ours, because this process is their reaper."""
    while True:
        waiting = children(os.getpid())
        if not waiting:
            return
        for pid in waiting:
            waiting.extend(children(pid))
        for pid in waiting:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        try:
            os.waitpid(-1, 0)
        except ChildProcessError:
            return


def start(argv):
    pid = os.fork()
    if pid != 0:
        return pid
    try:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        os.setsid()
        signal.set_wakeup_fd(-1)
        for name in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
            signal.signal(name, signal.SIG_DFL)
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, 0)
        os.execvp(argv[0], argv)
    except BaseException as error:  # noqa: BLE001 - the child of a fork must never return
        os.write(2, f"{argv[0]}: {error}\n".encode())
    os._exit(126)


def main(argv):
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    wake_read, wake_write = os.pipe()
    os.set_blocking(wake_read, False)
    os.set_blocking(wake_write, False)
    signal.set_wakeup_fd(wake_write)
    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD):
        signal.signal(name, lambda *_: None)
    main_pid = start(argv)
    while True:
        ready, _, _ = select.select([0, wake_read], [], [])
        if 0 in ready and not os.read(0, 4096):
            end_everything()
            return 137
        if wake_read not in ready:
            continue
        for number in os.read(wake_read, 4096):
            if number in (signal.SIGTERM, signal.SIGINT):
                with contextlib.suppress(ProcessLookupError):
                    os.kill(main_pid, signal.SIGTERM)
        status = reap(main_pid)
        if status is not None:
            end_everything()
            return 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def reap(main_pid):
    """Takes note of ended processes; the status of the main one, or None while it runs."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return None
        if pid == main_pid:
            return status
        if pid == 0:
            return None


sys.exit(main(sys.argv[1:]))
