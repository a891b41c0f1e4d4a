"""Taking the body of an answer: counted, unpacked with a bound, continued where it broke off."""

from __future__ import annotations

import re
import zlib
from typing import Protocol

from urllib3.response import BaseHTTPResponse

from etl.fetch.errors import FailedError, RefusedError
from etl.fetch.partial import Partial

CHUNK = 64 * 1024
_RANGE = re.compile(r"bytes (\d+)-\d+/(\d+|\*)")


class _Decoder(Protocol):
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...

    @property
    def unconsumed_tail(self) -> bytes: ...

    @property
    def eof(self) -> bool: ...


def receive(response: BaseHTTPResponse, partial: Partial, max_bytes: int) -> bytes:
    """Return the whole body.

    Args:
        response: an answer with status 200 or 206.
        partial: where it is kept meanwhile.
        max_bytes: limit of the file, packed and unpacked.

    Raises:
        RefusedError: it is too large or packed in a way that is not read.
        FailedError: it does not continue what is here.
    """
    announced = response.headers.get("Content-Length", "")
    if announced.isascii() and announced.isdigit() and int(announced) > max_bytes:
        partial.discard()
        raise RefusedError(f"the file has {int(announced):,} bytes; at most {max_bytes:,} are taken")
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise RefusedError(f"the answer is packed as {packing[:40]}, which was not asked for")
    if response.status == 206:
        _check_range(response, partial, max_bytes, packing)
    else:
        partial.begin(response.headers.get("ETag"), response.headers.get("Last-Modified"))
    if packing in ("", "identity"):
        while data := response.read1(CHUNK):
            partial.add(data, max_bytes)
        return partial.take()
    partial.discard()  # bytes of a packed answer cannot be continued
    return _unpack(response, max_bytes)


def _check_range(response: BaseHTTPResponse, partial: Partial, max_bytes: int, packing: str) -> None:
    found = _RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    here = partial.resumption()
    if found is None or here is None or int(found[1]) != here[0] or packing not in ("", "identity"):
        partial.discard()
        raise FailedError("the server continues the file at another place")
    if found[2] != "*" and int(found[2]) > max_bytes:
        partial.discard()
        raise RefusedError(f"the file has {int(found[2]):,} bytes; at most {max_bytes:,} are taken")


def _unpack(response: BaseHTTPResponse, max_bytes: int) -> bytes:
    """Unpack at most ``max_bytes``: a few packed bytes may stand for gigabytes."""
    decoder: _Decoder = zlib.decompressobj(wbits=47)
    whole = bytearray()
    try:
        while data := response.read1(CHUNK):
            while data:
                whole += decoder.decompress(data, max_bytes - len(whole) + 1)
                if len(whole) > max_bytes:
                    raise RefusedError(f"the file unpacks to more than {max_bytes:,} bytes")
                data = decoder.unconsumed_tail
    except zlib.error as problem:
        raise RefusedError("the answer is packed, but not as the server says") from problem
    if not decoder.eof:
        raise FailedError("the answer was cut short")
    return bytes(whole)
