"""The web: reads what was frozen and shows it to everyone, in Danish and English."""
