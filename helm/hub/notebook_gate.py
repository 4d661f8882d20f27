"""The gate of a notebook pod: a container of its own, which its owner cannot change, has the pod's port.

The notebook server listens on the pod's loopback address, which nothing but this pod reaches. The gate decides about
each request by IAP's assertion in it (notebook_gate_rules.py): the owner passes, other people only while the hub admits
them (a full admin), and the hub itself has no assertion.

One request for each connection to the server: whatever follows it cannot be taken for a second one.
"""

import asyncio
import contextlib
import json
import os
import socket
import sys
import urllib.error
import urllib.request
from urllib.parse import quote, urlsplit

from notebook_gate_rules import (
    HOP_BY_HOP,
    Head,
    Refused,
    Server,
    parse_head,
    to_notebook,
    to_owner,
    to_visitor,
    visitor_of,
)
from notebook_guard import OTHER_PERSON, WEBSOCKET_CHECK

NOTEBOOK_PORT = 18888
# The proxy in front refuses longer heads anyway.
HEAD_LIMIT = 32 * 1024
HEAD_SECONDS = 60
# What a server can make the gate keep is bounded, so that it cannot end the gate for want of memory and take its port.
# With these, all connections together need about two thirds of the container's limit (gate_pod.py).
CONNECTIONS = 128
BUFFER = 32 * 1024
BACKLOG = 64


class Gate:
    """Listens on the pod's port."""

    def __init__(self, server: Server, port: int = NOTEBOOK_PORT) -> None:
        self._server, self._port = server, port
        self._free = asyncio.Semaphore(CONNECTIONS)

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one connection, which carries one request."""
        writer.transport.set_write_buffer_limits(high=BUFFER)
        try:
            async with self._free:
                await self._serve(reader, writer)
        except Refused as refused:
            print(f"Refused with {refused.status}: {refused}", file=sys.stderr, flush=True)
            await _answer(reader, writer, refused)
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError, asyncio.TimeoutError):
            # As if nothing listened: the proxy then shows the hub's page, and the hub waits on.
            pass
        finally:
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            request = parse_head(await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), HEAD_SECONDS))
        except ValueError as error:
            raise Refused(400, f"The request is not valid: {error}.") from None
        visitor = visitor_of(request, self._server)
        if visitor is not None and not await self._admits(visitor):
            raise Refused(403, OTHER_PERSON)
        passed = to_notebook(request, visitor, self._server)
        from_notebook, notebook = await self._connect()
        tasks: list[asyncio.Task[None]] = []
        try:
            notebook.write(passed.encode())
            tasks.append(asyncio.create_task(_copy(reader, notebook)))
            answer = parse_head(await from_notebook.readuntil(b"\r\n\r\n"))
            while answer.start.split(" ")[1] in ("100", "102", "103"):
                answer = parse_head(await from_notebook.readuntil(b"\r\n\r\n"))
            is_open = answer.start.split(" ")[1] == "101"
            answer = to_owner(answer) if visitor is None else to_visitor(answer, request, self._server)
            kept = [item for item in answer.headers if is_open or item[0].lower() not in HOP_BY_HOP]
            writer.write(Head(answer.start, kept if is_open else [*kept, ("Connection", "close")]).encode())
            copy = asyncio.create_task(_copy(from_notebook, writer))
            tasks.append(copy)
            if is_open and visitor is not None:
                tasks.append(asyncio.create_task(self._watch(visitor)))
            # The end of a request's body is not the end of the answer; a websocket ends with either side.
            await asyncio.wait(tasks if is_open else [copy], return_when=asyncio.FIRST_COMPLETED)
        except (ValueError, IndexError):
            raise Refused(502, "The notebook server's answer is not valid.") from None
        finally:
            for task in tasks:
                task.cancel()
            notebook.close()

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        with contextlib.ExitStack() as undo:
            here = undo.enter_context(_socket())
            here.setblocking(False)
            await asyncio.get_running_loop().sock_connect(here, ("127.0.0.1", self._port))
            streams = await asyncio.open_connection(sock=here, limit=HEAD_LIMIT)
            undo.pop_all()
        streams[1].transport.set_write_buffer_limits(high=BUFFER)
        return streams

    async def _watch(self, visitor: str) -> None:
        """Ends once the hub no longer admits the visitor. No answer is no refusal: the hub restarts now and then."""
        while True:
            await asyncio.sleep(WEBSOCKET_CHECK)
            with contextlib.suppress(Refused):
                if not await self._admits(visitor):
                    return

    async def _admits(self, visitor: str) -> bool:
        return await asyncio.get_running_loop().run_in_executor(None, _ask_hub, self._server, visitor)


def _ask_hub(server: Server, visitor: str) -> bool:
    url = f"{server.api_url}/jupyterhub-gke/visitors/{quote(visitor, safe='')}?server={quote(server.name, safe='')}"
    request = urllib.request.Request(url, headers={"Authorization": f"token {server.token}"})  # noqa: S310 - from the hub
    try:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=10) as answer:
            return bool(json.load(answer)["admits"])
    except urllib.error.HTTPError as error:
        if error.code in (401, 403, 404):
            return False
        raise Refused(503, "The hub did not say who may open this server. Try again in a minute.") from None
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused(503, "The hub did not say who may open this server. Try again in a minute.") from None


def _socket() -> socket.socket:
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # Without these, the kernel lets buffers grow to megabytes each, which count as the container's memory.
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        made.setsockopt(socket.SOL_SOCKET, option, BUFFER)
    return made


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(BUFFER):
            writer.write(data)
            await writer.drain()


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, refused: Refused) -> None:
    body = f"{refused}\n".encode()
    head = (
        f"HTTP/1.1 {refused.status} Refused\r\nContent-Length: {len(body)}\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nCache-Control: no-store\r\n"
        "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n"
    )
    with contextlib.suppress(OSError, asyncio.TimeoutError):
        writer.write(head.encode() + body)
        await writer.drain()
        writer.write_eof()
        # What is still on its way would otherwise reset the connection before the caller has read the answer.
        await asyncio.wait_for(reader.read(HEAD_LIMIT), 1)


async def main(env: "os._Environ[str]" = os.environ) -> None:
    """Serves until the pod ends."""
    server = Server(
        env["JUPYTERHUB_USER"],
        env["JUPYTERHUB_SERVICE_PREFIX"],
        env.get("JUPYTERHUB_SERVER_NAME", ""),
        env["JUPYTERHUB_API_URL"].rstrip("/"),
        env["JUPYTERHUB_API_TOKEN"],
        urlsplit(env.get("JUPYTERHUB_PUBLIC_URL", "")).netloc.lower(),
    )
    gate = Gate(server, int(env.get("JUPYTERHUB_GKE_NOTEBOOK_PORT", NOTEBOOK_PORT)))
    host, port = env.get("JUPYTERHUB_GKE_GATE_HOST", "0.0.0.0"), int(env.get("JUPYTERHUB_GKE_GATE_PORT", "8888"))  # noqa: S104
    here = _socket()
    here.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    here.bind((host, port))
    listening = await asyncio.start_server(gate.handle, sock=here, limit=HEAD_LIMIT, backlog=BACKLOG)
    async with listening:
        await listening.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
