"""Documents of a well-behaved site: kept, named, described, kept apart in versions, continued after a break."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from etl.archive import Archive
from etl.fetch.client import Client
from etl.sources import encode, find_sources
from tests.etl.fetch.conftest import Desk
from tests.etl.fetch.servers import Handler

Act = Callable[[str], str]


def test_a_start_address_without_links_is_the_document(desk: Desk, act: Act) -> None:
    desk.site.serve("/шешім/2024-8.html".encode().decode("latin-1"), act("Әулиекөл"))
    desk.site.paths["/%D1%88%D0%B5%D1%88%D1%96%D0%BC/8.html"] = lambda h: h.answer(act("Әулиекөл").encode())
    report = desk.fetch({"start": [desk.site.url("/шешім/8.html")], "language": "kk", "region_id": "KZ-39"})
    assert report.failures == []
    assert report.outcomes == {"new": 1}
    assert desk.files() == ["s1/шешім-8.html", "s1/шешім-8.meta.yml"]
    car = yaml.safe_load((desk.documents / "s1/шешім-8.meta.yml").read_text("utf-8"))
    assert car == {
        "source_url": desk.site.url("/%D1%88%D0%B5%D1%88%D1%96%D0%BC/8.html"),
        "retrieved_on": dt.date(2024, 1, 19),
        "publisher": "Әулиекөл аудандық мәслихаты",
        "region_id": "KZ-39",
        "language": "kk",
    }


def test_what_was_fetched_can_be_built(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    desk.fetch({"start": [desk.site.url("/8.html")], "language": "kk", "region_id": "KZ-39"})
    (source,) = find_sources([desk.documents], Archive(desk.archive))
    assert source.path == "s1/8.html"
    assert source.issues == ()
    assert source.side_car.retrieved_on == dt.date(2024, 1, 19)
    assert source.side_car.region_id == "KZ-39"
    assert Archive(desk.archive).get(source.sha256).decode() == act("Әулиекөл")


def test_everything_below_the_archive_is_for_its_owner_alone(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    desk.fetch({"start": [desk.site.url("/8.html")]})
    desk.site.serve("/8.html", act("Жаңа"))
    desk.fetch({"start": [desk.site.url("/8.html")]})
    open_to_others = [str(p) for p in [desk.archive, *desk.archive.rglob("*")] if p.stat().st_mode & 0o077]
    assert open_to_others == []
    assert Archive(desk.archive).verify() == []


def test_a_changed_page_is_a_new_version_beside_the_old(desk: Desk, act: Act) -> None:
    source = {"start": [desk.site.url("/8.html")]}
    desk.site.serve("/8.html", act("Бірінші"))
    desk.fetch(source)
    desk.time.day += dt.timedelta(days=30)
    desk.site.serve("/8.html", act("Екінші"))
    report = desk.fetch(source)
    assert report.outcomes == {"changed": 1}
    assert "Екінші" in (desk.documents / "s1/8.html").read_text("utf-8")
    (old,) = [path for path in desk.files("earlier") if path.endswith(".html")]
    assert old.startswith("s1/8/2024-01-19-")
    assert "Бірінші" in (desk.archive / "earlier" / old).read_text("utf-8")
    (earlier,) = find_sources([desk.archive / "earlier"], Archive(desk.archive))
    assert earlier.side_car.retrieved_on == dt.date(2024, 1, 19)
    (latest,) = find_sources([desk.documents], Archive(desk.archive))
    assert latest.side_car.retrieved_on == dt.date(2024, 2, 18)


def test_an_unchanged_page_leaves_the_input_of_a_build_as_it_was(desk: Desk, act: Act) -> None:
    source = {"start": [desk.site.url("/8.html")]}
    desk.site.serve("/8.html", act("Әулиекөл"))
    desk.fetch(source)
    before = encode(find_sources([desk.documents], Archive(desk.archive)))
    desk.time.day += dt.timedelta(days=3)
    assert desk.fetch(source).outcomes == {"unchanged": 1}
    assert encode(find_sources([desk.documents], Archive(desk.archive))) == before
    assert desk.files("earlier") == []


def test_the_server_is_asked_only_for_what_is_new(desk: Desk, act: Act) -> None:
    def behave(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == '"v1"':
            handler.answer(b"", status=304)
        else:
            handler.answer(act("Әулиекөл").encode(), ETag='"v1"', Last_Modified="Fri, 19 Jan 2024 08:00:00 GMT")

    desk.site.paths["/8.html"] = behave
    source = {"start": [desk.site.url("/8.html")]}
    assert desk.fetch(source).outcomes == {"new": 1}
    for _ in range(2):  # the second 304 carries no ETag either: the mark is kept
        assert desk.fetch(source).outcomes == {"unchanged": 1}
    assert [request.headers.get("if-none-match") for request in desk.site.asked if request.path == "/8.html"] == [
        None,
        '"v1"',
        '"v1"',
    ]


def test_bytes_lost_from_the_archive_are_fetched_again(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"), ETag='"v1"')
    source = {"start": [desk.site.url("/8.html")]}
    desk.fetch(source)
    for path in desk.archive.glob("*/*.bin"):
        path.write_bytes(b"damaged")
    assert desk.fetch(source).outcomes == {"new": 1}
    assert Archive(desk.archive).verify() == []


def test_pages_of_lists_lead_to_documents(desk: Desk, act: Act) -> None:
    desk.site.serve(
        "/list?page=1",
        '<a href="/acts/8.html#top">8</a> <a href="acts/8.html">8</a><a href="/about">x</a>'
        '<a href="list?page=2">келесі</a><a href="mailto:a@b.kz">m</a><a href="http://[bad">b</a>',
    )
    desk.site.serve("/list?page=2", '<base href="/acts/"><a href="9.html">9</a><a href="/list?page=1">1</a>')
    desk.site.serve("/acts/8.html", act("Әулиекөл"))
    desk.site.serve("/acts/9.html", act("Қарабалық"))
    source = {"start": [desk.site.url("/list?page=1")], "links": r"/acts/\d+\.html$", "follow": r"page=\d+$"}
    report = desk.fetch(source)
    assert report.failures == []
    assert desk.site.paths_asked() == ["/list?page=1", "/list?page=2", "/acts/8.html", "/acts/9.html"]
    assert [path for path in desk.files() if path.endswith(".html")] == ["s1/acts-8.html", "s1/acts-9.html"]


def test_pagination_ends_at_its_depth_and_says_so(desk: Desk, act: Act) -> None:
    for page in range(1, 5):
        desk.site.serve(f"/list{page}", f'<a href="/list{page + 1}">next</a><a href="/a{page}.html">a</a>')
        desk.site.serve(f"/a{page}.html", act(str(page)))
    source = {"start": [desk.site.url("/list1")], "links": r"/a\d\.html", "follow": r"/list\d$", "depth": 1}
    report = desk.fetch(source)
    assert report.outcomes == {"new": 2}
    assert [(f.address, f.why) for f in report.failures] == [
        (desk.site.url("/list3"), "this page of a list is left out: depth is 1")
    ]


def test_more_documents_than_wanted_are_left_and_named(desk: Desk, act: Act) -> None:
    desk.site.serve("/", "".join(f'<a href="/a{n}.html">a</a>' for n in range(5)))
    for number in range(5):
        desk.site.serve(f"/a{number}.html", act(str(number)))
    report = desk.fetch({"start": [desk.site.url("/")], "links": r"/a\d", "max_documents": 3})
    assert report.outcomes == {"new": 3}
    assert report.failures[0].address == desk.site.url("/a3.html")
    assert "this and 1 further documents" in report.failures[0].why


def test_an_interrupted_run_goes_on_where_it_stopped(desk: Desk, act: Act, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in (1, 2, 3):
        desk.site.serve(f"/{number}.html", act(str(number)))
    source = {"start": [desk.site.url(f"/{number}.html") for number in (1, 2, 3)]}
    with monkeypatch.context() as broken:
        real = Client.get

        def stop(self: Client, address: str, *args: object, **marks: object) -> object:
            if address.endswith("/2.html"):
                raise KeyboardInterrupt
            return real(self, address, *args, **marks)  # type: ignore[arg-type]

        broken.setattr(Client, "get", stop)
        with pytest.raises(KeyboardInterrupt):
            desk.fetch(source)
    desk.site.asked.clear()
    assert desk.fetch(source).outcomes == {"done_before": 1, "new": 2}
    assert desk.site.paths_asked() == ["/2.html", "/3.html"]
    desk.site.asked.clear()
    desk.fetch(source)  # that run has ended: this one asks everything again
    assert desk.site.paths_asked() == ["/1.html", "/2.html", "/3.html"]


def test_the_journal_says_what_happened_to_each_address(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"), ETag='"v1"')
    desk.fetch({"start": [desk.site.url("/8.html"), desk.site.url("/9.html")]})
    lines = [json.loads(text) for text in (desk.archive / "fetched.jsonl").read_text("utf-8").splitlines()]
    assert [line.get("event") or line["outcome"] for line in lines] == ["begun", "new", "refused", "ended"]
    assert lines[1]["etag"] == '"v1"'
    assert lines[1]["at"] == "2024-01-19T09:00:00+00:00"
    assert lines[1]["document"] == "s1/8.html"
    assert lines[2]["why"] == "the server answers 404"


def test_a_line_cut_short_is_passed_over(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    source = {"start": [desk.site.url("/8.html")]}
    desk.fetch(source)
    journal = desk.archive / "fetched.jsonl"
    journal.write_bytes(journal.read_bytes() + b'{"at": "2024-01-1')
    assert desk.fetch(source).outcomes == {"unchanged": 1}
    assert len([t for t in journal.read_text("utf-8").splitlines() if t.endswith("}")]) == 6


def test_one_failing_source_stops_nothing_else(desk: Desk, act: Act) -> None:
    desk.site.serve("/8.html", act("Әулиекөл"))
    desk.site.serve("/list", "x", status=500)
    report = desk.fetch({"start": [desk.site.url("/list")], "links": "x"}, {"start": [desk.site.url("/8.html")]})
    assert [(f.source, f.address, f.why) for f in report.failures] == [
        ("s1", desk.site.url("/list"), "the server answers 500")
    ]
    assert report.outcomes == {"new": 1}


def test_names_a_build_would_pass_over_are_changed(desk: Desk, act: Act) -> None:
    for path in ("/README", "/truth.jsonl", "/folder.html", "/.hidden"):
        desk.site.serve(path, act(path))
    desk.fetch({"start": [desk.site.url(p) for p in ("/README", "/truth.jsonl", "/folder.html", "/.hidden")]})
    assert len(find_sources([desk.documents], Archive(desk.archive))) == 4


def test_two_addresses_never_share_a_name(desk: Desk, act: Act) -> None:
    paths = ("/a/view.php?id=1", "/b/a/view.php?id=1", "/a/view.html?id=1")
    for path in paths:
        desk.site.serve(path, act(path))
    desk.fetch({"start": [desk.site.url(path) for path in paths]})
    stems = [Path(path).name.removesuffix(".html") for path in desk.files() if path.endswith(".html")]
    assert len(set(stems)) == 3
    assert stems[0].startswith("a-view-id-1")
