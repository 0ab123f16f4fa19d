"""Write materials, keep their files, and ask their owners whether they still hold."""
