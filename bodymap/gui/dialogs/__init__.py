"""What is asked or told in a window of its own: the first notice, safety questions, keys, about and sources."""
