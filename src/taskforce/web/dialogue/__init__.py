"""Dialogue between municipalities, the taskforce, operators and landlords, case by case."""
