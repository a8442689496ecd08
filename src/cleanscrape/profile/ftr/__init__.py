"""Site configs of Full-Text RSS: their format, and the profiles that they become."""

from cleanscrape.profile.ftr.conversion import Imported as Imported
from cleanscrape.profile.ftr.conversion import Note as Note
from cleanscrape.profile.ftr.conversion import Use as Use
from cleanscrape.profile.ftr.conversion import imported as imported
from cleanscrape.profile.ftr.site_config import SiteConfig as SiteConfig
from cleanscrape.profile.ftr.site_config import read_site_config as read_site_config
