"""Secure connections go to the checked IP address and still have to show the certificate of the name."""

from __future__ import annotations

import datetime as dt
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tests.etl.fetch.conftest import Desk
from tests.etl.fetch.servers import serving

Act = Callable[[str], str]
HOST = "maslihat.example.org"


def make_certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HOST)])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    return make_certificate(tmp_path)


@pytest.fixture
def trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ssl.create_default_context
    monkeypatch.setattr("etl.fetch.transport.ssl.create_default_context", lambda: real(cafile=str(certificate)))


def fetch_from(desk: Desk, certificate: Path, act: Act, host: str) -> tuple[dict[str, int], list[str]]:
    desk.names[host] = ["127.0.0.1"]
    with serving(certificate) as site:
        site.serve("/8.html", act("Әулиекөл"))
        url = site.url("/8.html", host).replace("http:", "https:")
        report = desk.fetch({"start": [url]}, allow_private_hosts=[host])
    return dict(report.outcomes), [failure.why for failure in report.failures]


@pytest.mark.usefixtures("trusted")
def test_the_certificate_of_the_name_is_accepted(desk: Desk, certificate: Path, act: Act) -> None:
    assert fetch_from(desk, certificate, act, HOST) == ({"new": 1}, [])


@pytest.mark.usefixtures("trusted")
def test_the_certificate_of_another_name_is_not(desk: Desk, certificate: Path, act: Act) -> None:
    outcomes, [why] = fetch_from(desk, certificate, act, "other.example.org")
    assert outcomes == {}
    assert "certificate of other.example.org is not valid" in why


def test_a_certificate_nobody_vouches_for_is_not(desk: Desk, certificate: Path, act: Act) -> None:
    outcomes, [why] = fetch_from(desk, certificate, act, HOST)
    assert outcomes == {}
    assert f"certificate of {HOST} is not valid" in why
