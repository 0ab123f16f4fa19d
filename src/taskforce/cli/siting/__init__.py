"""The subcommands of `taskforce sites`, one file each."""
