"""The forms of sites: what is known of one, who sees it, a list of many."""
