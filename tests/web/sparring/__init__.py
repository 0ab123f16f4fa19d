"""Promises of the sparring desk."""
