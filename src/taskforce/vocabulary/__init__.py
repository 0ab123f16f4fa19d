"""Words that every room of the software speaks: places, speeds, technologies, certainty, errors."""
