"""A kernel that runs Python cells, for a sandbox without ipykernel: Jupyter's messages, and no more than `execute`.

`small_kernel.py CONNECTION_FILE`. It answers with what a cell prints, and with the value of its last line.
"""

import ast
import contextlib
import io
import json
import sys

import zmq
from jupyter_client.session import Session

INFO = {
    "protocol_version": "5.3",
    "implementation": "small",
    "banner": "",
    "language_info": {"name": "python", "version": sys.version.split()[0], "file_extension": ".py"},
}


def run(code, names):
    """What the cell prints, and its last value as text where it has one."""
    tree, printed, value = ast.parse(code), io.StringIO(), None
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "<cell>", "exec"), names)
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
    return printed.getvalue(), None if value is None else repr(value)


class Kernel:
    """The sockets of the connection file, and the names of the cells."""

    def __init__(self, told):
        self.told, self.context, self.names, self.count = told, zmq.Context(), {}, 0
        self.session = Session(key=told["key"].encode(), signature_scheme=told["signature_scheme"])
        self.shell, self.control = self.bound(zmq.ROUTER, "shell_port"), self.bound(zmq.ROUTER, "control_port")
        self.stdin, self.beat = self.bound(zmq.ROUTER, "stdin_port"), self.bound(zmq.REP, "hb_port")
        self.published = self.bound(zmq.PUB, "iopub_port")

    def bound(self, kind, name):
        socket = self.context.socket(kind)
        socket.bind(f"{self.told['transport']}://{self.told['ip']}:{self.told[name]}")
        return socket

    def serve(self):
        poller = zmq.Poller()
        for socket in (self.shell, self.control, self.beat):
            poller.register(socket, zmq.POLLIN)
        kind = None
        while kind != "shutdown_request":
            for socket, _ in poller.poll():
                if socket is self.beat:
                    socket.send(socket.recv())
                else:
                    kind = self.answer(socket)

    def answer(self, socket):
        who, message = self.session.recv(socket, mode=0)
        kind = message["header"]["msg_type"]
        self.publish("status", {"execution_state": "busy"}, message)
        content = {"status": "ok"}
        if kind == "kernel_info_request":
            content |= INFO
        elif kind == "execute_request":
            self.execute(message)
            content |= {"execution_count": self.count, "payload": [], "user_expressions": {}}
        self.session.send(socket, kind.replace("_request", "_reply"), content, parent=message, ident=who)
        self.publish("status", {"execution_state": "idle"}, message)
        return kind

    def execute(self, message):
        self.count += 1
        printed, value = run(message["content"]["code"], self.names)
        if printed:
            self.publish("stream", {"name": "stdout", "text": printed}, message)
        if value is not None:
            data = {"data": {"text/plain": value}, "metadata": {}, "execution_count": self.count}
            self.publish("execute_result", data, message)

    def publish(self, name, content, message):
        self.session.send(self.published, name, content, parent=message)


with open(sys.argv[1], encoding="utf-8") as file:
    Kernel(json.load(file)).serve()
