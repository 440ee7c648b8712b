"""The reference as HTML: one page that is whole, valid, and needs nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from .page import Page
from .test_docs import exported

if TYPE_CHECKING:
    from tests.conftest import Stranger, Write


def test_page_says_its_language_width_and_title(write: Write) -> None:
    write("config.toml", "")
    page = exported("html")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page
    assert "<title>Configuration reference</title>" in page
    assert "prefers-color-scheme: dark" in page


def test_each_table_scrolls_in_a_box_of_its_own(write: Write) -> None:
    write("config.toml", "")
    page = exported("html")
    assert page.count('<div class="scroll" tabindex="0">\n<table>') == page.count("<table>") > 10


def test_nothing_is_loaded(write: Write) -> None:
    write("config.toml", "")
    page = Page(exported("html"))
    assert not {"link", "script", "img", "iframe"} & page.tags
    assert all(link.startswith("#") for link in page.links)


def test_contents_lead_to_every_section(write: Write) -> None:
    write("config.toml", "")
    page = Page(exported("html"))
    assert [unquote(link.removeprefix("#")) for link in page.links] == page.ids
    assert {"kafka", "secrets"} <= set(page.ids)


def test_section_named_as_a_heading_of_the_page_has_an_anchor_of_its_own(
    stranger: Stranger, write: Write
) -> None:
    stranger(
        """
        from integr8s_conf import Section, hookimpl, setting

        class Secrets(Section):
            VAULT_HOST: str = setting("vault", "Host of the vault")

        class KAFKA(Section):
            OTHER_HOST: str = setting("kafka", "Host")

        @hookimpl
        def integr8s_sections():
            return [Secrets, KAFKA]
        """
    )
    write("config.toml", "")
    page = Page(exported("html"))
    assert len(set(page.ids)) == len(page.ids)
    assert {"secrets-again", "kafka-again"} <= set(page.ids)
