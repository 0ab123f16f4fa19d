"""Photos of sites: what they tell besides the picture is taken out."""
