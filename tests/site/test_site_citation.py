"""What programs read of a cable's page: Zotero and catalogues from COinS and meta elements."""

from urllib.parse import parse_qs

from selectolax.lexbor import LexborHTMLParser

from support.sample import SampleSite

PAGE = "cables/2009/02/09ASTANA308/index.html"


def page(site: SampleSite) -> LexborHTMLParser:
    return LexborHTMLParser((site.hosted / PAGE).read_text(encoding="utf-8"))


def test_a_page_carries_one_context_object_with_the_embassy_as_corporate_author(
    sample_site: SampleSite,
) -> None:
    spans = page(sample_site).css("span.Z3988[title]")
    assert len(spans) == 1
    fields = parse_qs(spans[0].attributes["title"] or "", strict_parsing=True)
    assert fields["ctx_ver"] == ["Z39.88-2004"]
    assert fields["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert fields["rft.genre"] == ["report"]
    assert fields["rft.aucorp"] == ["Embassy Astana"]
    assert fields["rft.date"] == ["2009-02-20"]
    assert "rft.au" not in fields
    assert fields["rft.btitle"][0].casefold().startswith("kazakhstan: justice minister")


def test_the_meta_elements_that_zotero_reads_make_a_report(sample_site: SampleSite) -> None:
    found = {
        node.attributes["name"]: node.attributes["content"] for node in page(sample_site).css("meta[name]")
    }
    assert found["citation_technical_report_institution"] == "U.S. Department of State"
    assert found["citation_technical_report_number"] == "09ASTANA308"
    assert found["citation_publication_date"] == "2009/02/20"
    assert found["citation_title"] == found["DCTERMS.title"]
    assert all(found.values())


def test_a_build_says_that_the_address_is_missing(sample_site: SampleSite) -> None:
    said = [line for line in sample_site.said.splitlines() if "site_url" in line]
    assert len(said) == 1
    assert said[0].startswith("Citations, link previews and the sitemap lack the site's address:")
