"""Write news and send it: every change is journalled."""
