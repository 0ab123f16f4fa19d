"""A report gathered once, and shown as a page, as a paper and as a workbook."""
