"""What the system does for a routine: it stays awake, notifies, and hands on the keys of a headset."""
