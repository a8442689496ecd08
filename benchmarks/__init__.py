"""cleanscrape beside its peers: quality and speed on folders of pages with their truth."""
