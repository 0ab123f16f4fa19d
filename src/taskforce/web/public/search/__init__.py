"""Search the whole public site: pages, places, news, materials, rules and public sites."""
