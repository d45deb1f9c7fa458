"""Where: the surface of the body, addresses on it, and views of it."""
