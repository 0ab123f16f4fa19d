"""Where the mast register is fetched from, and how it is asked."""

from __future__ import annotations

# All of Denmark in EPSG:25832, and more antennas than there are; every service, because what is
# no mobile telephone is kept apart here. No key is needed.
DEFAULT_URL = (
    "https://mastedatabasen.dk/Master/antenner.json"
    "?maxantal=1000000&BBOX=441500,6049700,893400,6402330,EPSG:25832"
)

# From the question to the last byte; the whole register is some 35 MB.
DEFAULT_TIMEOUT_S = 120.0
