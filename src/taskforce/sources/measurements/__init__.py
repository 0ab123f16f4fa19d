"""Measurements of mobile signal: logs of drive tests, walks and surveys, in any layout."""
