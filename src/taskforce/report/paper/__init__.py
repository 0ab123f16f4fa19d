"""Papers to print: accessible PDF files in the colours of the house."""
