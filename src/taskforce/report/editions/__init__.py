"""Editions: bundles that were approved, kept as they were for as long as anybody quotes them."""
