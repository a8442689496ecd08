"""What is known of a site: the model of a profile, strict loading, lookup by host, layouts, selectors."""

from cleanscrape.profile.capture import Capture as Capture
from cleanscrape.profile.capture import DropLines as DropLines
from cleanscrape.profile.capture import Section as Section
from cleanscrape.profile.contract import Contract as Contract
from cleanscrape.profile.contract import broken_clauses as broken_clauses
from cleanscrape.profile.elements import Elements as Elements
from cleanscrape.profile.host import host_of as host_of
from cleanscrape.profile.layout import Drop as Drop
from cleanscrape.profile.layout import Layout as Layout
from cleanscrape.profile.layout import choose_layout as choose_layout
from cleanscrape.profile.loading import load as load
from cleanscrape.profile.loading import loads as loads
from cleanscrape.profile.loading import profile_from as profile_from
from cleanscrape.profile.lookup import Profiles as Profiles
from cleanscrape.profile.lookup import default_profiles as default_profiles
from cleanscrape.profile.model import Profile as Profile
from cleanscrape.profile.pattern import LinePattern as LinePattern
from cleanscrape.profile.selector import Selector as Selector
from cleanscrape.profile.selector import first_places as first_places
from cleanscrape.profile.selector import first_values as first_values
from cleanscrape.profile.source import EntryPoints as EntryPoints
from cleanscrape.profile.source import Folder as Folder
from cleanscrape.profile.source import Given as Given
from cleanscrape.profile.source import Source as Source
