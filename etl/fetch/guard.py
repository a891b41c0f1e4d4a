"""Which addresses may be asked: declared hosts only, and never a machine of a private network by accident."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from etl.fetch.declaration import Declaration, FetchSource
from etl.fetch.errors import FailedError, RefusedError

Resolve = Callable[[str, int], list[str]]

_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_IP = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """A checked address: the connection goes to one of ``ips``, whatever the name says a moment later."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    ips: tuple[str, ...]

    @property
    def host_header(self) -> str:
        """Return the host as a request names it."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"


def resolve_host(host: str, port: int) -> list[str]:
    """Return every IP address a name stands for.

    Args:
        host, port: what is asked for.

    Raises:
        FailedError: the name is not known now.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as problem:
        raise FailedError(f"the host {host} is not known") from problem
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(text: str) -> bool:
    """Tell whether an IP address belongs to the public network; embedded IPv4 addresses count.

    Args:
        text: the address.
    """
    try:
        ip: _IP = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            ip = inner
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


class Guard:
    """The rules of one source.

    Args:
        source: its start addresses and ``hosts`` are what may be asked.
        declaration: its ``allow_private_hosts`` may be inside a private network.
        resolve: how names become IP addresses.
    """

    def __init__(self, source: FetchSource, declaration: Declaration, resolve: Resolve = resolve_host) -> None:
        self._resolve = resolve
        self._allowed: set[tuple[str, int]] = set()
        for start in source.start:
            parts = urlsplit(start)
            host = _plain_host(parts.hostname or "")
            self._allowed.add((host, parts.port or _PORTS[parts.scheme]))
            if parts.port is None:
                self._allow(host)
        for name in source.hosts:
            self._allow(name)
        self._private: set[tuple[str, int | None]] = {_split_host(name) for name in declaration.allow_private_hosts}

    def _allow(self, name: str) -> None:
        host, port = _split_host(name)
        self._allowed |= {(host, port)} if port else {(host, usual) for usual in _PORTS.values()}

    def permits(self, url: str) -> bool:
        """Tell whether an address is one of the declared hosts, without looking anything up.

        Args:
            url: the address.
        """
        try:
            self._split(url)
        except RefusedError:
            return False
        return True

    def check(self, url: str, came_from: str | None = None) -> Target:
        """Return an address with the IP addresses that may be connected to.

        Args:
            url: the address.
            came_from: address that sent us here; from https nobody is sent to http.

        Raises:
            RefusedError: scheme, host or IP address may not be asked.
            FailedError: the host is not known now.
        """
        target = self._split(url)
        if came_from is not None and came_from.startswith("https:") and target.scheme == "http":
            raise RefusedError("sent from https to http")
        ips = self._resolve(target.host, target.port)
        if not ips:
            raise FailedError(f"the host {target.host} is not known")
        named_private = (target.host, None) in self._private or (target.host, target.port) in self._private
        for ip in ips:
            if not is_public(ip) and not named_private:
                raise RefusedError(f"the host {target.host} is {ip}, an address of a private network or this machine")
        return Target(target.url, target.scheme, target.host, target.port, target.path, tuple(ips))

    def _split(self, url: str) -> Target:
        if any(ord(letter) <= 32 or ord(letter) == 127 for letter in url):
            raise RefusedError("the address holds a space or a control character")
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as problem:
            raise RefusedError(f"not an address: {problem}") from problem
        if parts.scheme not in _PORTS:
            raise RefusedError(f"the scheme {parts.scheme or 'of the address'!r} is not http or https")
        if parts.username is not None or parts.password is not None:
            raise RefusedError("the address holds a user name or password")
        host = _plain_host(parts.hostname or "")
        port = port if port is not None else _PORTS[parts.scheme]
        if (host, port) not in self._allowed:
            usual = "" if port in _PORTS.values() else f", port {port},"
            raise RefusedError(f"the host {host or 'of the address'!r}{usual} is not among the hosts of this source")
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Target(url, parts.scheme, host, port, path, ())


def _plain_host(host: str) -> str:
    """Return a host in the form that is compared: lower case, Cyrillic names in their ASCII form, no final dot."""
    host = host.lower().rstrip(".")
    if host.isascii():
        return host
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError as problem:
        raise RefusedError(f"{host!r} is not the name of a host") from problem


def _split_host(name: str) -> tuple[str, int | None]:
    parts = urlsplit(f"//{name}")
    return _plain_host(parts.hostname or ""), parts.port
