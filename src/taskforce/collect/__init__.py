"""From the publishers' files to a frozen snapshot: read, judge, join, freeze, all or nothing."""
