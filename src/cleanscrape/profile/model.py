"""What a profile is: what is known of one site, as data."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field

from cleanscrape.article import Tier
from cleanscrape.profile.capture import Capture
from cleanscrape.profile.contract import Contract
from cleanscrape.profile.key import Form, about
from cleanscrape.profile.layout import Layout
from cleanscrape.profile.usual import Usual


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of one site. `loads` makes one of TOML and refuses what is wrong in it.

    `origin` says where it comes from, `remarks` what is unsure where it was learned; they take no part in equality.
    """

    name: str = field(metadata=about("The site's name, as a reader knows it.", Form.TEXT))
    _: KW_ONLY
    hosts: tuple[str, ...] = field(
        metadata=about("The hosts that it is for; each stands for its subdomains too.", Form.HOSTS),
    )
    language: str | None = field(
        default=None,
        metadata=about("The language of its pages, where a page declares none.", Form.LANGUAGE),
    )
    timezone: str | None = field(
        default=None,
        metadata=about("The time zone of printed times that name none.", Form.TIMEZONE),
    )
    tier: Tier = field(
        default=Tier.TESTED,
        metadata=about("How well it is founded: held by fixtures, learned from pages, or imported.", Form.TIER),
    )
    layouts: tuple[Layout, ...] = field(
        default=(),
        metadata=about("The designs of its pages, each a `[[layouts]]`; the first that fits is used.", Form.LAYOUTS),
    )
    contract: Contract = field(
        default=Contract(),
        metadata=about("What must hold of every page, in `[contract]`.", Form.CONTRACT),
    )
    usual: Usual = field(
        default=Usual(),
        metadata=about(
            "How its articles usually are, in `[usual]`: no page fails by it, `check` compares.", Form.USUAL
        ),
    )
    capture: Capture | None = field(
        default=None,
        metadata=about("How its plain-text captures are told apart, in `[capture]`.", Form.CAPTURE),
    )
    origin: str = field(default="", compare=False, repr=False)
    remarks: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def site(self) -> str:
        """The host that stands for the site in reports: the first."""
        return self.hosts[0]
