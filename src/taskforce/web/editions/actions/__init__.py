"""Writing: sign off an edition, and go back to an earlier one."""
