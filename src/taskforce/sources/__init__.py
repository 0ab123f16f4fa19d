"""Publishers' files: the only room that knows their column names, units and habits."""
