"""One request to one checked IP address; nothing is followed, retried or read beyond the headers."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse
from urllib3.util.ssl_match_hostname import CertificateError

from etl.fetch.errors import FailedError, RefusedError
from etl.fetch.guard import Target

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
"""Longest silence of a server."""


@contextmanager
def request(target: Target, headers: dict[str, str], seconds: float) -> Iterator[BaseHTTPResponse]:
    """Ask for an address and give the answer with its body unread.

    The connection goes to the IP address that was checked, so that a name that changes its meaning between check and
    connection changes nothing; certificate and ``Host`` are those of the name. No proxy of the environment is used.

    Args:
        target: the checked address.
        headers: of the request, without ``Host``.
        seconds: after these the connection is cut, whatever state it is in.

    Raises:
        FailedError: no answer, or a broken one.
        RefusedError: the certificate is not that of the host.
    """
    connection = _connect(target, seconds)
    # Kept here: once the headers are in, the connection hands its socket over to the answer.
    wire = connection.sock
    cut = threading.Event()

    def end() -> None:
        cut.set()
        # A server that sends one byte now and then never falls silent: only closing the socket ends it.
        if wire is not None:
            with suppress(OSError):
                socket.socket.shutdown(wire, socket.SHUT_RDWR)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        connection.request(
            "GET",
            target.path,
            headers={"Host": target.host_header, **headers},
            preload_content=False,
            decode_content=False,
        )
        yield connection.getresponse()
        if cut.is_set():  # a cut connection looks like the end of headers or of a body of unknown length
            raise FailedError(f"not finished after {seconds:g} seconds")
    except (urllib3.exceptions.HTTPError, HTTPException, OSError, ValueError) as problem:
        if cut.is_set():
            raise FailedError(f"not finished after {seconds:g} seconds") from problem
        raise FailedError(_say(problem)) from problem
    finally:
        timer.cancel()
        connection.close()


def _connect(target: Target, seconds: float) -> HTTPConnection | HTTPSConnection:
    """Connect to the first IP address that answers."""
    problem: Exception | None = None
    for ip in target.ips:
        connection = _make(target, ip, min(CONNECT_SECONDS, seconds))
        try:
            connection.connect()
        except ssl.SSLCertVerificationError as error:
            connection.close()
            raise RefusedError(f"the certificate of {target.host} is not valid: {error.verify_message}") from error
        except CertificateError as error:
            connection.close()
            raise RefusedError(f"the certificate of {target.host} is not valid") from error
        except (urllib3.exceptions.HTTPError, OSError) as error:
            connection.close()
            problem = error
            continue
        if connection.sock is not None:
            connection.sock.settimeout(min(READ_SECONDS, seconds))
        return connection
    raise FailedError(_say(problem) if problem else f"the host {target.host} is not known") from problem


def _make(target: Target, ip: str, timeout: float) -> HTTPConnection | HTTPSConnection:
    if target.scheme == "http":
        return HTTPConnection(ip, target.port, timeout=timeout)
    return HTTPSConnection(
        ip,
        target.port,
        timeout=timeout,
        ssl_context=ssl.create_default_context(),  # checks the certificate against server_hostname
        cert_reqs=ssl.CERT_REQUIRED,
        server_hostname=target.host,
    )


_WORDS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((ConnectionRefusedError,), "the server takes no connection"),
    ((ConnectionResetError, BrokenPipeError), "the server ended the connection"),
    ((urllib3.exceptions.IncompleteRead,), "the answer was cut short"),
    ((ssl.SSLError, urllib3.exceptions.SSLError), "no secure connection could be made"),
    ((TimeoutError, urllib3.exceptions.TimeoutError), "the server does not answer in time"),
)
"""In the order in which they count: what cannot be connected to is also a kind of timeout to the library."""


def _say(problem: BaseException) -> str:
    """Return what happened in words; messages of libraries name objects and IP addresses."""
    chain = [problem]
    while (cause := chain[-1].__cause__ or chain[-1].__context__) is not None and cause not in chain:
        chain.append(cause)
    for kinds, words in _WORDS:
        if any(isinstance(link, kinds) for link in chain):
            return words
    return "the server cannot be reached or its answer is broken"
