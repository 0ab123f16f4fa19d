"""Who lacks proper internet and mobile coverage, where, and what helps."""

__version__ = "0.5.0"
