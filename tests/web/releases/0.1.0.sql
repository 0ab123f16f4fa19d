-- The release 0.1.0 kept nothing in its database: the file was there, in WAL mode, without a table.
PRAGMA journal_mode=WAL;
