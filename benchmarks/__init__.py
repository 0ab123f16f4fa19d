"""What is measured, against whom: `python -m benchmarks`, one file per thing that is measured."""
