"""Cards, figures and maps that other sites may show in a frame of their own."""
