"""A local server that misbehaves: each of its ways ends in one clear reason, soon."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable

import pytest

from tests.etl.fetch.conftest import Desk
from tests.etl.fetch.servers import Handler, serving

Act = Callable[[str], str]
PDF = b"%PDF-1.4\n" + b"0" * 5000


def test_server_errors_are_tried_again_with_longer_and_longer_waits(desk: Desk, act: Act) -> None:
    answers = [500, 502, 503]

    def behave(handler: Handler) -> None:
        if answers:
            handler.answer(b"trouble", "text/plain", answers.pop(0))
        else:
            handler.answer(act("Әулиекөл").encode())

    desk.site.paths["/8.html"] = behave
    assert desk.fetch({"start": [desk.site.url("/8.html")]}).outcomes == {"new": 1}
    assert desk.time.slept[-3:] == [2.0, 4.0, 8.0]


def test_server_errors_without_end_are_reported(desk: Desk) -> None:
    desk.site.serve("/8.html", "trouble", status=500)
    assert desk.why({"start": [desk.site.url("/8.html")]}) == "the server answers 500"
    assert desk.site.paths_asked() == ["/8.html"] * 4


@pytest.mark.parametrize("after", ["120", "Fri, 19 Jan 2024 09:02:00 GMT"])
def test_retry_after_is_honoured(desk: Desk, act: Act, after: str) -> None:
    answers = [429]

    def behave(handler: Handler) -> None:
        if answers:
            handler.answer(b"", "text/plain", answers.pop(), Retry_After=after)
        else:
            handler.answer(act("Әулиекөл").encode())

    desk.site.paths["/8.html"] = behave
    assert desk.fetch({"start": [desk.site.url("/8.html")]}).outcomes == {"new": 1}
    assert 120.0 in desk.time.slept


def test_a_server_that_asks_for_an_hour_is_left_for_another_run(desk: Desk) -> None:
    desk.site.serve("/8.html", "", status=503, Retry_After="3600")
    why = desk.why({"start": [desk.site.url("/8.html")]})
    assert why == "the server answers 503; it asks to come again in 3600 seconds"
    assert desk.site.paths_asked() == ["/8.html"]


def test_a_host_that_fails_again_and_again_is_left_alone(desk: Desk) -> None:
    paths = [f"/{number}.html" for number in range(6)]
    for path in paths:
        desk.site.serve(path, "", status=500)
    report = desk.fetch({"start": [desk.site.url(path) for path in paths]})
    assert len(report.failures) == 6
    assert len(desk.site.paths_asked()) == 3 * 4
    assert report.failures[5].why == "left for another run: 3 addresses of 127.0.0.1 failed one after another"


def test_a_page_that_is_not_there_is_asked_for_once(desk: Desk) -> None:
    assert desk.why({"start": [desk.site.url("/8.html")]}) == "the server answers 404"
    assert desk.site.paths_asked() == ["/8.html"]


def test_redirects_inside_the_declared_hosts_are_followed(desk: Desk, act: Act) -> None:
    desk.site.serve("/old", "", status=301, Location="/new/8.html")
    desk.site.serve("/new/8.html", act("Әулиекөл"))
    assert desk.fetch({"start": [desk.site.url("/old")]}).outcomes == {"new": 1}


def test_a_redirect_to_another_host_is_refused(desk: Desk) -> None:
    desk.site.serve("/8.html", "", status=302, Location="http://example.org/8.html")
    assert "'example.org' is not among the hosts" in desk.why({"start": [desk.site.url("/8.html")]})


@pytest.mark.parametrize(
    "to", ["http://localhost/", "http://127.0.0.2/", "http://[::1]/", "http://169.254.169.254/latest/", "http://0/"]
)
def test_a_redirect_to_this_machine_is_refused(desk: Desk, to: str) -> None:
    desk.site.serve("/8.html", "", status=302, Location=to)
    assert "is not among the hosts" in desk.why({"start": [desk.site.url("/8.html")]})


def test_a_redirect_to_another_port_of_this_machine_is_refused(desk: Desk, act: Act) -> None:
    with serving() as other:
        other.serve("/secret.html", act("құпия"))
        desk.site.serve("/8.html", "", status=302, Location=other.url("/secret.html"))
        assert "is not among the hosts" in desk.why({"start": [desk.site.url("/8.html")]})
        assert other.asked == []


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://a:b@127.0.0.1/"]
)
def test_a_redirect_to_another_scheme_is_refused(desk: Desk, to: str) -> None:
    desk.site.serve("/8.html", "", status=302, Location=to)
    assert "scheme" in (why := desk.why({"start": [desk.site.url("/8.html")]})) or "password" in why


def test_a_declared_host_inside_a_private_network_is_refused_unless_named(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    desk.names["maslihat.example.kz"] = ["127.0.0.1"]
    start = {"start": [desk.site.url("/8.html", "maslihat.example.kz")]}
    assert "an address of a private network or this machine" in desk.why(start)
    assert desk.site.asked == []
    named = desk.fetch(start, allow_private_hosts=["maslihat.example.kz"])
    assert named.outcomes == {"new": 1}
    assert desk.site.asked[-1].headers["host"] == f"maslihat.example.kz:{desk.site.port}"


def test_one_private_address_among_public_ones_refuses_the_host(desk: Desk) -> None:
    desk.names["maslihat.example.kz"] = ["93.184.216.34", "10.0.0.7"]
    assert "10.0.0.7" in desk.why({"start": ["http://maslihat.example.kz/8.html"]})


def test_a_name_that_changes_its_meaning_changes_nothing(desk: Desk, act: Act) -> None:
    """DNS rebinding: what was checked is what is connected to, so a second answer of the resolver is never used."""
    desk.site.serve("/8.html", act("Әулиекөл"))
    desk.names["maslihat.example.kz"] = ["127.0.0.1"]
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    desk.resolve = resolve  # type: ignore[method-assign]
    source = {"start": [desk.site.url("/8.html", "maslihat.example.kz")]}
    desk.fetch(source, allow_private_hosts=["maslihat.example.kz"])
    assert len(asked) == len(desk.site.asked)  # one look-up for each request: none at the time of connecting


def test_redirects_in_a_circle_end(desk: Desk) -> None:
    desk.site.serve("/a", "", status=302, Location="/b")
    desk.site.serve("/b", "", status=302, Location="/a")
    assert desk.why({"start": [desk.site.url("/a")]}) == "more than 5 redirects"


def test_a_body_without_end_is_cut_at_its_limit(desk: Desk) -> None:
    def behave(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while True:  # until the client hangs up
            handler.wfile.write(b"<p>" + b"x" * 10_000)

    desk.site.paths["/8.html"] = behave
    assert (
        desk.why({"start": [desk.site.url("/8.html")], "max_bytes": 100_000}) == "the file has more than 100,000 bytes"
    )
    assert not list((desk.archive / "partial").iterdir())


def test_a_file_announced_too_large_is_not_begun(desk: Desk) -> None:
    desk.site.serve("/8.pdf", PDF, "application/pdf")
    why = desk.why({"start": [desk.site.url("/8.pdf")], "max_bytes": 4000})
    assert why == "the file has 5,009 bytes; at most 4,000 are taken"


def test_a_packed_body_that_unpacks_without_end_is_cut(desk: Desk) -> None:
    bomb = gzip.compress(b"<html>" + b"0" * 20_000_000)
    assert len(bomb) < 100_000
    desk.site.serve("/8.html", bomb, Content_Encoding="gzip")
    why = desk.why({"start": [desk.site.url("/8.html")], "max_bytes": 100_000})
    assert why == "the file unpacks to more than 100,000 bytes"


def test_a_packed_body_is_unpacked(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", gzip.compress(act("Әулиекөл").encode()), Content_Encoding="gzip")
    desk.fetch({"start": [desk.site.url("/8.html")]})
    assert (desk.documents / "s1/8.html").read_text("utf-8") == act("Әулиекөл")


def test_a_packing_nobody_asked_for_is_refused(desk: Desk) -> None:
    desk.site.serve("/8.html", b"\x00\x01", Content_Encoding="br")
    assert "packed as br" in desk.why({"start": [desk.site.url("/8.html")]})


@pytest.mark.parametrize("phase", ["headers", "body", "silence"])
def test_a_slow_server_is_cut_after_its_time(desk: Desk, phase: str) -> None:
    def behave(handler: Handler) -> None:
        if phase == "silence":
            handler.site.released.wait(5)
            return
        if phase == "body":
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not handler.site.released.wait(0.02):  # one byte now and then, so that no single read waits long
            handler.wfile.write(b"a")
            handler.wfile.flush()

    desk.site.paths["/8.html"] = behave
    began = time.monotonic()
    why = desk.why({"start": [desk.site.url("/8.html")], "max_seconds": 0.25})
    assert why == "not finished after 0.25 seconds"
    assert time.monotonic() - began < 1.0


@pytest.mark.parametrize("kind", ["video/mp4", "text/css; charset=utf-8"])
def test_a_type_that_is_never_a_document_is_refused(desk: Desk, kind: str) -> None:
    desk.site.serve("/8", b"0" * 100, kind)
    assert desk.why({"start": [desk.site.url("/8")]}).endswith("which is not a document")


def test_a_page_of_errors_where_a_file_was_promised_is_refused(desk: Desk) -> None:
    desk.site.serve("/8.pdf", "<html><body>Қате</body></html>")
    assert desk.why({"start": [desk.site.url("/8.pdf")]}) == "the address promises .pdf, the server sends a web page"


def test_an_old_document_that_is_a_page_inside_is_taken(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.doc", act("Әулиекөл"), "application/msword")
    assert desk.fetch({"start": [desk.site.url("/8.doc")]}).outcomes == {"new": 1}


@pytest.mark.parametrize(
    ("data", "kind"), [(b"Rar!\x1a\x07\x00abc", "rar"), (b"PK\x03\x04abc", "zip"), (b"MZ\x90\x00" + b"\0" * 50, "exe")]
)
def test_bytes_that_are_no_document_are_refused(desk: Desk, data: bytes, kind: str) -> None:
    desk.site.serve(f"/8.{kind}", data, "application/octet-stream")
    assert f"the file is {kind}, not one of" in desk.why({"start": [desk.site.url(f"/8.{kind}")]})


def test_kinds_that_are_not_wanted_are_refused(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    assert desk.why({"start": [desk.site.url("/8.html")], "kinds": ["pdf"]}) == "the file is html, not one of pdf"


def test_an_empty_answer_is_no_document(desk: Desk) -> None:
    desk.site.serve("/8.html", "  \n")
    assert desk.why({"start": [desk.site.url("/8.html")]}) == "the file is empty"


def test_a_broken_connection_is_continued_where_it_broke(desk: Desk) -> None:
    ranges: list[str | None] = []

    def behave(handler: Handler) -> None:
        wanted = handler.headers.get("Range")
        ranges.append(wanted)
        if wanted is None:
            handler.send_response(200)
            handler.send_header("Content-Type", "application/pdf")
            handler.send_header("Content-Length", str(len(PDF)))
            handler.send_header("ETag", '"v1"')
            handler.end_headers()
            handler.wfile.write(PDF[:2000])
            return
        begin = int(wanted.removeprefix("bytes=").rstrip("-"))
        assert handler.headers["If-Range"] == '"v1"'
        handler.answer(
            PDF[begin:], "application/pdf", 206, Content_Range=f"bytes {begin}-{len(PDF) - 1}/{len(PDF)}", ETag='"v1"'
        )

    desk.site.paths["/8.pdf"] = behave
    assert desk.fetch({"start": [desk.site.url("/8.pdf")]}).outcomes == {"new": 1}
    assert ranges == [None, "bytes=2000-"]
    assert (desk.documents / "s1/8.pdf").read_bytes() == PDF


def test_a_server_that_continues_at_another_place_is_asked_for_the_whole(desk: Desk) -> None:
    answers = iter(["cut", "wrong", "whole"])

    def behave(handler: Handler) -> None:
        step = next(answers)
        if step == "cut":
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(PDF)))
            handler.send_header("ETag", '"v1"')
            handler.end_headers()
            handler.wfile.write(PDF[:2000])
        elif step == "wrong":
            handler.answer(PDF[100:], "application/pdf", 206, Content_Range=f"bytes 100-{len(PDF) - 1}/{len(PDF)}")
        else:
            assert "Range" not in handler.headers
            handler.answer(PDF, "application/pdf")

    desk.site.paths["/8.pdf"] = behave
    assert desk.fetch({"start": [desk.site.url("/8.pdf")]}).outcomes == {"new": 1}
    assert (desk.documents / "s1/8.pdf").read_bytes() == PDF


def test_a_body_cut_short_is_never_taken_for_the_whole(desk: Desk) -> None:
    def behave(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(PDF)))
        handler.end_headers()
        handler.wfile.write(PDF[:2000])

    desk.site.paths["/8.pdf"] = behave
    assert desk.why({"start": [desk.site.url("/8.pdf")]}) == "the answer was cut short"


def test_a_server_that_speaks_no_http_is_reported(desk: Desk) -> None:
    desk.site.paths["/8.html"] = lambda handler: handler.wfile.write(b"\x00\xff garbage\r\n\r\n") and None
    assert "broken" in desk.why({"start": [desk.site.url("/8.html")]})


def test_a_closed_port_is_reported(desk: Desk) -> None:
    with serving() as gone:
        url = gone.url("/8.html")
    assert desk.why({"start": [url]}).endswith("(the server takes no connection)")


def test_no_secure_connection_is_no_document(desk: Desk) -> None:
    desk.site.serve("/8.html", "<html>x</html>")
    why = desk.why({"start": [desk.site.url("/8.html").replace("http:", "https:")]})
    assert "no secure connection" in why
