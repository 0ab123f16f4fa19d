"""How the web is put together: settings, addresses and the server's entrance."""
