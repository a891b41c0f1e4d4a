"""Which hosts and IP addresses may be asked."""

from __future__ import annotations

import pytest

from etl.fetch import Declaration, FetchSource
from etl.fetch.errors import FailedError, RefusedError
from etl.fetch.guard import Guard, is_public


def guard(ips: list[str], start: str = "https://maslihat.example.org/kk", **more: object) -> Guard:
    source = FetchSource(id="s", publisher="Мәслихат", start=(start,), verified=False, **more)  # type: ignore[arg-type]
    return Guard(source, Declaration(contact="a@b.org", sources=(source,)), lambda host, port: ips)


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1::1", "8.8.8.8"])
def test_public_addresses(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1", "224.0.0.1"]
    + ["255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1"]
    + ["64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "not an address"],
)
def test_addresses_of_private_networks_in_every_dress(ip: str) -> None:
    assert not is_public(ip)


def test_the_start_host_is_allowed_on_its_usual_ports() -> None:
    target = guard(["93.184.216.34"]).check("https://maslihat.example.org/a?b=1")
    assert (target.host, target.port, target.path) == ("maslihat.example.org", 443, "/a?b=1")
    assert target.host_header == "maslihat.example.org"
    assert guard(["93.184.216.34"]).check("http://MASLIHAT.example.org./").port == 80


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "https://maslihat.example.org.evil.org/",
        "https://maslihat.example.org:8443/",
        "https://maslihat.example.org@evil.org/",
        "https://evil.org\\@maslihat.example.org/",
        "https://maslihat.example.org/a\r\nX: y",
        "gopher://maslihat.example.org/",
        "https:///a",
        "https://maslihat.example.org:99999/",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(RefusedError):
        guard(["93.184.216.34"]).check(url)


def test_declared_hosts_are_allowed_with_their_port() -> None:
    wider = guard(["93.184.216.34"], hosts=("файлы.example.org", "cdn.example.org:8443"))
    assert wider.permits(f"https://{'файлы'.encode('idna').decode()}.example.org/1.pdf")
    assert wider.permits("https://ФАЙЛЫ.example.org/1.pdf")
    assert wider.permits("https://cdn.example.org:8443/1.pdf")
    assert not wider.permits("https://cdn.example.org/1.pdf")


def test_nobody_is_sent_from_https_to_http() -> None:
    with pytest.raises(RefusedError, match="from https to http"):
        guard(["93.184.216.34"]).check("http://maslihat.example.org/", "https://maslihat.example.org/")


def test_a_host_without_an_address_may_have_one_later() -> None:
    with pytest.raises(FailedError):
        guard([]).check("https://maslihat.example.org/")
