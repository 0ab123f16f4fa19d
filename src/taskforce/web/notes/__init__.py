"""Notes and files on everything that people work on."""
