"""The routine player."""
