"""OGC API – Features, requirement by requirement, as its abstract test suite walks through them."""
