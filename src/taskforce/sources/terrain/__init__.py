"""Readers of height models: GeoTIFF, SRTM tiles and ESRI ASCII grids, on one even grid."""
