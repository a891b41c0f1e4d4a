"""Robots files, rates and the name we give."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.fetch.links import find_links, write_address
from etl.fetch.pace import MAX_WAIT, Pace
from etl.fetch.robots import rules_of
from tests.etl.fetch.conftest import Desk, Time

Act = Callable[[str], str]


def test_robots_rules_with_stars_and_ends_are_kept() -> None:
    rules = rules_of(200, "User-agent: *\nDisallow: /құпия\nDisallow: /*.pdf$\nAllow: /ашық.pdf\n".encode())
    assert not rules.allows("https://example.org/%D2%9B%D2%B1%D0%BF%D0%B8%D1%8F/1")
    assert not rules.allows("https://example.org/a/1.pdf")
    assert rules.allows("https://example.org/a/1.pdf.html")


def test_a_site_may_speak_of_us_by_name() -> None:
    rules = rules_of(200, b"User-agent: who-counts-the-votes\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    assert not rules.allows("https://example.org/")


@pytest.mark.parametrize(("status", "open_to_us"), [(404, True), (410, True), (401, False), (403, False), (500, False)])
def test_what_a_missing_or_closed_robots_file_means(status: int, open_to_us: bool) -> None:
    assert rules_of(status, b"").allows("https://example.org/") is open_to_us


def test_the_interval_is_the_longer_of_delay_and_rate() -> None:
    assert rules_of(200, b"User-agent: *\nCrawl-delay: 7\n").interval == 7
    assert rules_of(404, b"").interval == 0


def test_what_robots_forbid_is_not_asked_for(desk: Desk, act: Act) -> None:
    desk.site.serve("/robots.txt", "User-agent: *\nDisallow: /acts/\n", "text/plain")
    desk.site.serve("/acts/8.html", act("Әулиекөл"))
    assert desk.why({"start": [desk.site.url("/acts/8.html")]}) == "the site's robots.txt does not allow it"
    assert desk.site.paths_asked() == []


def test_robots_count_where_a_redirect_leads(desk: Desk, act: Act) -> None:
    desk.site.serve("/robots.txt", "User-agent: *\nDisallow: /acts/\n", "text/plain")
    desk.site.serve("/8.html", "", status=302, Location="/acts/8.html")
    assert desk.why({"start": [desk.site.url("/8.html")]}) == "the site's robots.txt does not allow it"


def test_a_site_whose_robots_file_fails_is_left_alone(desk: Desk, act: Act) -> None:
    desk.site.serve("/robots.txt", "", "text/plain", 503)
    desk.site.serve("/8.html", act("Әулиекөл"))
    assert "the site is left alone" in desk.why({"start": [desk.site.url("/8.html")]})
    assert desk.site.paths_asked() == []


def test_robots_are_read_once_and_requests_keep_their_distance(desk: Desk, act: Act) -> None:
    desk.site.serve("/robots.txt", "User-agent: *\nCrawl-delay: 5\n", "text/plain")
    for number in (1, 2, 3):
        desk.site.serve(f"/{number}.html", act(str(number)))
    desk.fetch({"start": [desk.site.url(f"/{number}.html") for number in (1, 2, 3)]}, rate=60)
    assert [request.path for request in desk.site.asked].count("/robots.txt") == 1
    # One second after robots.txt by the declared rate, then the five the site asks for.
    assert desk.time.slept == [1.0, 5.0, 5.0]


def test_the_server_is_told_who_asks(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    desk.fetch({"start": [desk.site.url("/8.html")]})
    assert {request.headers["user-agent"] for request in desk.site.asked} == {
        "who-counts-the-votes/0.1 (+mailto:redaksia@example.org)"
    }
    assert all("cookie" not in request.headers for request in desk.site.asked)


def test_hosts_are_paced_apart_from_each_other() -> None:
    time = Time()
    pace = Pace(time.clock, time.sleep)
    for host in ("a.kz", "b.kz"):
        pace.slow_down(host, 3.0)
    for host in ("a.kz", "b.kz", "a.kz", "b.kz"):
        pace.wait(host)
    assert time.slept == [3.0]  # a waits for itself; by then b may be asked too


def test_no_wait_is_longer_than_the_longest() -> None:
    time = Time()
    pace = Pace(time.clock, time.sleep)
    pace.slow_down("a.kz", 10_000)
    pace.wait("a.kz")
    pace.wait("a.kz")
    assert time.slept == [MAX_WAIT]


def test_one_written_form_for_an_address() -> None:
    host = "мысал.қаз".encode("idna").decode()
    assert write_address("HTTPS://Мысал.Қаз:443/шешім 1?а=ә&b=%20#top") == (
        f"https://{host}/%D1%88%D0%B5%D1%88%D1%96%D0%BC%201?%D0%B0=%D3%99&b=%20"
    )


def test_links_to_the_same_host_go_over_https() -> None:
    page = b'<a href="http://a.org/1">1</a><a href="http://b.org/2">2</a><a href="http://a.org:8080/3">3</a>'
    assert find_links(page, "https://a.org/") == ["https://a.org/1", "http://b.org/2", "http://a.org:8080/3"]
