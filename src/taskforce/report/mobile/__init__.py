"""Who lacks mobile coverage: as operators report it, as measured, and as predicted."""
