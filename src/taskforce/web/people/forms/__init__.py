"""The forms about people and organisations."""
