"""The pages about editions: for the taskforce, and for everybody."""
