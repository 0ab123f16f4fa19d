"""Tests of the check on the web."""
