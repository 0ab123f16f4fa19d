"""The parts that reports are put together from."""
